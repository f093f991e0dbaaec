package io.sluice.connector.jdbc;

import java.util.List;

/**
 * What to read, common to all relational readers.
 *
 * @param shards at least one; all with the same columns
 * @param columns names and expressions, spliced into the select list
 * @param where a condition without the word WHERE; may be empty
 * @param splitKey an integer column to cut tables by; may be empty
 * @param splitFactor splits for each channel
 * @param limit rows of each table that are wanted; 0 for all
 * @param consistency which state the parts see
 */
public record ReadRequest(
        List<Shard> shards,
        List<String> columns,
        String where,
        String splitKey,
        int splitFactor,
        int fetchSize,
        int limit,
        SourceConsistency consistency) {
    public ReadRequest(
            List<Shard> shards, List<String> columns, String where, String splitKey, int splitFactor, int fetchSize) {
        this(shards, columns, where, splitKey, splitFactor, fetchSize, 0, SourceConsistency.STATEMENT);
    }

    public ReadRequest {
        shards = List.copyOf(shards);
        columns = List.copyOf(columns);
    }

    /** The same, of which only the first rows are wanted, in whatever state they are. */
    public ReadRequest first(int rows) {
        int few = Math.min(fetchSize, rows);
        return new ReadRequest(shards, columns, where, splitKey, splitFactor, few, rows, SourceConsistency.STATEMENT);
    }

    /** The same in another state. */
    public ReadRequest in(SourceConsistency other) {
        return new ReadRequest(shards, columns, where, splitKey, splitFactor, fetchSize, limit, other);
    }

    /** Whether all parts see one state. */
    public boolean isSnapshot() {
        return consistency == SourceConsistency.SNAPSHOT;
    }

    boolean isLimited() {
        return limit > 0;
    }

    /** Tables, or else queries, of one data source. */
    public record Shard(String dataSource, List<String> tables, List<String> queries) {
        public Shard {
            tables = List.copyOf(tables);
            queries = List.copyOf(queries);
        }
    }
}
