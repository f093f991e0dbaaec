package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import java.util.stream.Collectors;

/** Values of a script on one line. */
final class Values {
    private Values() {}

    /** A text as it is, anything else as scripts spell it. */
    static String brief(ConfigValue value) {
        return value instanceof ConfigValue.Text(String text) ? text : spelled(value);
    }

    private static String spelled(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(String text) -> '"' + text + '"';
            case ConfigValue.Num number -> number.spelling();
            case ConfigValue.Bool word -> word.toString();
            case ConfigValue.Null word -> word.toString();
            case ConfigValue.Array array ->
                array.items().stream().map(Values::spelled).collect(Collectors.joining(", ", "[", "]"));
            case ConfigValue.Obj object ->
                object.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + spelled(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
