package io.sluice.cli;

/** Writes one JSON object on one line. */
final class JsonLine {
    private final StringBuilder text = new StringBuilder("{");

    JsonLine with(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonLine with(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** @param value a JSON value */
    JsonLine withRaw(String name, String value) {
        name(name).append(value);
        return this;
    }

    /** A text as a JSON value. */
    static String quoted(String value) {
        JsonLine line = new JsonLine();
        line.text.setLength(0);
        line.quote(value);
        return line.text.toString();
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name);
        return text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '"', '\\' -> text.append('\\').append(letter);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (letter < ' ' || letter == '\u2028' || letter == '\u2029') {
                        text.append(String.format("\\u%04x", (int) letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
