package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.ScriptOnlyEditor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a script on one line. */
final class Values {
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private Values() {}

    /** A text as it is, anything else as scripts spell it. */
    static String brief(ConfigValue value) {
        return value instanceof ConfigValue.Text(String text) ? text : spelled(value);
    }

    /** A text on one line, in which line breaks can be seen. */
    static String oneLine(String text) {
        return BREAK.matcher(text).replaceAll(" ↵ ");
    }

    /** Whether fields of names can show a value: some texts, or a number where a text is meant; nothing as well. */
    static boolean isNames(@Nullable ConfigValue value) {
        return switch (value) {
            case null -> true;
            case ConfigValue.Null ignored -> true;
            case ConfigValue.Text ignored -> true;
            case ConfigValue.Num ignored -> true;
            case ConfigValue.Bool ignored -> true;
            case ConfigValue.Array list ->
                list.items().stream()
                        .allMatch(item -> item instanceof ConfigValue.Text
                                || item instanceof ConfigValue.Num
                                || item instanceof ConfigValue.Bool);
            case ConfigValue.Obj ignored -> false;
        };
    }

    /** Whether an input of one value can show a value. */
    static boolean isWord(@Nullable ConfigValue value) {
        return !(value instanceof ConfigValue.Array) && !(value instanceof ConfigValue.Obj);
    }

    /** A value in an input of one: an explicit nothing is no word, and a structure is as scripts spell it. */
    static String inInput(ConfigValue value) {
        return value instanceof ConfigValue.Null ? "" : isWord(value) ? value.toString() : spelled(value);
    }

    /** A value as scripts spell it, on one line. */
    static String spelled(ConfigValue value) {
        return ScriptOnlyEditor.spelled(value);
    }
}
