package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ColumnDecoder;
import io.sluice.connector.jdbc.Decoders;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.connector.jdbc.TemporalText;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * What the result columns of PostgreSQL mean. Values arrive as the server's text (the driver's binary transfer is off)
 * and are taken over from its bytes. Types without a meaning of their own here travel as the server spells them.
 */
final class PostgresqlTypes {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int LARGEST_SCALE = 1000;
    private static final int SCALE_MODULUS = 2048;

    /** 64 bits that count hundredths. */
    private static final LogicalType.Decimal MONEY = new LogicalType.Decimal(19, 2);

    private PostgresqlTypes() {}

    /** The column in a database that takes every byte for a character: {@code varchar(3)} has three bytes there. */
    static ResultColumn inBytes(ResultColumn described) {
        Column column = described.column();
        if (!(column.type() instanceof LogicalType.Text text) || text.maxLength() == 0 || text.blankPadded()) {
            return described;
        }
        LogicalType measured = new LogicalType.Text(text.maxLength(), false, text.maxLength());
        return new ResultColumn(
                new Column(column.name(), measured, column.nullable(), column.nativeType(), column.key()),
                described.decoder());
    }

    /** @param index from 1 */
    static ResultColumn column(ResultSetMetaData meta, int index) throws SQLException {
        int precision = meta.getPrecision(index) == UNLIMITED ? 0 : meta.getPrecision(index);
        int scale = meta.getScale(index);
        String name = name(meta.getColumnTypeName(index), precision, scale);
        LogicalType type = switch (BinaryTypes.exchanged(name)) {
            case "bool" -> new LogicalType.Bool();
            case "int2" -> LogicalType.Int.INT16;
            case "int4" -> LogicalType.Int.INT32;
            case "int8" -> LogicalType.Int.INT64;
            case "oid" -> new LogicalType.Int(32, false);
            case "float4" -> new LogicalType.Real(32);
            case "float8" -> new LogicalType.Real(64);
            case "numeric" -> decimal(precision, scale);
            case "money" -> MONEY;
            case "varchar" -> new LogicalType.Text(precision);
            case "bpchar" -> new LogicalType.Text(precision, true);
            case "bytea" -> LogicalType.Binary.UNBOUNDED;
            case "bit", "varbit" -> bits(precision, name.equals("varbit"));
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time(scale, LogicalType.Time.Range.DAY);
            case "timestamp" -> new LogicalType.Timestamp(scale);
            case "timestamptz" -> new LogicalType.Instant(scale);
            case "interval" -> new LogicalType.Interval();
            case "uuid" -> new LogicalType.Uuid();
            case "json", "jsonb" -> new LogicalType.Json();
            default -> LogicalType.Text.UNBOUNDED;
        };
        boolean nullable = meta.isNullable(index) != ResultSetMetaData.columnNoNulls;
        return new ResultColumn(
                new Column(meta.getColumnLabel(index), type, nullable, name, false), decoder(type, name));
    }

    /** A negative scale, as in numeric(3,-2), arrives modulo 2048; such numbers are whole and have more digits. */
    private static LogicalType.Decimal decimal(int precision, int scale) {
        if (precision == 0) {
            return LogicalType.Decimal.UNBOUNDED;
        }
        return scale > LARGEST_SCALE
                ? new LogicalType.Decimal(precision + SCALE_MODULUS - scale, 0)
                : new LogicalType.Decimal(precision, scale);
    }

    private static String name(String plain, int precision, int scale) {
        return plain.equals("numeric") && scale > LARGEST_SCALE
                ? BinaryTypes.roundedNumeric(precision, SCALE_MODULUS - scale)
                : plain;
    }

    /** The result of an expression is of any length, which the driver calls -1. */
    private static LogicalType.Bits bits(int length, boolean varying) {
        return length <= 0 ? new LogicalType.Bits(0, true) : new LogicalType.Bits(length, varying);
    }

    private static ColumnDecoder.Maker decoder(LogicalType type, String name) {
        return switch (type) {
            case LogicalType.Decimal ignored when name.equals("money") -> () -> PostgresqlTypes::money;
            case LogicalType.Text text when text.blankPadded() -> () -> Decoders::unpadded;
            case LogicalType.Bool ignored -> () -> Decoders::bool;
            case LogicalType.Int ignored -> () -> Decoders::whole;
            case LogicalType.Real real -> real.bits() == 32 ? () -> Decoders::real32 : () -> Decoders::real;
            case LogicalType.Decimal ignored -> () -> Decoders::decimalBytes;
            case LogicalType.Date ignored -> Decoders.temporalBytes(TemporalText::date);
            case LogicalType.Time ignored -> Decoders.temporalBytes(TemporalText::time);
            case LogicalType.Timestamp ignored -> Decoders.temporalBytes(TemporalText::timestamp);
            case LogicalType.Instant ignored -> Decoders.temporalBytes(TemporalText::timestamp);
            case LogicalType.Text ignored -> () -> Decoders::bytes;
            case LogicalType.Binary ignored -> () -> Decoders::bytes;
            case LogicalType.Bits ignored -> () -> Decoders::bytes;
            case LogicalType.Interval ignored -> () -> Decoders::bytes;
            case LogicalType.Json ignored -> () -> Decoders::bytes;
            case LogicalType.Uuid ignored -> () -> Decoders::bytes;
        };
    }

    /** Only queries of users get here; what their text means depends on the server's locale. */
    private static void money(ResultSet row, int column, RowBatch batch) throws SQLException {
        String text = row.getString(column + 1);
        if (text != null) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE, "Cast money to numeric in the query: '" + text + "'");
        }
        batch.vector(column).setNull(batch.rows());
    }
}
