package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.TableQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue of MySQL and MariaDB. MariaDB opens each table whose details are asked, so names are found first and
 * only those of the answer are looked at.
 */
final class MysqlCatalogue implements SystemCatalogue {
    private static final String SYSTEM = "('information_schema', 'performance_schema', 'mysql', 'sys')";

    private static final String SCHEMAS =
            "select schema_name from information_schema.schemata where schema_name not in " + SYSTEM
                    + " order by schema_name <> coalesce(database(), ''), schema_name";

    private static final String NAMES = """
            select table_schema, table_name from information_schema.tables
            where table_schema = ? and lower(table_name) like lower(?) escape '!' order by table_name limit ?""";

    private static final String NAMES_OF_ALL = """
            select table_schema, table_name from information_schema.tables
            where table_schema not in %s and lower(table_name) like lower(?) escape '!'
            order by table_name, table_schema limit ?""".formatted(SYSTEM);

    private static final String DETAILS = """
            select table_schema, table_name, table_type like '%%VIEW', coalesce(table_rows, -1), table_comment
            from information_schema.tables where table_schema in (%s) and table_name in (%s)""";

    private static final String INDEXED = """
            select column_name, non_unique, index_name = 'PRIMARY', index_name in (
                select index_name from information_schema.statistics
                where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and seq_in_index = 2)
            from information_schema.statistics
            where table_schema = coalesce(nullif(?, ''), database()) and table_name = ? and seq_in_index = 1
              and sub_part is null and column_name is not null
            order by index_name""";

    private record Name(String schema, String table) {}

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return SystemCatalogue.rows(connection, SCHEMAS, List.of(), row -> row.getString(1));
    }

    @Override
    public List<Relation> tables(Connection connection, TableQuery query) throws SQLException {
        String own = database(connection);
        String schema = query.schema().isEmpty() ? own : query.schema();
        String pattern = SystemCatalogue.containing(query.contains());
        List<Name> names = schema.isEmpty()
                ? names(connection, NAMES_OF_ALL, List.of(pattern, query.limit() + 1))
                : names(connection, NAMES, List.of(schema, pattern, query.limit() + 1));
        return details(connection, names, own);
    }

    private static List<Name> names(Connection connection, String sql, List<?> values) throws SQLException {
        return SystemCatalogue.rows(connection, sql, values, row -> new Name(row.getString(1), row.getString(2)));
    }

    private static String database(Connection connection) throws SQLException {
        return Ask.firstRow(connection, "select database()").getFirst();
    }

    @Override
    public Relation table(Connection connection, List<String> parts) throws SQLException {
        String own = database(connection);
        String schema = parts.size() > 1 ? parts.getFirst() : own;
        return details(connection, List.of(new Name(schema, parts.getLast())), own)
                .getFirst();
    }

    /** In the order of the names; a table that was dropped meanwhile has its name alone. */
    private static List<Relation> details(Connection connection, List<Name> names, String own) throws SQLException {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> schemas = names.stream().map(Name::schema).distinct().toList();
        List<String> values = new ArrayList<>(schemas);
        names.forEach(name -> values.add(name.table()));
        String sql = DETAILS.formatted(signs(schemas.size()), signs(names.size()));
        Map<Name, Relation> found = new HashMap<>();
        SystemCatalogue.rows(connection, sql, values, row -> {
            Name name = new Name(row.getString(1), row.getString(2));
            boolean view = row.getBoolean(3);
            String comment = view ? "" : row.getString(5);
            return found.put(name, new Relation(parts(name, own), view, view ? -1 : row.getLong(4), comment));
        });
        return names.stream()
                .map(name -> found.getOrDefault(name, new Relation(parts(name, own), false, -1, "")))
                .toList();
    }

    private static String signs(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static List<String> parts(Name name, String own) {
        return name.schema().equals(own) ? List.of(name.table()) : List.of(name.schema(), name.table());
    }

    @Override
    public List<SplitKeyChoice> indexed(Connection connection, List<String> parts) throws SQLException {
        String schema = parts.size() > 1 ? parts.getFirst() : "";
        String table = parts.getLast();
        return SystemCatalogue.rows(connection, INDEXED, List.of(schema, table, schema, table), row -> {
            boolean alone = !row.getBoolean(4);
            boolean unique = row.getInt(2) == 0 && alone;
            SplitKeyChoice.Reason index = unique ? SplitKeyChoice.Reason.UNIQUE_INDEX : SplitKeyChoice.Reason.INDEX;
            boolean primary = row.getBoolean(3) && alone;
            return new SplitKeyChoice(row.getString(1), primary ? SplitKeyChoice.Reason.PRIMARY_KEY : index);
        });
    }

    /** Functions with constant arguments may be called when a statement is planned. */
    @Override
    public long planned(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION READ ONLY");
            try {
                return PlannedRows.of(connection, query).orElse(-1);
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
    }
}
