package io.sluice.run;

import io.sluice.engine.convert.WiderType;
import io.sluice.spi.data.LogicalType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much room the values of a column take, whatever its type.
 *
 * @param values how many there are; NULL is none
 * @param characters of the longest
 * @param bytes of the longest in UTF-8
 * @param whole whether one is only the beginning of a longer value
 * @param numbers their digits; empty when one of them is no number
 * @param fraction digits of a second
 */
public record ValueExtent(
        long values, int characters, int bytes, boolean whole, Optional<Numbers> numbers, int fraction) {
    public static final ValueExtent NONE = new ValueExtent(0, 0, 0, true, Optional.of(Numbers.NONE), 0);

    private static final List<Integer> LENGTHS = List.of(10, 20, 50, 100, 200, 255, 500, 1_000, 2_000, 5_000, 10_000);
    private static final List<Integer> DIGITS = List.of(6, 9, 12, 15, 18, 24, 30, 38, 65);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?");
    private static final Pattern FRACTION = Pattern.compile(":\\d{2}\\.(\\d{1,9}?)0*(?:Z|[+-]\\d{2}.*)?$");

    /**
     * Digits of numbers.
     *
     * @param before the point, of the longest
     * @param behind the point
     * @param least the smallest number
     * @param most the largest number
     * @param doubles whether floating point numbers of 64 bits are spelled like all of them
     */
    public record Numbers(int before, int behind, BigDecimal least, BigDecimal most, boolean doubles) {
        static final Numbers NONE = new Numbers(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, true);

        private Numbers with(BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            int digits = Math.max(0, plain.precision() - plain.scale());
            return new Numbers(
                    Math.max(before, digits),
                    Math.max(behind, Math.max(0, plain.scale())),
                    least.min(plain),
                    most.max(plain),
                    doubles && isDouble(plain));
        }

        private static boolean isDouble(BigDecimal number) {
            double near = number.doubleValue();
            return Double.isFinite(near)
                    && (new BigDecimal(near).compareTo(number) == 0
                            || new BigDecimal(Double.toString(near)).compareTo(number) == 0);
        }

        private LogicalType type(boolean unsigned) {
            if (behind > 0) {
                return new LogicalType.Decimal(step(before + behind, DIGITS), behind);
            }
            for (int bits : List.of(8, 16, 32, 64)) {
                boolean signed = !unsigned || least.signum() < 0;
                BigDecimal end = BigDecimal.TWO.pow(signed ? bits - 1 : bits);
                if (most.compareTo(end) < 0 && least.compareTo(signed ? end.negate() : BigDecimal.ZERO) >= 0) {
                    return new LogicalType.Int(bits, signed);
                }
            }
            return new LogicalType.Decimal(step(before, DIGITS), 0);
        }
    }

    /** With the value at fault of a further record. */
    public ValueExtent with(DirtyRow row) {
        int column = row.cause().columnIndex();
        String value = column < 0 || column >= row.values().size()
                ? null
                : row.values().get(column);
        return value == null ? this : with(value, !row.isCut(column));
    }

    private ValueExtent with(String value, boolean complete) {
        Optional<Numbers> digits = numbers.filter(
                        known -> complete && NUMBER.matcher(value.strip()).matches())
                .map(known -> known.with(new BigDecimal(value.strip())));
        Matcher second = FRACTION.matcher(value);
        return new ValueExtent(
                values + 1,
                Math.max(characters, value.codePointCount(0, value.length())),
                Math.max(bytes, value.getBytes(StandardCharsets.UTF_8).length),
                whole && complete,
                digits,
                Math.max(fraction, second.find() ? second.group(1).length() : 0));
    }

    /** A type like the present one that holds the values too; the same one where it does, empty where there is none. */
    public Optional<LogicalType> wider(LogicalType present) {
        return switch (present) {
            case LogicalType.Text ignored -> WiderType.of(present, text());
            case LogicalType.Int whole -> numbers.flatMap(known -> WiderType.of(present, known.type(!whole.signed())));
            case LogicalType.Decimal decimal -> numbers.flatMap(known -> decimal(decimal, known));
            case LogicalType.Real ignored ->
                numbers.filter(Numbers::doubles).flatMap(known -> WiderType.of(present, new LogicalType.Real(64)));
            case LogicalType.Timestamp ignored -> WiderType.of(present, new LogicalType.Timestamp(digits()));
            case LogicalType.Instant ignored -> WiderType.of(present, new LogicalType.Instant(digits()));
            case LogicalType.Time time -> WiderType.of(present, new LogicalType.Time(digits(), time.range()));
            default -> Optional.empty();
        };
    }

    /** Whether a number below zero is among the values. */
    public boolean negative() {
        return numbers.filter(known -> known.least().signum() < 0).isPresent();
    }

    private int digits() {
        return Math.min(6, fraction);
    }

    private LogicalType.Text text() {
        return whole ? new LogicalType.Text(step(characters, LENGTHS), false, bytes) : LogicalType.Text.UNBOUNDED;
    }

    /** Digits that were enough stay as many; where more are needed, a few are spare. */
    private static Optional<LogicalType> decimal(LogicalType.Decimal present, Numbers numbers) {
        int before = Math.max(present.precision() - present.scale(), numbers.before());
        int behind = Math.max(present.scale(), numbers.behind());
        if (present.precision() == 0 || before + behind == present.precision() && behind == present.scale()) {
            return Optional.of(present);
        }
        return WiderType.of(present, new LogicalType.Decimal(step(before + behind, DIGITS), behind));
    }

    /** The next of the usual sizes; beyond them the size itself. */
    private static int step(int size, List<Integer> usual) {
        return usual.stream().filter(one -> one >= size).findFirst().orElse(size);
    }
}
