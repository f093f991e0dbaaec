package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.Landing;
import io.sluice.connector.jdbc.LoadMode;
import io.sluice.connector.jdbc.ServerConfig;
import io.sluice.connector.jdbc.WriteRequest;
import io.sluice.spi.Writer;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of the PostgreSQL writer (reader-writer-parameters.md section 2). */
public record PostgresqlWriteConfig(
        @Field(label = "Data source", help = "A registered PostgreSQL database.", byDefault = "") @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Connection",
                help = "Data source and table in the form of sharded sources; one element.",
                byDefault = "[]",
                advanced = true)
        List<ServerConfig.Connection> connection,

        @Field(label = "Table", help = "The target table, as name or schema.name.", example = "orders", byDefault = "")
        @Lookup("tables")
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
                help = "With mode upsert: the columns a key conflict changes; by default all.",
                byDefault = "[]",
                advanced = true)
        @Lookup("columns")
        List<String> updateColumn,

        @Field(label = "NULL values", help = "Only writeNull is offered yet.", byDefault = "writeNull", advanced = true)
        NullMode nullMode,

        @Field(
                label = "Before the load",
                help = "Statements run first; @table stands for the table.",
                example = "[\"truncate table @table\"]",
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
                example = "{\"fraction\": \"truncate\"}",
                byDefault = "{}",
                advanced = true)
        PostgresqlLimits unrepresentable,

        @Field(
                label = "Batch size",
                help =
                        "Rows of one transaction; unless set 32768 with insert and copy, where every commit is felt, and 1024 with upsert.",
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

        @Field(
                label = "Load mode",
                help = "Whether rows go straight into the table or into a staging table that replaces its content.",
                byDefault = "direct",
                advanced = true)
        LoadMode loadMode,

        @Field(
                label = "Progress in the target",
                help =
                        "Keeps the progress of each batch in the table sluice_progress beside the target, so that no batch"
                                + " is ever written twice; creates the table when it is missing.",
                byDefault = "false",
                advanced = true)
        boolean progressTable,

        @Field(
                label = "Socket timeout",
                help = "Milliseconds of silence after which the connection counts as lost.",
                byDefault = "3600000",
                advanced = true)
        @Range(min = 0, max = 86_400_000)
        int socketTimeout,

        @Field(
                label = "Session statements",
                help = "SET statements for each connection.",
                byDefault = "[]",
                advanced = true)
        @Code("sql")
        List<String> session,

        @Field(
                label = "Target types",
                help = "Accepted for older scripts; types are taken from the table.",
                byDefault = "{}",
                advanced = true)
        Map<String, String> pgType,

        @Field(
                label = "Encoding",
                help = "Accepted for older scripts; text is always exchanged as UTF-8.",
                byDefault = "UTF-8",
                advanced = true)
        String encoding) {
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
        connection = List.copyOf(connection);
        column = List.copyOf(column);
        updateColumn = List.copyOf(updateColumn);
        preSql = List.copyOf(preSql);
        postSql = List.copyOf(postSql);
        session = List.copyOf(session);
        pgType = Map.copyOf(pgType);
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
                        new Writer.BatchSize(batchRows(), batchByteSize))
                .by(Landing.of(progressTable, loadMode, PostgresqlConnector.TARGET_TABLES));
    }

    private int batchRows() {
        if (batchSize != null) {
            return batchSize;
        }
        return writeMode == Mode.UPSERT ? STATEMENT_ROWS : COPY_ROWS;
    }
}
