package io.sluice.spi.data;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Exact decimal numbers. A column of at most 18 digits is <em>compact</em>: each value is a {@code long} of units of
 * 10<sup>-scale</sup>. Wider and unbounded columns hold plain ASCII digits such as {@code -12.340}, with each value's
 * own scale; there {@code NaN}, {@code Infinity} and {@code -Infinity} may appear too (PostgreSQL NUMERIC).
 */
public final class DecimalVector extends Vector {
    /** The most digits that always fit a {@code long}. */
    public static final int COMPACT_DIGITS = 18;

    private final boolean compact;
    private final int scale;
    private final long[] unscaled;
    private final BytesVector text;

    DecimalVector(LogicalType.Decimal type, int capacity) {
        super(capacity);
        compact = isCompact(type);
        scale = type.scale();
        unscaled = new long[compact ? capacity : 0];
        text = new BytesVector(compact ? 0 : capacity);
    }

    /** Whether columns of {@code type} are held as {@code long}. */
    public static boolean isCompact(LogicalType.Decimal type) {
        return type.precision() > 0 && type.precision() <= COMPACT_DIGITS && type.scale() >= 0;
    }

    public boolean compact() {
        return compact;
    }

    /** Digits behind the point of every value of a compact vector. */
    public int scale() {
        return scale;
    }

    /** Sets a value of a compact vector in units of 10<sup>-scale</sup>. */
    public void setUnscaled(int row, long value) {
        unscaled[row] = value;
        setValid(row);
    }

    /** The value of a compact vector in units of 10<sup>-scale</sup>. */
    public long unscaled(int row) {
        return unscaled[row];
    }

    /**
     * Sets a value from plain ASCII digits ({@code [-+]?digits[.digits]}).
     *
     * @throws SluiceException VALUE_OUT_OF_RANGE when a compact vector would lose digits, VALUE_NOT_CONVERTIBLE when the
     *     text is no number
     */
    public void setText(int row, byte[] source, int from, int length) {
        if (compact) {
            setUnscaled(row, DecimalText.parse(source, from, length, scale));
        } else {
            text.set(row, source, from, length);
            setValid(row);
        }
    }

    public void setText(int row, String plain) {
        byte[] ascii = plain.getBytes(StandardCharsets.ISO_8859_1);
        setText(row, ascii, 0, ascii.length);
    }

    /** Sets a value; slow, for values that arrive as objects. @throws SluiceException as {@link #setText(int, byte[], int, int)} */
    public void set(int row, BigDecimal value) {
        setText(row, value.toPlainString());
    }

    /** The digits of a wide vector; its bytes may be copied as they are. */
    public BytesVector digits() {
        if (compact) {
            throw new IllegalStateException("A compact vector has no digits");
        }
        return text;
    }

    /** The value as plain text, for example {@code -12.340}; allocates, for slow paths. */
    public String plain(int row) {
        return compact ? DecimalText.plain(unscaled[row], scale) : text.string(row);
    }

    /** The value as an object; slow. @throws SluiceException VALUE_NOT_CONVERTIBLE for NaN and infinities */
    public BigDecimal decimal(int row) {
        if (compact) {
            return BigDecimal.valueOf(unscaled[row], scale);
        }
        String plain = text.string(row);
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException e) {
            throw new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, plain + " is not a finite number", e);
        }
    }

    @Override
    public void setNull(int row) {
        super.setNull(row);
        if (!compact) {
            text.setNull(row);
        }
    }

    @Override
    void clear() {
        super.clear();
        text.clear();
    }

    @Override
    void move(int from, int to) {
        if (compact) {
            unscaled[to] = unscaled[from];
        } else {
            text.move(from, to);
        }
        moveValidity(from, to);
    }

    @Override
    void truncate(int rows) {
        super.truncate(rows);
        if (!compact) {
            text.truncate(rows);
        }
    }

    @Override
    long bytes(int rows) {
        return compact ? 8L * rows : text.volume();
    }

    long volume() {
        return text.volume();
    }
}
