package io.sluice.connector.postgresql;

import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Limits of values that travel as text: intervals, times with a zone, elements of arrays and fields of rows. The server rounds or cuts
 * such a text to the column's type without a word (PostgreSQL 18, sections 8.5 and 8.15; tried with each type).
 */
final class SpelledLimit implements TypeLimit {
    private static final int MOST_DIGITS = 6;
    private static final String ARRAY = "[]";
    private static final Pattern DEFINITION =
            Pattern.compile("(?<type>[^(\\[]+?)(?:\\((?<first>-?\\d+)(?:,(?<second>-?\\d+))?\\))?(?<rest> [a-z ]+)?");
    private static final Pattern FRACTION = Pattern.compile("\\.(\\d*?)0*(?!\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4,}-\\d\\d-\\d\\d( BC)?");
    private static final String LOCAL_FORM = "\\d{4,}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?";
    private static final Pattern LOCAL = Pattern.compile(LOCAL_FORM + "( BC)?");
    private static final Pattern INSTANT = Pattern.compile(LOCAL_FORM + " ?([+-]\\d\\d(:?\\d\\d){0,2}|Z)( BC)?");
    private static final Pattern INFINITE = Pattern.compile("-?infinity");
    private static final Pattern PERIOD = Pattern.compile("P(-?\\d+Y)?(?<month>-?\\d+M)?(?<day>-?\\d+D)?"
            + "(?:T(?<hour>-?\\d+H)?(?<minute>-?\\d+M)?(?<second>-?[\\d.]+S)?)?");

    /** Fields of an interval from the coarsest to the finest; a column keeps all that are not finer than its last. */
    private static final List<String> FIELDS = List.of("year", "month", "day", "hour", "minute", "second");

    private static final String OF = " of (";

    private final Predicate<String> holds;
    private final String definition;

    private SpelledLimit(Predicate<String> holds, String definition) {
        this.holds = holds;
        this.definition = definition;
    }

    /** @param definition a column's type as {@code format_type} spells it, with the fields of a row behind it */
    static Optional<TypeLimit> of(String definition) {
        boolean plain = !definition.contains(OF) && !definition.endsWith(ARRAY);
        Optional<Predicate<String>> rule =
                plain ? parts(definition).flatMap(parts -> scalar(type(parts), parts)) : inner(definition);
        return rule.map(holds -> new SpelledLimit(holds, definition));
    }

    /** The rule for an element or a field, which is all the server gets of it. */
    private static Optional<Predicate<String>> inner(String definition) {
        int fields = definition.indexOf(OF);
        String name = fields < 0 ? definition : definition.substring(0, fields);
        boolean array = name.endsWith(ARRAY);
        Optional<Predicate<String>> rule = fields < 0
                ? parts(array ? name.substring(0, name.indexOf('[')) : name)
                        .flatMap(found -> element(type(found), found))
                : row(types(definition.substring(fields + OF.length(), definition.length() - 1)));
        return array ? rule.map(SpelledLimit::ofElements) : rule;
    }

    private static Predicate<String> ofElements(Predicate<String> rule) {
        return text -> new ArrayText(text).elements().allMatch(element -> holds(rule, element));
    }

