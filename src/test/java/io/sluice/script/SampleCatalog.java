package io.sluice.script;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import io.sluice.spi.config.Shorthand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small world of connectors and data sources, enough to meet every kind of field. */
final class SampleCatalog implements Catalog {
    enum WriteMode {
        @Option(label = "Insert", help = "A row that is there already is dirty.")
        INSERT,
        @Option(label = "Update")
        UPDATE,
        NON_CONFLICT
    }

    record Connection(
            @Field(label = "Data source") @Nullable String datasource,
            @Field(label = "Tables", byDefault = "[]") List<String> table) {}

    record MysqlReader(
            @Field(label = "Data source", example = "shop") @Lookup("dataSources")
            String datasource,

            @Field(label = "Table", help = "The table to read.", example = "orders") @Lookup("tables") @Nullable
            String table,

            @Field(label = "Columns", example = "id") List<String> column,
            @Field(label = "Connections", byDefault = "[]") List<Connection> connection,

            @Field(label = "Filter", byDefault = "") @Code("sql")
            String where,

            @Field(label = "Split key", byDefault = "") String splitPk,

            @Field(label = "Query", help = "Replaces table and columns.") @Code("sql") @Nullable
            String querySql,

            @Field(label = "Socket timeout", help = "Milliseconds.", byDefault = "3600000", advanced = true)
            @Range(min = 1, max = 86_400_000)
            int socketTimeout,

            @Field(label = "Encoding", byDefault = "UTF-8") String encoding) {}

    record OdpsWriter(
            @Field(label = "Data source") String datasource,
            @Field(label = "Table") String table,
            @Field(label = "Columns") List<String> column,
            @Field(label = "Partition", byDefault = "") String partition,

            @Field(label = "Truncate", help = "Clears the table first.")
            boolean truncate,

            @Field(label = "Compress", byDefault = "false") boolean compress,

            @Field(label = "Empty as null", byDefault = "false")
            boolean emptyAsNull,

            @Field(label = "Write mode", byDefault = "insert")
            WriteMode writeMode) {}

    record StreamColumn(
            @Field(label = "Value", byDefault = "") @Shorthand
            String value,

            @Field(label = "Type", byDefault = "string") String type) {}

    record StreamReader(
            @Field(label = "Columns", example = "{\"type\": \"long\", \"value\": \"1\"}")
            List<StreamColumn> column,

            @Field(label = "Rows per task", example = "100") @Range(min = 0)
            long sliceRecordCount) {}

    record StreamWriter(
            @Field(label = "Print", byDefault = "false") boolean print,
            @Field(label = "Options", byDefault = "{}") Map<String, String> options,
            @Field(label = "Anything") @Nullable ConfigValue extra) {}

    private final List<StepDescription> steps = List.of(
            step("mysql", Set.of("mariadb"), Side.READER, ConfigSpec.of(MysqlReader.class), true),
            step("odps", Set.of(), Side.WRITER, ConfigSpec.of(OdpsWriter.class), true),
            step("stream", Set.of(), Side.READER, ConfigSpec.of(StreamReader.class), false),
            step("stream", Set.of(), Side.WRITER, ConfigSpec.of(StreamWriter.class), false));
    private final Map<String, String> dataSources =
            Map.of("MySQL", "mysql", "shop", "mariadb", "odps_first", "odps", "files", "txtfile");

    private static StepDescription step(
            String type, Set<String> aliases, Side side, ConfigSpec<?> spec, boolean needsDataSource) {
        return new StepDescription(type, aliases, side, type, spec, needsDataSource, values -> problems(spec, values));
    }

    private static List<ConfigProblem> problems(ConfigSpec<?> spec, ConfigValue.Obj values) {
        return spec.bind(values).allProblems();
    }

    @Override
    public Optional<StepDescription> step(String stepType, Side side) {
        return steps.stream()
                .filter(step -> step.side() == side && step.answersTo(stepType))
                .findFirst();
    }

    @Override
    public List<StepDescription> steps() {
        return steps;
    }

    @Override
    public Optional<String> dataSourceType(String name) {
        return Optional.ofNullable(dataSources.get(name));
    }

    @Override
    public List<String> dataSources() {
        return List.copyOf(dataSources.keySet());
    }
}
