package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.CivilCalendar;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/**
 * Reads values of the binary protocol straight from the bytes of a row into vectors, without an object for any of
 * them. The forms are those of the protocol's "binary protocol resultset row": little-endian numbers, length-encoded
 * text, and dates as year, month, day and so on, cut off where the rest is zero.
 */
final class WireValues {
    private static final int LENGTH_2 = 0xfc;
    private static final int LENGTH_3 = 0xfd;

    private WireValues() {}

    /** Reads one value, never NULL. */
    @FunctionalInterface
    interface Reader {
        /** @return the position behind the value, also when the value itself is refused by a later check */
        int read(byte[] row, int at, RowBatch batch, int column);
    }

    static Reader of(Column column) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> WireValues::truth;
            case LogicalType.Int whole -> whole(whole);
            case LogicalType.Real real -> real.bits() == 32 ? WireValues::real32 : WireValues::real64;
            case LogicalType.Decimal ignored -> WireValues::decimal;
            case LogicalType.Date ignored -> WireValues::date;
            case LogicalType.Time ignored -> WireValues::time;
            case LogicalType.Timestamp ignored -> WireValues::timestamp;
            case LogicalType.Instant ignored -> WireValues::timestamp;
            case LogicalType.Bits bits -> bits(bits.length());
            case LogicalType.Binary ignored -> WireValues::bytes;
            case LogicalType.Text ignored -> WireValues::bytes;
            case LogicalType.Json ignored -> WireValues::bytes;
            case LogicalType.Uuid ignored -> WireValues::bytes;
            case LogicalType.Interval ignored -> WireValues::bytes;
        };
    }

    private static Reader whole(LogicalType.Int type) {
        return switch (type.bits()) {
            case 8 -> type.signed() ? WireValues::int8 : WireValues::unsigned8;
            case 16 -> type.signed() ? WireValues::int16 : WireValues::unsigned16;
            case 64 -> WireValues::int64;
            default -> type.signed() ? WireValues::int32 : WireValues::unsigned32;
        };
    }

    private static int int8(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), row[at]);
        return at + 1;
    }

    private static int unsigned8(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), row[at] & 0xff);
        return at + 1;
    }

    private static int int16(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), (short) LittleEndian.unsigned16(row, at));
        return at + 2;
    }

    private static int unsigned16(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), LittleEndian.unsigned16(row, at));
        return at + 2;
    }

    /** INT and MEDIUMINT: the protocol sends both in four bytes. */
    private static int int32(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), LittleEndian.int32(row, at));
        return at + 4;
    }

    private static int unsigned32(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), LittleEndian.int32(row, at) & 0xffff_ffffL);
        return at + 4;
    }

    private static int int64(byte[] row, int at, RowBatch batch, int column) {
        batch.longs(column).set(batch.rows(), LittleEndian.int64(row, at));
        return at + 8;
    }

    private static int real32(byte[] row, int at, RowBatch batch, int column) {
        batch.doubles(column).set(batch.rows(), Float.intBitsToFloat(LittleEndian.int32(row, at)));
        return at + 4;
    }

    private static int real64(byte[] row, int at, RowBatch batch, int column) {
        batch.doubles(column).set(batch.rows(), Double.longBitsToDouble(LittleEndian.int64(row, at)));
        return at + 8;
    }

    private static int truth(byte[] row, int at, RowBatch batch, int column) {
        int length = length(row, at);
        int end = at + lengthSize(row, at) + length;
        batch.bools(column).set(batch.rows(), length > 0 && (row[end - 1] & 1) == 1);
        return end;
    }

    private static int bytes(byte[] row, int at, RowBatch batch, int column) {
        int length = length(row, at);
        int from = at + lengthSize(row, at);
        batch.bytes(column).set(batch.rows(), row, from, length);
        return from + length;
    }

    private static int decimal(byte[] row, int at, RowBatch batch, int column) {
        int length = length(row, at);
        int from = at + lengthSize(row, at);
        batch.decimals(column).setText(batch.rows(), row, from, length);
        return from + length;
    }

    /** BIT(n) arrives as big-endian bytes and travels as digits. */
    private static Reader bits(int count) {
        return (row, at, batch, column) -> {
            int length = length(row, at);
            int from = at + lengthSize(row, at);
            BytesVector vector = batch.bytes(column);
            int to = vector.reserveFor(batch.rows(), count);
            byte[] digits = vector.data();
            for (int i = 0; i < count; i++) {
                int fromEnd = count - 1 - i;
                int byteAt = length - 1 - (fromEnd >>> 3);
                boolean set = byteAt >= 0 && (row[from + byteAt] >> (fromEnd & 7) & 1) == 1;
                digits[to + i] = (byte) (set ? '1' : '0');
            }
            vector.commit(batch.rows(), count);
            return from + length;
        };
    }

    private static int date(byte[] row, int at, RowBatch batch, int column) {
        int length = row[at];
        batch.longs(column).set(batch.rows(), day(row, at + 1, length));
        return at + 1 + length;
    }

    private static int timestamp(byte[] row, int at, RowBatch batch, int column) {
        int length = row[at];
        long micros = day(row, at + 1, length) * Temporal.MICROS_PER_DAY;
        if (length >= 7) {
            micros += clock(row, at + 5);
        }
        if (length >= 11) {
            micros += LittleEndian.int32(row, at + 8);
        }
        batch.longs(column).set(batch.rows(), micros);
        return at + 1 + length;
    }

    /** Days since the epoch. A date of which nothing is sent is all zero. */
    private static long day(byte[] row, int at, int length) {
        int year = length == 0 ? 0 : LittleEndian.unsigned16(row, at);
        int month = length == 0 ? 0 : row[at + 2];
        int day = length == 0 ? 0 : row[at + 3];
        if (year == 0 || !CivilCalendar.exists(year, month, day)) {
            throw new SluiceException(
                    CommonError.VALUE_NOT_CONVERTIBLE,
                    "%04d-%02d-%02d is no date that exists".formatted(year, month, day));
        }
        return CivilCalendar.epochDay(year, month, day);
    }

    private static long clock(byte[] row, int at) {
        return ((row[at] * 60L + row[at + 1]) * 60 + row[at + 2]) * Temporal.MICROS_PER_SECOND;
    }

    private static int time(byte[] row, int at, RowBatch batch, int column) {
        int length = row[at];
        long micros = 0;
        if (length >= 8) {
            micros = LittleEndian.int32(row, at + 2) * Temporal.MICROS_PER_DAY + clock(row, at + 6);
        }
        if (length >= 12) {
            micros += LittleEndian.int32(row, at + 9);
        }
        batch.longs(column).set(batch.rows(), length > 0 && row[at + 1] != 0 ? -micros : micros);
        return at + 1 + length;
    }

    private static int length(byte[] row, int at) {
        int first = row[at] & 0xff;
        return switch (first) {
            case LENGTH_2 -> LittleEndian.unsigned16(row, at + 1);
            case LENGTH_3 -> LittleEndian.unsigned16(row, at + 1) | (row[at + 3] & 0xff) << 16;
            case 0xfe -> Math.toIntExact(LittleEndian.int64(row, at + 1));
            default -> first;
        };
    }

    private static int lengthSize(byte[] row, int at) {
        return switch (row[at] & 0xff) {
            case LENGTH_2 -> 3;
            case LENGTH_3 -> 4;
            case 0xfe -> 9;
            default -> 1;
        };
    }
}
