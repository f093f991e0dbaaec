package io.sluice.engine.convert;

import io.sluice.spi.data.Temporal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO-8601 dates and times: {@code [+-]yyyy-MM-dd}, {@code [-]HH:mm[:ss[.fraction]]}, both with T or a blank
 * between them, and then optionally Z or an offset. All digits of the fraction count; those beyond microseconds must be zero.
 */
final class IsoText {
    private static final int MICRO_DIGITS = 6;
    private static final int LONGEST_HOURS = 3;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private final String text;
    private int at;

    private IsoText(String text) {
        this.text = text;
    }

    /** @return null when the text has another form @throws DateTimeException when it names no existing time */
    static @Nullable Moment parse(String text) {
        return new IsoText(text).parse();
    }

    private @Nullable Moment parse() {
        Long day = null;
        int dash = text.indexOf('-', 1);
        if (dash >= 4) {
            day = day(dash);
            if (day == null) {
                return null;
            }
            if (at == text.length()) {
                return new Moment(day, null, null);
            }
            if (!skip('T') && !skip(' ')) {
                return null;
            }
        }
        Long time = time(day == null);
        if (time == null) {
            return null;
        }
        ZoneOffset offset = day == null ? null : offset();
        return at == text.length() ? new Moment(day, time, offset) : null;
    }

    private @Nullable Long day(int dash) {
        char first = text.charAt(0);
        int start = first == '-' || first == '+' ? 1 : 0;
        int year = number(start, dash);
        int month = number(dash + 1, dash + 3);
        int date = number(dash + 4, dash + 6);
        if (year < 0 || month < 0 || date < 0 || dash - start < 4 || text.charAt(dash + 3) != '-') {
            return null;
        }
        at = dash + 6;
        return LocalDate.of(first == '-' ? -year : year, month, date).toEpochDay();
    }

    private @Nullable Long time(boolean alone) {
        boolean negative = alone && skip('-');
        int hourDigits = digitsFrom(at);
        if (hourDigits < 2 || hourDigits > (alone ? LONGEST_HOURS : 2)) {
            return null;
        }
        long hours = number(at, at + hourDigits);
        at += hourDigits;
        int minutes = part(':');
        if (minutes < 0) {
            return null;
        }
        int seconds = at < text.length() && text.charAt(at) == ':' ? part(':') : 0;
        if (seconds < 0) {
            return null;
        }
        if (minutes >= SECONDS_PER_MINUTE || seconds >= SECONDS_PER_MINUTE) {
            throw new DateTimeException("'" + text + "' has no valid minutes or seconds");
        }
        long micros = (hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE + seconds) * Temporal.MICROS_PER_SECOND;
        long fraction = fraction();
        return fraction < 0 ? null : Long.valueOf(negative ? -(micros + fraction) : micros + fraction);
    }

    /** Two digits behind {@code mark}, or -1. */
    private int part(char mark) {
        if (!skip(mark)) {
            return -1;
        }
        int value = number(at, at + 2);
        at += 2;
        return value;
    }

    private long fraction() {
        if (!skip('.')) {
            return 0;
        }
        int digits = digitsFrom(at);
        if (digits == 0) {
            return -1;
        }
        long micros = 0;
        for (int i = 0; i < Math.max(digits, MICRO_DIGITS); i++) {
            int digit = i < digits ? text.charAt(at + i) - '0' : 0;
            if (i < MICRO_DIGITS) {
                micros = 10 * micros + digit;
            } else if (digit != 0) {
                throw new DateTimeException("'" + text + "' has more digits than microseconds");
            }
        }
        at += digits;
        return micros;
    }

    private @Nullable ZoneOffset offset() {
        if (at == text.length()) {
            return null;
        }
        char sign = text.charAt(at);
        if (skip('Z')) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-') {
            return null;
        }
        String rest = text.substring(at);
        at = text.length();
        return ZoneOffset.of(rest);
    }

    private boolean skip(char mark) {
        if (at < text.length() && text.charAt(at) == mark) {
            at++;
            return true;
        }
        return false;
    }

    private int digitsFrom(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    /** The number of these digits, or -1 when they are none. */
    private int number(int from, int to) {
        if (to > text.length() || to - from > 9 || to <= from || digitsFrom(from) < to - from) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }
}
