package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Fields of CSV files on their way to typed columns (T87 to T89): what is not plainly of the type is no value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextToServersTest {
    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();

    @TempDir
    Path folder;

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    private record Shape(String declared, String format, String type) {}

    private record Field(String name, String text, String expected) {}

    private static Map<Shape, List<Field>> shapes(boolean mariaDb) {
        Map<Shape, List<Field>> shapes = new LinkedHashMap<>();
        for (List<String> line : FidelityCase.lines("text-servers.txt")) {
            Shape shape = new Shape(line.get(1), line.get(2), line.get(mariaDb ? 4 : 5));
            Field field = new Field(line.get(0), line.get(3), line.get(6));
            shapes.computeIfAbsent(shape, none -> new ArrayList<>()).add(field);
        }
        return shapes;
    }

    @Test
    void mariaDbGetsOnlyWhatTheTextSays() throws Exception {
        assertThat(problems(mariaDb)).isEmpty();
    }

    @Test
    void postgreSqlGetsOnlyWhatTheTextSays() throws Exception {
        assertThat(problems(postgreSql)).isEmpty();
    }

    private List<String> problems(FidelityServer server) throws Exception {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Shape, List<Field>> entry : shapes(server.isMariaDb()).entrySet()) {
            Shape shape = entry.getKey();
            server.run("drop table if exists t", "create table t (id int primary key, v " + shape.type() + ")");
            RunResult result = new Copy()
                    .with("db", server.type(), server.settings())
                    .run(file(shape, entry.getValue()), new Copy.Step(server.type(), Databases.step("t", "id", "v")));
            if (result.outcome() != Outcome.SUCCEEDED) {
                problems.add(shape + ": " + result.failure());
            }
            problems.addAll(differences(server, entry.getValue()));
        }
        return problems;
    }

    /** Fields lie between good rows; those before and after a dirty one must arrive. */
    private Copy.Step file(Shape shape, List<Field> fields) throws Exception {
        StringBuilder text = new StringBuilder("0,\\N\n");
        for (int row = 0; row < fields.size(); row++) {
            text.append(row + 1).append(',').append(fields.get(row).text()).append('\n');
        }
        Path file = Files.writeString(folder.resolve("fields.csv"), text.append("1000,\\N\n"));
        ConfigValue.Obj id =
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(0)).with("type", "long");
        ConfigValue.Obj value =
                ConfigValue.Obj.EMPTY.with("index", new ConfigValue.Num(1)).with("type", shape.declared());
        ConfigValue.Obj declared = shape.format().isEmpty() ? value : value.with("format", shape.format());
        return new Copy.Step(
                "txtfile",
                ConfigValue.Obj.EMPTY
                        .with("path", file.toString())
                        .with("column", new ConfigValue.Array(List.of(id, declared))));
    }

    private static List<String> differences(FidelityServer server, List<Field> fields) {
        String shown = server.isMariaDb() ? "concat(v)" : "v::text";
        Map<Integer, String> stored = server.texts("select id, " + shown + " from t");
        List<String> differences = new ArrayList<>();
        for (int row = 0; row < fields.size(); row++) {
            Field field = fields.get(row);
            String value = stored.getOrDefault(row + 1, FidelityCase.DIRTY);
            if (!value.equals(field.expected())) {
                differences.add(
                        "%s %s: expected %s but was %s".formatted(field.name(), field.text(), field.expected(), value));
            }
        }
        if (!stored.keySet().containsAll(List.of(0, 1000))) {
            differences.add("Good rows around " + fields + " are missing");
        }
        return differences;
    }
}
