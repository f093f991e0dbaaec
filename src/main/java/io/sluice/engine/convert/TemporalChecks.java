package io.sluice.engine.convert;

import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.engine.convert.Zones.LongStep;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;
import java.util.List;

/** What the conversions to temporal types have in common: a fraction is never rounded. */
final class TemporalChecks {
    private static final int MICRO_DIGITS = 6;
    private static final int MILLI_DIGITS = 3;

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
                ? ColumnConversion.pass(Kind.WIDENING, Reason.NONE)
                : ColumnConversion.check(
                        because(Code.FRACTION),
                        RowLoop.check(LongVector.class, (from, row) -> require(from.get(row), target, type)));
    }

    static ColumnConversion step(Kind kind, List<Reason> reason, LongStep step) {
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

    /** How well milliseconds fit times with so many digits of the second. */
    static Kind ofMillis(LogicalType.Int source, int digits) {
        return source.bits() < Long.SIZE && digits >= MILLI_DIGITS ? Kind.WIDENING : Kind.LOSSY;
    }

    /** Microseconds of milliseconds. @throws io.sluice.spi.error.SluiceException or ArithmeticException when there are too many */
    static long ofMillis(long millis, LogicalType.Int source) {
        if (millis < 0 && !source.signed()) {
            throw Unfit.range(Long.toUnsignedString(millis), "milliseconds");
        }
        return Math.multiplyExact(millis, 1_000L);
    }
}
