package io.sluice.engine.verify;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO-8601 intervals as months, days and seconds: P1Y and P12M are one, P1D and PT24H are two. */
final class CanonicalInterval {
    private static final Pattern PARTS = Pattern.compile("(-?)P(?:(-?\\d+)Y)?(?:(-?\\d+)M)?(?:(-?\\d+)W)?(?:(-?\\d+)D)?"
            + "(?:T(?:(-?\\d+)H)?(?:(-?\\d+)M)?(?:(-?\\d+(?:\\.\\d+)?)S)?)?");
    private static final int[] MONTHS = {12, 1};
    private static final int[] DAYS = {7, 1};
    private static final int[] SECONDS = {3600, 60, 1};

    private CanonicalInterval() {}

    /** Text of another form stays as it is. */
    static String of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        return sum(parts, 2, MONTHS) + " " + sum(parts, 4, DAYS) + " " + sum(parts, 6, SECONDS);
    }

    private static String sum(Matcher parts, int first, int[] units) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int index = 0; index < units.length; index++) {
            String part = parts.group(first + index);
            if (part != null) {
                sum = sum.add(new BigDecimal(part).multiply(BigDecimal.valueOf(units[index])));
            }
        }
        if (!parts.group(1).isEmpty()) {
            sum = sum.negate();
        }
        return sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
    }
}
