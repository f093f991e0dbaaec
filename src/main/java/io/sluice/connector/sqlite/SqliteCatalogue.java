package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.SystemCatalogue;
import io.sluice.spi.Discovery.SplitKeyChoice;
import io.sluice.spi.Discovery.TableQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** The catalogue of a SQLite file, which has no schemas, comments or estimates. Only ASCII letters match either case. */
final class SqliteCatalogue implements SystemCatalogue {
    private static final String TABLES = """
            select name, type = 'view' from sqlite_schema
            where type in ('table', 'view') and name not like 'sqlite!_%' escape '!' and name like ? escape '!'
            order by name limit ?""";

    private static final String ONE = """
            select name, type = 'view' from sqlite_schema
            where type in ('table', 'view') and name = ? collate nocase""";

    /** The row number is no index of its own. */
    private static final String ROW_NUMBER = """
            select name from pragma_table_info(?1) where pk > 0 and upper(type) = 'INTEGER'
              and (select count(*) from pragma_table_info(?1) where pk > 0) = 1""";

    private static final String INDEXED = """
            select c.name, l."unique" and count(*) = 1, l.origin = 'pk' and count(*) = 1
            from pragma_index_list(?) l join pragma_index_info(l.name) c
            where not l.partial group by l.name having c.seqno = min(c.seqno) and c.name is not null order by l.seq desc""";

    @Override
    public List<String> schemas(Connection connection) {
        return List.of();
    }

    @Override
    public List<Relation> tables(Connection connection, TableQuery query) throws SQLException {
        List<Object> values = List.of(SystemCatalogue.containing(query.contains()), query.limit() + 1);
        return SystemCatalogue.rows(connection, TABLES, values, SqliteCatalogue::relation);
    }

    private static Relation relation(ResultSet row) throws SQLException {
        return new Relation(List.of(row.getString(1)), row.getBoolean(2), -1, "");
    }

    @Override
    public Relation table(Connection connection, List<String> parts) throws SQLException {
        return SystemCatalogue.rows(connection, ONE, List.of(parts.getLast()), SqliteCatalogue::relation).stream()
                .findFirst()
                .orElse(new Relation(List.of(parts.getLast()), false, -1, ""));
    }

    /** SQLite tells no numbers. */
    @Override
    public long planned(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("EXPLAIN QUERY PLAN " + query).close();
            return -1;
        }
    }

    @Override
    public List<SplitKeyChoice> indexed(Connection connection, List<String> parts) throws SQLException {
        List<Object> table = List.of(parts.getLast());
        List<SplitKeyChoice> choices = new ArrayList<>(SystemCatalogue.rows(
                connection,
                ROW_NUMBER,
                table,
                row -> new SplitKeyChoice(row.getString(1), SplitKeyChoice.Reason.PRIMARY_KEY)));
        choices.addAll(SystemCatalogue.rows(connection, INDEXED, table, row -> {
            SplitKeyChoice.Reason index =
                    row.getBoolean(2) ? SplitKeyChoice.Reason.UNIQUE_INDEX : SplitKeyChoice.Reason.INDEX;
            return new SplitKeyChoice(row.getString(1), row.getBoolean(3) ? SplitKeyChoice.Reason.PRIMARY_KEY : index);
        }));
        return choices;
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }
}
