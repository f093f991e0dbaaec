package io.sluice.connector.file;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;

/**
 * Reads {@code 2024-02-29} and {@code 2024-02-29 23:59:59.123456} (or with {@code T}) strictly: no missing digit, no
 * day that the calendar does not have. Reused for many values, by one thread.
 */
public final class DateTimeScanner {
    private static final int MOST_YEAR_DIGITS = 6;

    /** Microseconds since 1970 fit a long up to about the year 294,000 on both sides. */
    private static final long FARTHEST_DAY = Long.MAX_VALUE / Temporal.MICROS_PER_DAY - 1;

    private char[] text = new char[0];
    private int start;
    private int at;
    private int end;

    /**
     * Reads a date, with or without a time of day.
     *
     * @return microseconds as in {@link LogicalType.Timestamp}
     * @throws SluiceException VALUE_NOT_CONVERTIBLE
     */
    public long timestamp(char[] source, int from, int to) {
        text = source;
        start = from;
        at = from;
        end = to;
        if (isWord("infinity", from)) {
            return Temporal.POSITIVE_INFINITY;
        }
        if (from < to && source[from] == '-' && isWord("infinity", from + 1)) {
            return Temporal.NEGATIVE_INFINITY;
        }
        long day = day();
        if (Math.abs(day) > FARTHEST_DAY) {
            throw wrong();
        }
        if (at == end) {
            return day * Temporal.MICROS_PER_DAY;
        }
        if (text[at] != ' ' && text[at] != 'T') {
            throw wrong();
        }
        at++;
        return day * Temporal.MICROS_PER_DAY + timeOfDay();
    }

    private boolean isWord(String word, int from) {
        if (end - from != word.length()) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if (Character.toLowerCase(text[from + index]) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private long day() {
        boolean negative = at < end && text[at] == '-';
        boolean signed = negative || at < end && text[at] == '+';
        at += signed ? 1 : 0;
        int digits = 0;
        while (at + digits < end && isDigit(text[at + digits]) && digits <= MOST_YEAR_DIGITS) {
            digits++;
        }
        if (digits < 4 || digits > (signed ? MOST_YEAR_DIGITS + 1 : 4)) {
            throw wrong();
        }
        long year = number(digits) * (negative ? -1L : 1L);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        if (month < 1 || month > 12 || day < 1 || day > CivilDays.daysOfMonth(year, month)) {
            throw wrong();
        }
        return CivilDays.epochDay(year, month, day);
    }

    private long timeOfDay() {
        int hour = number(2);
        expect(':');
        int minute = number(2);
        int second = 0;
        int micros = 0;
        if (at < end) {
            expect(':');
            second = number(2);
            micros = at < end ? fraction() : 0;
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw wrong();
        }
        return (hour * 3600L + minute * 60L + second) * Temporal.MICROS_PER_SECOND + micros;
    }

    private int fraction() {
        expect('.');
        int digits = end - at;
        if (digits < 1 || digits > 9) {
            throw wrong();
        }
        int nanos = number(digits);
        for (int missing = digits; missing < 9; missing++) {
            nanos *= 10;
        }
        if (nanos % 1000 != 0) {
            throw wrong();
        }
        return nanos / 1000;
    }

    private int number(int digits) {
        if (at + digits > end) {
            throw wrong();
        }
        int value = 0;
        for (int stop = at + digits; at < stop; at++) {
            if (!isDigit(text[at])) {
                throw wrong();
            }
            value = value * 10 + text[at] - '0';
        }
        return value;
    }

    private void expect(char sign) {
        if (at >= end || text[at] != sign) {
            throw wrong();
        }
        at++;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private SluiceException wrong() {
        String shown = new String(text, start, Math.min(end - start, 100));
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE,
                "'" + shown + "' is no date of the form yyyy-MM-dd or yyyy-MM-dd HH:mm:ss[.ffffff]");
    }
}
