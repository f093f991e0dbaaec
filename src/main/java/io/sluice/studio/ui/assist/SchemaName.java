package io.sluice.studio.ui.assist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into a search for tables.
 *
 * @param schema unquoted; empty when none was named
 * @param rest what follows it, or the part of it that is typed, unquoted
 */
public record SchemaName(String schema, String rest) {
    private static final Pattern QUALIFIED = Pattern.compile("(?s)(?:([\"`])(.+?)\\1|([^.\"`]+))\\.(.*)");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$-]+");

    public static SchemaName before(String typed) {
        Matcher parts = QUALIFIED.matcher(typed);
        if (!parts.matches()) {
            return new SchemaName("", unquoted(typed));
        }
        String schema = parts.group(2) == null ? parts.group(3) : parts.group(2);
        return new SchemaName(schema, unquoted(parts.group(4)));
    }

    /** Of a name that is being typed the quote at its end may be missing. */
    private static String unquoted(String part) {
        if (!part.startsWith("\"") && !part.startsWith("`")) {
            return part;
        }
        String quote = part.substring(0, 1);
        String inner =
                part.length() > 1 && part.endsWith(quote) ? part.substring(1, part.length() - 1) : part.substring(1);
        return inner.replace(quote + quote, quote);
    }

    /** The beginning of the names in a schema, as this class reads it. */
    public static String entry(String schema) {
        boolean plain = PLAIN.matcher(schema).matches();
        return (plain ? schema : schema.contains("\"") ? '`' + schema + '`' : '"' + schema + '"') + ".";
    }

    /** Whether an entry of the search stands for the tables of a schema. */
    public static boolean isEntry(String name) {
        return name.endsWith(".")
                && before(name).rest().isEmpty()
                && !before(name).schema().isEmpty();
    }
}
