package io.sluice.connector.txtfile;

import io.sluice.connector.file.DatePattern;
import io.sluice.connector.file.DateTimeText;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalText;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleText;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.data.Vector;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Writes the values of one column; used by one thread. */
sealed interface FieldEncoder {
    /** Writes the value of a row that is not NULL. @throws SluiceException of category DATA */
    void encode(Vector vector, int row, ByteSink sink);

    /** The plain form of each type. */
    static FieldEncoder of(LogicalType type, TextQuoting quoting) {
        return switch (type) {
            case LogicalType.Bool ignored -> new BoolEncoder();
            case LogicalType.Int whole -> new WholeEncoder(whole.bits() == 64 && !whole.signed());
            case LogicalType.Real real -> real.bits() == 32 ? new SingleEncoder() : new RealEncoder(new DoubleText());
            case LogicalType.Decimal ignored -> new DecimalEncoder();
            case LogicalType.Binary ignored -> new HexEncoder();
            case LogicalType.Date ignored -> new DateTimeEncoder(type, 0);
            case LogicalType.Time time -> new DateTimeEncoder(type, time.precision());
            case LogicalType.Timestamp timestamp -> new DateTimeEncoder(type, timestamp.precision());
            case LogicalType.Instant instant -> new DateTimeEncoder(type, instant.precision());
            case LogicalType.Text ignored -> new TextEncoder(quoting);
            case LogicalType.Bits ignored -> new TextEncoder(quoting);
            case LogicalType.Interval ignored -> new TextEncoder(quoting);
            case LogicalType.Json ignored -> new TextEncoder(quoting);
            case LogicalType.Uuid ignored -> new TextEncoder(quoting);
        };
    }

    /** Dates and times by a declared pattern, all other types in their plain form. */
    static FieldEncoder of(LogicalType type, TextQuoting quoting, DatePattern pattern, ZoneId zone) {
        return switch (type) {
            case LogicalType.Date ignored -> new PatternEncoder(type, pattern, zone, quoting);
            case LogicalType.Timestamp ignored -> new PatternEncoder(type, pattern, zone, quoting);
            case LogicalType.Instant ignored -> new PatternEncoder(type, pattern, zone, quoting);
            default -> of(type, quoting);
        };
    }

    /** {@code true} and {@code false}. */
    record BoolEncoder(byte[] whenTrue, byte[] whenFalse) implements FieldEncoder {
        BoolEncoder() {
            this("true".getBytes(StandardCharsets.US_ASCII), "false".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            sink.add(((BoolVector) vector).get(row) ? whenTrue : whenFalse);
        }
    }

    /** Decimal digits. */
    record WholeEncoder(boolean unsigned) implements FieldEncoder {
        private static final int MOST_BYTES = 21;

        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            long value = ((LongVector) vector).get(row);
            if (unsigned && value < 0) {
                sink.add(Long.toUnsignedString(value).getBytes(StandardCharsets.US_ASCII));
            } else {
                sink.end(DecimalText.write(value, 0, sink.room(MOST_BYTES), sink.length()));
            }
        }
    }

    /** The shortest text that means the number. */
    record RealEncoder(DoubleText reals) implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            double value = ((DoubleVector) vector).get(row);
            sink.end(reals.write(value, sink.room(DoubleText.MOST_BYTES), sink.length()));
        }
    }

    /** The shortest text that means the number of 32 bits. */
    record SingleEncoder() implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            String text = Float.toString((float) ((DoubleVector) vector).get(row));
            sink.add(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** All digits, the trailing zeros of the scale included. */
    record DecimalEncoder() implements FieldEncoder {
        private static final int MOST_BYTES = 21;

        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            DecimalVector decimals = (DecimalVector) vector;
            if (decimals.compact()) {
                byte[] target = sink.room(decimals.scale() + MOST_BYTES);
                sink.end(DecimalText.write(decimals.unscaled(row), decimals.scale(), target, sink.length()));
            } else {
                BytesVector digits = decimals.digits();
                sink.add(digits.data(), digits.start(row), digits.length(row));
            }
        }
    }

    /** Hexadecimal behind {@code \x}. */
    record HexEncoder() implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            BytesVector bytes = (BytesVector) vector;
            byte[] source = bytes.data();
            int end = bytes.end(row);
            byte[] target = sink.room(Math.addExact(2, Math.multiplyExact(2, bytes.length(row))));
            int position = sink.length();
            target[position++] = '\\';
            target[position++] = 'x';
            for (int at = bytes.start(row); at < end; at++) {
                target[position++] = digit(source[at] >> 4 & 0xF);
                target[position++] = digit(source[at] & 0xF);
            }
            sink.end(position);
        }

        private static byte digit(int value) {
            return (byte) (value < 10 ? '0' + value : 'a' + value - 10);
        }
    }

    /** ISO dates and times, a blank between them. */
    record DateTimeEncoder(LogicalType type, int precision) implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            long value = ((LongVector) vector).get(row);
            byte[] target = sink.room(DateTimeText.MOST_BYTES);
            int at = sink.length();
            int end = switch (type) {
                case LogicalType.Date ignored -> DateTimeText.date(value, target, at);
                case LogicalType.Time ignored -> DateTimeText.time(value, precision, target, at);
                case LogicalType.Instant ignored -> DateTimeText.instant(value, precision, target, at);
                default -> DateTimeText.timestamp(value, precision, target, at);
            };
            sink.end(end);
        }
    }

    /** Dates and times by a declared pattern; infinite ones have no other form than their word. */
    record PatternEncoder(LogicalType type, DatePattern pattern, ZoneId zone, TextQuoting quoting)
            implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            long value = ((LongVector) vector).get(row);
            if (!Temporal.finite(value)) {
                sink.end(DateTimeText.date(value, sink.room(DateTimeText.MOST_BYTES), sink.length()));
                return;
            }
            quoting.text(
                    switch (type) {
                        case LogicalType.Date ignored -> pattern.formatDate(value);
                        case LogicalType.Instant ignored -> pattern.formatInstant(value, zone);
                        default -> pattern.formatTimestamp(value);
                    });
        }
    }

    /** Text, quoted where that is needed. */
    record TextEncoder(TextQuoting quoting) implements FieldEncoder {
        @Override
        public void encode(Vector vector, int row, ByteSink sink) {
            quoting.text((BytesVector) vector, row);
        }
    }
}
