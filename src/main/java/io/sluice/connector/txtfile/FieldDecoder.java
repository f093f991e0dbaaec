package io.sluice.connector.txtfile;

import io.sluice.connector.file.DatePattern;
import io.sluice.connector.file.DateTimeScanner;
import io.sluice.connector.file.Excerpt;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.EightBytes;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Vector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of fields of one declared type into a vector, strictly: no blanks are cut off, nothing is guessed.
 * One for each column of a split, used by one thread.
 */
sealed interface FieldDecoder {
    /**
     * Reads well-formed UTF-8.
     *
     * @throws SluiceException VALUE_NOT_CONVERTIBLE or VALUE_OUT_OF_RANGE
     */
    void decode(byte[] text, int from, int to, Vector target, int row);

    static FieldDecoder of(ColumnConfig column) {
        return switch (column.type()) {
            case STRING -> new TextDecoder();
            case LONG -> new WholeDecoder();
            case DOUBLE -> new RealDecoder(new RealText());
            case DECIMAL -> new DecimalDecoder(new RealText());
            case BOOLEAN -> BoolDecoder.of(column.format());
            case DATE ->
                column.format() == null
                        ? new DateTimeDecoder(new DateTimeScanner())
                        : new PatternDecoder(DatePattern.of(column.format()));
            case BYTES -> new HexDecoder();
        };
    }

    static LogicalType type(ColumnConfig column) {
        return switch (column.type()) {
            case STRING -> LogicalType.Text.UNBOUNDED;
            case LONG -> LogicalType.Int.INT64;
            case DOUBLE -> new LogicalType.Real(64);
            case DECIMAL -> LogicalType.Decimal.UNBOUNDED;
            case BOOLEAN -> new LogicalType.Bool();
            case DATE ->
                column.format() == null
                        ? new LogicalType.Timestamp(6)
                        : DatePattern.of(column.format()).type();
            case BYTES -> LogicalType.Binary.UNBOUNDED;
        };
    }

    private static SluiceException wrong(byte[] text, int from, int to, String expected) {
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE, "'" + Excerpt.of(text, from, to) + "' is no " + expected);
    }

    /** Text, copied as it is. */
    record TextDecoder() implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            ((BytesVector) target).set(row, text, from, to - from);
        }
    }

    /** Decimal digits with an optional sign. */
    record WholeDecoder() implements FieldDecoder {
        private static final int WORDS = 2 * Long.BYTES;
        private static final long EIGHT_DIGITS = 100_000_000L;

        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            boolean negative = from < to && text[from] == '-';
            int first = negative || from < to && text[from] == '+' ? from + 1 : from;
            if (first == to) {
                throw wrong(text, from, to, "whole number");
            }
            long value = to - first <= WORDS && to >= WORDS ? words(text, first, to) : -1;
            if (value < 0) {
                value = -singly(text, from, first, to);
            }
            ((LongVector) target).set(row, negative ? -value : value);
        }

        /** Up to 16 digits; what stands before them is masked out. Below zero when something else is among them. */
        private static long words(byte[] text, int first, int to) {
            int length = to - first;
            long low = EightBytes.digits(EightBytes.load(text, to - Long.BYTES));
            if (length <= Long.BYTES) {
                long few = low & -1L << Long.SIZE - 8 * length;
                return EightBytes.areDigits(few) ? EightBytes.number(few) : -1;
            }
            long high = EightBytes.digits(EightBytes.load(text, to - WORDS)) & -1L << 2 * Long.SIZE - 8 * length;
            boolean digits = EightBytes.areDigits(low) && EightBytes.areDigits(high);
            return digits ? EightBytes.number(high) * EIGHT_DIGITS + EightBytes.number(low) : -1;
        }

        /** The number below zero, because the negative range reaches one further. */
        private static long singly(byte[] text, int from, int first, int to) {
            long value = 0;
            for (int at = first; at < to; at++) {
                int digit = text[at] - '0';
                if (digit < 0 || digit > 9) {
                    throw wrong(text, from, to, "whole number");
                }
                if (value < Long.MIN_VALUE / 10 || value * 10 < Long.MIN_VALUE + digit) {
                    throw wrong(text, from, to, "whole number of 64 bits");
                }
                value = value * 10 - digit;
            }
            if (value == Long.MIN_VALUE && text[from] != '-') {
                throw wrong(text, from, to, "whole number of 64 bits");
            }
            return value;
        }
    }

    /** A floating-point number, if its text means nothing else than the number. */
    record RealDecoder(RealText reals) implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            ((DoubleVector) target).set(row, reals.parse(text, from, to));
        }
    }

    /** Digits with an optional point and exponent; the digits are kept as they are. */
    record DecimalDecoder(RealText reals) implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            DecimalVector decimals = (DecimalVector) target;
            if (RealText.isPlain(text, from, to)) {
                decimals.setText(row, text, from, to - from);
            } else {
                decimals.setText(row, reals.plainDecimal(text, from, to));
            }
        }
    }

    /** Two words. */
    record BoolDecoder(String whenTrue, String whenFalse, boolean ignoreCase) implements FieldDecoder {
        static BoolDecoder of(@Nullable String format) {
            if (format == null) {
                return new BoolDecoder("true", "false", true);
            }
            int slash = format.indexOf('/');
            if (slash <= 0 || slash == format.length() - 1) {
                throw new IllegalArgumentException("'" + format + "' is not of the form Y/N");
            }
            return new BoolDecoder(format.substring(0, slash), format.substring(slash + 1), false);
        }

        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            String word = new String(text, from, to - from, StandardCharsets.UTF_8);
            String known = ignoreCase ? word.toLowerCase(Locale.ROOT) : word;
            if (!known.equals(whenTrue) && !known.equals(whenFalse)) {
                throw wrong(text, from, to, "truth value (" + whenTrue + " or " + whenFalse + ")");
            }
            ((BoolVector) target).set(row, known.equals(whenTrue));
        }
    }

    /** Dates and times of the form that needs no declaration. */
    record DateTimeDecoder(DateTimeScanner scanner) implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            ((LongVector) target).set(row, scanner.timestamp(text, from, to));
        }
    }

    /** Dates and times of a declared form. */
    record PatternDecoder(DatePattern pattern) implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            ((LongVector) target).set(row, pattern.parse(new String(text, from, to - from, StandardCharsets.UTF_8)));
        }
    }

    /** Hexadecimal digits behind {@code \x}. */
    record HexDecoder() implements FieldDecoder {
        @Override
        public void decode(byte[] text, int from, int to, Vector target, int row) {
            boolean marked = to - from >= 2 && text[from] == '\\' && text[from + 1] == 'x';
            if (!marked || (to - from) % 2 != 0) {
                throw wrong(text, from, to, "bytes in hexadecimal behind \\x");
            }
            BytesVector bytes = (BytesVector) target;
            int length = (to - from) / 2 - 1;
            int at = bytes.reserveFor(row, length);
            byte[] data = bytes.data();
            for (int index = 0; index < length; index++) {
                int high = Character.digit(text[from + 2 + 2 * index], 16);
                int low = Character.digit(text[from + 3 + 2 * index], 16);
                if (high < 0 || low < 0) {
                    throw wrong(text, from, to, "bytes in hexadecimal behind \\x");
                }
                data[at + index] = (byte) (high << 4 | low);
            }
            bytes.commit(row, length);
        }
    }
}
