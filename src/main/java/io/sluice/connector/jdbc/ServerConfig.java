package io.sluice.connector.jdbc;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.ArrayList;
import java.util.List;

/** Parameters that several relational connectors share. */
public final class ServerConfig {
    private ServerConfig() {}

    /** One element of {@code connection}: a data source with its tables or queries. */
    public record Connection(
            @Field(
                    label = "Data source",
                    help = "A registered data source; by default that of the step.",
                    byDefault = "")
            @Lookup("dataSources")
            String datasource,

            @Field(
                    label = "Tables",
                    help = "Tables of this data source; ranges such as t_[0-9] expand.",
                    byDefault = "[]")
            @Lookup("tables")
            List<String> table,

            @Field(label = "Queries", help = "Queries instead of tables.", byDefault = "[]")
            List<String> querySql) {
        public Connection {
            table = List.copyOf(table);
            querySql = List.copyOf(querySql);
        }
    }

    /** The shards of a reader: those listed, else the one made of the step's own parameters. */
    public static List<ReadRequest.Shard> shards(
            List<Connection> listed, String dataSource, List<String> tables, List<String> queries) {
        if (listed.isEmpty()) {
            return List.of(shard(dataSource, tables, queries));
        }
        return listed.stream()
                .map(one -> shard(
                        one.datasource().isEmpty() ? dataSource : one.datasource(),
                        one.table().isEmpty() ? tables : one.table(),
                        one.querySql().isEmpty() ? queries : one.querySql()))
                .toList();
    }

    /** Queries win over tables (reader-writer-parameters.md section 1). */
    private static ReadRequest.Shard shard(String dataSource, List<String> tables, List<String> queries) {
        return new ReadRequest.Shard(dataSource, queries.isEmpty() ? tables : List.of(), queries);
    }

    /** The data source of a writer: that of its connection, else its own. */
    public static String targetDataSource(List<Connection> connection, String dataSource) {
        String listed = connection.isEmpty() ? "" : connection.getFirst().datasource();
        return listed.isEmpty() ? dataSource : listed;
    }

    /** The table of a writer: that of its connection, else its own. */
    public static String targetTable(List<Connection> connection, String table) {
        return connection.isEmpty() || connection.getFirst().table().isEmpty()
                ? table
                : connection.getFirst().table().getFirst();
    }

    /** What is missing or contradicts itself among a reader's parameters. */
    public static List<ConfigProblem> checkReader(
            List<Connection> listed, String dataSource, List<String> tables, List<String> queries) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (ReadRequest.Shard shard : shards(listed, dataSource, tables, queries)) {
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

    /** What is missing or contradicts itself among a writer's parameters. */
    public static List<ConfigProblem> checkWriter(List<Connection> connection, String dataSource, String table) {
        List<ConfigProblem> problems = new ArrayList<>();
        if (targetDataSource(connection, dataSource).isEmpty()) {
            problems.add(new ConfigProblem("datasource", ConfigProblem.Kind.MISSING, "'datasource' is required"));
        }
        if (targetTable(connection, table).isEmpty()) {
            problems.add(new ConfigProblem("table", ConfigProblem.Kind.MISSING, "'table' is required"));
        }
        boolean several = connection.size() > 1
                || connection.size() == 1 && connection.getFirst().table().size() > 1;
        if (several) {
            problems.add(new ConfigProblem(
                    "connection", ConfigProblem.Kind.CONTRADICTION, "A writer has one data source and one table"));
        }
        return List.copyOf(problems);
    }
}
