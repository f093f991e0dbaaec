package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.sluice.run.ui.Blocks;
import io.sluice.studio.TaskVersion;
import io.sluice.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Compares any two versions of a task, or one with the text in the editor: in words and line by line. */
final class CompareDialog extends Dialog {
    /** Stands for the text in the editor where a version is named by its number. */
    static final long CURRENT = 0;

    private final LongFunction<String> text;
    private final Select<Long> from;
    private final Select<Long> to;
    private final ChangeList changes = new ChangeList();
    private final ScriptDiff lines = new ScriptDiff();
    private final Button restore = new Button();

    /** What can be done about a version from here. */
    interface Restore {
        void restore(long version);
    }

    /** @param text of a version, or of {@link #CURRENT} */
    CompareDialog(OpenTask task, List<TaskVersion> versions, long first, boolean mayEdit, LongFunction<String> text) {
        this.text = text;
        List<Long> choices =
                new ArrayList<>(versions.stream().map(TaskVersion::number).toList());
        choices.addFirst(CURRENT);
        from = choice("compare-from", getTranslation("compare.from"), choices, first);
        to = choice("compare-to", getTranslation("compare.to"), choices, CURRENT);
        setHeaderTitle(getTranslation("compare.title", task.name()));
        setWidth("1080px");
        setHeight("760px");
        addClassName("sl-compare-dialog");
        Div head = Blocks.block("sl-compare-head", from, Icon.ARROW_RIGHT.create(), to);
        add(Blocks.block(
                "sl-compare-body",
                head,
                Blocks.text("sl-strong", getTranslation("compare.words")),
                changes,
                Blocks.text("sl-strong", getTranslation("compare.lines")),
                Blocks.block("sl-compare-lines", lines)));
        restore.setVisible(mayEdit);
        restore.setId("compare-restore");
        Button done = new Button(getTranslation("shell.close"), click -> close());
        getFooter().add(restore, done);
        from.addValueChangeListener(changed -> show());
        to.addValueChangeListener(changed -> show());
        show();
    }

    /** Offers to bring back the version at the left. */
    CompareDialog restoring(Restore action) {
        restore.addClickListener(click -> {
            close();
            action.restore(from.getValue());
        });
        return this;
    }

    private Select<Long> choice(String id, String name, List<Long> choices, long value) {
        Select<Long> select = new Select<>();
        select.setId(id);
        select.setAriaLabel(name);
        select.setItems(choices);
        select.setItemLabelGenerator(this::name);
        select.setValue(value);
        return select;
    }

    private String name(long number) {
        return number == CURRENT ? getTranslation("versions.current") : getTranslation("versions.number", number);
    }

    private void show() {
        String before = text.apply(from.getValue());
        String after = text.apply(to.getValue());
        changes.show(before, after);
        lines.show(new ScriptDiff.Side(name(from.getValue()), before), new ScriptDiff.Side(name(to.getValue()), after));
        restore.setEnabled(from.getValue() != CURRENT);
        restore.setText(
                from.getValue() == CURRENT
                        ? getTranslation("compare.restore-none")
                        : getTranslation("compare.restore", from.getValue()));
    }
}
