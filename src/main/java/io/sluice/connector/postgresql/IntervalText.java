package io.sluice.connector.postgresql;

/** Spells intervals as the server does with IntervalStyle iso_8601, into an array that is reused. */
final class IntervalText {
    private static final int LONGEST = 96;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int FRACTION_DIGITS = 6;

    private final byte[] text = new byte[LONGEST];
    private int at;

    /** Spells into {@link #spelled}. @return the number of bytes */
    int spell(long micros, int days, int months) {
        at = 0;
        if (micros == Long.MAX_VALUE && days == Integer.MAX_VALUE && months == Integer.MAX_VALUE) {
            word("infinity");
            return at;
        }
        if (micros == Long.MIN_VALUE && days == Integer.MIN_VALUE && months == Integer.MIN_VALUE) {
            word("-infinity");
            return at;
        }
        if (micros == 0 && days == 0 && months == 0) {
            word("PT0S");
            return at;
        }
        text[at++] = 'P';
        part(months / 12, 'Y');
        part(months % 12, 'M');
        part(days, 'D');
        if (micros != 0) {
            text[at++] = 'T';
            long seconds = micros / MICROS_PER_SECOND;
            part(seconds / 3600, 'H');
            part(seconds / 60 % 60, 'M');
            seconds(seconds % 60, micros % MICROS_PER_SECOND);
        }
        return at;
    }

    byte[] spelled() {
        return text;
    }

    private void word(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            text[at++] = (byte) ascii.charAt(i);
        }
    }

    private void part(long value, char unit) {
        if (value != 0) {
            word(Long.toString(value));
            text[at++] = (byte) unit;
        }
    }

    private void seconds(long seconds, long fraction) {
        if (seconds == 0 && fraction == 0) {
            return;
        }
        if (seconds < 0 || fraction < 0) {
            text[at++] = '-';
        }
        word(Long.toString(Math.abs(seconds)));
        if (fraction != 0) {
            text[at++] = '.';
            fraction(Math.abs(fraction));
        }
        text[at++] = 'S';
    }

    private void fraction(long micros) {
        long rest = micros;
        for (int place = FRACTION_DIGITS - 1; place >= 0; place--) {
            text[at + place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += FRACTION_DIGITS;
        while (text[at - 1] == '0') {
            at--;
        }
    }
}
