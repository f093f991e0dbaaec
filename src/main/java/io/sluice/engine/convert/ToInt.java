package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalText;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LongVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;

/** Conversions to whole numbers. A fraction is never cut off, and text must be the number's plain spelling. */
final class ToInt {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int LONG_DIGITS = 18;

    private ToInt() {}

    static ColumnConversion from(LogicalType source, Int target, ConversionRules rules) {
        IntRange range = IntRange.of(target);
        return switch (source) {
            case LogicalType.Bool ignored ->
                convert(
                        Kind.WIDENING,
                        because(Code.TRUE_IS_ONE),
                        new RowLoop<>(
                                BoolVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, from.get(row) ? 1 : 0)));
            case Int whole -> ints(whole, target);
            case LogicalType.Real ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.WHOLE_WITHIN_RANGE),
                        new RowLoop<>(
                                DoubleVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, whole(from.get(row), range))));
            case LogicalType.Decimal decimal -> decimals(decimal, range);
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.PLAIN_WHOLE_WITHIN_RANGE),
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, parse(from.string(row), range))));
            case LogicalType.Bits bits ->
                bits.length() > Long.SIZE
                        ? impossible(source, target)
                        : convert(
                                range.covers(bits) ? Kind.WIDENING : Kind.LOSSY,
                                range.covers(bits)
                                        ? because(Code.FROM_BINARY)
                                        : Reason.both(because(Code.FROM_BINARY), because(Code.WITHIN_RANGE)),
                                new RowLoop<>(
                                        BytesVector.class,
                                        LongVector.class,
                                        (from, to, row) -> to.set(row, ofBits(from.string(row), range))));
            case LogicalType.Instant ignored -> millis(micros -> micros, range);
            case LogicalType.Timestamp ignored ->
                rules.zone() == null ? Zones.missing(source, target) : millis(zoned(rules.zone()), range);
            case LogicalType.Date ignored ->
                rules.zone() == null ? Zones.missing(source, target) : millis(midnight(rules.zone()), range);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }

    private static ColumnConversion ints(Int source, Int target) {
        IntRange range = IntRange.of(target);
        return range.covers(IntRange.of(source))
                ? ColumnConversion.pass(Kind.WIDENING, Reason.NONE)
                : ColumnConversion.check(
                        because(Code.WITHIN_RANGE), new RangeCheck(source, range.within(IntRange.of(source))));
    }

    private static ColumnConversion decimals(LogicalType.Decimal source, IntRange range) {
        List<Reason> reason = because(Code.WHOLE_WITHIN_RANGE);
        if (DecimalVector.isCompact(source)) {
            long unit = Powers.often(source.scale());
            boolean fits = source.scale() == 0 && range.covers(source);
            return convert(
                    fits ? Kind.WIDENING : Kind.LOSSY,
                    fits ? Reason.NONE : reason,
                    new RowLoop<>(DecimalVector.class, LongVector.class, (from, to, row) -> {
                        long unscaled = from.unscaled(row);
                        if (unscaled % unit != 0) {
                            throw Unfit.range(from.plain(row), range.name());
                        }
                        to.set(row, range.require(unscaled / unit));
                    }));
        }
        return convert(
                Kind.LOSSY,
                reason,
                new RowLoop<>(
                        DecimalVector.class, LongVector.class, (from, to, row) -> to.set(row, wide(from, row, range))));
    }

    private static long wide(DecimalVector from, int row, IntRange range) {
        BytesVector digits = from.digits();
        if (digits.length(row) <= LONG_DIGITS) {
            return range.require(DecimalText.parse(digits.data(), digits.start(row), digits.length(row), 0));
        }
        BigDecimal value = from.decimal(row);
        if (value.stripTrailingZeros().scale() > 0) {
            throw Unfit.range(value.toPlainString(), range.name());
        }
        return range.require(value.toBigInteger());
    }

    private static long whole(double value, IntRange range) {
        if (value != Math.rint(value) || Double.isInfinite(value)) {
            throw Unfit.range(value, range.name());
        }
        if (Math.abs(value) < 0x1p62) {
            return range.require((long) value);
        }
        return range.require(new BigDecimal(value).toBigInteger());
    }

    private static long parse(String text, IntRange range) {
        if (!PlainNumber.isWhole(text)) {
            throw Unfit.form(text, "plain whole number");
        }
        return text.length() <= LONG_DIGITS ? range.require(Long.parseLong(text)) : range.require(new BigInteger(text));
    }

    private static long ofBits(String text, IntRange range) {
        return range.require(new BigInteger(text, 2));
    }

    private static ColumnConversion millis(Zones.LongStep toInstant, IntRange range) {
        return convert(
                Kind.LOSSY,
                because(Code.TO_MILLIS),
                new RowLoop<>(LongVector.class, LongVector.class, (from, to, row) -> {
                    long micros = Zones.finite(from.get(row));
                    long instant = toInstant.apply(micros);
                    if (instant % MICROS_PER_MILLI != 0) {
                        throw Unfit.range(Spelling.timestamp(micros), "milliseconds");
                    }
                    to.set(row, range.require(instant / MICROS_PER_MILLI));
                }));
    }

    private static Zones.LongStep midnight(ZoneId zone) {
        return days -> Zones.toInstant(TemporalChecks.midnight(days), zone);
    }

    private static Zones.LongStep zoned(ZoneId zone) {
        return micros -> Zones.toInstant(micros, zone);
    }
}
