package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import java.util.List;

/**
 * What becomes of the values of one type in a column of another.
 *
 * @param reasons empty when there is nothing to say
 */
public record TypeMapping(Kind kind, List<Reason> reasons) {
    public TypeMapping {
        reasons = List.copyOf(reasons);
    }

    /** The reasons in English; empty when there is nothing to say. */
    public String reason() {
        return Reason.english(reasons);
    }

    /** How well two types fit. */
    public enum Kind {
        /** The same type. */
        EXACT,
        /** Every value arrives unchanged. */
        WIDENING,
        /** Values that do not fit become dirty records; all others arrive unchanged. */
        LOSSY,
        /** No value can be converted. */
        IMPOSSIBLE
    }

    /** Judges two types; needs no data and no connection. */
    public static TypeMapping of(LogicalType source, LogicalType target, ConversionRules rules) {
        return ColumnConversion.of(source, target, rules).mapping();
    }
}
