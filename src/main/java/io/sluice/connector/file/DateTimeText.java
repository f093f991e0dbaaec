package io.sluice.connector.file;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;

/**
 * Dates and times as plain text, {@code 2024-02-29}, {@code 2024-02-29 23:59:59.123456} and {@code -838:59:59},
 * written straight into bytes. Years outside 0 to 9999 carry a sign (ISO 8601).
 */
public final class DateTimeText {
    /** No value of any type takes more bytes. */
    public static final int MOST_BYTES = 48;

    private static final int USUAL_YEARS = 10_000;
    private static final byte[] TENS = new byte[100];
    private static final byte[] ONES = new byte[100];
    private static final byte[] INFINITY = {'i', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    static {
        for (int value = 0; value < TENS.length; value++) {
            TENS[value] = (byte) ('0' + value / 10);
            ONES[value] = (byte) ('0' + value % 10);
        }
    }

    private DateTimeText() {}

    /** Writes a day; returns the position behind it. @param day as in {@link LogicalType.Date} */
    public static int date(long day, byte[] target, int at) {
        if (!Temporal.finite(day)) {
            return infinity(day, target, at);
        }
        long shifted = day + CivilDays.FROM_YEAR_ZERO_MARCH;
        long year = CivilDays.marchYear(shifted);
        int dayOfYear = (int) (shifted - CivilDays.before(year));
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int position = year(month <= 2 ? year + 1 : year, target, at);
        target[position++] = '-';
        position = twoDigits(month, target, position);
        target[position++] = '-';
        return twoDigits(dayOfMonth, target, position);
    }

    /** Writes a date and time with a blank between them. @param micros as in {@link LogicalType.Timestamp} */
    public static int timestamp(long micros, int precision, byte[] target, int at) {
        if (!Temporal.finite(micros)) {
            return infinity(micros, target, at);
        }
        int position = date(Math.floorDiv(micros, Temporal.MICROS_PER_DAY), target, at);
        target[position++] = ' ';
        return time(Math.floorMod(micros, Temporal.MICROS_PER_DAY), precision, target, position);
    }

    /** As {@link #timestamp}, followed by {@code Z}. @param micros as in {@link LogicalType.Instant} */
    public static int instant(long micros, int precision, byte[] target, int at) {
        int position = timestamp(micros, precision, target, at);
        if (Temporal.finite(micros)) {
            target[position++] = 'Z';
        }
        return position;
    }

    /**
     * Writes a time.
     *
     * @param precision digits of the fraction, which is left out when it is zero; more appear when the value has them
     */
    public static int time(long micros, int precision, byte[] target, int at) {
        int position = at;
        long rest = Math.abs(micros);
        if (micros < 0) {
            target[position++] = '-';
        }
        int fraction = (int) (rest % Temporal.MICROS_PER_SECOND);
        int seconds = (int) (rest / Temporal.MICROS_PER_SECOND);
        int hours = seconds / 3600;
        if (hours >= 100) {
            target[position++] = (byte) ('0' + hours / 100);
        }
        position = twoDigits(hours % 100, target, position);
        target[position++] = ':';
        position = twoDigits(seconds / 60 % 60, target, position);
        target[position++] = ':';
        position = twoDigits(seconds % 60, target, position);
        return fraction(fraction, precision, target, position);
    }

    private static int fraction(int micros, int precision, byte[] target, int at) {
        if (precision >= 6 && micros != 0) {
            target[at] = '.';
            int position = twoDigits(micros / 10_000, target, at + 1);
            position = twoDigits(micros / 100 % 100, target, position);
            return twoDigits(micros % 100, target, position);
        }
        int digits = Math.min(precision, 6);
        int shown = micros;
        int unit = 1;
        for (int cut = 6; cut > digits; cut--) {
            unit *= 10;
        }
        if (micros % unit != 0) {
            digits = 6;
        } else {
            shown = micros / unit;
        }
        if (digits == 0 || micros == 0) {
            return at;
        }
        target[at] = '.';
        for (int position = at + digits; position > at; position--) {
            target[position] = (byte) ('0' + shown % 10);
            shown /= 10;
        }
        return at + digits + 1;
    }

    private static int year(long year, byte[] target, int at) {
        if (year >= 0 && year < USUAL_YEARS) {
            int century = (int) year / 100;
            return twoDigits((int) year - 100 * century, target, twoDigits(century, target, at));
        }
        int position = at;
        if (year < 0 || year > 9999) {
            target[position++] = (byte) (year < 0 ? '-' : '+');
        }
        long rest = Math.abs(year);
        int digits = 4;
        for (long limit = 10_000; limit <= rest; limit *= 10) {
            digits++;
        }
        for (int place = position + digits - 1; place >= position; place--) {
            target[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return position + digits;
    }

    private static int twoDigits(int value, byte[] target, int at) {
        target[at] = TENS[value];
        target[at + 1] = ONES[value];
        return at + 2;
    }

    private static int infinity(long value, byte[] target, int at) {
        int position = at;
        if (value == Temporal.NEGATIVE_INFINITY) {
            target[position++] = '-';
        }
        System.arraycopy(INFINITY, 0, target, position, INFINITY.length);
        return position + INFINITY.length;
    }
}
