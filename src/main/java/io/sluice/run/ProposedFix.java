package io.sluice.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A correction of the value at fault that leaves no doubt about what is meant: blanks around it, separators of thousands, a
 * decimal comma, the order of a date's parts. A text that can be read in two ways, such as 1,234 or 05/06/2026, has none.
 *
 * @param column the column at fault, from 0
 * @param value what is proposed
 */
public record ProposedFix(int column, String value, Reason reason) {
    /** What is done to the value. */
    public enum Reason {
        BLANKS,
        NUMBER,
        DATE
    }

    private static final Pattern COMMA_GROUPS = Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");
    private static final Pattern POINT_GROUPS = Pattern.compile("([+-]?)(\\d{1,3}(?:\\.\\d{3})+),(\\d+)");
    private static final Pattern MANY_COMMAS = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern MANY_POINTS = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern BLANK_GROUPS =
            Pattern.compile("([+-]?\\d{1,3}(?:[ \u00a0\u2009\u202f']\\d{3})+)(?:[.,](\\d+))?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("([+-]?\\d+),(\\d{1,2}|\\d{4,})");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final String CLOCK = "(?:[ T]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?))?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})" + CLOCK);
    private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})" + CLOCK);
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})" + CLOCK);
    private static final Pattern LENGTH = Pattern.compile("\\((\\d{1,9})\\)");
    private static final int MONTHS = 12;

    /** What is proposed for a record; empty when nothing is certain, or somebody has corrected it. */
    public static Optional<ProposedFix> of(DirtyRow row) {
        int column = row.cause().columnIndex();
        if (row.state() != DirtyState.OPEN
                || column < 0
                || column >= row.values().size()) {
            return Optional.empty();
        }
        String value = row.values().get(column);
        if (value == null || row.isCorrected(column) || row.isCut(column)) {
            return Optional.empty();
        }
        return switch (row.cause().code()) {
            case "VALUE_NOT_CONVERTIBLE", "VALUE_REFUSED" -> reading(column, value, row.cause());
            case "VALUE_TOO_LONG" ->
                length(row.cause().message())
                        .filter(most -> characters(value.strip()) <= most)
                        .map(most -> new ProposedFix(column, value.strip(), Reason.BLANKS));
            default -> Optional.empty();
        };
    }

    /** The number of characters that a target takes, when its message says so. */
    public static Optional<Integer> length(String message) {
        Matcher length = LENGTH.matcher(message);
        return length.find() ? Optional.of(Integer.valueOf(length.group(1))) : Optional.empty();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The message tells what was expected; the value that it repeats must not. */
    private static Optional<ProposedFix> reading(int column, String value, DirtyRow.Cause cause) {
        String expected = cause.message().replace(value, "").toLowerCase(Locale.ROOT);
        String text = value.strip().replaceAll("^[\u00a0\u202f]+|[\u00a0\u202f]+$", "");
        if (expected.contains("number") || expected.contains("numeric") || expected.contains("integer")) {
            String number = number(text);
            return Optional.ofNullable(number)
                    .filter(other -> !other.equals(value))
                    .map(other -> fix(column, text, other, Reason.NUMBER));
        }
        if (expected.contains("date") || expected.contains("time")) {
            String date = date(text);
            return Optional.ofNullable(date)
                    .filter(other -> !other.equals(value))
                    .map(other -> fix(column, text, other, Reason.DATE));
        }
        return Optional.empty();
    }

    private static ProposedFix fix(int column, String stripped, String value, Reason reason) {
        return new ProposedFix(column, value, stripped.equals(value) ? Reason.BLANKS : reason);
    }

    private static @Nullable String number(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        Matcher comma = COMMA_GROUPS.matcher(text);
        if (comma.matches()) {
            return comma.group(1) + comma.group(2).replace(",", "") + "." + comma.group(3);
        }
        Matcher point = POINT_GROUPS.matcher(text);
        if (point.matches()) {
            return point.group(1) + point.group(2).replace(".", "") + "." + point.group(3);
        }
        if (MANY_COMMAS.matcher(text).matches() || MANY_POINTS.matcher(text).matches()) {
            return text.replaceAll("[.,]", "");
        }
        Matcher blank = BLANK_GROUPS.matcher(text);
        if (blank.matches()) {
            String whole = blank.group(1).replaceAll("[^\\d+-]", "");
            return blank.group(2) == null ? whole : whole + "." + blank.group(2);
        }
        Matcher decimal = DECIMAL_COMMA.matcher(text);
        return decimal.matches() ? decimal.group(1) + "." + decimal.group(2) : null;
    }

    private static @Nullable String date(String text) {
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return date(year.group(1), year.group(2), year.group(3), year.group(4));
        }
        Matcher digits = DIGITS_ONLY.matcher(text);
        if (digits.matches()) {
            return date(digits.group(1), digits.group(2), digits.group(3), null);
        }
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            return date(points.group(3), points.group(2), points.group(1), points.group(4));
        }
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return ofSlashes(slashes);
        }
        return text.matches("\\d{4}-\\d{2}-\\d{2}" + CLOCK) ? text : null;
    }

    /** Which part is the day is certain only when it cannot be a month. */
    private static @Nullable String ofSlashes(Matcher parts) {
        boolean firstIsDay = Integer.parseInt(parts.group(1)) > MONTHS;
        boolean secondIsDay = Integer.parseInt(parts.group(2)) > MONTHS;
        if (firstIsDay == secondIsDay) {
            return null;
        }
        return firstIsDay
                ? date(parts.group(3), parts.group(2), parts.group(1), parts.group(4))
                : date(parts.group(3), parts.group(1), parts.group(2), parts.group(4));
    }

    private static @Nullable String date(String year, String month, String day, @Nullable String clock) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return clock == null ? date.toString() : date + " " + clock;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
