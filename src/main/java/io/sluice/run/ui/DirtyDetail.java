package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import io.sluice.run.DirtyRow;
import org.jspecify.annotations.Nullable;

/** Everything about the record in front: where it was found, what was said of it, and the value at fault in full. */
final class DirtyDetail extends Div {
    DirtyDetail() {
        addClassName("sl-dirty-detail");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("dirty.detail"));
        show(null);
    }

    void show(@Nullable DirtyRow row) {
        removeAll();
        if (row == null) {
            add(text("sl-muted", getTranslation("dirty.detail.none")));
            return;
        }
        DirtyRow.Cause cause = row.cause();
        add(block(
                "sl-dirty-title",
                text("sl-strong", name(row)),
                text(
                        "sl-small sl-muted",
                        getTranslation("dirty.found", row.split() + 1, LocalTime.of(row.foundAt())))));
        if (!cause.place().isEmpty()) {
            add(text("sl-small sl-secondary", cause.place()));
        }
        add(text("sl-dirty-label", getTranslation("dirty.said")), text("sl-dirty-message", cause.message()));
        int fault = cause.columnIndex();
        if (fault >= 0 && fault < row.values().size()) {
            value(row, fault);
        }
        if (row.uncertain()) {
            add(text("sl-dirty-warning", getTranslation("dirty.uncertain.help")));
        }
        if (!row.complete()) {
            add(text("sl-dirty-warning", getTranslation("dirty.cut.help")));
        }
    }

    private void value(DirtyRow row, int column) {
        String value = row.values().get(column);
        String name =
                row.columns().size() > column ? row.columns().column(column).name() : "";
        if (value == null) {
            add(text("sl-dirty-label", name), text("sl-null", "NULL"));
            return;
        }
        add(
                text(
                        "sl-dirty-label",
                        getTranslation("dirty.characters", name, value.codePointCount(0, value.length()))),
                text("sl-dirty-value", value));
    }

    private String name(DirtyRow row) {
        for (int column = 0;
                column < Math.min(row.columns().size(), row.values().size());
                column++) {
            if (row.columns().column(column).key()) {
                return row.columns().column(column).name() + " " + row.values().get(column);
            }
        }
        return getTranslation("dirty.record", row.sequence());
    }
}
