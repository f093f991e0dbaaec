package io.sluice.engine.convert;

import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.engine.convert.Zones.LongStep;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;

/** What the conversions to temporal types have in common: a fraction is never rounded. */
final class TemporalChecks {
    private static final int MICRO_DIGITS = 6;
    static final String FRACTION = "only values without further digits of a second fit";

    private TemporalChecks() {}

    /** The value itself. @throws io.sluice.spi.error.SluiceException when it has digits behind the precision */
    static long require(long micros, int precision, LogicalType target) {
        if (Temporal.finite(micros) && micros % Powers.often(MICRO_DIGITS - precision) != 0) {
            throw Unfit.range(
                    target instanceof LogicalType.Time ? Spelling.time(micros) : Spelling.timestamp(micros),
                    TypeNames.of(target));
        }
        return micros;
    }

    /** Between types that hold the same numbers and differ in their digits only. */
    static ColumnConversion precision(int source, int target, LogicalType type) {
        return source <= target
                ? ColumnConversion.pass(Kind.WIDENING, "")
                : ColumnConversion.check(
                        FRACTION, RowLoop.check(LongVector.class, (from, row) -> require(from.get(row), target, type)));
    }

    static ColumnConversion step(Kind kind, String reason, LongStep step) {
        return ColumnConversion.convert(
                kind,
                reason,
                new RowLoop<>(
                        LongVector.class, LongVector.class, (from, to, row) -> to.set(row, step.apply(from.get(row)))));
    }

    static long midnight(long days) {
        return Temporal.finite(days) ? Math.multiplyExact(days, Temporal.MICROS_PER_DAY) : days;
    }

    /** @throws io.sluice.spi.error.SluiceException when it is another time than midnight */
    static long day(long micros) {
        if (!Temporal.finite(micros)) {
            return micros;
        }
        if (Math.floorMod(micros, Temporal.MICROS_PER_DAY) != 0) {
            throw Unfit.range(Spelling.timestamp(micros), "a date");
        }
        return Math.floorDiv(micros, Temporal.MICROS_PER_DAY);
    }

    static long ofMillis(long millis) {
        return Math.multiplyExact(millis, 1_000L);
    }
}
