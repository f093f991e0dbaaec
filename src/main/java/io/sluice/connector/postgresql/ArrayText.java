package io.sluice.connector.postgresql;

import java.util.stream.Stream;

/**
 * The elements of an array as the server spells it, for example <code>{1,"a b",NULL,{2}}</code> (PostgreSQL 18, section
 * 8.15.6). What is no such text has no elements; the server refuses it.
 */
final class ArrayText {
    private final String text;
    private int at;

    ArrayText(String text) {
        this.text = text;
    }

    /** All elements of all dimensions but NULL. */
    Stream<String> elements() {
        Stream.Builder<String> found = Stream.builder();
        at = text.indexOf('{');
        while (at >= 0 && at < text.length()) {
            char one = text.charAt(at);
            if (one == '{' || one == '}' || one == ',' || Character.isWhitespace(one)) {
                at++;
            } else if (one == '"') {
                found.add(quoted());
            } else {
                String plain = plain();
                if (!plain.equalsIgnoreCase("NULL")) {
                    found.add(plain);
                }
            }
        }
        return found.build();
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            element.append(unescaped());
        }
        at++;
        return element.toString();
    }

    private String plain() {
        StringBuilder element = new StringBuilder();
        while (at < text.length() && ",{}".indexOf(text.charAt(at)) < 0) {
            element.append(unescaped());
        }
        return element.toString().stripTrailing();
    }

    private char unescaped() {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
        }
        return text.charAt(at++);
    }
}
