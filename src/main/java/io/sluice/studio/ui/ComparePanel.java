package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares two texts of the task in front, versions or what stands in the editor: in words and line by line. */
final class ComparePanel extends Div {
    /** Stands for the text in the editor where a version is named by its number. */
    static final long CURRENT = 0;

    /** Stands for the text as it is saved. */
    static final long SAVED = -1;

    /** Where the texts come from, and what can be done about them. */
    interface Texts {
        @Nullable
        OpenTask front();

        /** The numbers of a task's versions, newest first. */
        List<Long> versions(OpenTask task);

        /** The text of a version, or of {@link #CURRENT} or {@link #SAVED}. */
        String text(OpenTask task, long number);

        boolean mayEdit();

        void restore(long version);
    }

    /** Two texts that are shown. */
    private record Shown(String fromName, String from, String toName, String to) {}

    private final Texts texts;
    private final Select<Long> from;
    private final Select<Long> to;
    private final ChangeList changes = new ChangeList();
    private final ScriptDiff lines = new ScriptDiff();
    private final Button restore = new Button();
    private @Nullable OpenTask task;
    private @Nullable Shown shown;
    private boolean choosing;

    ComparePanel(Texts texts) {
        this.texts = texts;
        addClassName("sl-compare-panel");
        from = choice("compare-from", getTranslation("compare.from"));
        to = choice("compare-to", getTranslation("compare.to"));
        restore.setId("compare-restore");
        restore.addThemeNames("small");
        fitRole();
        restore.addClickListener(click -> texts.restore(from.getValue()));
        Div words =
                Blocks.block("sl-compare-words", Blocks.text("sl-strong", getTranslation("compare.words")), changes);
        add(
                Blocks.block("sl-compare-head", from, Icon.ARROW_RIGHT.create(), to, Blocks.space(), restore),
                Blocks.block("sl-compare-body", words, Blocks.block("sl-compare-lines", lines)));
    }

    /** Offers to restore, or not, as the member may. */
    void fitRole() {
        restore.setVisible(texts.mayEdit());
    }

    private Select<Long> choice(String id, String name) {
        Select<Long> select = new Select<>();
        select.setId(id);
        select.setAriaLabel(name);
        select.setItemLabelGenerator(this::name);
        select.addValueChangeListener(changed -> {
            if (!choosing) {
                show();
            }
        });
        return select;
    }

    private String name(@Nullable Long number) {
        if (number == null) {
            return "";
        }
        if (number == SAVED) {
            return getTranslation("compare.saved");
        }
        return number == CURRENT ? getTranslation("versions.current") : getTranslation("versions.number", number);
    }

    /** Compares a version with the text in the editor. */
    void compare(long version) {
        offer(version, CURRENT);
    }

    /** Shows the task in front as it is now; of another one than before its last version and its text. */
    void look() {
        OpenTask front = texts.front();
        boolean same = front != null && front == task && from.getValue() != null && to.getValue() != null;
        if (same) {
            offer(from.getValue(), to.getValue());
        } else if (front != null) {
            offer(texts.versions(front).stream().findFirst().orElse(SAVED), CURRENT);
        }
    }

    private void offer(long first, long second) {
        OpenTask front = texts.front();
        task = front;
        if (front == null) {
            return;
        }
        List<Long> choices = new ArrayList<>(List.of(CURRENT, SAVED));
        choices.addAll(texts.versions(front));
        choosing = true;
        from.setItems(choices);
        to.setItems(choices);
        from.setValue(choices.contains(first) ? first : SAVED);
        to.setValue(choices.contains(second) ? second : CURRENT);
        choosing = false;
        show();
    }

    private void show() {
        OpenTask front = task;
        Long first = from.getValue();
        Long second = to.getValue();
        if (front == null || first == null || second == null) {
            return;
        }
        boolean version = first > CURRENT;
        restore.setEnabled(version);
        restore.setText(version ? getTranslation("compare.restore", first) : getTranslation("compare.restore-none"));
        Shown now = new Shown(name(first), texts.text(front, first), name(second), texts.text(front, second));
        if (!Objects.equals(now, shown)) {
            shown = now;
            changes.show(now.from(), now.to());
            lines.show(new ScriptDiff.Side(now.fromName(), now.from()), new ScriptDiff.Side(now.toName(), now.to()));
        }
    }
}
