package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.TableQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** The catalogue of PostgreSQL. Plain names mean every schema of the search path. */
final class PostgresqlCatalogue implements SystemCatalogue {
    private static final String SCHEMAS = """
            select nspname from pg_namespace
            where nspname !~ '^pg_' and nspname <> 'information_schema' and has_schema_privilege(oid, 'USAGE')
            order by array_position(current_schemas(false), nspname), nspname""";

    private static final String RELATION = """
            select n.nspname, c.relname, pg_table_is_visible(c.oid), c.relkind in ('v', 'm'), c.reltuples::bigint,
              coalesce(obj_description(c.oid, 'pg_class'), ''), c.relkind = 'v'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            """;

    private static final String TABLES = RELATION + """
            where c.relkind in ('r', 'v', 'm', 'f', 'p') and %s and c.relname collate "default" ilike ? escape '!'
              and has_any_column_privilege(c.oid, 'SELECT, INSERT') and has_schema_privilege(n.oid, 'USAGE')
            order by c.relname, n.nspname limit ?""";

    private static final String OF_PATH =
            TABLES.formatted("n.nspname = any (current_schemas(false)) and pg_table_is_visible(c.oid)");
    private static final String OF_SCHEMA = TABLES.formatted("n.nspname = ?");

    private static final String ONE = RELATION + "where c.oid = to_regclass(?)";

    private static final String INDEXED = """
            select a.attname, i.indisprimary and i.indnkeyatts = 1, i.indisunique and i.indnkeyatts = 1
            from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indrelid = to_regclass(?) and i.indisvalid and i.indpred is null
            order by i.indexrelid""";

    /** How the first line of a plan says what its node delivers. */
    private static final Pattern ROWS = Pattern.compile(" rows=(\\d+) ");

    private final PostgresqlDialect dialect;

    PostgresqlCatalogue(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<String> schemas(Connection connection) throws SQLException {
        return SystemCatalogue.rows(connection, SCHEMAS, List.of(), row -> row.getString(1));
    }

    @Override
    public List<Relation> tables(Connection connection, TableQuery query) throws SQLException {
        String pattern = SystemCatalogue.containing(query.contains());
        int most = query.limit() + 1;
        return query.schema().isEmpty()
                ? SystemCatalogue.rows(connection, OF_PATH, List.of(pattern, most), PostgresqlCatalogue::relation)
                : SystemCatalogue.rows(
                        connection, OF_SCHEMA, List.of(query.schema(), pattern, most), PostgresqlCatalogue::relation);
    }

    /** A view has no rows of its own, so the estimate of one is always 0. */
    private static Relation relation(ResultSet row) throws SQLException {
        String name = row.getString(2);
        List<String> parts = row.getBoolean(3) ? List.of(name) : List.of(row.getString(1), name);
        return new Relation(parts, row.getBoolean(4), row.getBoolean(7) ? -1 : row.getLong(5), row.getString(6));
    }

    @Override
    public Relation table(Connection connection, List<String> parts) throws SQLException {
        return SystemCatalogue.rows(connection, ONE, List.of(quoted(parts)), PostgresqlCatalogue::relation).stream()
                .findFirst()
                .orElse(new Relation(parts, false, -1, ""));
    }

    @Override
    public long planned(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
            try (ResultSet plan = statement.executeQuery("EXPLAIN " + query)) {
                Matcher rows = ROWS.matcher(plan.next() ? plan.getString(1) : "");
                return rows.find() ? Long.parseLong(rows.group(1)) : -1;
            }
        } finally {
            connection.rollback();
        }
    }

    private String quoted(List<String> parts) {
        return String.join(".", parts.stream().map(dialect::quote).toList());
    }

    @Override
    public List<SplitKeyChoice> indexed(Connection connection, List<String> parts) throws SQLException {
        return SystemCatalogue.rows(connection, INDEXED, List.of(quoted(parts)), row -> {
            SplitKeyChoice.Reason index =
                    row.getBoolean(3) ? SplitKeyChoice.Reason.UNIQUE_INDEX : SplitKeyChoice.Reason.INDEX;
            return new SplitKeyChoice(row.getString(1), row.getBoolean(2) ? SplitKeyChoice.Reason.PRIMARY_KEY : index);
        });
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }
}
