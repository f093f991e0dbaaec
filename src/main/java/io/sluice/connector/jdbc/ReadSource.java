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

    public boolean isFiltered() {
        return !where.isBlank();
    }

    /** The statement that reads all of it, without the task's filter. */
    public String select() {
        return isTable() ? "SELECT " + list + " FROM " + table : list;
    }

    /** The statement that reads a part of this source; where it is read in order, the key's text follows the columns. */
    String select(Dialect dialect, JdbcSplit split) {
        if (!isTable()) {
            return list;
        }
        SplitKey cut = key;
        if (cut == null || !cut.ordered() || split.part() != JdbcSplit.Part.KEY_RANGE) {
            return "SELECT " + list + from(dialect, split);
        }
        return "SELECT " + list + ", " + dialect.keyText(table + "." + cut.sql(), cut.type()) + from(dialect, split)
                + " ORDER BY " + table + "." + cut.sql();
    }

    /** {@code FROM} and {@code WHERE} of a part of a table. */
    public String from(Dialect dialect, JdbcSplit split) {
        SplitKey cut = key;
        if (cut == null || split.part() != JdbcSplit.Part.KEY_RANGE) {
            return from(split.part() == JdbcSplit.Part.KEY_IS_NULL ? split.key() + " IS NULL" : "");
        }
        return from(range(dialect, cut, split));
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

    /** A filter may end in a comment, hence the line break behind it. */
    String from(String more) {
        return " FROM " + table + condition(more);
    }

    /** {@code WHERE} with the filter and one more condition; empty when there is neither. */
    public String condition(String more) {
        String filter = where.isBlank() ? "" : "(" + where + "\n)";
        String both = filter + (filter.isEmpty() || more.isEmpty() ? "" : " AND ") + more;
        return both.isEmpty() ? "" : " WHERE " + both;
    }
}
