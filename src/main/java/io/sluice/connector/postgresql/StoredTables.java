package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Ask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds the tables and partitions in which the rows of a table are stored, and whether they can be read one by one. */
final class StoredTables {
    /** Ranges of places are read without a look at the rest of the table from this version on. */
    private static final int RANGE_SCAN_SINCE = 140_000;

    /** Reading this many blocks takes about as long as opening a connection. */
    private static final int LEAST_BLOCKS = 128;

    private static final String MEMBERS = """
            with recursive root as (select to_regclass(?)::oid as oid),
            member(oid) as (
              select oid from root
              union select i.inhrelid from pg_inherits i join member m on i.inhparent = m.oid
              where not i.inhdetachpending)
            select format('%I.%I', n.nspname, c.relname),
              case when c.oid = r.oid then '' else ' AS ' || quote_ident(r.relname) end, c.relkind,
              c.relkind = 'p' or c.relkind in ('r', 'm') and am.amname = 'heap',
              has_table_privilege(c.oid, 'SELECT') and not c.relrowsecurity,
              coalesce(pg_relation_filenode(c.oid), 0),
              coalesce(pg_relation_size(c.oid), 0) / current_setting('block_size')::int
            from member join pg_class c on c.oid = member.oid join pg_namespace n on n.oid = c.relnamespace
              join pg_class r on r.oid = (select oid from root) left join pg_am am on am.oid = c.relam
            order by c.oid""";

    private StoredTables() {}

    /**
     * A table with rows in it.
     *
     * @param relation as statements spell it
     * @param alias gives a partition the name of its table, which a filter may mention; else empty
     * @param file see {@link TupleRange#file}
     * @param blocks its size when it was looked at
     */
    record Stored(String relation, String alias, long file, long blocks) {
        /** At most {@code wanted} parts of about equal size, disjoint, the last one without end. */
        List<TupleRange> cut(long wanted) {
            long parts = Math.max(1, Math.min(wanted, blocks / LEAST_BLOCKS));
            List<TupleRange> ranges = new ArrayList<>();
            for (long part = 0; part < parts; part++) {
                long end = part == parts - 1 ? TupleRange.OPEN : (part + 1) * blocks / parts;
                ranges.add(new TupleRange(relation, alias, file, part * blocks / parts, 0, end));
            }
            return ranges;
        }
    }

    /** Where a table keeps its rows; empty when it cannot be read by places, as a view or a foreign table. */
    static List<Stored> find(Connection connection, String table) throws SQLException {
        int version = Integer.parseInt(Ask.firstRow(connection, "select current_setting('server_version_num')")
                .getFirst());
        if (version < RANGE_SCAN_SINCE) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                return stored(row);
            }
        }
    }

    /** Rules and rights of a whole table hold for its parts only when these have none of their own. */
    private static List<Stored> stored(ResultSet row) throws SQLException {
        List<Stored> found = new ArrayList<>();
        boolean partsReadable = true;
        int members = 0;
        while (row.next()) {
            members++;
            partsReadable &= row.getBoolean(5);
            if (!row.getBoolean(4)) {
                return List.of();
            }
            if (!row.getString(3).equals("p")) {
                found.add(new Stored(row.getString(1), row.getString(2), row.getLong(6), row.getLong(7)));
            }
        }
        return members > 1 && !partsReadable ? List.of() : List.copyOf(found);
    }

    /** Whether a plan reads one table from its beginning to its end, row for row. */
    static boolean isPlainScan(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN (COSTS off) " + query)) {
            boolean scan = plan.next() && isScanInOrder(plan.getString(1));
            while (scan && plan.next()) {
                scan = !plan.getString(1).stripLeading().startsWith("->");
            }
            return scan;
        }
    }

    private static boolean isScanInOrder(String node) {
        return node.startsWith("Tid Range Scan ") || node.startsWith("Seq Scan ");
    }
}
