package io.sluice.connector.postgresql;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** How the fields of a COPY in binary form are taken over into vectors, without an object for a value. */
final class BinaryColumns {
    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    private static final int UUID_LENGTH = 36;

    private BinaryColumns() {}

    /** Takes one value, never NULL, into the vector of the batch's current row. */
    @FunctionalInterface
    interface Field {
        /**
         * @param at where the value begins in {@code data}
         * @throws SluiceException with a DATA code when the value cannot be held
         */
        void decode(byte[] data, int at, int length, RowBatch into, int column);
    }

    /** Whether values of a type are read in its binary form; all others arrive as the server's text. */
    static boolean isBinary(String nativeType) {
        return switch (BinaryTypes.exchanged(nativeType)) {
            case "bool", "int2", "int4", "int8", "oid", "float4", "float8", "numeric" -> true;
            case "text", "varchar", "bpchar", "name", "json", "jsonb", "bytea", "uuid", "bit", "varbit" -> true;
            case "date", "time", "timestamp", "timestamptz", "interval" -> true;
            default -> false;
        };
    }

    static Field field(Column column) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> BinaryColumns::bool;
            case LogicalType.Int whole -> whole(whole);
            case LogicalType.Real real -> real.bits() == 32 ? BinaryColumns::real32 : BinaryColumns::real64;
            case LogicalType.Decimal ignored -> decimal();
            case LogicalType.Text text -> text.blankPadded() ? BinaryColumns::unpadded : BinaryColumns::bytes;
            case LogicalType.Binary ignored -> BinaryColumns::bytes;
            case LogicalType.Bits ignored -> BinaryColumns::bits;
            case LogicalType.Date ignored -> BinaryColumns::date;
            case LogicalType.Time ignored -> BinaryColumns::int64;
            case LogicalType.Timestamp ignored -> BinaryColumns::timestamp;
            case LogicalType.Instant ignored -> BinaryColumns::timestamp;
            case LogicalType.Interval ignored -> interval();
            case LogicalType.Json ignored ->
                column.nativeType().equals("jsonb") ? BinaryColumns::jsonb : BinaryColumns::bytes;
            case LogicalType.Uuid ignored -> BinaryColumns::uuid;
        };
    }

    private static void bool(byte[] data, int at, int length, RowBatch into, int column) {
        into.bools(column).set(into.rows(), data[at] != 0);
    }

    private static Field whole(LogicalType.Int type) {
        return switch (type.bits()) {
            case 16 ->
                (data, at, length, into, column) -> into.longs(column).set(into.rows(), BigEndian.getShort(data, at));
            case 32 ->
                type.signed()
                        ? (data, at, length, into, column) ->
                                into.longs(column).set(into.rows(), BigEndian.getInt(data, at))
                        : (data, at, length, into, column) ->
                                into.longs(column).set(into.rows(), BigEndian.getInt(data, at) & 0xffff_ffffL);
            default -> BinaryColumns::int64;
        };
    }

    private static void int64(byte[] data, int at, int length, RowBatch into, int column) {
        into.longs(column).set(into.rows(), BigEndian.getLong(data, at));
    }

    private static void real32(byte[] data, int at, int length, RowBatch into, int column) {
        into.doubles(column).set(into.rows(), Float.intBitsToFloat(BigEndian.getInt(data, at)));
    }

    private static void real64(byte[] data, int at, int length, RowBatch into, int column) {
        into.doubles(column).set(into.rows(), Double.longBitsToDouble(BigEndian.getLong(data, at)));
    }

    private static Field decimal() {
        BinaryNumeric numeric = new BinaryNumeric();
        return (data, at, length, into, column) -> {
            DecimalVector vector = into.decimals(column);
            numeric.decode(data, at, vector, into.rows());
        };
    }

    private static void bytes(byte[] data, int at, int length, RowBatch into, int column) {
        into.bytes(column).set(into.rows(), data, at, length);
    }

    /** The blanks that fill up a CHAR are no part of the value. */
    private static void unpadded(byte[] data, int at, int length, RowBatch into, int column) {
        int end = at + length;
        while (end > at && data[end - 1] == ' ') {
            end--;
        }
        into.bytes(column).set(into.rows(), data, at, end - at);
    }

    private static void jsonb(byte[] data, int at, int length, RowBatch into, int column) {
        if (data[at] != BinaryTypes.JSONB_VERSION) {
            throw new SluiceException(
                    CommonError.READ_FAILED, "The server sent jsonb in version " + data[at] + ", which is not known");
        }
        into.bytes(column).set(into.rows(), data, at + 1, length - 1);
    }

    private static void date(byte[] data, int at, int length, RowBatch into, int column) {
        int days = BigEndian.getInt(data, at);
        LongVector vector = into.longs(column);
        switch (days) {
            case Integer.MAX_VALUE -> vector.set(into.rows(), Temporal.POSITIVE_INFINITY);
            case Integer.MIN_VALUE -> vector.set(into.rows(), Temporal.NEGATIVE_INFINITY);
            default -> vector.set(into.rows(), days + BinaryTypes.EPOCH_DAYS);
        }
    }

    /** The server knows 29 years more than microseconds since 1970 can tell. */
    private static void timestamp(byte[] data, int at, int length, RowBatch into, int column) {
        long micros = BigEndian.getLong(data, at);
        if (Temporal.finite(micros)) {
            if (micros >= Temporal.POSITIVE_INFINITY - BinaryTypes.EPOCH_MICROS) {
                throw new SluiceException(
                        CommonError.VALUE_OUT_OF_RANGE, "The timestamp is beyond the years that can be held");
            }
            micros += BinaryTypes.EPOCH_MICROS;
        }
        into.longs(column).set(into.rows(), micros);
    }

    private static Field interval() {
        IntervalText text = new IntervalText();
        return (data, at, length, into, column) -> {
            int count = text.spell(
                    BigEndian.getLong(data, at), BigEndian.getInt(data, at + 8), BigEndian.getInt(data, at + 12));
            into.bytes(column).set(into.rows(), text.spelled(), 0, count);
        };
    }

    private static void uuid(byte[] data, int at, int length, RowBatch into, int column) {
        BytesVector vector = into.bytes(column);
        int to = vector.reserveFor(into.rows(), UUID_LENGTH);
        byte[] text = vector.data();
        for (int i = 0; i < length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text[to++] = '-';
            }
            text[to++] = HEX[data[at + i] >> 4 & 15];
            text[to++] = HEX[data[at + i] & 15];
        }
        vector.commit(into.rows(), UUID_LENGTH);
    }

    private static void bits(byte[] data, int at, int length, RowBatch into, int column) {
        int count = BigEndian.getInt(data, at);
        BytesVector vector = into.bytes(column);
        int to = vector.reserveFor(into.rows(), count);
        for (int bit = 0; bit < count; bit++) {
            int octet = data[at + Integer.BYTES + bit / Byte.SIZE];
            vector.data()[to + bit] = (byte) ('0' + (octet >> 7 - bit % Byte.SIZE & 1));
        }
        vector.commit(into.rows(), count);
    }
}
