package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ColumnDecoder;
import io.sluice.connector.jdbc.Decoders;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.TemporalText;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of SQLite mean. The declared type decides; but each value has a storage class of its own, and one
 * that does not fit the declared type is rejected. The driver's primitive getters would bend it instead, so values are
 * taken as objects. Columns without a telling type, such as expressions, are delivered as text.
 */
final class SqliteTypes {
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private SqliteTypes() {}

    /** @param index from 1 */
    static ResultColumn column(ResultSetMetaData meta, int index) throws SQLException {
        String name = meta.getColumnTypeName(index).toUpperCase(Locale.ROOT);
        LogicalType type = type(name, meta.getPrecision(index), meta.getScale(index));
        boolean nullable = meta.isNullable(index) != ResultSetMetaData.columnNoNulls;
        return new ResultColumn(new Column(meta.getColumnLabel(index), type, nullable, name, false), decoder(type));
    }

    static LogicalType type(String name, int precision, int scale) {
        return switch (name) {
            case "BOOL", "BOOLEAN" -> new LogicalType.Bool();
            case "DATE" -> new LogicalType.Date();
            case "TIME" -> new LogicalType.Time(6, LogicalType.Time.Range.DAY);
            case "DATETIME", "TIMESTAMP" -> new LogicalType.Timestamp(6);
            case "JSON" -> new LogicalType.Json();
            case "DECIMAL", "NUMERIC", "NUMBER" ->
                precision > 0 ? new LogicalType.Decimal(precision, scale) : LogicalType.Text.UNBOUNDED;
            default -> byAffinity(name);
        };
    }

    /** The rules of SQLite's own manual for the affinity of a declared type, in their order. */
    private static LogicalType byAffinity(String name) {
        if (name.contains("INT")) {
            return LogicalType.Int.INT64;
        } else if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return LogicalType.Text.UNBOUNDED;
        } else if (name.contains("BLOB") || name.contains("BINARY")) {
            return LogicalType.Binary.UNBOUNDED;
        } else if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return new LogicalType.Real(64);
        }
        return LogicalType.Text.UNBOUNDED;
    }

    /** Takes over a value that is not NULL. */
    @FunctionalInterface
    private interface Taker {
        void take(Object value, int column, RowBatch batch);
    }

    private static ColumnDecoder.Maker decoder(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> taking(SqliteTypes::bool);
            case LogicalType.Int ignored -> taking(SqliteTypes::whole);
            case LogicalType.Real ignored -> taking(SqliteTypes::real);
            case LogicalType.Decimal ignored -> taking(SqliteTypes::decimal);
            case LogicalType.Binary ignored -> taking(SqliteTypes::binary);
            case LogicalType.Date ignored -> temporal(TemporalText::date);
            case LogicalType.Time ignored -> temporal(TemporalText::time);
            case LogicalType.Timestamp ignored -> temporal(TemporalText::timestamp);
            case LogicalType.Instant ignored -> temporal(TemporalText::timestamp);
            case LogicalType.Text ignored -> taking(SqliteTypes::text);
            case LogicalType.Json ignored -> taking(SqliteTypes::text);
            case LogicalType.Bits ignored -> taking(SqliteTypes::text);
            case LogicalType.Interval ignored -> taking(SqliteTypes::text);
            case LogicalType.Uuid ignored -> taking(SqliteTypes::text);
        };
    }

    private static ColumnDecoder.Maker taking(Taker taker) {
        return () -> (row, column, batch) -> {
            Object value = value(row, column);
            if (value == null) {
                batch.vector(column).setNull(batch.rows());
            } else {
                taker.take(value, column, batch);
            }
        };
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return row.getObject(column + 1);
    }

    private static ColumnDecoder.Maker temporal(Decoders.TextReader form) {
        return () -> {
            TemporalText reader = new TemporalText();
            return taking((value, column, batch) -> {
                        if (!(value instanceof String text)) {
                            throw misfit(value, "a date or time");
                        }
                        batch.longs(column).set(batch.rows(), form.read(reader, text));
                    })
                    .make();
        };
    }

    private static void bool(Object value, int column, RowBatch batch) {
        if (!(value instanceof Integer number) || number < 0 || number > 1) {
            throw misfit(value, "0 or 1");
        }
        batch.bools(column).set(batch.rows(), number == 1);
    }

    private static void whole(Object value, int column, RowBatch batch) {
        switch (value) {
            case Integer number -> batch.longs(column).set(batch.rows(), number);
            case Long number -> batch.longs(column).set(batch.rows(), number);
            default -> throw misfit(value, "a whole number");
        }
    }

    private static void real(Object value, int column, RowBatch batch) {
        switch (value) {
            case Double number -> batch.doubles(column).set(batch.rows(), number);
            case Integer number -> batch.doubles(column).set(batch.rows(), number);
            case Long number
            when Math.abs(number) <= EXACT_IN_DOUBLE -> batch.doubles(column).set(batch.rows(), number);
            default -> throw misfit(value, "a number");
        }
    }

    /** A decimal stored as REAL is the shortest decimal that names it, which is what was put in. */
    private static void decimal(Object value, int column, RowBatch batch) {
        switch (value) {
            case Integer number -> batch.decimals(column).setText(batch.rows(), number.toString());
            case Long number -> batch.decimals(column).setText(batch.rows(), number.toString());
            case Double number
            when Double.isFinite(number) -> batch.decimals(column).setText(batch.rows(), shortest(number));
            case String text -> batch.decimals(column).setText(batch.rows(), text);
            default -> throw misfit(value, "a decimal number");
        }
    }

    private static String shortest(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    private static void text(Object value, int column, RowBatch batch) {
        String text = switch (value) {
            case String string -> string;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Double number when Double.isFinite(number) -> shortest(number);
            case Double number -> number.toString();
            default -> throw misfit(value, "text");
        };
        batch.bytes(column).set(batch.rows(), text);
    }

    private static void binary(Object value, int column, RowBatch batch) {
        if (!(value instanceof byte[] bytes)) {
            throw misfit(value, "binary");
        }
        batch.bytes(column).set(batch.rows(), bytes);
    }

    private static SluiceException misfit(Object value, String expected) {
        String stored = switch (value) {
            case Integer ignored -> "an INTEGER";
            case Long ignored -> "an INTEGER";
            case Double ignored -> "a REAL";
            case String ignored -> "a TEXT";
            default -> "a BLOB";
        };
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE, "The column should hold " + expected + ", the row stores " + stored);
    }
}
