package io.sluice.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment between two values.
 *
 * @param text clean, without blanks behind it
 * @param ownLine whether it stands on a line after what comes before it
 * @param blankBefore whether an empty line separates it from what comes before it
 */
record Comment(String text, boolean ownLine, boolean blankBefore) {
    /**
     * What stands between two values, commas and colons left out.
     *
     * @param blankLast whether an empty line separates the next value from what comes before it
     */
    record Gap(List<Comment> comments, boolean blankLast) {
        List<Comment> trailing() {
            return comments.stream().filter(comment -> !comment.ownLine()).toList();
        }

        List<Comment> ownLines() {
            return comments.stream().filter(Comment::ownLine).toList();
        }
    }

    /** Reads the comments of a range that holds no value. */
    static Gap between(String text, int from, int to) {
        List<Comment> comments = new ArrayList<>();
        boolean ownLine = false;
        int lineEnds = 0;
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '/') {
                int end = Trivia.commentEnd(text, at);
                ownLine |= lineEnds > 0;
                comments.add(new Comment(clean(text.substring(at, end)), ownLine, lineEnds > 1));
                lineEnds = 0;
                at = end;
            } else if (Characters.isLineEnd(text.charAt(at))) {
                lineEnds++;
                at = Trivia.afterLineEnd(text, at);
            } else {
                at++;
            }
        }
        return new Gap(comments, lineEnds > 1);
    }

    /** The text with these line ends. */
    String text(String lineEnd) {
        return Layout.hasLineEnd(text, 0, text.length()) ? String.join(lineEnd, text.split("\\R", -1)) : text;
    }

    private static String clean(String raw) {
        String stripped = raw.stripTrailing();
        return stripped.startsWith("//") || stripped.startsWith("/*") ? stripped : "/" + stripped;
    }
}
