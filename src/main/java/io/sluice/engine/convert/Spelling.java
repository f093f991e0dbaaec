package io.sluice.engine.convert;

import io.sluice.spi.data.Temporal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;

/** Values as text, in spellings that every system reads: ISO dates with a blank before the time, all digits of a fraction. */
final class Spelling {
    private static final int MICRO_DIGITS = 6;
    private static final int LAST_FOUR_DIGIT_YEAR = 9999;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private Spelling() {}

    static String real(double value, int bits) {
        return bits == 32 ? Float.toString((float) value) : Double.toString(value);
    }

    static String infinity(long value) {
        return value == Temporal.POSITIVE_INFINITY ? "infinity" : "-infinity";
    }

    static String date(long days) {
        return Temporal.finite(days)
                ? day(LocalDate.ofEpochDay(days), new StringBuilder()).toString()
                : infinity(days);
    }

    static String timestamp(long micros) {
        return Temporal.finite(micros) ? dateTime(micros, ' ').toString() : infinity(micros);
    }

    static String instant(long micros) {
        return Temporal.finite(micros) ? dateTime(micros, 'T').append('Z').toString() : infinity(micros);
    }

    private static StringBuilder dateTime(long micros, char between) {
        LocalDateTime all = Zones.local(micros);
        StringBuilder text = day(all.toLocalDate(), new StringBuilder(26)).append(between);
        clock(all.toLocalTime().toSecondOfDay(), text);
        return fraction(all.get(ChronoField.MICRO_OF_SECOND), text);
    }

    static String time(long micros) {
        StringBuilder text = new StringBuilder(16);
        if (micros < 0) {
            text.append('-');
        }
        long size = Math.abs(micros);
        clock(size / Temporal.MICROS_PER_SECOND, text);
        return fraction(size % Temporal.MICROS_PER_SECOND, text).toString();
    }

    static String duration(long micros) {
        long seconds = Math.floorDiv(micros, Temporal.MICROS_PER_SECOND);
        long nanos = Math.floorMod(micros, Temporal.MICROS_PER_SECOND) * 1_000;
        return Duration.ofSeconds(seconds, nanos).toString();
    }

    private static StringBuilder day(LocalDate date, StringBuilder text) {
        int year = date.getYear();
        if (year < 0 || year > LAST_FOUR_DIGIT_YEAR) {
            return text.append(date);
        }
        padded(year, 1000, text).append('-');
        padded(date.getMonthValue(), 10, text).append('-');
        return padded(date.getDayOfMonth(), 10, text);
    }

    private static void clock(long seconds, StringBuilder text) {
        padded(seconds / SECONDS_PER_HOUR, 10, text).append(':');
        padded(seconds / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE, 10, text).append(':');
        padded(seconds % SECONDS_PER_MINUTE, 10, text);
    }

    /** Appends nothing for zero, else the digits up to the last that is not zero. */
    static StringBuilder fraction(long micros, StringBuilder text) {
        if (micros == 0) {
            return text;
        }
        text.append('.');
        int at = text.length();
        padded(micros, 100_000, text);
        int end = at + MICRO_DIGITS;
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text.setLength(end);
        return text;
    }

    private static StringBuilder padded(long number, long unit, StringBuilder text) {
        for (long place = unit; number < place && place > 1; place /= 10) {
            text.append('0');
        }
        return text.append(number);
    }
}
