package io.sluice.engine.convert;

import io.sluice.spi.data.Temporal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/**
 * What a text says about time.
 *
 * @param day days since 1970-01-01; null when the text names none
 * @param time microseconds since midnight, possibly negative or beyond a day; null when the text names none
 * @param offset null when the text names none
 */
record Moment(
        @Nullable Long day, @Nullable Long time, @Nullable ZoneOffset offset) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** @throws DateTimeException when it has digits beyond microseconds */
    static Moment of(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        return new Moment(date == null ? null : date.toEpochDay(), time == null ? null : micros(time), offset);
    }

    private static long micros(LocalTime time) {
        if (time.getNano() % NANOS_PER_MICRO != 0) {
            throw new DateTimeException(time + " has more digits than microseconds");
        }
        return time.toNanoOfDay() / NANOS_PER_MICRO;
    }

    /** Microseconds since 1970-01-01T00:00:00, midnight when no time was named. */
    long localMicros(String text) {
        if (day == null || time != null && (time < 0 || time >= Temporal.MICROS_PER_DAY)) {
            throw Unfit.form(text, "date and time");
        }
        return Math.addExact(Math.multiplyExact(day, Temporal.MICROS_PER_DAY), time == null ? 0 : time);
    }
}
