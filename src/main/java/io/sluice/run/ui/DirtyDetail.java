package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.ShownValue;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyState;
import io.sluice.run.ProposedFix;
import io.sluice.ui.Sentences;
import io.sluice.ui.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about the record in front: where it was found, what was said of it, and its values in full. */
final class DirtyDetail extends Div {
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 200;
    private static final String COPY =
            "return import(new URL('sluice/clipboard.js', document.baseURI)).then(its => its.toClipboard($0))";

    /** What can be done about the record. */
    interface Actions {
        /** Somebody has seen the record in the target. */
        void arrived(DirtyRow row);

        /** The record is not to be ignored any more. */
        void reopen(DirtyRow row);

        /** What is proposed is to be the value. */
        void take(DirtyRow row, ProposedFix fix);
    }

    private final Actions actions;
    private DirtyColumns columns = new DirtyColumns(List.of());

    DirtyDetail(Actions actions) {
        this.actions = actions;
        addClassName("sl-dirty-detail");
        getElement().setAttribute("role", "region").setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getTranslation("dirty.detail"));
        show(null, RunSides.UNKNOWN, new DirtyColumns(List.of()));
    }

    /** @param table the columns of the grid, whose names the record's columns bear here too */
    void show(@Nullable DirtyRow row, RunSides sides, DirtyColumns table) {
        columns = table;
        removeAll();
        if (row == null) {
            add(text("sl-muted", getTranslation("dirty.detail.none")));
            return;
        }
        DirtyRow.Cause cause = row.cause();
        add(block(
                "sl-dirty-title",
                text("sl-strong", name(row)),
                text("sl-small sl-muted", getTranslation("dirty.found", row.split() + 1, LocalTime.of(row.foundAt()))),
                text("sl-small sl-muted", stage(row, sides)),
                Blocks.space(),
                copy(row, sides)));
        if (!cause.place().isEmpty()) {
            add(text("sl-small sl-secondary", Sentences.part(cause.place())));
        }
        if (row.uncertain() && row.state() == DirtyState.OPEN) {
            Button there = new Button(getTranslation("dirty.arrived"), click -> actions.arrived(row));
            there.setId("dirty-arrived");
            there.addThemeNames("small");
            add(block("sl-dirty-doubt", text("sl-dirty-warning", getTranslation("dirty.uncertain.help")), there));
        }
        if (row.state() == DirtyState.IGNORED) {
            Button again = new Button(getTranslation("dirty.reopen"), click -> actions.reopen(row));
            again.setId("dirty-reopen");
            again.addThemeNames("small");
            add(block("sl-dirty-doubt", text("sl-small sl-secondary", getTranslation("dirty.ignored.help")), again));
        }
        ProposedFix.of(row).ifPresent(fix -> propose(row, fix));
        if (!row.complete()) {
            add(text("sl-dirty-warning", getTranslation("dirty.cut.help")));
        }
        add(
                text("sl-dirty-label", getTranslation("dirty.said")),
                text("sl-dirty-message", Sentences.translated(cause.message())));
        int fault = cause.columnIndex();
        if (fault >= 0 && fault < row.values().size()) {
            value(row, fault);
        }
        values(row);
    }

    private Div copy(DirtyRow row, RunSides sides) {
        Div place = block("sl-dirty-copy");
        InsertText.of(row, sides.into(), sides.steps()).ifPresent(statement -> {
            Button copy = new Button(getTranslation("dirty.insert"));
            copy.setId("dirty-insert");
            copy.addThemeNames("tertiary", "small", "link");
            copy.addClickListener(click -> copy.getElement()
                    .executeJs(COPY, statement)
                    .then(Boolean.class, done -> copied(place, statement, done)));
            place.add(copy);
        });
        return place;
    }

    /** Where the browser does not let a page copy, the statement is there to be chosen by hand. */
    private void copied(Div place, String statement, boolean done) {
        if (done) {
            Toast.show(getTranslation("dirty.insert.done"));
        } else {
            place.removeAll();
            place.add(
                    text("sl-small sl-muted", getTranslation("dirty.insert.refused")), text("sl-dirty-one", statement));
        }
    }

    private void propose(DirtyRow row, ProposedFix fix) {
        String why = switch (fix.reason()) {
            case BLANKS -> getTranslation("dirty.proposed.blanks");
            case NUMBER -> getTranslation("dirty.proposed.number");
            case DATE -> getTranslation("dirty.proposed.date");
        };
        Button take = new Button(getTranslation("dirty.proposed.take"), click -> actions.take(row, fix));
        take.setId("dirty-take");
        take.addThemeNames("small");
        add(block(
                "sl-dirty-doubt",
                text("sl-small sl-muted", getTranslation("dirty.proposed")),
                text("sl-dirty-one", fix.value()),
                text("sl-small sl-secondary", why),
                take));
    }

    /** Which values these are: a replay goes on from there. */
    private String stage(DirtyRow row, RunSides sides) {
        if (sides.steps() == 0) {
            return "";
        }
        return switch (row.form().stage()) {
            case READER -> getTranslation("dirty.stage.reader");
            case TRANSFORM -> getTranslation("dirty.stage.transform");
            case CONVERSION, WRITER -> getTranslation("dirty.stage.writer");
        };
    }

    private void value(DirtyRow row, int column) {
        String value = row.values().get(column);
        if (value == null) {
            add(text("sl-dirty-label", column(row, column)), text("sl-null", "NULL"));
            return;
        }
        add(
                text(
                        "sl-dirty-label",
                        getTranslation(
                                "dirty.characters", column(row, column), value.codePointCount(0, value.length()))),
                text("sl-dirty-value", shown(row, column, value)));
    }

    /** All values, each with its column. */
    private void values(DirtyRow row) {
        Div list = block("sl-dirty-values");
        for (int column = 0; column < Math.min(MOST_COLUMNS, row.values().size()); column++) {
            String value = row.values().get(column);
            Span shown =
                    value == null ? text("sl-null", "NULL") : text("sl-dirty-one", start(shown(row, column, value)));
            list.add(text("sl-small sl-muted sl-dirty-column", column(row, column)), block("sl-dirty-cell", shown));
        }
        add(list);
    }

    private static String shown(DirtyRow row, int column, String value) {
        return column < row.columns().size()
                ? ShownValue.of(value, row.columns().column(column).type())
                : value;
    }

    private static String start(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private String column(DirtyRow row, int column) {
        int place = columns.column(row.columns(), column);
        return place < 0 ? "" : columns.names().get(place);
    }

    private String name(DirtyRow row) {
        for (int column = 0;
                column < Math.min(row.columns().size(), row.values().size());
                column++) {
            if (row.columns().column(column).key()) {
                return column(row, column) + " " + row.values().get(column);
            }
        }
        return getTranslation("dirty.record", row.sequence());
    }
}
