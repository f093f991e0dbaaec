package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import java.util.Locale;
import java.util.Set;

/** How the rows that people add are spelled for a reader. */
final class AddedRow {
    private static final Set<String> WORDS = Set.of("null", "true", "false");

    private AddedRow() {}

    /** A constant of the database; what is no number and has no quotes yet gets some. */
    static ConfigValue sqlConstant(String typed) {
        String plain = typed.strip();
        boolean ready = plain.length() > 1 && plain.startsWith("'") && plain.endsWith("'")
                || plain.matches("[+-]?\\d+(\\.\\d+)?")
                || WORDS.contains(plain.toLowerCase(Locale.ROOT));
        return new ConfigValue.Text(ready ? plain : "'" + typed.replace("'", "''") + "'");
    }

    /** A scheduling parameter, in quotes when it is to be a text. */
    static ConfigValue sqlParameter(String name, boolean asText) {
        String use = reference(name);
        return new ConfigValue.Text(asText ? "'" + use + "'" : use);
    }

    /** The use of a parameter, whether or not its braces were typed too. */
    static String reference(String name) {
        String plain = name.strip();
        return plain.startsWith("${") ? plain : "${" + plain + "}";
    }

    /** A value that is the same in every record. */
    static ConfigValue fieldConstant(String value, String type) {
        return ConfigValue.Obj.EMPTY.with("value", value).with("type", type);
    }
}
