package io.sluice.connector.jdbc;

import io.sluice.spi.data.Temporal;
import java.nio.charset.StandardCharsets;

/** Spells days and microseconds as databases read them, into an array that is reused; not safe for several threads. */
public final class TemporalWriter {
    private static final int LONGEST = 48;
    private static final byte[] INFINITY = "infinity".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] MINUS_INFINITY = "-infinity".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] text = new byte[LONGEST];
    private int at;

    /** {@code 2024-06-01}, or {@code 0044-03-15 BC} before year 1. */
    public String date(long epochDay) {
        return string(spellDate(epochDay));
    }

    /** {@code 2024-06-01 12:34:56.123456}, the fraction only as far as it is not zero. */
    public String timestamp(long micros) {
        return string(spellTimestamp(micros));
    }

    /** {@code -838:59:59.999999}. */
    public String time(long micros) {
        return string(spellTime(micros));
    }

    /** Spells into {@link #spelled()}. @return the number of bytes */
    public int spellDate(long epochDay) {
        at = 0;
        if (!Temporal.finite(epochDay)) {
            return infinity(epochDay);
        }
        era(day(epochDay));
        return at;
    }

    /** Spells into {@link #spelled()}. @return the number of bytes */
    public int spellTimestamp(long micros) {
        at = 0;
        if (!Temporal.finite(micros)) {
            return infinity(micros);
        }
        boolean beforeChrist = day(Math.floorDiv(micros, Temporal.MICROS_PER_DAY));
        text[at++] = ' ';
        clock(Math.floorMod(micros, Temporal.MICROS_PER_DAY));
        era(beforeChrist);
        return at;
    }

    /** Spells into {@link #spelled()}. @return the number of bytes */
    public int spellTime(long micros) {
        at = 0;
        if (micros < 0) {
            text[at++] = '-';
        }
        clock(Math.abs(micros));
        return at;
    }

    /** What was spelled last; overwritten by the next value. */
    public byte[] spelled() {
        return text;
    }

    private String string(int length) {
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    private int infinity(long value) {
        byte[] word = value == Temporal.POSITIVE_INFINITY ? INFINITY : MINUS_INFINITY;
        System.arraycopy(word, 0, text, 0, word.length);
        return word.length;
    }

    private void era(boolean beforeChrist) {
        if (beforeChrist) {
            text[at++] = ' ';
            text[at++] = 'B';
            text[at++] = 'C';
        }
    }

    /** Days to year, month and day by counting from 1 March of year 0, so that the leap day ends a year. */
    private boolean day(long epochDay) {
        long days = epochDay + 719_468;
        long era = Math.floorDiv(days, 146_097L);
        long dayOfEra = days - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        boolean beforeChrist = year < 1;
        digits(beforeChrist ? 1 - year : year, 4);
        text[at++] = '-';
        digits(month, 2);
        text[at++] = '-';
        digits(dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
        return beforeChrist;
    }

    private void clock(long micros) {
        long seconds = micros / Temporal.MICROS_PER_SECOND;
        digits(seconds / 3600, 2);
        text[at++] = ':';
        digits(seconds / 60 % 60, 2);
        text[at++] = ':';
        digits(seconds % 60, 2);
        long fraction = micros % Temporal.MICROS_PER_SECOND;
        if (fraction != 0) {
            text[at++] = '.';
            digits(fraction, 6);
            while (text[at - 1] == '0') {
                at--;
            }
        }
    }

    private void digits(long value, int least) {
        int count = least;
        for (long rest = value / pow10(least); rest > 0; rest /= 10) {
            count++;
        }
        long rest = value;
        for (int position = at + count - 1; position >= at; position--) {
            text[position] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += count;
    }

    private static long pow10(int exponent) {
        return switch (exponent) {
            case 2 -> 100;
            case 4 -> 10_000;
            default -> 1_000_000;
        };
    }
}
