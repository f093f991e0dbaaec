package io.sluice.studio.ui.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into a search for tables.
 *
 * @param schema unquoted; empty when none was named
 * @param rest what follows it
 */
record SchemaName(String schema, String rest) {
    private static final Pattern QUALIFIED = Pattern.compile("(?s)(?:([\"`])(.+?)\\1|([^.\"`]+))\\.(.*)");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$-]+");

    static SchemaName before(String typed) {
        Matcher parts = QUALIFIED.matcher(typed);
        if (!parts.matches()) {
            return new SchemaName("", typed);
        }
        String schema = parts.group(2) == null ? parts.group(3) : parts.group(2);
        return new SchemaName(schema, parts.group(4));
    }

    /** The beginning of the names in a schema, as this class reads it. */
    static String entry(String schema) {
        boolean plain = PLAIN.matcher(schema).matches();
        return (plain ? schema : schema.contains("\"") ? '`' + schema + '`' : '"' + schema + '"') + ".";
    }

    /** Whether an entry of the search stands for the tables of a schema. */
    static boolean isEntry(String name) {
        return name.endsWith(".")
                && before(name).rest().isEmpty()
                && !before(name).schema().isEmpty();
    }
}
