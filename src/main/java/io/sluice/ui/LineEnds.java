package io.sluice.ui;

/** Line ends of texts that were edited in a browser, whose inputs know only one kind. */
public final class LineEnds {
    private LineEnds() {}

    /**
     * The text that was typed; where it goes on as the one before did, it keeps that one's line ends, and new lines end
     * like the first one there.
     */
    public static String kept(String before, String typed) {
        String plain = plain(before);
        int shorter = Math.min(plain.length(), typed.length());
        int start = 0;
        while (start < shorter && plain.charAt(start) == typed.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && plain.charAt(plain.length() - 1 - tail) == typed.charAt(typed.length() - 1 - tail)) {
            tail++;
        }
        String usual = usual(before);
        String kept = before.substring(0, index(before, start))
                + typed.substring(start, typed.length() - tail).replace("\n", usual)
                + before.substring(index(before, plain.length() - tail));
        // Of a text with several kinds, two line ends that come together can make one.
        return plain(kept).equals(typed) ? kept : typed.replace("\n", usual);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String usual(String text) {
        int at = text.indexOf('\r');
        int plain = text.indexOf('\n');
        if (at < 0 || plain >= 0 && plain < at) {
            return "\n";
        }
        return plain == at + 1 ? "\r\n" : "\r";
    }

    /** Where a place of the text with plain line ends is in the text as it was. */
    private static int index(String text, int place) {
        int at = 0;
        for (int count = 0; count < place; count++) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }
}
