package io.sluice.engine.convert;

import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.LogicalType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one column is converted.
 *
 * @param lent whether the target uses the source's vector
 * @param kernel what is done with the values; null when they pass as they are, or cannot be converted
 */
record ColumnConversion(
        TypeMapping mapping, boolean lent, @Nullable Kernel kernel) {
    static ColumnConversion same() {
        return new ColumnConversion(new TypeMapping(Kind.EXACT, Reason.NONE), true, null);
    }

    /** All values pass in the vector they are in. */
    static ColumnConversion pass(Kind kind, List<Reason> reasons) {
        return new ColumnConversion(new TypeMapping(kind, reasons), true, null);
    }

    /** Values stay in the vector they are in when the kernel accepts them. */
    static ColumnConversion check(List<Reason> reasons, Kernel kernel) {
        return new ColumnConversion(new TypeMapping(Kind.LOSSY, reasons), true, kernel);
    }

    static ColumnConversion convert(Kind kind, List<Reason> reasons, Kernel kernel) {
        return new ColumnConversion(new TypeMapping(kind, reasons), false, kernel);
    }

    /** The same conversion, about which more is to be said. */
    ColumnConversion and(List<Reason> more) {
        return new ColumnConversion(
                new TypeMapping(mapping.kind(), Reason.both(mapping.reasons(), more)), lent, kernel);
    }

    static ColumnConversion impossible(List<Reason> reasons) {
        return new ColumnConversion(new TypeMapping(Kind.IMPOSSIBLE, reasons), true, null);
    }

    static ColumnConversion impossible(LogicalType source, LogicalType target) {
        return impossible(because(Code.NO_WAY, source, target));
    }

    static ColumnConversion of(LogicalType source, LogicalType target, ConversionRules rules) {
        if (source.equals(target)) {
            return same();
        }
        return switch (target) {
            case LogicalType.Bool bool -> ToBool.from(source, bool);
            case LogicalType.Int whole -> ToInt.from(source, whole, rules);
            case LogicalType.Real real -> ToReal.from(source, real);
            case LogicalType.Decimal decimal -> ToDecimal.from(source, decimal);
            case LogicalType.Text text -> ToText.from(source, text, rules);
            case LogicalType.Binary binary -> ToBytes.binary(source, binary);
            case LogicalType.Bits bits -> ToBits.from(source, bits);
            case LogicalType.Date date -> ToDate.from(source, date, rules);
            case LogicalType.Time time -> ToTime.from(source, time, rules);
            case LogicalType.Timestamp timestamp -> ToTimestamp.from(source, timestamp, rules);
            case LogicalType.Instant instant -> ToInstant.from(source, instant, rules);
            case LogicalType.Interval interval -> ToBytes.interval(source, interval);
            case LogicalType.Json json -> ToBytes.json(source, json);
            case LogicalType.Uuid uuid -> ToBytes.uuid(source, uuid);
        };
    }
}
