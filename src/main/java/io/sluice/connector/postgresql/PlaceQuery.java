package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Ask;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Spells the query of a part of a table by storage, so that its rows come in the order of their places. */
final class PlaceQuery {
    private static final String IN_ONE_PROCESS = "SET LOCAL max_parallel_workers_per_gather = 0";
    /** Leaves the server no plan but to read the blocks one after the other. */
    static final String SCAN_ONLY = IN_ONE_PROCESS + """
            ; SET LOCAL enable_tidscan = on; SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off;
            SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off""";

    static final String SORTED = " ORDER BY ctid";

    private PlaceQuery() {}

    /**
     * The query, whose last column is the place; settings it needs are made for the connection's transaction. When an
     * index serves the task's filter better, its few rows are sorted by place.
     *
     * @throws SluiceException SOURCE_REWRITTEN when places do not mean any more what they meant when the run was planned
     */
    static String prepare(Connection connection, CopySource source, TupleRange range) throws SQLException {
        String query = "SELECT " + source.source().list() + ", ctid FROM " + range.from()
                + source.source().condition(range.condition());
        try (Statement statement = connection.createStatement()) {
            statement.execute(IN_ONE_PROCESS + "; SELECT 1 FROM ONLY " + range.relation() + " LIMIT 0");
            requireSameFile(connection, range);
            if (source.isFiltered() && !StoredTables.isPlainScan(connection, query)) {
                return query + SORTED;
            }
            statement.execute(SCAN_ONLY);
            return query;
        }
    }

    /** The statement before has locked the table against being rewritten until the transaction ends. */
    private static void requireSameFile(Connection connection, TupleRange range) throws SQLException {
        String literal = "'" + range.relation().replace("'", "''") + "'";
        List<String> file = Ask.firstRow(connection, "SELECT pg_relation_filenode(to_regclass(" + literal + "))");
        if (!file.equals(List.of(Long.toString(range.file())))) {
            throw new SluiceException(
                    JdbcError.SOURCE_REWRITTEN,
                    range.relation()
                            + " was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER) after the run was planned");
        }
    }
}
