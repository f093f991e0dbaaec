package io.sluice.connector.jdbc;

import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parts of INSERT statements that all systems share. */
public final class Inserts {
    private Inserts() {}

    /** {@code VERB INTO table (columns) BETWEEN VALUES (?, …)}. @param between may be empty */
    public static String sql(Dialect dialect, Target target, String verb, String between) {
        String columns = quoted(dialect, target.columnNames());
        String places = String.join(", ", Collections.nCopies(target.columns().size(), "?"));
        String middle = between.isEmpty() ? " " : " " + between + " ";
        return verb + " INTO " + target.table().sql() + " (" + columns + ")" + middle + "VALUES (" + places + ")";
    }

    /** {@code ON CONFLICT (key) DO UPDATE SET …}, as PostgreSQL and SQLite have it. */
    public static String onConflict(Dialect dialect, Target target, List<String> updateColumns) {
        List<String> key = target.table().key();
        if (key.isEmpty() || !target.columnNames().containsAll(key)) {
            throw new SluiceException(
                    JdbcError.KEY_MISSING,
                    "Updating %s needs its primary key among the columns"
                            .formatted(target.table().sql()));
        }
        List<String> assignments = new ArrayList<>();
        for (String name : updated(dialect, target, updateColumns)) {
            if (!key.contains(name)) {
                assignments.add(dialect.quote(name) + " = excluded." + dialect.quote(name));
            }
        }
        String action = assignments.isEmpty() ? "NOTHING" : "UPDATE SET " + String.join(", ", assignments);
        return " ON CONFLICT (" + quoted(dialect, key) + ") DO " + action;
    }

    /** The columns a conflict changes: those asked for, else all that are written. */
    public static List<String> updated(Dialect dialect, Target target, List<String> asked) {
        if (asked.isEmpty()) {
            return target.columnNames();
        }
        List<String> names = new ArrayList<>();
        for (String name : asked) {
            TableColumn column = Tables.column(dialect, target.table(), name);
            if (!target.columns().contains(column)) {
                throw new SluiceException(
                        JdbcError.COLUMN_UNKNOWN,
                        "Column " + name + " is to be updated, but is not among the columns written");
            }
            names.add(column.name());
        }
        return names;
    }

    private static String quoted(Dialect dialect, List<String> names) {
        return String.join(", ", names.stream().map(dialect::quote).toList());
    }
}
