package io.sluice.connector.jdbc;

import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;

/**
 * Dates and times in the spelling of databases: {@code 2024-06-01 12:34:56.123456}, {@code -838:59:59}, with
 * {@code infinity}, a trailing {@code BC} and a zone of {@code +00} where PostgreSQL writes them. Days and microseconds
 * are computed without calendar objects; a day that does not exist, such as {@code 2024-00-00}, is refused.
 *
 * <p>Reads from an array that the caller fills or hands over; not safe for several threads.
 */
public final class TemporalText {
    private byte[] text = new byte[64];
    private int at;
    private int end;

    /** Reads a day as days since 1970-01-01. @throws SluiceException VALUE_NOT_CONVERTIBLE */
    public long date(byte[] source, int from, int length) {
        use(source, from, length);
        if (isInfinite()) {
            return infinity();
        }
        boolean beforeChrist = cutEra();
        long days = days(beforeChrist);
        requireEnd();
        return days;
    }

    public long date(String source) {
        return date(ascii(source), 0, source.length());
    }

    /** Reads a date and time as microseconds since 1970-01-01T00:00. @throws SluiceException VALUE_NOT_CONVERTIBLE */
    public long timestamp(byte[] source, int from, int length) {
        use(source, from, length);
        if (isInfinite()) {
            return infinity();
        }
        boolean beforeChrist = cutEra();
        cutZeroZone();
        long days = days(beforeChrist);
        long micros = 0;
        if (at < end) {
            if (text[at] != ' ' && text[at] != 'T') {
                throw refused();
            }
            at++;
            micros = clock(24);
        }
        requireEnd();
        try {
            return Math.addExact(Math.multiplyExact(days, Temporal.MICROS_PER_DAY), micros);
        } catch (ArithmeticException e) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE, shown() + " is beyond the years that can be held", e);
        }
    }

    public long timestamp(String source) {
        return timestamp(ascii(source), 0, source.length());
    }

    /** Reads a time, negative and beyond a day too, as microseconds. @throws SluiceException VALUE_NOT_CONVERTIBLE */
    public long time(byte[] source, int from, int length) {
        use(source, from, length);
        boolean negative = at < end && text[at] == '-';
        if (negative) {
            at++;
        }
        long micros = clock(839);
        requireEnd();
        return negative ? -micros : micros;
    }

    public long time(String source) {
        return time(ascii(source), 0, source.length());
    }

    private void use(byte[] source, int from, int length) {
        text = source;
        at = from;
        end = from + length;
    }

    private static byte[] ascii(String source) {
        return source.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean isInfinite() {
        return at < end && (text[at] == 'i' || text[at] == '-');
    }

    private long infinity() {
        return switch (shownRaw()) {
            case "infinity" -> Temporal.POSITIVE_INFINITY;
            case "-infinity" -> Temporal.NEGATIVE_INFINITY;
            default -> throw refused();
        };
    }

    private boolean cutEra() {
        boolean era = end - at > 3 && text[end - 1] == 'C' && text[end - 2] == 'B' && text[end - 3] == ' ';
        if (era) {
            end -= 3;
        }
        return era;
    }

    /** Sessions run in UTC, so a zone other than zero is never seen. */
    private void cutZeroZone() {
        if (end - at > 3 && text[end - 1] == '0' && text[end - 2] == '0' && text[end - 3] == '+') {
            end -= 3;
        }
    }

    private long days(boolean beforeChrist) {
        long year = number(1, 7);
        if (beforeChrist) {
            year = 1 - year;
        }
        require('-');
        int month = (int) number(1, 2);
        require('-');
        int day = (int) number(1, 2);
        if (!CivilCalendar.exists(year, month, day) || year == 0 && !beforeChrist) {
            throw refused();
        }
        return CivilCalendar.epochDay(year, month, day);
    }

    private long clock(int hourLimit) {
        long hours = number(1, 3);
        require(':');
        long minutes = number(2, 2);
        long seconds = 0;
        if (at < end && text[at] == ':') {
            at++;
            seconds = number(2, 2);
        }
        long micros = fraction();
        if (hours > hourLimit || minutes > 59 || seconds > 59) {
            throw refused();
        }
        return ((hours * 60 + minutes) * 60 + seconds) * Temporal.MICROS_PER_SECOND + micros;
    }

    private long fraction() {
        if (at == end || text[at] != '.') {
            return 0;
        }
        at++;
        int begin = at;
        long micros = number(1, 6);
        for (int digits = at - begin; digits < 6; digits++) {
            micros *= 10;
        }
        return micros;
    }

    private long number(int least, int most) {
        int begin = at;
        long value = 0;
        while (at < end && at - begin < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at] - '0';
            at++;
        }
        if (at - begin < least) {
            throw refused();
        }
        return value;
    }

    private void require(char expected) {
        if (at == end || text[at] != expected) {
            throw refused();
        }
        at++;
    }

    private void requireEnd() {
        if (at != end) {
            throw refused();
        }
    }

    private String shownRaw() {
        int first = Math.min(at, end);
        return new String(text, first, end - first, StandardCharsets.ISO_8859_1);
    }

    private String shown() {
        return "'" + new String(text, 0, Math.min(end, 40), StandardCharsets.ISO_8859_1) + "'";
    }

    private SluiceException refused() {
        return new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, shown() + " is no date or time that exists");
    }
}
