package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnDecoder;
import io.sluice.connector.jdbc.Decoders;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.TemporalText;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the result columns of MySQL and MariaDB mean, and how their values are taken over exactly. */
final class MysqlTypes {
    private MysqlTypes() {}

    /** @param index from 1 */
    static ResultColumn column(ResultSetMetaData meta, int index) throws SQLException {
        String name = meta.getColumnTypeName(index);
        boolean signed = !name.endsWith(" UNSIGNED") && !name.endsWith(" UNSIGNED ZEROFILL");
        int precision = meta.getPrecision(index);
        int scale = meta.getScale(index);
        String base = name.toUpperCase(Locale.ROOT).split(" ")[0];
        LogicalType type = switch (base) {
            case "TINYINT" -> new LogicalType.Int(8, signed);
            case "SMALLINT" -> new LogicalType.Int(16, signed);
            case "YEAR" -> LogicalType.Int.INT16;
            case "MEDIUMINT" -> new LogicalType.Int(24, signed);
            case "INT", "INTEGER" -> new LogicalType.Int(32, signed);
            case "BIGINT" -> new LogicalType.Int(64, signed);
            case "FLOAT" -> new LogicalType.Real(32);
            case "DOUBLE" -> new LogicalType.Real(64);
            case "DECIMAL", "NUMERIC", "OLDDECIMAL" -> new LogicalType.Decimal(precision, scale);
            case "BIT" -> precision <= 1 ? new LogicalType.Bool() : new LogicalType.Bits(precision);
            case "DATE" -> new LogicalType.Date();
            case "TIME" -> new LogicalType.Time(scale, LogicalType.Time.Range.HOURS_838);
            case "DATETIME" -> new LogicalType.Timestamp(scale);
            case "TIMESTAMP" -> new LogicalType.Instant(scale);
            case "CHAR" -> new LogicalType.Text(precision, true);
            case "VARCHAR" -> new LogicalType.Text(precision);
            case "JSON" -> new LogicalType.Json();
            case "UUID" -> new LogicalType.Uuid();
            case "BINARY", "VARBINARY" -> new LogicalType.Binary(Math.max(0, precision));
            case "TINYTEXT" -> LogicalType.Text.ofBytes(255);
            case "TEXT" -> LogicalType.Text.ofBytes(65_535);
            case "MEDIUMTEXT" -> LogicalType.Text.ofBytes(16_777_215);
            case "LONGTEXT", "ENUM", "SET", "INET4", "INET6", "NULL" -> LogicalType.Text.UNBOUNDED;
            default ->
                meta.getColumnType(index) == Types.VARCHAR ? LogicalType.Text.UNBOUNDED : LogicalType.Binary.UNBOUNDED;
        };
        boolean nullable = meta.isNullable(index) != ResultSetMetaData.columnNoNulls;
        Column column = new Column(meta.getColumnLabel(index), type, nullable, name, false);
        return new ResultColumn(column, decoder(type, base));
    }

    private static ColumnDecoder.Maker decoder(LogicalType type, String base) {
        return switch (type) {
            case LogicalType.Bool ignored -> () -> Decoders::bool;
            case LogicalType.Int whole when whole.bits() == 64 && !whole.signed() -> () -> Decoders::unsignedLong;
            case LogicalType.Int ignored -> () -> Decoders::whole;
            case LogicalType.Real real -> real.bits() == 32 ? () -> Decoders::real32 : () -> Decoders::real;
            case LogicalType.Decimal ignored -> () -> Decoders::decimalText;
            case LogicalType.Date ignored -> Decoders.temporal(TemporalText::date);
            case LogicalType.Time ignored -> Decoders.temporal(TemporalText::time);
            case LogicalType.Timestamp ignored -> () -> MysqlTypes::dateTime;
            case LogicalType.Instant ignored -> () -> MysqlTypes::dateTime;
            case LogicalType.Bits bits -> () -> new BitDecoder(bits.length());
            case LogicalType.Binary ignored -> () -> Decoders::bytes;
            case LogicalType.Text ignored when base.startsWith("INET") || base.equals("NULL") -> () -> Decoders::string;
            case LogicalType.Text ignored -> () -> Decoders::bytes;
            case LogicalType.Json ignored -> () -> Decoders::string;
            case LogicalType.Uuid ignored -> () -> Decoders::string;
            case LogicalType.Interval ignored -> () -> Decoders::string;
        };
    }

    /**
     * The client's text of a date and time passes through the JVM's zone and is wrong by an hour around its changes;
     * its LocalDateTime is right, but null for {@code 0000-00-00}.
     */
    private static void dateTime(ResultSet row, int column, RowBatch batch) throws SQLException {
        LocalDateTime value = localDateTime(row, column);
        if (value != null) {
            long seconds = value.toEpochSecond(ZoneOffset.UTC);
            batch.longs(column).set(batch.rows(), seconds * Temporal.MICROS_PER_SECOND + value.getNano() / 1000);
            return;
        }
        String text = row.getString(column + 1);
        if (text != null) {
            throw new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, "'" + text + "' is no date that exists");
        }
        batch.vector(column).setNull(batch.rows());
    }

    private static @Nullable LocalDateTime localDateTime(ResultSet row, int column) throws SQLException {
        try {
            return row.getObject(column + 1, LocalDateTime.class);
        } catch (DateTimeException noSuchDay) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "The date does not exist: " + noSuchDay.getMessage(), noSuchDay);
        }
    }

    /** BIT(n) arrives as big-endian bytes and travels as digits. */
    private static final class BitDecoder implements ColumnDecoder {
        private final byte[] digits;

        BitDecoder(int length) {
            digits = new byte[length];
        }

        @Override
        public void decode(ResultSet row, int column, RowBatch batch) throws SQLException {
            byte[] value = row.getBytes(column + 1);
            if (value == null) {
                batch.vector(column).setNull(batch.rows());
                return;
            }
            for (int i = 0; i < digits.length; i++) {
                int fromEnd = digits.length - 1 - i;
                int at = value.length - 1 - (fromEnd >>> 3);
                digits[i] = (byte) (at >= 0 && (value[at] >> (fromEnd & 7) & 1) == 1 ? '1' : '0');
            }
            batch.bytes(column).set(batch.rows(), digits);
        }
    }
}
