package io.sluice.connector.file;

import io.sluice.spi.data.EightBytes;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;

/**
 * Reads {@code 2024-02-29} and {@code 2024-02-29 23:59:59.123456} (or with {@code T}) strictly: no missing digit, no
 * day that the calendar does not have. Reused for many values, by one thread.
 */
public final class DateTimeScanner {
    private static final int MOST_YEAR_DIGITS = 6;

    /** Microseconds since 1970 fit a long up to about the year 294,000 on both sides. */
    private static final long FARTHEST_DAY = Long.MAX_VALUE / Temporal.MICROS_PER_DAY - 1;

    private static final int DATE = "yyyy-MM-dd".length();
    private static final int DATE_TIME = "yyyy-MM-dd HH:mm:ss".length();
    private static final int FULL = "yyyy-MM-dd HH:mm:ss.ffffff".length();

    /** What digits and separators have in common with these is taken off, so that values 0 to 9 and 0 are left. */
    private static final long YEAR_MONTH = word("0000-00-");

    private static final long CLOCK = word("00:00:00");
    private static final long YEAR_MONTH_RANGE = range("0000-00-");
    private static final long CLOCK_RANGE = range("00:00:00");

    /** No date of the usual forms is as far away. */
    private static final long UNUSUAL = Long.MIN_VALUE;

    private byte[] text = new byte[0];
    private int start;
    private int at;
    private int end;

    /**
     * Reads a date, with or without a time of day.
     *
     * @return microseconds as in {@link LogicalType.Timestamp}
     * @throws SluiceException VALUE_NOT_CONVERTIBLE
     */
    public long timestamp(byte[] source, int from, int to) {
        int length = to - from;
        if (length >= DATE && length <= FULL && length != DATE + 1) {
            long usual = usual(source, from, length);
            if (usual != UNUSUAL) {
                return usual;
            }
        }
        return anyForm(source, from, to);
    }

    /** The forms nearly all texts have, {@code yyyy-MM-dd} alone or with {@code HH:mm:ss[.f…]}, eight bytes at a time. */
    private static long usual(byte[] source, int from, int length) {
        long front = EightBytes.load(source, from) ^ YEAR_MONTH;
        int ten = source[from + 8] - '0';
        int one = source[from + 9] - '0';
        boolean wrong = isWrong(front, YEAR_MONTH_RANGE) | (ten | one) < 0 | ten > 9 | one > 9;
        long pairs = EightBytes.pairs(front);
        int year = 100 * (int) (pairs & 0xFF) + (int) (pairs >>> 16 & 0xFF);
        int month = (int) (pairs >>> 40 & 0xFF);
        int day = 10 * ten + one;
        if (wrong || month < 1 || month > 12 || day < 1 || day > CivilDays.daysOfMonth(year, month)) {
            return UNUSUAL;
        }
        long midnight = CivilDays.epochDay(year, month, day) * Temporal.MICROS_PER_DAY;
        if (length == DATE) {
            return midnight;
        }
        long micros = length < DATE_TIME ? UNUSUAL : timeOfDay(source, from, length);
        return micros == UNUSUAL ? UNUSUAL : midnight + micros;
    }

    private static long timeOfDay(byte[] source, int from, int length) {
        byte between = source[from + DATE];
        long clock = EightBytes.load(source, from + DATE + 1) ^ CLOCK;
        long pairs = EightBytes.pairs(clock);
        int hour = (int) (pairs & 0xFF);
        int minute = (int) (pairs >>> 24 & 0xFF);
        int second = (int) (pairs >>> 48 & 0xFF);
        if (isWrong(clock, CLOCK_RANGE) | between != ' ' & between != 'T' | hour > 23 | minute > 59 | second > 59) {
            return UNUSUAL;
        }
        long micros = (hour * 3600L + minute * 60L + second) * Temporal.MICROS_PER_SECOND;
        if (length == DATE_TIME) {
            return micros;
        }
        if (source[from + DATE_TIME] != '.' || length == DATE_TIME + 1) {
            return UNUSUAL;
        }
        int fraction = 0;
        for (int at = DATE_TIME + 1; at < FULL; at++) {
            int digit = at < length ? source[from + at] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return UNUSUAL;
            }
            fraction = 10 * fraction + digit;
        }
        return micros + fraction;
    }

    /** @param range what to add to each byte so that one too large becomes 128 or more */
    private static boolean isWrong(long values, long range) {
        return ((values | values + range) & EightBytes.HIGHS) != 0;
    }

    private long anyForm(byte[] source, int from, int to) {
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
            if ((text[from + index] | 0x20) != word.charAt(index)) {
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

    private static long word(String form) {
        return EightBytes.load(form.getBytes(StandardCharsets.US_ASCII), 0);
    }

    private static long range(String form) {
        byte[] most = form.getBytes(StandardCharsets.US_ASCII);
        for (int index = 0; index < most.length; index++) {
            most[index] = (byte) (most[index] == '0' ? 0x7F - 9 : 0x7F);
        }
        return EightBytes.load(most, 0);
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }

    private SluiceException wrong() {
        String shown = Excerpt.of(text, start, end);
        return new SluiceException(
                CommonError.VALUE_NOT_CONVERTIBLE,
                "'" + shown + "' is no date of the form yyyy-MM-dd or yyyy-MM-dd HH:mm:ss[.ffffff]");
    }
}
