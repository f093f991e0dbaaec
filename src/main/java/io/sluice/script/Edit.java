package io.sluice.script;

import java.util.Comparator;
import java.util.List;

/** Replaces the characters from {@code start} to {@code end} (exclusive). */
record Edit(int start, int end, String replacement) {
    static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }

    static Edit remove(int start, int end) {
        return new Edit(start, end, "");
    }

    /** Applies edits that do not overlap; those at the same offset in their order in the list. */
    static String apply(String text, List<Edit> edits) {
        List<Edit> ordered =
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList();
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Edit edit : ordered) {
            out.append(text, done, edit.start());
            append(out, edit.replacement());
            done = edit.end();
            keepApart(out, text, done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static void append(StringBuilder out, String replacement) {
        if (!replacement.isEmpty()) {
            keepApart(out, replacement, 0);
            out.append(replacement);
        }
    }

    /** A number must not grow together with what comes to stand beside it. */
    private static void keepApart(StringBuilder out, String next, int at) {
        if (!out.isEmpty()
                && at < next.length()
                && Characters.isWord(out.charAt(out.length() - 1))
                && Characters.isWord(next.charAt(at))) {
            out.append(' ');
        }
    }
}
