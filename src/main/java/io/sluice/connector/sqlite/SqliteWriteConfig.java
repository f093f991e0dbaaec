package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.LoadStatements;
import io.sluice.connector.jdbc.TargetParameters;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.spi.Writer;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Inline;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;

/** Parameters of the SQLite writer. */
public record SqliteWriteConfig(
        @Inline TargetParameters target,

        @Field(label = "Write mode", help = "What happens to a row whose key is already there.", byDefault = "insert")
        Mode writeMode,

        @Field(
                label = "Columns to update",
                help = "With “Insert or update”: the columns a key conflict changes; by default all.",
                byDefault = "[]",
                advanced = true)
        @Lookup("columns")
        List<String> updateColumn,

        @Inline LoadStatements statements,

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
        updateColumn = List.copyOf(updateColumn);
    }

    WriteRequest request() {
        return new WriteRequest(
                target.tableName(),
                target.column(),
                statements.preSql(),
                statements.postSql(),
                new Writer.BatchSize(batchSize, batchByteSize));
    }
}
