package io.sluice.studio.ui.form;

import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.LineEnds;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How the rows that people add are spelled for a reader. */
final class AddedRow {
    private static final Set<String> WORDS = Set.of("null", "true", "false");

    /** A text as SQL spells it; one that only begins and ends with quotes is not. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'");

    private AddedRow() {}

    /** A constant of the database; what is no number and has no quotes yet gets some. */
    static ConfigValue sqlConstant(String typed) {
        String plain = typed.strip();
        boolean ready = QUOTED.matcher(plain).matches()
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
        String before = Values.brief(row);
        String text = LineEnds.kept(before, typed);
        return text.equals(before) ? row : new ConfigValue.Text(text);
    }

    /** A described row with another member; a number stays one, and nothing typed takes the member away. */
    static ConfigValue.Obj with(ConfigValue.Obj row, String name, String typed) {
        ConfigValue before = row.find(name).orElse(null);
        String known = before == null ? "" : Values.brief(before);
        String text = LineEnds.kept(known, typed);
        if (text.equals(known)) {
            return row;
        }
        ConfigValue value = before instanceof ConfigValue.Num ? ChannelEdits.number(text) : new ConfigValue.Text(text);
        return typed.isEmpty() ? row.without(name) : row.with(name, value);
    }

    /** A described row with another type; the usual one is not said where it was not. */
    static ConfigValue.Obj typed(ConfigValue.Obj row, String type) {
        boolean unsaid = row.find("type").isEmpty() && row.entries().size() > 0 && type.equals("string");
        return unsaid ? row : with(row, "type", type);
    }
}
