package io.sluice.ui;

import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts below each other in one input. Further lines of a text are indented, or they would be texts of their own. */
final class IndentedLines {
    private static final String INDENT = "    ";

    /** Stands for the null of a script: the word {@code null} would be a text as well. */
    static final String NULL = "⟨null⟩";

    private IndentedLines() {}

    /** A value as it stands in the input; a structure as scripts spell it. */
    static String shown(ConfigValue value) {
        return shown(word(value));
    }

    /** A value as it stands in the input, before its lines are indented. */
    static String word(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(String text) -> text;
            case ConfigValue.Num number -> number.spelling();
            case ConfigValue.Bool flag -> flag.toString();
            case ConfigValue.Null ignored -> NULL;
            case ConfigValue.Array list -> ScriptOnlyEditor.spelled(list);
            case ConfigValue.Obj object -> ScriptOnlyEditor.spelled(object);
        };
    }

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
