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

    /** A row in another spelling; one that was only looked at stays what it is, which need not be a text. */
    static ConfigValue changed(ConfigValue row, String typed) {
        return Values.brief(row).equals(typed) ? row : new ConfigValue.Text(typed);
    }

    /** A described row with another member; a number stays one, and nothing typed takes the member away. */
    static ConfigValue.Obj with(ConfigValue.Obj row, String name, String typed) {
        ConfigValue before = row.find(name).orElse(null);
        if ((before == null ? "" : Values.brief(before)).equals(typed)) {
            return row;
        }
        ConfigValue value =
                before instanceof ConfigValue.Num ? ChannelEdits.number(typed) : new ConfigValue.Text(typed);
        return typed.isEmpty() ? row.without(name) : row.with(name, value);
    }

    /** A described row with another type; the usual one is not said where it was not. */
    static ConfigValue.Obj typed(ConfigValue.Obj row, String type) {
        boolean unsaid = row.find("type").isEmpty() && row.entries().size() > 0 && type.equals("string");
        return unsaid ? row : with(row, "type", type);
    }
}
