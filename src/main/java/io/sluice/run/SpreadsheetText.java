package io.sluice.run;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts in files that spreadsheets open. A text that one would take for a formula gets an apostrophe in front, as otherwise
 * a row of a database could run something on the machine of whoever opens the file. Nothing is lost by it: a text that looks
 * as if it had got one gets another.
 */
final class SpreadsheetText {
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private SpreadsheetText() {}

    /** A value as a field of a CSV file. */
    private static String quoted(String value) {
        return '"' + harmless(value).replace("\"", "\"\"") + '"';
    }

    /** Writes a line of a CSV file: values in quotes, NULL as an empty field without. */
    static void line(List<@Nullable String> fields, Writer out) throws IOException {
        for (int field = 0; field < fields.size(); field++) {
            String value = fields.get(field);
            out.write(field == 0 ? "" : ",");
            out.write(value == null ? "" : quoted(value));
        }
        out.write("\r\n");
    }

    static String harmless(String value) {
        return FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches() ? "'" + value : value;
    }

    /** The value that {@link #harmless} made this text of. */
    static String value(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
