package io.sluice.connector.stream;

import io.sluice.spi.data.Temporal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Reads the dates of a generator's description. */
final class DateBounds {
    private DateBounds() {}

    /** Microseconds since 1970-01-01T00:00:00 of a text in the given pattern; without a time of day it is midnight. */
    static long micros(String text, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        TemporalAccessor parsed = format.parse(text);
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDateTime all = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return all.toEpochSecond(ZoneOffset.UTC) * Temporal.MICROS_PER_SECOND + all.get(ChronoField.MICRO_OF_SECOND);
    }
}
