package io.sluice.script;

/** Reads the text form of a {@link Path}: names joined by dots, {@code [0]} for items, {@code ["a.b"]} for other names. */
final class PathReader {
    private final String text;
    private int at;

    PathReader(String text) {
        this.text = text;
    }

    /** Whether a name can stand in a path without brackets. */
    static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '.' || c == '[' || c == ']' || c == '"');
    }

    Path read() {
        Path path = Path.ROOT;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[') {
                at++;
                path = path.child(bracketed());
            } else {
                at += c == '.' && !path.isRoot() ? 1 : 0;
                path = path.child(plain());
            }
        }
        return path;
    }

    private Path.Name plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            at++;
        }
        String name = text.substring(start, at);
        if (!isPlain(name)) {
            throw refused();
        }
        return new Path.Name(name);
    }

    private Path.Step bracketed() {
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        int end = quoted ? closingQuote() + 1 : text.indexOf(']', at);
        if (end < 0 || end >= text.length() || text.charAt(end) != ']') {
            throw refused();
        }
        String inside = text.substring(at, end);
        at = end + 1;
        if (quoted) {
            return new Path.Name(JsonText.unquote(inside));
        }
        try {
            return new Path.Index(Integer.parseInt(inside));
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    private int closingQuote() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException("Not a path: " + text);
    }
}
