package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ServerConfig;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.spi.Writer;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;

/** Parameters of the SQLite writer. */
public record SqliteWriteConfig(
        @Field(label = "Data source", help = "A registered SQLite file.", byDefault = "") @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Connection",
                help = "Data source and table in the form of sharded sources; one element.",
                byDefault = "[]",
                advanced = true)
        List<ServerConfig.Connection> connection,

        @Field(label = "Table", help = "The target table.", example = "orders", byDefault = "") @Lookup("tables")
        String table,

        @Field(
                label = "Columns",
                help = "Target columns in the order of the reader's, or * for all.",
                example = "[\"id\", \"name\"]",
                byDefault = "*")
        @Lookup("columns")
        List<String> column,

        @Field(label = "Write mode", help = "What happens to a row whose key is already there.", byDefault = "insert")
        Mode writeMode,

        @Field(
                label = "Columns to update",
                help = "With mode update: the columns a key conflict changes; by default all.",
                byDefault = "[]",
                advanced = true)
        @Lookup("columns")
        List<String> updateColumn,

        @Field(
                label = "Before the load",
                help = "Statements run first; @table stands for the table.",
                example = "[\"delete from @table\"]",
                byDefault = "[]")
        @Code("sql")
        List<String> preSql,

        @Field(label = "After the load", help = "Statements run after a successful load.", byDefault = "[]")
        @Code("sql")
        List<String> postSql,

        @Field(
                label = "Values that do not fit",
                help =
                        "What becomes of values that a column cannot hold; unless chosen otherwise they make their record dirty.",
                example = "{\"nonFiniteNumber\": \"convertToNull\"}",
                byDefault = "{}",
                advanced = true)
        SqliteLimits unrepresentable,

        @Field(label = "Batch size", help = "Rows of one transaction.", byDefault = "1024", advanced = true)
        @Range(min = 1, max = 100_000)
        int batchSize,

        @Field(
                label = "Batch volume",
                help = "Bytes of text and binary values of one transaction.",
                byDefault = "16777216",
                advanced = true)
        @Range(min = 1024, max = 1_073_741_824)
        int batchByteSize) {
    /** What happens to a row whose key is already in the table. */
    public enum Mode {
        @Option(label = "Insert", help = "Adds rows. A row whose key is already there becomes a dirty record.")
        INSERT,
        @Option(
                label = "Insert or update",
                help =
                        "Adds rows. Where the key is already there, the row's columns are changed (ON CONFLICT DO UPDATE).")
        UPDATE,
        @Option(
                label = "Replace",
                help =
                        "Adds rows. Where the key is already there, the old row is deleted first; columns not listed lose their values.")
        REPLACE
    }

    public SqliteWriteConfig {
        connection = List.copyOf(connection);
        column = List.copyOf(column);
        updateColumn = List.copyOf(updateColumn);
        preSql = List.copyOf(preSql);
        postSql = List.copyOf(postSql);
    }

    String dataSourceName() {
        return ServerConfig.targetDataSource(connection, datasource);
    }

    WriteRequest request() {
        return new WriteRequest(
                ServerConfig.targetTable(connection, table),
                column,
                preSql,
                postSql,
                new Writer.BatchSize(batchSize, batchByteSize));
    }
}
