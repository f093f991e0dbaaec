package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Numbers in texts for a JSON column of MySQL, which keeps what is no whole number of 64 bits as a DOUBLE, and rounds it
 * for that without a word. MariaDB keeps the text.
 */
final class JsonNumbers {
    /** Digits and a sign of a number that is whole and fits for certain. */
    private static final int SURELY_WHOLE = 18;

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = new BigDecimal("18446744073709551615");

    private JsonNumbers() {}

    /** Whether a column is of such a type, as its definition in the catalogue says. */
    static boolean areRounded(String definition) {
        return definition.equalsIgnoreCase("json");
    }

    /** @throws SluiceException VALUE_REFUSED for a number that would be another one afterwards */
    static void requireExact(byte[] utf8, int from, int to) {
        int at = from;
        while (at < to) {
            byte sign = utf8[at];
            if (sign == '"') {
                at = behindText(utf8, at, to);
            } else if (sign == '-' || sign >= '0' && sign <= '9') {
                int end = behindNumber(utf8, at, to);
                require(utf8, at, end);
                at = end;
            } else {
                at++;
            }
        }
    }

    private static int behindText(byte[] utf8, int quote, int to) {
        int at = quote + 1;
        while (at < to && utf8[at] != '"') {
            at += utf8[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int behindNumber(byte[] utf8, int from, int to) {
        int at = from;
        while (at < to && "+-.eE0123456789".indexOf(utf8[at]) >= 0) {
            at++;
        }
        return at;
    }

    private static void require(byte[] utf8, int from, int end) {
        if (end - from <= SURELY_WHOLE && isWhole(utf8, from, end)) {
            return;
        }
        String number = new String(utf8, from, end - from, StandardCharsets.US_ASCII);
        String kept = kept(number);
        if (!kept.isEmpty()) {
            throw new SluiceException(
                    JdbcError.VALUE_REFUSED, "The number " + number + " in the JSON would become " + kept);
        }
    }

    private static boolean isWhole(byte[] utf8, int from, int end) {
        for (int at = from; at < end; at++) {
            if (utf8[at] == '.' || utf8[at] == 'e' || utf8[at] == 'E') {
                return false;
            }
        }
        return true;
    }

    /** The other number that the server would keep; empty when it is the same, or none, which the server says itself. */
    private static String kept(String number) {
        try {
            BigDecimal exact = new BigDecimal(number);
            boolean whole = exact.scale() == 0 && exact.compareTo(LEAST) >= 0 && exact.compareTo(MOST) <= 0;
            double rounded = exact.doubleValue();
            boolean same = whole
                    || Double.isInfinite(rounded)
                    || BigDecimal.valueOf(rounded).compareTo(exact) == 0;
            return same ? "" : Double.toString(rounded);
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }
}
