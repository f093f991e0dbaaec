package io.sluice.engine.preview;

import org.jspecify.annotations.Nullable;

/**
 * One value for a person to look at.
 *
 * @param text the value or its beginning; null for NULL, which is not the same as empty text
 * @param length of the whole value, in characters of text and bytes of binary values; 0 for NULL
 * @param cut whether {@code text} is only the beginning
 */
public record Cell(@Nullable String text, long length, boolean cut) {
    public static final Cell NULL = new Cell(null, 0, false);

    public boolean isNull() {
        return text == null;
    }

    /** @param text as a whole */
    static Cell of(String text, int longest) {
        int characters = text.codePointCount(0, text.length());
        return characters <= longest
                ? new Cell(text, characters, false)
                : new Cell(text.substring(0, text.offsetByCodePoints(0, longest)), characters, true);
    }
}
