package io.sluice.engine.convert;

import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Int;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The numbers of a decimal type. */
final class DecimalRange {
    private final Decimal type;
    private final String name;
    private final boolean compact;
    private final long limit;

    DecimalRange(Decimal type) {
        this.type = type;
        this.name = TypeNames.of(type);
        this.compact = DecimalVector.isCompact(type);
        this.limit = compact ? Powers.often(type.precision()) : 0;
    }

    String name() {
        return name;
    }

    boolean holdsAll(Decimal source) {
        return type.precision() == 0
                || source.precision() != 0
                        && type.scale() >= source.scale()
                        && wholeDigits() >= source.precision() - source.scale();
    }

    boolean holdsAll(Int source) {
        int digits = BigInteger.TWO
                .pow(source.signed() ? source.bits() - 1 : source.bits())
                .toString()
                .length();
        return type.precision() == 0 || wholeDigits() >= digits;
    }

    boolean holdsOne() {
        return type.precision() == 0 || wholeDigits() > 0;
    }

    private int wholeDigits() {
        return type.precision() - type.scale();
    }

    /** Sets a value from plain digits. @throws io.sluice.spi.error.SluiceException when it does not fit exactly */
    void set(DecimalVector to, int row, String plain) {
        byte[] digits = plain.getBytes(StandardCharsets.ISO_8859_1);
        if (compact) {
            to.setText(row, digits, 0, digits.length);
            require(to.unscaled(row));
        } else {
            require(digits, 0, digits.length);
            to.setText(row, digits, 0, digits.length);
        }
    }

    /** @param unscaled in units of the type's scale */
    long require(long unscaled) {
        if (unscaled >= limit || unscaled <= -limit) {
            throw Unfit.range(
                    java.math.BigDecimal.valueOf(unscaled, type.scale()).toPlainString(), name);
        }
        return unscaled;
    }

    /** Looks at plain digits without making a number of them; NaN and infinities belong to unbounded decimals only. */
    void require(byte[] digits, int from, int to) {
        if (type.precision() == 0) {
            return;
        }
        int at = from < to && digits[from] == '-' ? from + 1 : from;
        while (at < to && digits[at] == '0') {
            at++;
        }
        int whole = digitsFrom(digits, at, to);
        int fraction = whole;
        if (whole < to && digits[whole] == '.') {
            fraction = digitsFrom(digits, whole + 1, to);
        }
        int needed = fraction;
        while (needed > whole + 1 && digits[needed - 1] == '0') {
            needed--;
        }
        if (fraction != to || whole - at > wholeDigits() || needed - whole - 1 > type.scale()) {
            throw Unfit.range(new String(digits, from, to - from, StandardCharsets.ISO_8859_1), name);
        }
    }

    private static int digitsFrom(byte[] digits, int from, int to) {
        int at = from;
        while (at < to && digits[at] >= '0' && digits[at] <= '9') {
            at++;
        }
        return at;
    }
}
