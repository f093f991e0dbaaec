package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.ServerConfig;
import io.sluice.connector.jdbc.SourceConsistency;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.List;

/** Parameters of the MySQL reader (reader-writer-parameters.md section 1). */
public record MysqlReadConfig(
        @Field(label = "Data source", help = "A registered MySQL or MariaDB database.", byDefault = "")
        @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Sharded sources",
                help = "Several data sources or tables with the same columns, read as one.",
                byDefault = "[]",
                advanced = true)
        List<ServerConfig.Connection> connection,

        @Field(
                label = "Table",
                help = "A table or view, as name or database.name; t_[0-99] stands for 100 tables.",
                example = "orders",
                byDefault = "[]")
        @Lookup("tables")
        List<String> table,

        @Field(
                label = "Columns",
                help = "Names, constants and expressions of the select list, or * for all.",
                example = "[\"id\", \"name\"]",
                byDefault = "*")
        @Lookup("columns")
        List<String> column,

        @Field(
                label = "Filter",
                help = "A condition without the word WHERE.",
                example = "created >= '2024-01-01'",
                byDefault = "")
        @Code("sql")
        String where,

        @Field(
                label = "Split key",
                help = "An integer column, best the primary key, that cuts the table in parts read side by side.",
                example = "id",
                byDefault = "")
        @Lookup("columns")
        String splitPk,

        @Field(
                label = "Parts per channel",
                help = "More parts than channels even out skew.",
                byDefault = "5",
                advanced = true)
        @Range(min = 1, max = 100)
        int splitFactor,

        @Field(
                label = "Query",
                help = "A SELECT instead of table, columns and filter; it cannot be split.",
                byDefault = "[]",
                advanced = true)
        @Code("sql")
        List<String> querySql,

        @Field(
                label = "Values that do not fit",
                help =
                        "What becomes of values that no other system holds; unless chosen otherwise they make their record dirty.",
                example = "{\"zeroDate\": \"convertToNull\"}",
                byDefault = "{}",
                advanced = true)
        ZeroDates unrepresentable,

        @Field(
                label = "Consistency",
                help = "Which state of the source the parts see while others write there.",
                byDefault = "statement",
                advanced = true)
        SourceConsistency consistency,

        @Field(label = "Fetch size", help = "Rows the driver holds at a time.", byDefault = "1024", advanced = true)
        @Range(min = 1, max = 100_000)
        int fetchSize,

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
    public MysqlReadConfig {
        connection = List.copyOf(connection);
        table = List.copyOf(table);
        column = List.copyOf(column);
        querySql = List.copyOf(querySql);
        session = List.copyOf(session);
    }

    ReadRequest request() {
        return new ReadRequest(
                        ServerConfig.shards(connection, datasource, table, querySql),
                        column,
                        where,
                        splitPk,
                        splitFactor,
                        fetchSize)
                .in(consistency);
    }
}
