package io.sluice.audit;

/**
 * Spells text from anywhere so that it stays on one line and reads as it is stored. Control characters, line breaks of
 * every kind, marks that turn the reading or cannot be seen and halves of characters become {@code \}{@code uXXXX}; a
 * backslash is doubled, so that nobody can type what looks like an escape.
 */
final class OneLine {
    private static final char CUT = '…';

    private OneLine() {}

    /** @param most how many UTF-16 units the result may have; what is longer ends in an ellipsis */
    static String of(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most) + 16);
        int fits = 0;
        for (int i = 0; i < text.length() && line.length() <= most; ) {
            int character = text.codePointAt(i);
            append(line, character);
            if (line.length() < most) {
                fits = line.length();
            }
            i += Character.charCount(character);
        }
        if (line.length() > most) {
            line.setLength(fits);
            line.append(CUT);
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int character) {
        switch (character) {
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            default -> {
                if (plain(character)) {
                    line.appendCodePoint(character);
                } else {
                    escape(line, character);
                }
            }
        }
    }

    private static boolean plain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static void escape(StringBuilder line, int character) {
        for (char unit : Character.toChars(character)) {
            line.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
        }
    }
}
