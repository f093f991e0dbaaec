package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that a target cannot hold, with what the task says of them, on every path of both connectors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenTest {
    private static final List<String> OF_READERS = List.of("zeroDate", "replacement");

    /** Readers take the first row of a result and the others on different ways. */
    private static final int ROWS = 3;

    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();

    /** @param choices as {@code zeroDate=replace,replacement=1970-01-01} */
    record Chosen(
            String name,
            String sourceType,
            String literal,
            String targetType,
            String shown,
            String choices,
            String expected) {
        static List<Chosen> load(String resource) {
            return FidelityCase.lines(resource).stream()
                    .map(line -> new Chosen(
                            line.get(0), line.get(1), line.get(2), line.get(3), line.get(4), line.get(5), line.get(6)))
                    .toList();
        }

        boolean dirty() {
            return expected.equals(FidelityCase.DIRTY);
        }

        String stored() {
            return expected.equals("NULL") ? FidelityServer.NULL : expected;
        }

        /** The parameters for a reader or for a writer. */
        ConfigValue.Obj parameters(boolean reader) {
            ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY;
            for (String choice : choices.split(",")) {
                String[] parts = choice.split("=");
                if (OF_READERS.contains(parts[0]) == reader) {
                    parameters = parameters.with(parts[0], parts[1]);
                }
            }
            return parameters;
        }
    }

    @Test
    void whatWasChangedIsCountedByColumnAndChoice() throws Exception {
        mariaDb.run(
                "create table counted_s (id int primary key, born date, seen datetime(6), note varchar(9))",
                "insert into counted_s values (1, '0000-00-00', '2024-06-01 10:00:00.5', null),"
                        + " (2, '0000-00-00', '0000-00-00 00:00:00', concat('a', char(0))),"
                        + " (3, '2024-01-01', '2024-06-01 10:00:00.7', 'too long!'),"
                        + " (4, null, null, null)");
        postgreSql.run("create table counted_t (id int primary key, born date, seen timestamp(0), note varchar(8))");
        ConfigValue.Obj reader = Databases.step("counted_s", "*")
                .with("datasource", "from")
                .with("unrepresentable", ConfigValue.Obj.EMPTY.with("zeroDate", "convertToNull"));
        ConfigValue.Obj writer = Databases.step("counted_t", "*")
                .with("datasource", "to")
                .with(
                        "unrepresentable",
                        ConfigValue.Obj.EMPTY.with("fraction", "truncate").with("zeroCharacter", "remove"));
        Copy copy = new Copy()
                .with("from", mariaDb.type(), mariaDb.settings())
                .with("to", postgreSql.type(), postgreSql.settings())
                .verifying();

        RunResult result = copy.run(new Copy.Step("mysql", reader), new Copy.Step("postgresql", writer));

        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(copy.dirty()).hasSize(1);
        assertThat(copy.log()).filteredOn(line -> line.contains("changed by")).hasSize(4);
        assertThat(String.join("\n", copy.log()))
                .contains("Column born: 2 values were changed by unrepresentable.zeroDate=convertToNull")
                .contains("Column note: 1 value was changed by unrepresentable.zeroCharacter=remove")
                .contains("Column seen: 1 value was changed by unrepresentable.fraction=truncate")
                .contains("Column seen: 1 value was changed by unrepresentable.zeroDate=convertToNull")
                .contains("Source and target are equal: 3 rows; 1 more do not fit the target");
    }

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    static Stream<Chosen> mariaDbToPostgreSql() {
        return Chosen.load("mariadb-postgresql-chosen.txt").stream();
    }

    static Stream<Chosen> postgreSqlToMariaDb() {
        return Chosen.load("postgresql-mariadb-chosen.txt").stream();
    }

    static Stream<Chosen> postgreSqlToPostgreSql() {
        return Chosen.load("postgresql-chosen.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void mariaDbToPostgreSql(Chosen chosen) throws Exception {
        check(chosen, mariaDb, postgreSql);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void postgreSqlToMariaDb(Chosen chosen) throws Exception {
        check(chosen, postgreSql, mariaDb);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void postgreSqlToPostgreSql(Chosen chosen) throws Exception {
        check(chosen, postgreSql, postgreSql);
    }

    private static void check(Chosen chosen, FidelityServer source, FidelityServer target) throws Exception {
        source.run(
                "drop table if exists chosen_s",
                "create table chosen_s (id int primary key, v " + chosen.sourceType() + ")",
                "insert into chosen_s values (1, %1$s), (2, %1$s), (3, %1$s)".formatted(chosen.literal()));
        target.run(
                "drop table if exists chosen_t",
                "create table chosen_t (id int primary key, v %s, beside %s)"
                        .formatted(chosen.targetType(), WritePath.besideType(target)));
        List<ReadPath> reads =
                Stream.of(ReadPath.values()).filter(path -> path.of(source)).toList();
        List<WritePath> writes =
                Stream.of(WritePath.values()).filter(path -> path.of(target)).toList();
        List<String> problems = new ArrayList<>();
        for (int pair = 0; pair < Math.max(reads.size(), writes.size()); pair++) {
            target.run("delete from chosen_t");
            problems.addAll(carry(
                    chosen, new Way(source, reads.get(pair % reads.size()), target, writes.get(pair % writes.size()))));
        }
        assertThat(problems).isEmpty();
    }

    private record Way(FidelityServer source, ReadPath read, FidelityServer target, WritePath write) {}

    private static List<String> carry(Chosen chosen, Way way) throws Exception {
        boolean three = !way.read().beside().isEmpty() || way.write().beside();
        List<String> columns = new ArrayList<>(List.of("id", "v"));
        if (three) {
            columns.add(way.read().beside().isEmpty() ? "null" : way.read().beside());
        }
        ConfigValue.Obj reader =
                Databases.step("chosen_s", columns.toArray(String[]::new)).with("datasource", "from");
        ConfigValue.Obj writer = Databases.step(
                        "chosen_t", three ? new String[] {"id", "v", "beside"} : new String[] {"id", "v"})
                .with("datasource", "to")
                .with("unrepresentable", chosen.parameters(false));
        if (way.source().isMariaDb()) {
            reader = reader.with("unrepresentable", chosen.parameters(true));
        }
        Copy copy = new Copy()
                .with("from", way.source().type(), way.source().settings())
                .with("to", way.target().type(), way.target().settings())
                .zone("UTC");
        RunResult result = copy.run(
                new Copy.Step(way.source().type(), way.read().apply(reader)),
                new Copy.Step(way.target().type(), way.write().apply(writer)));
        return problems(chosen, way, copy, result);
    }

    private static List<String> problems(Chosen chosen, Way way, Copy copy, RunResult result) {
        String place = way.read() + " to " + way.write() + ": ";
        if (result.outcome() != Outcome.SUCCEEDED) {
            return List.of(place + result.failure());
        }
        List<String> problems = new ArrayList<>();
        Map<Integer, String> stored = way.target().texts("select id, " + chosen.shown() + " from chosen_t");
        for (int id = 1; id <= ROWS; id++) {
            String value = stored.getOrDefault(id, FidelityCase.DIRTY);
            if (!value.equals(chosen.stored())) {
                problems.add(place + "expected " + chosen.stored() + " but was " + value);
            }
        }
        if (copy.dirty().size() != (chosen.dirty() ? ROWS : 0)) {
            problems.add(place + copy.dirty());
        }
        return problems;
    }
}
