package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.CivilCalendar;
import io.sluice.connector.jdbc.TemporalWriter;
import io.sluice.connector.mysql.WireParameters.Parameter;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/** Dates and times as parameters of the binary protocol: year, month, day and so on as numbers. */
final class WireTimes {
    static final Parameter DATE = new Parameter(10, WireTimes::date);
    static final Parameter TIME = new Parameter(11, WireTimes::time);
    static final Parameter DATETIME = new Parameter(12, WireTimes::timestamp);

    private static final long FIRST_DAY = CivilCalendar.epochDay(1, 1, 1);
    private static final long LAST_DAY = CivilCalendar.epochDay(9999, 12, 31);
    private static final long LONGEST_TIME = 839L * 3600 * Temporal.MICROS_PER_SECOND - 1;

    private WireTimes() {}

    private static void date(RowBatch rows, int column, int row, Payload into) {
        long day = rows.longs(column).get(row);
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw outside(Temporal.finite(day) ? new TemporalWriter().date(day) : "infinity");
        }
        into.int8(4);
        day(day, into);
    }

    private static void timestamp(RowBatch rows, int column, int row, Payload into) {
        long micros = rows.longs(column).get(row);
        long day = Math.floorDiv(micros, Temporal.MICROS_PER_DAY);
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw outside(Temporal.finite(micros) ? new TemporalWriter().timestamp(micros) : "infinity");
        }
        long clock = micros - day * Temporal.MICROS_PER_DAY;
        int fraction = (int) (clock % Temporal.MICROS_PER_SECOND);
        into.int8(fraction == 0 ? 7 : 11);
        day(day, into);
        clock((int) (clock / Temporal.MICROS_PER_SECOND), into);
        if (fraction != 0) {
            into.int32(fraction);
        }
    }

    private static void time(RowBatch rows, int column, int row, Payload into) {
        long micros = rows.longs(column).get(row);
        if (micros < -LONGEST_TIME || micros > LONGEST_TIME) {
            throw outside(Temporal.finite(micros) ? new TemporalWriter().time(micros) : "infinity");
        }
        long length = Math.abs(micros);
        long clock = length % Temporal.MICROS_PER_DAY;
        int fraction = (int) (clock % Temporal.MICROS_PER_SECOND);
        into.int8(fraction == 0 ? 8 : 12);
        into.int8(micros < 0 ? 1 : 0);
        into.int32((int) (length / Temporal.MICROS_PER_DAY));
        clock((int) (clock / Temporal.MICROS_PER_SECOND), into);
        if (fraction != 0) {
            into.int32(fraction);
        }
    }

    private static void day(long epochDay, Payload into) {
        int packed = CivilCalendar.yearMonthDay(epochDay);
        into.int16(packed >>> 16);
        into.int8(packed >>> 8 & 0xff);
        into.int8(packed & 0xff);
    }

    private static void clock(int seconds, Payload into) {
        into.int8(seconds / 3600);
        into.int8(seconds / 60 % 60);
        into.int8(seconds % 60);
    }

    private static SluiceException outside(String shown) {
        return new SluiceException(
                CommonError.VALUE_OUT_OF_RANGE, shown + " is outside what the target column can hold");
    }
}
