package io.sluice.connector.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table or query of a reader.
 *
 * @param name what a person calls it
 * @param list the select list of a table; of a query the whole statement
 * @param table quoted; empty for a query
 * @param where the task's filter; may be empty
 * @param key what cuts the table, or null when nothing can
 */
public record ReadSource(
        Sessions sessions,
        String name,
        String list,
        String table,
        String where,
        @Nullable SplitKey key,
        List<ResultColumn> columns) {
    public ReadSource {
        columns = List.copyOf(columns);
    }

    static ReadSource query(Sessions sessions, String name, String query, List<ResultColumn> columns) {
        return new ReadSource(sessions, name, query, "", "", null, columns);
    }

    public boolean isTable() {
        return !table.isEmpty();
    }

    /** {@code WHERE} with the filter and one more condition, or nothing. */
    public String condition(String more) {
        return from(more).substring(" FROM ".length() + table.length());
    }

    /** The statement that reads a part of this source; where it is read in order, the key's text follows the columns. */
    public String select(Dialect dialect, JdbcSplit split) {
        if (table.isEmpty()) {
            return list;
        }
        SplitKey cut = key;
        if (cut == null || split.part() != JdbcSplit.Part.KEY_RANGE) {
            String nulls = split.part() == JdbcSplit.Part.KEY_IS_NULL ? split.key() + " IS NULL" : "";
            return "SELECT " + list + from(nulls);
        }
        String range = range(dialect, cut, split);
        if (!cut.ordered()) {
            return "SELECT " + list + from(range);
        }
        return "SELECT " + list + ", " + dialect.keyText(table + "." + cut.sql(), cut.type()) + from(range)
                + " ORDER BY " + table + "." + cut.sql();
    }

    private static String range(Dialect dialect, SplitKey key, JdbcSplit split) {
        String low = split.low();
        String high = split.high();
        if (low == null && high == null) {
            return key.nullable() ? key.sql() + " IS NOT NULL" : "";
        }
        String behind = split.behindLow() ? " > " : " >= ";
        String below = low == null ? "" : key.sql() + behind + dialect.keyLiteral(key.type(), low);
        String above = high == null ? "" : key.sql() + " < " + dialect.keyLiteral(key.type(), high);
        return below + (below.isEmpty() || above.isEmpty() ? "" : " AND ") + above;
    }

    /** {@code FROM} with the filter and one more condition; a filter may end in a comment, hence the line break. */
    public String from(String more) {
        String filter = where.isBlank() ? "" : "(" + where + "\n)";
        String both = filter + (filter.isEmpty() || more.isEmpty() ? "" : " AND ") + more;
        return " FROM " + table + (both.isEmpty() ? "" : " WHERE " + both);
    }
}