    /** Types of fields, those of rows within them kept together. */
    private static List<String> types(String fields) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int at = 0; at < fields.length(); at++) {
            char one = fields.charAt(at);
            depth += one == '(' ? 1 : one == ')' ? -1 : 0;
            if (one == ';' && depth == 0) {
                types.add(fields.substring(begin, at));
                begin = at + 1;
            }
        }
        types.add(fields.substring(begin));
        return types;
    }

    private static Optional<Predicate<String>> row(List<String> types) {
        List<Optional<Predicate<String>>> rules =
                types.stream().map(SpelledLimit::inner).toList();
        return rules.stream().noneMatch(Optional::isPresent)
                ? Optional.empty()
                : Optional.of(text -> {
                    List<@Nullable String> fields = new RowText(text).fields();
                    return fields.size() != rules.size() || holdsAll(rules, fields);
                });
    }

    private static boolean holdsAll(List<Optional<Predicate<String>>> rules, List<@Nullable String> fields) {
        for (int i = 0; i < rules.size(); i++) {
            String field = fields.get(i);
            if (field != null && rules.get(i).isPresent() && !holds(rules.get(i).get(), field)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Matcher> parts(String definition) {
        Matcher parts = DEFINITION.matcher(definition);
        return parts.matches() ? Optional.of(parts) : Optional.empty();
    }

    private static String type(Matcher parts) {
        return parts.group("type") + (parts.group("rest") == null ? "" : parts.group("rest"));
    }

    /** Whether a column of that type holds every value of a column of the same name, limited or not. */
    static boolean holdsAll(String definition) {
        boolean limited = definition.contains("(") || definition.startsWith("interval ");
        return !limited || of(definition).isEmpty();
    }

    private static Optional<Predicate<String>> scalar(String type, Matcher parts) {
        if (type.startsWith("interval")) {
            return Optional.of(interval(type, digits(parts)));
        }
        return type.equals("time with time zone") ? Optional.of(fraction(digits(parts))) : Optional.empty();
    }

    private static Optional<Predicate<String>> element(String type, Matcher parts) {
        return switch (type) {
            case "numeric" -> parts.group("first") == null ? Optional.empty() : Optional.of(numeric(parts));
            case "money" -> Optional.of(fraction(2));
            case "real" -> Optional.of(text -> number(text, Float.toString(Float.parseFloat(text))));
            case "double precision" -> Optional.of(text -> number(text, Double.toString(Double.parseDouble(text))));
            case "date" -> Optional.of(spelled(DATE));
            case "time without time zone" -> Optional.of(fraction(digits(parts)));
            case "timestamp without time zone" -> Optional.of(spelled(LOCAL).and(fraction(digits(parts))));
            case "timestamp with time zone" -> Optional.of(spelled(INSTANT).and(fraction(digits(parts))));
            case "character varying" ->
                parts.group("first") == null ? Optional.empty() : Optional.of(characters(parts));
            case "name" -> Optional.of(text -> text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME);
            case "\"char\"" -> Optional.of(text -> text.length() <= 1);
            default -> scalar(type, parts);
        };
    }

    private static int digits(Matcher parts) {
        return parts.group("first") == null ? MOST_DIGITS : Integer.parseInt(parts.group("first"));
    }

    private static Predicate<String> characters(Matcher parts) {
        int most = Integer.parseInt(parts.group("first"));
        return text -> text.codePointCount(0, text.length()) <= most;
    }

    private static Predicate<String> numeric(Matcher parts) {
        int scale = parts.group("second") == null ? 0 : Integer.parseInt(parts.group("second"));
        return text -> {
            Optional<BigDecimal> number = parsed(text);
            return number.isEmpty()
                    || number.get().stripTrailingZeros().scale() <= scale
                    || number.get().signum() == 0;
        };
    }

    /** What is no number the server refuses itself, except its own words for those that are not finite. */
    private static Optional<BigDecimal> parsed(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }

    private static boolean number(String text, String kept) {
        Optional<BigDecimal> given = parsed(text);
        Optional<BigDecimal> stored = parsed(kept);
        return given.isEmpty() || stored.isPresent() && given.get().compareTo(stored.get()) == 0;
    }

    private static Predicate<String> spelled(Pattern form) {
        return text -> form.matcher(text).matches() || INFINITE.matcher(text).matches();
    }

    private static Predicate<String> fraction(int most) {
        return text -> {
            Matcher fraction = FRACTION.matcher(text);
            while (fraction.find()) {
                if (fraction.group(1).length() > most) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<String> interval(String type, int digits) {
        String last = type.substring(type.lastIndexOf(' ') + 1);
        int kept = FIELDS.indexOf(last);
        Predicate<String> exact = fraction(digits);
        return kept < 0 ? exact : exact.and(text -> isWithin(text, kept));
    }

    private static boolean isWithin(String text, int kept) {
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            return INFINITE.matcher(text).matches();
        }
        return text.equals("PT0S")
                || FIELDS.stream().skip(Math.max(1, kept + 1L)).allMatch(field -> period.group(field) == null);
    }

    @Override
    public void require(RowBatch rows, int column, int row) {
        String text = String.valueOf(rows.text(row, column));
        if (!holds(holds, text)) {
            throw new SluiceException(
                    CommonError.VALUE_OUT_OF_RANGE, "'%s' would be changed in %s".formatted(text, shown()));
        }
    }

    private String shown() {
        int fields = definition.indexOf(OF);
        return fields < 0 ? definition : definition.substring(0, fields);
    }

    private static boolean holds(Predicate<String> rule, String text) {
        try {
            return rule.test(text);
        } catch (NumberFormatException word) {
            return true;
        }
    }
}
