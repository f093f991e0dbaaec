package io.sluice.connector.jdbc;

import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.ArrayList;
import java.util.List;

/** The parameters that say where a relational writer writes (reader-writer-parameters.md section 1). */
public record TargetParameters(
        @Field(label = "Data source", help = "A registered data source.", byDefault = "") @Lookup("dataSources")
        String datasource,

        @Field(
                label = "Connection",
                help = "Data source and table in the form of sharded sources; one element.",
                byDefault = "[]",
                advanced = true)
        List<ConnectionEntry> connection,

        @Field(
                label = "Table",
                help = "The target table, with its schema or database in front where that is another.",
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
        List<String> column) {
    public TargetParameters {
        connection = List.copyOf(connection);
        column = List.copyOf(column);
    }

    /** The data source: that of the connection, else the step's own. */
    public String dataSourceName() {
        String listed = connection.isEmpty() ? "" : connection.getFirst().datasource();
        return listed.isEmpty() ? datasource : listed;
    }

    /** The table: that of the connection, else the step's own. */
    public String tableName() {
        return connection.isEmpty() || connection.getFirst().table().isEmpty()
                ? table
                : connection.getFirst().table().getFirst();
    }

    /** What is missing or contradicts itself. */
    public List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>();
        if (dataSourceName().isEmpty()) {
            problems.add(new ConfigProblem("datasource", ConfigProblem.Kind.MISSING, "'datasource' is required"));
        }
        if (tableName().isEmpty()) {
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
