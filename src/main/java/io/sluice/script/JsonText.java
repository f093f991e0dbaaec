package io.sluice.script;

import io.sluice.spi.config.ConfigValue;

/** Writes texts and values in the spelling of JSON, on one line. */
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** The text in quotes, with the escapes that JSON demands. */
    static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        quote(value, out);
        return out.toString();
    }

    static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                control(c, out);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static void control(char c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }

    /** The text inside quotes that {@link #quote} wrote. */
    static String unquote(String quoted) {
        Tree tree = Parser.parse(quoted);
        if (tree.root() instanceof Node.TextNode text && tree.readable()) {
            return text.text();
        }
        throw new IllegalArgumentException("Not a text in quotes: " + quoted);
    }

    /**
     * The value on one line.
     *
     * @throws IllegalArgumentException for a number in a spelling that JSON does not have
     */
    public static void inline(ConfigValue value, StringBuilder out) {
        switch (value) {
            case ConfigValue.Text text -> quote(text.value(), out);
            case ConfigValue.Num number -> out.append(checked(number.spelling()));
            case ConfigValue.Bool bool -> out.append(bool.value());
            case ConfigValue.Null ignored -> out.append("null");
            case ConfigValue.Array array -> {
                String separator = "";
                out.append('[');
                for (ConfigValue item : array.items()) {
                    out.append(separator);
                    inline(item, out);
                    separator = ", ";
                }
                out.append(']');
            }
            case ConfigValue.Obj object -> {
                out.append('{');
                object.entries().forEach((name, entry) -> {
                    out.append(out.charAt(out.length() - 1) == '{' ? "" : ", ");
                    quote(name, out);
                    out.append(": ");
                    inline(entry, out);
                });
                out.append('}');
            }
        }
    }

    static String checked(String spelling) {
        if (!Characters.isNumber(spelling)) {
            throw new IllegalArgumentException("Not a number in JSON: " + spelling);
        }
        return spelling;
    }
}
