package io.sluice.script.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * Leads to one value inside a JSON text.
 *
 * @param names of members and positions in lists, outermost first; a number may mean either
 */
public record JsonPath(List<String> names) {
    public JsonPath {
        names = List.copyOf(names);
    }

    /**
     * Reads {@code $.a.b[0]['c']} or a JSON Pointer (RFC 6901).
     *
     * @throws IllegalArgumentException for a text that is neither
     */
    public static JsonPath parse(String text) {
        if (text.isEmpty() || text.equals("$")) {
            return new JsonPath(List.of());
        }
        if (text.startsWith("/")) {
            return pointer(text);
        }
        if (!text.startsWith("$")) {
            throw invalid(text);
        }
        List<String> names = new ArrayList<>();
        for (int at = 1; at < text.length(); ) {
            boolean bracket = text.charAt(at) == '[';
            if (!bracket && text.charAt(at) != '.') {
                throw invalid(text);
            }
            int end = bracket ? closing(text, at) : nameEnd(text, at + 1);
            String name = text.substring(at + 1, end);
            names.add(bracket ? unquoted(name, text) : plain(name, text));
            at = bracket ? end + 1 : end;
        }
        return new JsonPath(names);
    }

    private static JsonPath pointer(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.substring(1).split("/", -1)) {
            names.add(name.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPath(names);
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static int closing(String text, int from) {
        int next = from + 1;
        boolean quoted = next < text.length() && (text.charAt(next) == '\'' || text.charAt(next) == '"');
        int end = quoted ? text.indexOf(text.charAt(next) + "]", next + 1) + 1 : text.indexOf(']', next);
        if (end <= next) {
            throw invalid(text);
        }
        return end;
    }

    private static String unquoted(String name, String text) {
        char first = name.charAt(0);
        if (first == '\'' || first == '"') {
            return name.substring(1, name.length() - 1);
        }
        if (!name.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw invalid(text);
        }
        return name;
    }

    private static String plain(String name, String text) {
        if (name.isEmpty() || name.equals("*")) {
            throw invalid(text);
        }
        return name;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no path; write it like $.customer.items[0] or /customer/items/0");
    }
}
