package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.ReadRequest;
import io.sluice.connector.jdbc.ServerConfig;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.List;

/** Parameters of the SQLite reader. */
public record SqliteReadConfig(
        @Field(label = "Data source", help = "A registered SQLite file.", byDefault = "") @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Sharded sources",
                help = "Several data sources or tables with the same columns, read as one.",
                byDefault = "[]",
                advanced = true)
        List<ServerConfig.Connection> connection,

        @Field(
                label = "Table",
                help = "A table or view; t_[0-99] stands for 100 tables.",
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
        List<String> querySql) {
    public SqliteReadConfig {
        connection = List.copyOf(connection);
        table = List.copyOf(table);
        column = List.copyOf(column);
        querySql = List.copyOf(querySql);
    }

    ReadRequest request() {
        return new ReadRequest(
                ServerConfig.shards(connection, datasource, table, querySql), column, where, splitPk, splitFactor, 1);
    }
}
