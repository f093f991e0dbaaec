package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;
import java.time.Duration;

/** Conversions to times of day or to spans of up to 838 hours. */
final class ToTime {
    private static final long MOST_HOURS_MICROS = (838 * 3600L + 59 * 60 + 59) * Temporal.MICROS_PER_SECOND + 999_999;
    private static final int NANOS_PER_MICRO = 1_000;

    private ToTime() {}

    static ColumnConversion from(LogicalType source, Time target, ConversionRules rules) {
        TemporalText formats = new TemporalText(rules);
        return switch (source) {
            case Time time -> times(time, target);
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.TIME_FORMATS),
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, require(formats.readTime(from.string(row)), target))));
            case LogicalType.Interval ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.INTERVALS_OF_TIME),
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, require(ofInterval(from.string(row)), target))));
            case LogicalType.Timestamp ignored -> impossible(source, target);
            case LogicalType.Instant ignored -> impossible(source, target);
            case LogicalType.Date ignored -> impossible(source, target);
            case LogicalType.Int ignored -> impossible(source, target);
            case LogicalType.Bool ignored -> impossible(source, target);
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }

    private static ColumnConversion times(Time source, Time target) {
        return source.range() == target.range() || target.range() == Time.Range.HOURS_838
                ? TemporalChecks.precision(source.precision(), target.precision(), target)
                : check(
                        because(Code.WITHIN_DAY),
                        RowLoop.check(LongVector.class, (from, row) -> require(from.get(row), target)));
    }

    private static long require(long micros, Time target) {
        boolean fits = switch (target.range()) {
            case DAY -> micros >= 0 && micros <= Temporal.MICROS_PER_DAY;
            case HOURS_838 -> Math.abs(micros) <= MOST_HOURS_MICROS;
        };
        if (!fits) {
            throw Unfit.range(Spelling.time(micros), TypeNames.of(target));
        }
        return TemporalChecks.require(micros, target.precision(), target);
    }

    /** An interval of days, months or years has no fixed length. */
    static long ofInterval(String text) {
        if (!text.startsWith("PT") && !text.startsWith("-PT")) {
            throw Unfit.form(text, "interval of hours, minutes and seconds");
        }
        Duration duration = Duration.parse(text);
        if (duration.getNano() % NANOS_PER_MICRO != 0) {
            throw Unfit.range(text, "microseconds");
        }
        return Math.addExact(
                Math.multiplyExact(duration.getSeconds(), Temporal.MICROS_PER_SECOND),
                duration.getNano() / NANOS_PER_MICRO);
    }
}
