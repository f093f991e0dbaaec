package io.sluice.script;

/** How a text is laid out: what it indents by and how its lines end. */
record Layout(String unit, String lineEnd) {
    static final int WIDTH = 100;
    static final Layout CLEAN = new Layout("  ", "\n");

    /** The layout that a text already has. */
    static Layout of(String text, Tree tree) {
        return new Layout(unit(text, tree), lineEnd(text));
    }

    static String lineEnd(String text) {
        int line = text.indexOf('\n');
        return line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    }

    private static String unit(String text, Tree tree) {
        if (tree.root() instanceof Node.ObjectNode object && !object.members().isEmpty()) {
            String first = indentAt(text, object.members().get(0).key().start());
            String root = indentAt(text, object.start());
            if (first.length() > root.length() && first.startsWith(root)) {
                return first.substring(root.length());
            }
        }
        return CLEAN.unit();
    }

    /** The blanks that the line of this offset starts with. */
    static String indentAt(String text, int offset) {
        int start = Trivia.lineStart(text, offset);
        int end = start;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    static boolean hasLineEnd(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Characters.isLineEnd(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Columns that the last line of {@code out} already has. */
    static int column(StringBuilder out) {
        int at = out.length();
        while (at > 0 && !Characters.isLineEnd(out.charAt(at - 1))) {
            at--;
        }
        return out.length() - at;
    }
}
