package io.sluice.connector.jdbc;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.ArrayList;
import java.util.List;

/** The parameters that say what a relational reader reads (reader-writer-parameters.md section 1). */
public record SourceParameters(
        @Field(label = "Data source", help = "A registered data source.", byDefault = "") @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Sharded sources",
                help = "Several data sources or tables with the same columns, read as one.",
                byDefault = "[]",
                advanced = true)
        List<ConnectionEntry> connection,

        @Field(
                label = "Table",
                help =
                        "A table or view, with its schema or database in front where that is another; t_[0-99] stands for 100 tables.",
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
    public SourceParameters {
        connection = List.copyOf(connection);
        table = List.copyOf(table);
        column = List.copyOf(column);
        querySql = List.copyOf(querySql);
    }

    /** All of it, in whatever state the parts find. @param fetchSize rows the driver holds at a time */
    public ReadRequest request(int fetchSize) {
        return new ReadRequest(shards(), column, where, splitPk, splitFactor, fetchSize);
    }

    /** The shards that are listed, else the one made of the step's own parameters. */
    private List<ReadRequest.Shard> shards() {
        if (connection.isEmpty()) {
            return List.of(shard(datasource, table, querySql));
        }
        return connection.stream()
                .map(one -> shard(
                        one.datasource().isEmpty() ? datasource : one.datasource(),
                        one.table().isEmpty() ? table : one.table(),
                        one.querySql().isEmpty() ? querySql : one.querySql()))
                .toList();
    }

    /** Queries win over tables (reader-writer-parameters.md section 1). */
    private static ReadRequest.Shard shard(String dataSource, List<String> tables, List<String> queries) {
        return new ReadRequest.Shard(dataSource, queries.isEmpty() ? tables : List.of(), queries);
    }

    /** What is missing. */
    public List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>();
        for (ReadRequest.Shard shard : shards()) {
            if (shard.dataSource().isEmpty()) {
                problems.add(new ConfigProblem("datasource", ConfigProblem.Kind.MISSING, "'datasource' is required"));
            }
            if (shard.tables().isEmpty() && shard.queries().isEmpty()) {
                problems.add(
                        new ConfigProblem("table", ConfigProblem.Kind.MISSING, "'table' or 'querySql' is required"));
            }
        }
        return List.copyOf(problems);
    }
}
