package io.sluice.engine.preview;

import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The least and the most of numbers and times. */
final class Bounds {
    private @Nullable Cell least;
    private @Nullable Cell most;
    private @Nullable Comparable<?> low;
    private @Nullable Comparable<?> high;

    @Nullable
    Cell least() {
        return least;
    }

    @Nullable
    Cell most() {
        return most;
    }

    void add(RowBatch batch, int row, int column, Cells cells) {
        Comparable<?> value = value(batch, row, column);
        if (value == null) {
            return;
        }
        Comparable<?> lowest = low;
        Comparable<?> highest = high;
        if (lowest == null || compare(value, lowest) < 0) {
            low = value;
            least = cells.of(batch, row, column);
        }
        if (highest == null || compare(value, highest) > 0) {
            high = value;
            most = cells.of(batch, row, column);
        }
    }

    /** What is comparable of a value; null for values without an order. */
    private static @Nullable Comparable<?> value(RowBatch batch, int row, int column) {
        return switch (batch.vector(column)) {
            case LongVector longs ->
                batch.schema().column(column).type() instanceof LogicalType.Int whole && !whole.signed()
                        ? Long.valueOf(longs.get(row) + Long.MIN_VALUE)
                        : Long.valueOf(longs.get(row));
            case DoubleVector doubles -> Double.isNaN(doubles.get(row)) ? null : doubles.get(row);
            case DecimalVector decimals -> decimal(decimals.plain(row));
            case BoolVector ignored -> null;
            case BytesVector ignored -> null;
        };
    }

    private static @Nullable BigDecimal decimal(String plain) {
        char last = plain.charAt(plain.length() - 1);
        return last >= '0' && last <= '9' ? new BigDecimal(plain) : null;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
