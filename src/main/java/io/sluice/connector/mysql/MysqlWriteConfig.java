package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.FiniteTarget;
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

/** Parameters of the MySQL writer (reader-writer-parameters.md section 1). */
public record MysqlWriteConfig(
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
        FiniteTarget unrepresentable,

        @Field(label = "Batch size", help = "Rows of one transaction.", byDefault = "16384", advanced = true)
        @Range(min = 1, max = 100_000)
        int batchSize,

        @Field(
                label = "Batch volume",
                help = "Bytes of text and binary values of one transaction.",
                byDefault = "16777216",
                advanced = true)
        @Range(min = 1024, max = 1_073_741_824)
        int batchByteSize,

        @Field(
                label = "Statements",
                help = "How rows reach the server; every way is strict and stores the same values.",
                byDefault = "auto",
                advanced = true)
        LoadMethod loadMethod,

        @Inline LandingChoice landing,

        @Inline ServerSession connecting) {
    /** What happens to a row whose key is already in the table. */
    public enum Mode {
        @Option(label = "Insert", help = "Adds rows. A row whose key is already there becomes a dirty record.")
        INSERT,
        @Option(
                label = "Insert or update",
                help =
                        "Adds rows. Where the key is already there, the row's columns are changed (ON DUPLICATE KEY UPDATE).")
        UPDATE,
        @Option(
                label = "Replace",
                help =
                        "Adds rows. Where the key is already there, the old row is deleted first; columns not listed lose their values.")
        REPLACE
    }

    /** How rows reach the server. */
    public enum LoadMethod {
        @Option(
                label = "Automatic",
                help = "Bulk statements where the server has them, else several rows to a statement.")
        AUTO,
        @Option(label = "Several rows to a statement")
        MULTI_ROW,
        @Option(label = "One row to a statement", help = "Slow; for servers and proxies that take nothing else.")
        SINGLE_ROW
    }

    /** What NULL means to the writer. */
    public enum NullMode {
        @Option(label = "Write NULL")
        WRITE_NULL,
        @Option(label = "Leave the column out", help = "Not offered yet.")
        SKIP_NULL
    }

    public MysqlWriteConfig {
        updateColumn = List.copyOf(updateColumn);
    }

    WriteRequest request() {
        return new WriteRequest(
                        target.tableName(),
                        target.column(),
                        statements.preSql(),
                        statements.postSql(),
                        new Writer.BatchSize(batchSize, batchByteSize))
                .by(landing.in(MysqlConnector.TARGET_TABLES));
    }
}
