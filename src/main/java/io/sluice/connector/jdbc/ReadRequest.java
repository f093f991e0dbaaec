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
 */
public record ReadRequest(
        List<Shard> shards, List<String> columns, String where, String splitKey, int splitFactor, int fetchSize) {
    public ReadRequest {
        shards = List.copyOf(shards);
        columns = List.copyOf(columns);
    }

    /** Tables, or else queries, of one data source. */
    public record Shard(String dataSource, List<String> tables, List<String> queries) {
        public Shard {
            tables = List.copyOf(tables);
            queries = List.copyOf(queries);
        }
    }
}
