package io.sluice.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts below each other in one input. Further lines of a text are indented, or they would be texts of their own. */
final class IndentedLines {
    private static final String INDENT = "    ";

    private IndentedLines() {}

    /** A text as it stands in the input. */
    static String shown(String text) {
        return text.strip().lines().collect(Collectors.joining("\n" + INDENT));
    }

    /** The texts of an input. @param indented whether an indented line goes on with the one above */
    static List<String> read(String input, boolean indented) {
        List<String> items = new ArrayList<>();
        for (String line : input.lines().toList()) {
            boolean goesOn = indented && !items.isEmpty() && !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (goesOn) {
                items.set(items.size() - 1, items.getLast() + "\n" + line);
            } else if (!line.isBlank()) {
                items.add(line);
            }
        }
        return items.stream().map(IndentedLines::text).toList();
    }

    /** The text that was shown by these lines. */
    static String text(String lines) {
        return lines.lines()
                .map(line -> line.startsWith(INDENT) ? line.substring(INDENT.length()) : line)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
