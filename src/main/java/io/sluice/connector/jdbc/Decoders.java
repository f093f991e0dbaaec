package io.sluice.connector.jdbc;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Decoders that several systems share. None goes through calendar objects or boxes a value. */
public final class Decoders {
    private Decoders() {}

    public static void whole(ResultSet row, int column, RowBatch batch) throws SQLException {
        long value = row.getLong(column + 1);
        if (value == 0 && row.wasNull()) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.longs(column).set(batch.rows(), value);
        }
    }

    /** A number up to 2<sup>64</sup>-1, held as its bit pattern. */
    public static void unsignedLong(ResultSet row, int column, RowBatch batch) throws SQLException {
        String digits = row.getString(column + 1);
        if (digits == null) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.longs(column).set(batch.rows(), Long.parseUnsignedLong(digits));
        }
    }

    public static void real(ResultSet row, int column, RowBatch batch) throws SQLException {
        double value = row.getDouble(column + 1);
        if (value == 0 && row.wasNull()) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.doubles(column).set(batch.rows(), value);
        }
    }

    public static void real32(ResultSet row, int column, RowBatch batch) throws SQLException {
        float value = row.getFloat(column + 1);
        if (value == 0 && row.wasNull()) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.doubles(column).set(batch.rows(), value);
        }
    }

    public static void bool(ResultSet row, int column, RowBatch batch) throws SQLException {
        boolean value = row.getBoolean(column + 1);
        if (!value && row.wasNull()) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.bools(column).set(batch.rows(), value);
        }
    }

    /** Plain digits as the server spells them. */
    public static void decimalText(ResultSet row, int column, RowBatch batch) throws SQLException {
        String digits = row.getString(column + 1);
        if (digits == null) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.decimals(column).setText(batch.rows(), digits);
        }
    }

    /** Text of a driver whose bytes are not the server's. */
    public static void string(ResultSet row, int column, RowBatch batch) throws SQLException {
        String value = row.getString(column + 1);
        if (value == null) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.bytes(column).set(batch.rows(), value);
        }
    }

    /** Binary values, and text where the driver hands out the UTF-8 bytes it received. */
    public static void bytes(ResultSet row, int column, RowBatch batch) throws SQLException {
        byte[] value = row.getBytes(column + 1);
        if (value == null) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.bytes(column).set(batch.rows(), value);
        }
    }

    /** As {@link #bytes}, for servers that fill CHAR up with blanks, which are no part of the value. */
    public static void unpadded(ResultSet row, int column, RowBatch batch) throws SQLException {
        byte[] value = row.getBytes(column + 1);
        if (value == null) {
            batch.vector(column).setNull(batch.rows());
            return;
        }
        int length = value.length;
        while (length > 0 && value[length - 1] == ' ') {
            length--;
        }
        batch.bytes(column).set(batch.rows(), value, 0, length);
    }

    /** Reads a temporal value from the server's text. */
    @FunctionalInterface
    public interface TextReader {
        long read(TemporalText reader, String text);
    }

    /** A decoder of dates or times that a driver delivers as text. */
    public static ColumnDecoder.Maker temporal(TextReader form) {
        return () -> {
            TemporalText reader = new TemporalText();
            return (row, column, batch) -> {
                String text = text(row, column);
                if (text == null) {
                    batch.vector(column).setNull(batch.rows());
                } else {
                    batch.longs(column).set(batch.rows(), form.read(reader, text));
                }
            };
        };
    }

    /** MariaDB's client builds the text of a date from a calendar day, which fails for days such as 2024-00-00. */
    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        try {
            return row.getString(column + 1);
        } catch (DateTimeException noSuchDay) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "The date does not exist: " + noSuchDay.getMessage(), noSuchDay);
        }
    }

    /** Reads a temporal value from the bytes of the server's text. */
    @FunctionalInterface
    public interface BytesReader {
        long read(TemporalText reader, byte[] text, int from, int length);
    }

    /** A decoder of dates or times for drivers that hand out the bytes of the server's text. */
    public static ColumnDecoder.Maker temporalBytes(BytesReader form) {
        return () -> {
            TemporalText reader = new TemporalText();
            return (row, column, batch) -> {
                byte[] text = row.getBytes(column + 1);
                if (text == null) {
                    batch.vector(column).setNull(batch.rows());
                } else {
                    batch.longs(column).set(batch.rows(), form.read(reader, text, 0, text.length));
                }
            };
        };
    }

    /** Plain digits in the bytes of the server's text. */
    public static void decimalBytes(ResultSet row, int column, RowBatch batch) throws SQLException {
        byte[] digits = row.getBytes(column + 1);
        if (digits == null) {
            batch.vector(column).setNull(batch.rows());
        } else {
            batch.decimals(column).setText(batch.rows(), digits, 0, digits.length);
        }
    }
}
