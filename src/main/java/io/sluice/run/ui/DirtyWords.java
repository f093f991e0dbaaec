package io.sluice.run.ui;

import io.sluice.engine.DirtyLimit;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyRow;
import io.sluice.run.ProposedFix;
import java.util.Set;

/** Causes and states of dirty records in words. */
final class DirtyWords {
    private static final Set<String> KNOWN = Set.of(
            "VALUE_TOO_LONG",
            "VALUE_OUT_OF_RANGE",
            "VALUE_NOT_CONVERTIBLE",
            "VALUE_MISSING",
            "NULL_NOT_ALLOWED",
            "DUPLICATE_KEY",
            "CONSTRAINT_VIOLATED",
            "VALUE_REFUSED",
            "WRONG_FIELD_COUNT",
            "FIELD_NOT_WRITABLE",
            "ARRIVAL_UNKNOWN");

    private DirtyWords() {}

    /** A cause in two or three words; codes of later connectors speak for themselves. */
    static String cause(DirtyCause.Key cause, Texts texts) {
        return KNOWN.contains(cause.code()) ? texts.translate("dirty.cause." + cause.code()) : cause.code();
    }

    /** Column, as the grid names it, and code. */
    static String place(DirtyCause cause, DirtyColumns columns, Texts texts) {
        int column = columns.column(cause.place().columns(), cause.place().index());
        String name = column < 0 ? cause.key().columnName() : columns.names().get(column);
        return (name.isEmpty() ? texts.translate("dirty.no-column") : name) + " · "
                + cause.key().code();
    }

    /** Which records are shown. */
    static String show(DirtyQuery.Show show, Texts texts) {
        return switch (show) {
            case ALL -> texts.translate("dirty.show.all");
            case OPEN -> texts.translate("dirty.show.open");
            case READY -> texts.translate("dirty.show.ready");
            case DOUBTFUL -> texts.translate("dirty.show.doubtful");
            case DONE -> texts.translate("dirty.show.done");
        };
    }

    /** What a run endures; empty when that is any number. */
    static String limit(DirtyLimit limit, Texts texts) {
        Long records = limit.records();
        if (records != null) {
            return texts.translate("dirty.limit", Amounts.count(records));
        }
        Double share = limit.share();
        return share == null ? "" : texts.translate("dirty.limit", Amounts.smallPercent(share));
    }

    static String state(DirtyRow row, Texts texts) {
        return switch (row.state()) {
            case OPEN -> {
                if (row.uncertain()) {
                    yield texts.translate("dirty.state.uncertain");
                }
                ProposedFix proposed = ProposedFix.of(row).orElse(null);
                if (proposed != null) {
                    yield texts.translate("dirty.state.proposed", proposed.value());
                }
                yield texts.translate(row.corrected() == null ? "dirty.state.open" : "dirty.state.corrected");
            }
            case REPLAYING -> texts.translate("dirty.state.replaying");
            case REPLAYED -> texts.translate("dirty.state.replayed");
            case FILTERED -> texts.translate("dirty.state.filtered");
            case IGNORED -> texts.translate("dirty.state.ignored");
        };
    }

    /** The name of the glyph beside the state. */
    static String tone(DirtyRow row) {
        return switch (row.state()) {
            case OPEN -> row.uncertain() || row.corrected() == null ? "warning" : "waiting";
            case REPLAYING -> "running";
            case REPLAYED -> "ok";
            case FILTERED, IGNORED -> "none";
        };
    }
}
