package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.LocalTime;
import io.sluice.studio.TaskVersion;
import io.sluice.ui.Icon;
import java.util.List;

/** The versions of the task in front, newest first, below the text as it is now. */
final class VersionsPanel extends Div {
    /** What people do with versions. */
    interface Actions {
        void submit();

        /** Shows what is different between a version and the text in the editor. */
        void compare(long version);

        void restore(long version);

        void close();
    }

    private final Actions actions;
    private boolean mayEdit;
    private final Button submit;
    private final Span now = Blocks.text("sl-small", "");
    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph();
    private List<TaskVersion> shown = List.of();

    VersionsPanel(Actions actions, boolean mayEdit) {
        this.actions = actions;
        addClassNames("sl-properties", "sl-versions");
        getElement().setAttribute("role", "region").setAttribute("aria-label", getTranslation("versions.title"));
        submit = new Button(getTranslation("studio.submit"), Icon.SUBMIT.create(), click -> actions.submit());
        submit.addThemeNames("small");
        editable(mayEdit);
        Button close = icon(Icon.CLOSE, getTranslation("versions.close"), actions::close);
        Div current = Blocks.block(
                "sl-version-now",
                Blocks.block("sl-column", Blocks.text("sl-strong", getTranslation("versions.current")), now),
                submit);
        none.setText(getTranslation("versions.none"));
        none.addClassName("sl-version-none");
        list.getElement().setAttribute("reversed", true);
        add(
                Blocks.block("sl-properties-head", Blocks.text("sl-strong", getTranslation("versions.title")), close),
                current,
                Blocks.block("sl-version-list", list, none));
    }

    /** Offers to submit and to restore, or not, from the next time that versions are shown. */
    void editable(boolean editable) {
        mayEdit = editable;
        submit.setVisible(editable);
        list.removeAll();
    }

    void show(OpenTask task, List<TaskVersion> versions) {
        now.setText(
                task.dirty()
                        ? getTranslation("versions.unsaved")
                        : getTranslation("versions.saved", LocalTime.of(task.changedAt()), task.changedBy()));
        if (!versions.equals(shown) || list.getChildren().findAny().isEmpty()) {
            shown = List.copyOf(versions);
            list.removeAll();
            versions.forEach(version -> list.add(item(version)));
        }
        none.setVisible(versions.isEmpty());
    }

    private ListItem item(TaskVersion version) {
        String name = getTranslation("versions.number", version.number());
        Div about = Blocks.block(
                "sl-version-text",
                Blocks.text("sl-version-name", name),
                Blocks.text(
                        version.comment().isEmpty() ? "sl-version-comment none" : "sl-version-comment",
                        version.comment().isEmpty() ? getTranslation("versions.no-comment") : version.comment()),
                Blocks.text(
                        "sl-small",
                        getTranslation("versions.by", version.submittedBy(), LocalTime.of(version.submittedAt()))));
        Button compare = icon(
                Icon.EYE,
                getTranslation("versions.compare-number", version.number()),
                () -> actions.compare(version.number()));
        Button restore = icon(
                Icon.UNDO,
                getTranslation("versions.restore-number", version.number()),
                () -> actions.restore(version.number()));
        compare.addClassName("sl-version-compare");
        restore.addClassName("sl-version-restore");
        restore.setVisible(mayEdit);
        ListItem item = new ListItem(about, compare, restore);
        item.addClassName("sl-version");
        return item;
    }

    private static Button icon(Icon icon, String name, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }
}
