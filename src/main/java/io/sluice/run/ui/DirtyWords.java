package io.sluice.run.ui;

import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyRow;
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
            "FIELD_NOT_WRITABLE");

    private DirtyWords() {}

    /** A cause in two or three words; codes of later connectors speak for themselves. */
    static String cause(DirtyCause.Key cause, Texts texts) {
        return KNOWN.contains(cause.code()) ? texts.translate("dirty.cause." + cause.code()) : cause.code();
    }

    /** Column and code. */
    static String place(DirtyCause.Key cause, Texts texts) {
        String column = cause.columnName().isEmpty() ? texts.translate("dirty.no-column") : cause.columnName();
        return column + " · " + cause.code();
    }

    static String state(DirtyRow row, Texts texts) {
        return switch (row.state()) {
            case OPEN -> {
                if (row.uncertain()) {
                    yield texts.translate("dirty.state.uncertain");
                }
                yield texts.translate(row.corrected() == null ? "dirty.state.open" : "dirty.state.corrected");
            }
            case REPLAYING -> texts.translate("dirty.state.replaying");
            case REPLAYED -> texts.translate("dirty.state.replayed");
            case FILTERED -> texts.translate("dirty.state.filtered");
        };
    }

    /** The name of the glyph beside the state. */
    static String tone(DirtyRow row) {
        return switch (row.state()) {
            case OPEN -> row.uncertain() || row.corrected() == null ? "warning" : "waiting";
            case REPLAYING -> "running";
            case REPLAYED -> "ok";
            case FILTERED -> "none";
        };
    }
}
