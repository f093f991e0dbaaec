package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why values fit as they do, as a code with what it is about, so that an interface can say it in its user's language.
 * Logs and the command line say it in English.
 *
 * @param arguments texts, numbers and {@link LogicalType}s that take the place of {@code {0}}, {@code {1}} and so on
 */
public record Reason(Code code, List<Object> arguments) {
    /** Nothing to say. */
    static final List<Reason> NONE = List.of();

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** What can be said. */
    public enum Code {
        NO_WAY("{0} cannot become {1}"),
        ZONE_MISSING("{0} becomes {1} only in a time zone: set setting.common.column.timeZone"),
        NULL_REFUSED("NULL does not fit a column that is NOT NULL"),
        NON_FINITE_NULL("NaN and infinite numbers become NULL, as the task says"),
        INFINITE_DATE_NULL("infinite dates become NULL, as the task says"),
        INFINITY_REPLACED("infinity becomes {0}, as the task says"),
        MINUS_INFINITY_REPLACED("-infinity becomes {0}, as the task says"),
        ZERO_CHARACTER_REMOVED("the character U+0000 is removed, as the task says"),
        FRACTION_CUT("further digits of a second are cut off, as the task says"),
        ZERO_DATE_NULL("zero dates become NULL, as the task says"),
        ZERO_DATE_REPLACED("zero dates become {0}, as the task says"),
        NON_FINITE_REFUSED("the target has no NaN and no infinities"),

        TRUE_IS_ONE("true becomes 1, false 0"),
        TRUTH_NUMBERS("only 0 and 1 are truth values"),
        TRUTH_BIT("only one bit is a truth value, not none"),
        TRUTH_WORDS("only 'true' and 'false' are truth values"),

        WITHIN_RANGE("only values of the target's range fit"),
        WHOLE_WITHIN_RANGE("only whole numbers of the target's range fit"),
        PLAIN_WHOLE_WITHIN_RANGE("only plain whole numbers of the target's range fit"),
        FROM_BINARY("read as an unsigned binary number"),
        TO_BINARY("becomes a binary number"),
        BITS_NOT_NEGATIVE("only numbers of at most {0} bits that are not negative fit"),
        SPELLED_ALIKE("only numbers that the target spells alike fit"),
        SHORTEST_SPELLING("keeps the shortest decimal spelling"),
        DIGITS("only numbers with the target's digits fit"),

        CHARACTERS("only text of at most {0} characters fits"),
        BYTES_OF_TEXT("only text of at most {0} bytes fits"),
        CHARACTERS_AND_BYTES("only text of at most {0} characters and {1} bytes fits"),
        BYTES("only values of at most {0} bytes fit"),
        BITS("only {0} fit"),
        BIT_DIGITS("only text of digits 0 and 1 for {0} fits"),
        FROM_UTF_8("only bytes that are UTF-8 text fit"),
        TO_UTF_8("becomes its UTF-8 bytes"),
        TO_ISO_8601("becomes ISO-8601 text"),
        JSON_REFUSED("text that is no JSON is refused by the target"),
        JSON_NOT_FINITE("NaN and infinities are no JSON"),
        UUID_CHARACTERS("only the 36 characters of a UUID fit"),
        INTERVAL_REFUSED("text that is no interval is refused by the target"),
        INTERVALS_OF_TIME("only intervals of hours, minutes and seconds within the target's range fit"),

        TO_MILLIS("becomes milliseconds since 1970-01-01T00:00:00Z"),
        FROM_MILLIS("read as milliseconds since 1970-01-01T00:00:00Z"),
        DATE_FORMATS("only dates in the task's formats fit"),
        TIME_FORMATS("only times in the task's formats fit"),
        DATE_TIME_FORMATS("only dates and times in the task's formats fit"),
        MIDNIGHT("only values at midnight fit"),
        MIDNIGHT_IN_ZONE("only values at midnight in {0} fit"),
        TO_MIDNIGHT("becomes midnight"),
        TO_MIDNIGHT_IN_ZONE("becomes midnight in {0}"),
        LAST_DAY("days after the year 294246 do not fit"),
        WITHIN_DAY("only times from 00:00:00 to 24:00:00 fit"),
        FRACTION("only values without further digits of a second fit"),
        TO_LOCAL("becomes local time in {0}"),
        FROM_LOCAL("read as local time in {0}"),
        TWICE("in the hour that its clocks show twice the difference is lost"),
        SKIPPED("times its clocks skip do not fit");

        private final String english;

        Code(String english) {
            this.english = english;
        }
    }

    static List<Reason> because(Code code, Object... arguments) {
        return List.of(new Reason(code, List.of(arguments)));
    }

    static List<Reason> both(List<Reason> one, List<Reason> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** In English. */
    @Override
    public String toString() {
        String words = code.english;
        for (int index = 0; index < arguments.size(); index++) {
            Object argument = arguments.get(index);
            String word = argument instanceof LogicalType type ? TypeNames.of(type) : String.valueOf(argument);
            words = words.replace("{" + index + "}", word);
        }
        return words;
    }

    /** All in one English text; empty for none. */
    static String english(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
    }
}
