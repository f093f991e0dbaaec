package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;

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
                        "true becomes 1, false 0",
                        new RowLoop<>(
                                BoolVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, from.get(row) ? 1 : 0)));
            case Int whole -> ints(whole, target);
            case LogicalType.Real ignored ->
                convert(
                        Kind.LOSSY,
                        "only whole numbers of the target's range fit",
                        new RowLoop<>(
                                DoubleVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, whole(from.get(row), range))));
            case LogicalType.Decimal decimal -> decimals(decimal, range);
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        "only plain whole numbers of the target's range fit",
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, parse(from.string(row), range))));
            case LogicalType.Bits bits ->
                bits.length() > Long.SIZE
                        ? impossible(source, target)
                        : convert(
                                range.covers(bits) ? Kind.WIDENING : Kind.LOSSY,
                                "read as an unsigned binary number"
                                        + (range.covers(bits) ? "" : ", only those of the target's range fit"),
                                new RowLoop<>(
                                        BytesVector.class,
                                        LongVector.class,
                                        (from, to, row) -> to.set(row, ofBits(from.string(row), range))));
            case LogicalType.Instant ignored -> millis(micros -> micros, range);
            case LogicalType.Timestamp ignored ->
                rules.zone() == null ? Zones.missing(source, target) : millis(zoned(rules.zone()), range);
            case LogicalType.Date ignored -> impossible(source, target);
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
                ? ColumnConversion.pass(Kind.WIDENING, "")
                : ColumnConversion.check(
                        "only values of the target's range fit",
                        new RangeCheck(source, range.within(IntRange.of(source))));
    }

    private static ColumnConversion decimals(LogicalType.Decimal source, IntRange range) {
        String reason = "only whole numbers of the target's range fit";
        if (DecimalVector.isCompact(source)) {
            long unit = Powers.often(source.scale());
            boolean fits = source.scale() == 0 && range.covers(source);
            return convert(
                    fits ? Kind.WIDENING : Kind.LOSSY,
                    fits ? "" : reason,
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
                "becomes milliseconds since 1970-01-01T00:00:00Z",
                new RowLoop<>(LongVector.class, LongVector.class, (from, to, row) -> {
                    long micros = Zones.finite(from.get(row));
                    long instant = toInstant.apply(micros);
                    if (instant % MICROS_PER_MILLI != 0) {
                        throw Unfit.range(Spelling.timestamp(micros), "milliseconds");
                    }
                    to.set(row, range.require(instant / MICROS_PER_MILLI));
                }));
    }

    private static Zones.LongStep zoned(ZoneId zone) {
        return micros -> Zones.toInstant(micros, zone);
    }
}
