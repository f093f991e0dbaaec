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
    private static final String IN_ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    private static final String IN_ONE_PROCESS = "SET LOCAL max_parallel_workers_per_gather = 0";
    /** Leaves the server no plan but to read the blocks one after the other, from the first one on. */
    static final String SCAN_ONLY = IN_ONE_PROCESS + """
            ; SET LOCAL enable_tidscan = on; SET LOCAL enable_seqscan = on; SET LOCAL enable_indexscan = off;
            SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off;
            SET LOCAL synchronize_seqscans = off""";

    static final String SORTED = " ORDER BY ctid";

    private static final String STORAGE = """
            SELECT pg_relation_filenode(c.oid), pg_relation_size(c.oid) / current_setting('block_size')::int,
              c.reltoastrelid = 0 OR pg_relation_size(c.reltoastrelid) = 0
            FROM pg_class c WHERE c.oid = to_regclass('%s')""";

    private PlaceQuery() {}

    /**
     * How a part is read.
     *
     * @param query whose last column is the place
     * @param sorted whether an index serves the task's filter, so that the rows are sorted by place
     * @param blocks of the table when all that the transaction sees was there
     * @param byBlocks whether statements for some blocks each do better than the query: for a part of a table, all values
     *     of which lie in its blocks
     */
    record Prepared(String query, boolean sorted, long blocks, boolean byBlocks) {}

    /**
     * The query; settings it needs are made for the connection's transaction. When an index serves the task's filter
     * better, its few rows are sorted by place.
     *
     * @throws SluiceException SOURCE_REWRITTEN when places do not mean any more what they meant when the run was planned
     */
    static Prepared prepare(Connection connection, CopySource source, TupleRange range) throws SQLException {
        String query = "SELECT " + source.source().list() + ", ctid FROM " + range.from() + condition(source, range);
        try (Statement statement = connection.createStatement()) {
            statement.execute(IN_ONE_STATE);
            statement.execute(IN_ONE_PROCESS + "; SELECT 1 FROM ONLY " + range.relation() + " LIMIT 0");
            List<String> storage =
                    Ask.firstRow(connection, STORAGE.formatted(range.relation().replace("'", "''")));
            requireSameFile(range, storage);
            long blocks = Long.parseLong(storage.get(1));
            if (source.isFiltered() && !StoredTables.isPlainScan(connection, query)) {
                return new Prepared(query + SORTED, true, blocks, false);
            }
            statement.execute(SCAN_ONLY);
            boolean compact = storage.get(2).equals("t");
            return new Prepared(query, false, blocks, compact && !source.isFiltered() && !range.isWhole());
        }
    }

    /** A whole table is read without any, because only then the server reads many blocks at once and past its cache. */
    private static String condition(CopySource source, TupleRange range) {
        return range.isWhole() && !source.isFiltered() ? "" : source.source().condition(range.condition());
    }

    /** The statement before has locked the table against being rewritten until the transaction ends. */
    private static void requireSameFile(TupleRange range, List<String> storage) {
        if (storage.isEmpty() || !Long.toString(range.file()).equals(storage.getFirst())) {
            throw new SluiceException(
                    JdbcError.SOURCE_REWRITTEN,
                    range.relation()
                            + " was rewritten (VACUUM FULL, CLUSTER, TRUNCATE or ALTER) after the run was planned");
        }
    }
}
