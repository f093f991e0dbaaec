package io.sluice.connector.stream;

import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.data.Vector;

/** Other values in every row, within two bounds. */
final class RandomValues {
    private RandomValues() {}

    static ColumnGenerator of(StreamColumn column, String bounds, Noise noise) {
        int comma = bounds.indexOf(',');
        if (comma < 0) {
            throw ColumnGenerators.invalid("'" + bounds + "' is not of the form lower,upper");
        }
        String lower = bounds.substring(0, comma).strip();
        String upper = bounds.substring(comma + 1).strip();
        return switch (column.type()) {
            case STRING, BYTES -> characters(Integer.parseInt(lower), Integer.parseInt(upper), noise);
            case LONG -> numbers(Long.parseLong(lower), Long.parseLong(upper), 1, noise);
            case DATE -> dates(lower, upper, column.dateFormat(), noise);
            case DOUBLE -> reals(Double.parseDouble(lower), Double.parseDouble(upper), noise);
            case BOOL -> truths(Long.parseLong(lower), Long.parseLong(upper), noise);
        };
    }

    private static ColumnGenerator characters(int least, int most, Noise noise) {
        requireOrder(least >= 0 && least <= most);
        return new RandomLetters(least, most, noise);
    }

    private static ColumnGenerator numbers(long least, long most, long unit, Noise noise) {
        requireOrder(least <= most);
        return new Numbers(least, most, unit, noise);
    }

    private static ColumnGenerator dates(String lower, String upper, String format, Noise noise) {
        long unit = format.indexOf('S') >= 0 ? 1_000L : Temporal.MICROS_PER_SECOND;
        long least = Math.floorDiv(DateBounds.micros(lower, format), unit);
        return numbers(least, Math.floorDiv(DateBounds.micros(upper, format), unit), unit, noise);
    }

    private static ColumnGenerator reals(double least, double most, Noise noise) {
        requireOrder(least <= most);
        return new Reals(least, most, noise);
    }

    private static ColumnGenerator truths(long falses, long trues, Noise noise) {
        requireOrder(falses >= 0 && trues >= 0 && falses + trues > 0);
        return new Truths(falses, falses + trues, noise);
    }

    private static void requireOrder(boolean holds) {
        if (!holds) {
            throw ColumnGenerators.invalid(
                    "The lower bound is above the upper one, or negative where a length or a weight is meant");
        }
    }

    private record Numbers(long least, long most, long unit, Noise noise) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            long[] values = ((LongVector) vector).values();
            long state = noise.state(number);
            for (int row = from; row < to; row++) {
                values[row] = unit * Noise.between(Noise.mix(state), least, most);
                state += Noise.STEP;
            }
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return Long.BYTES;
        }
    }

    private record Reals(double least, double most, Noise noise) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            double[] values = ((DoubleVector) vector).values();
            double span = most - least;
            long state = noise.state(number);
            for (int row = from; row < to; row++) {
                values[row] = least + span * Noise.unit(Noise.mix(state));
                state += Noise.STEP;
            }
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return Double.BYTES;
        }
    }

    private record Truths(long falses, long all, Noise noise) implements ColumnGenerator {
        @Override
        public void fill(Vector vector, int from, int to, long number) {
            boolean[] values = ((BoolVector) vector).values();
            long state = noise.state(number);
            for (int row = from; row < to; row++) {
                values[row] = Noise.between(Noise.mix(state), 0, all - 1) >= falses;
                state += Noise.STEP;
            }
            vector.setValid(from, to);
        }

        @Override
        public int widest() {
            return 1;
        }
    }
}
