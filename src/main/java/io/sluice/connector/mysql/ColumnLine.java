package io.sluice.connector.mysql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition of a column as SHOW CREATE TABLE spells it.
 *
 * @param name in backticks
 * @param type with its length and signs
 * @param rest everything else, with the blank before it
 */
record ColumnLine(String name, String type, String rest) {
    static final String UNSIGNED = "UNSIGNED";

    private static final Pattern TYPE =
            Pattern.compile("[a-z]+(?:\\((?:[^()']|'(?:[^']|'')*')*\\))?(?: unsigned)?(?: zerofill)?");

    private static final Pattern CURRENT =
            Pattern.compile("\\bcurrent_timestamp\\b(?:\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);

    /** @param quoted the column's name in backticks */
    static Optional<ColumnLine> find(String definition, String quoted) {
        int line = definition.indexOf("\n  " + quoted + " ");
        if (line < 0) {
            return Optional.empty();
        }
        int start = line + 4 + quoted.length();
        Matcher type = TYPE.matcher(definition).region(start, definition.length());
        if (!type.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(
                new ColumnLine(quoted, type.group(), definition.substring(type.end(), end(definition, type.end()))));
    }

    /** Where the definition ends: at a comma or a parenthesis that belongs to the table. */
    private static int end(String text, int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '\'' || sign == '`') {
                at = behind(text, at, sign);
                continue;
            }
            if (depth == 0 && (sign == ',' || sign == ')')) {
                break;
            }
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            at++;
        }
        return text.substring(from, at).stripTrailing().length() + from;
    }

    /** Behind a quoted text; a quote in it is doubled or has a backslash before it. */
    private static int behind(String text, int quote, char sign) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) != sign) {
            at += text.charAt(at) == '\\' && sign == '\'' ? 2 : 1;
        }
        return at + 1;
    }

    /** Whether a type is one of numbers with a point that have no sign. */
    static boolean unsignedReal(String type) {
        return type.contains(" unsigned") && !type.split("[( ]", 2)[0].endsWith("int");
    }

    boolean unsigned() {
        return type.contains(" unsigned");
    }

    /**
     * Another type, with what this one says of signs and leading zeros where it can be said of it.
     *
     * @param negatives whether it is to take numbers below zero
     */
    String kept(String other, boolean negatives) {
        String signed = other + (unsignedReal(type) && !negatives ? " " + UNSIGNED : "");
        boolean zeros = type.endsWith(" zerofill") && signed.endsWith(" " + UNSIGNED);
        return signed + (zeros ? " ZEROFILL" : "");
    }

    /** The definition with another type. */
    String with(String other) {
        return name + " " + other + (other.startsWith("TIMESTAMP") || other.startsWith("DATETIME") ? now(other) : rest);
    }

    /** MySQL wants as many digits of the current time as the column has. */
    private String now(String type) {
        String digits = type.replaceAll("[^(]*(\\(\\d\\))?.*", "$1");
        String[] parts = rest.split("'", -1);
        for (int outside = 0; outside < parts.length; outside += 2) {
            parts[outside] = CURRENT.matcher(parts[outside]).replaceAll("CURRENT_TIMESTAMP" + digits);
        }
        return String.join("'", parts);
    }
}
