package io.sluice.connector.file;

import java.nio.charset.StandardCharsets;

/** The beginning of a text, for messages. */
public final class Excerpt {
    private static final int MOST_CHARACTERS = 100;
    private static final int MOST_BYTES = 4 * MOST_CHARACTERS;

    private Excerpt() {}

    /** Up to 100 characters of UTF-8. */
    public static String of(byte[] text, int from, int to) {
        String beginning = new String(text, from, Math.min(to - from, MOST_BYTES), StandardCharsets.UTF_8);
        return beginning.length() <= MOST_CHARACTERS ? beginning : beginning.substring(0, MOST_CHARACTERS);
    }
}
