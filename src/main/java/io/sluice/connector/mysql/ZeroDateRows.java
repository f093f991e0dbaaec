package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnDecoder;
import io.sluice.connector.jdbc.DateChoice;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.RowDecoder;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Temporal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes rows in which dates that are all zero become what the task puts in their place, and counts them. */
final class ZeroDateRows implements RowDecoder {
    private final List<ResultColumn> columns;
    private final ZeroDates chosen;
    private final RowDecoder rows;
    private final long[] counts;
    private final BitSet ofRow = new BitSet();

    ZeroDateRows(List<ResultColumn> columns, ZeroDates chosen) {
        this.columns = columns;
        this.chosen = chosen;
        counts = new long[columns.size()];
        List<WireValues.Reader> readers = new ArrayList<>();
        List<ResultColumn> decoded = new ArrayList<>();
        for (ResultColumn one : columns) {
            boolean concerned = chosen.concern(one.column().type());
            WireValues.Reader plain = WireValues.of(one.column());
            readers.add(concerned ? reader(plain) : plain);
            decoded.add(
                    concerned
                            ? new ResultColumn(
                                    one.column(), () -> decoder(one.decoder().make()))
                            : one);
        }
        rows = new BinaryRows(decoded, readers);
    }

    /** A column as rows decoded so deliver it: with dates made NULL it may be NULL. */
    static ResultColumn described(ZeroDates chosen, ResultColumn plain) {
        Column column = plain.column();
        if (chosen.zeroDate() != DateChoice.CONVERT_TO_NULL || !chosen.concern(column.type())) {
            return plain;
        }
        Column nullable = new Column(
                column.name(),
                column.type(),
                true,
                column.nativeType(),
                column.key(),
                column.comment(),
                column.filled());
        return new ResultColumn(nullable, plain.decoder());
    }

    @Override
    public void decode(ResultSet row, RowBatch batch) throws SQLException {
        ofRow.clear();
        rows.decode(row, batch);
        for (int column = ofRow.nextSetBit(0); column >= 0; column = ofRow.nextSetBit(column + 1)) {
            counts[column]++;
        }
    }

    @Override
    public int column() {
        return rows.column();
    }

    @Override
    public void delivered(TaskContext context) {
        for (int column = 0; column < counts.length; column++) {
            if (counts[column] > 0) {
                context.changed(columns.get(column).column().name(), chosen.spelled(), counts[column]);
                counts[column] = 0;
            }
        }
    }

    private WireValues.Reader reader(WireValues.Reader plain) {
        return (row, at, batch, column) -> {
            int length = row[at];
            for (int i = at + 1; i <= at + length; i++) {
                if (row[i] != 0) {
                    return plain.read(row, at, batch, column);
                }
            }
            put(batch, column);
            return at + 1 + length;
        };
    }

    private ColumnDecoder decoder(ColumnDecoder plain) {
        return (row, column, batch) -> {
            if (isZero(text(row, column))) {
                put(batch, column);
            } else {
                plain.decode(row, column, batch);
            }
        };
    }

    private static boolean isZero(@Nullable String text) {
        return text != null
                && text.startsWith("0000-00-00")
                && text.chars().noneMatch(sign -> sign >= '1' && sign <= '9');
    }

    /** Days such as 2024-00-00 have no text at the client; what is wrong with them is said by the decoder itself. */
    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        try {
            return row.getString(column + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private void put(RowBatch batch, int column) {
        ofRow.set(column);
        LocalDate instead = chosen.zeroDate() == DateChoice.REPLACE ? DateChoice.date(chosen.replacement()) : null;
        if (instead == null) {
            batch.vector(column).setNull(batch.rows());
            return;
        }
        long day = instead.toEpochDay();
        boolean date = columns.get(column).column().type() instanceof LogicalType.Date;
        batch.longs(column).set(batch.rows(), date ? day : day * Temporal.MICROS_PER_DAY);
    }
}
