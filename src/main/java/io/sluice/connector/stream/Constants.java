package io.sluice.connector.stream;

import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The same value in every row. */
final class Constants {
    private Constants() {}

    static ColumnGenerator of(StreamColumn column, String value) {
        return switch (column.type()) {
            case STRING, BYTES -> new Bytes(value.getBytes(StandardCharsets.UTF_8));
            case LONG -> new Number(Long.parseLong(value));
            case DATE -> new Number(DateBounds.micros(value, column.dateFormat()));
            case DOUBLE -> new Real(Double.parseDouble(value));
            case BOOL -> new Truth(truth(value));
        };
    }

    private static boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ColumnGenerators.invalid("'" + value + "' is neither true nor false");
        };
    }

    private record Bytes(byte[] value) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            ((BytesVector) vector).fill(from, to, value);
        }

        @Override
        public int widest() {
            return value.length;
        }
    }

    private record Number(long value) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            Arrays.fill(((LongVector) vector).values(), from, to, value);
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return Long.BYTES;
        }
    }

    private record Real(double value) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            Arrays.fill(((DoubleVector) vector).values(), from, to, value);
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return Double.BYTES;
        }
    }

    private record Truth(boolean value) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            Arrays.fill(((BoolVector) vector).values(), from, to, value);
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return 1;
        }
    }
}
