package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.LandingChoice;
import io.sluice.connector.jdbc.LoadStatements;
import io.sluice.connector.jdbc.ServerSession;
import io.sluice.connector.jdbc.TargetParameters;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.spi.Writer;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Inline;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of the PostgreSQL writer (reader-writer-parameters.md section 2). */
public record PostgresqlWriteConfig(
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

        @Field(
                label = "NULL values",
                help = "Only “Write NULL” is offered yet.",
                byDefault = "writeNull",
                advanced = true)
        NullMode nullMode,

        @Inline LoadStatements statements,

        @Field(
                label = "Values that do not fit",
                help =
                        "What becomes of values that a column cannot hold; unless chosen otherwise they make their record dirty.",
                example = "{\"fraction\": \"truncate\"}",
                byDefault = "{}",
                advanced = true)
        PostgresqlLimits unrepresentable,

        @Field(
                label = "Batch size",
                help =
                        "Rows of one transaction; unless set 32768 with “Insert” and “Copy”, where every commit is felt, and 1024 with “Insert or update”.",
                advanced = true)
        @Range(min = 1, max = 100_000)
        @Nullable
        Integer batchSize,

        @Field(
                label = "Batch volume",
                help = "Bytes of text and binary values of one transaction.",
                byDefault = "16777216",
                advanced = true)
        @Range(min = 1024, max = 1_073_741_824)
        int batchByteSize,

        @Inline LandingChoice landing,

        @Field(
                label = "Target types",
                help = "Accepted for older scripts; types are taken from the table.",
                byDefault = "{}",
                advanced = true)
        Map<String, String> pgType,

        @Inline ServerSession connecting) {
    private static final int COPY_ROWS = 32_768;
    private static final int STATEMENT_ROWS = 1024;

    /** What happens to a row whose key is already in the table. */
    public enum Mode {
        @Option(
                label = "Insert",
                help =
                        "Adds rows. A row whose key is already there becomes a dirty record. COPY is used where it does the same as INSERT.")
        INSERT,
        @Option(label = "Copy", help = "As insert, but always with COPY, past rules of the table.")
        COPY,
        @Option(
                label = "Insert or update",
                help =
                        "Adds rows. Where the key is already there, the row's columns are changed (ON CONFLICT DO UPDATE).")
        UPSERT
    }

    /** What NULL means to the writer. */
    public enum NullMode {
        @Option(label = "Write NULL")
        WRITE_NULL,
        @Option(label = "Leave the column out", help = "Not offered yet.")
        SKIP_NULL
    }

    public PostgresqlWriteConfig {
        updateColumn = List.copyOf(updateColumn);
        pgType = Map.copyOf(pgType);
    }

    WriteRequest request() {
        return new WriteRequest(
                        target.tableName(),
                        target.column(),
                        statements.preSql(),
                        statements.postSql(),
                        new Writer.BatchSize(batchRows(), batchByteSize))
                .by(landing.in(PostgresqlConnector.TARGET_TABLES));
    }

    private int batchRows() {
        if (batchSize != null) {
            return batchSize;
        }
        return writeMode == Mode.UPSERT ? STATEMENT_ROWS : COPY_ROWS;
    }
}
