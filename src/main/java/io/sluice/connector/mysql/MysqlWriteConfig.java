package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.FiniteTarget;
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

/** Parameters of the MySQL writer (reader-writer-parameters.md section 1). */
public record MysqlWriteConfig(
        @Field(label = "Data source", help = "A registered MySQL or MariaDB database.", byDefault = "")
        @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Connection",
                help = "Data source and table in the form of sharded sources; one element.",
                byDefault = "[]",
                advanced = true)
        List<ServerConfig.Connection> connection,

        @Field(
                label = "Table",
                help = "The target table, as name or database.name.",
                example = "orders",
                byDefault = "")
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
                help = "With mode update: the columns a key conflict changes; by default all.",
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
                label = "Encoding",
                help = "Accepted for older scripts; text is always exchanged as UTF-8.",
                byDefault = "UTF-8",
                advanced = true)
        String encoding) {
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
        connection = List.copyOf(connection);
        column = List.copyOf(column);
        updateColumn = List.copyOf(updateColumn);
        preSql = List.copyOf(preSql);
        postSql = List.copyOf(postSql);
        session = List.copyOf(session);
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
                        new Writer.BatchSize(batchSize, batchByteSize))
                .by(Landing.of(progressTable, loadMode, MysqlConnector.TARGET_TABLES));
    }
}
