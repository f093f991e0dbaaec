package io.sluice.run;

import java.util.ArrayList;
import java.util.List;

/** Makes text from anywhere safe to show as lines of a log: nobody can forge a line, colour it or turn its reading. */
final class PlainLine {
    static final int LONGEST = 8_000;
    private static final String CONTINUED = "    ";
    private static final int FIRST_CONTROL_PICTURE = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    private PlainLine() {}

    /** The text as lines, those after the first set in. */
    static List<String> of(String text) {
        if (text.indexOf('\n') < 0) {
            return List.of(clean(text));
        }
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(lines.isEmpty() ? clean(line) : CONTINUED + clean(line)));
        return lines;
    }

    private static String clean(String line) {
        String cut = line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + " … (" + (line.length() - LONGEST) + " more characters)";
        if (cut.chars().noneMatch(PlainLine::harmful)) {
            return cut;
        }
        StringBuilder clean = new StringBuilder(cut.length() + 16);
        for (int i = 0; i < cut.length(); i++) {
            append(clean, cut.charAt(i));
        }
        return clean.toString();
    }

    private static boolean harmful(int character) {
        return Character.isISOControl(character) && character != '\t' || turnsReading(character);
    }

    private static void append(StringBuilder clean, char character) {
        if (!harmful(character)) {
            clean.append(character);
        } else if (character < ' ') {
            clean.append((char) (FIRST_CONTROL_PICTURE + character));
        } else if (character == 0x7F) {
            clean.append((char) DELETE_PICTURE);
        } else {
            clean.append("\\u").append(Integer.toHexString(0x10000 | character).substring(1));
        }
    }

    /** Marks that change the direction of reading, and the separators that break lines in browsers. */
    private static boolean turnsReading(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character >= 0x200E && character <= 0x200F
                || character >= 0x2028 && character <= 0x2029
                || character == 0x061C;
    }
}
