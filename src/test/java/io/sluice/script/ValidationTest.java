package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.OwnTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final String GOOD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "orders", "column": ["id", "name"], "envType": 1}},
                {"stepType": "odps", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "odps_first", "table": "t", "column": ["id", "name"], "truncate": "true"}}
              ],
              "setting": {"errorLimit": {"record": "0"}, "speed": {"throttle": false, "concurrent": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private final Catalog catalog = new SampleCatalog();

    @Test
    void findsNothingWrongWithAGoodTask() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void checksTheFrame() {
        assertThat(found("type", "\"task\"")).containsExactly("S002 type");
        assertThat(found("version", "\"3.0\"")).containsExactly("S003 version");
        assertThat(found("version", "2")).isEmpty();
        assertThat(found("type", "\"Job\"")).isEmpty();
        assertThat(found("colour", "\"red\"")).containsExactly("S033 colour");
        assertThat(found("steps", "[]")).containsExactly("S010 steps", "S010 steps");
        assertThat(found("steps", "{}")).containsExactly("S010 steps");
        assertThat(codes("[]")).containsExactly("S001");
        assertThat(codes("")).containsExactly("S001");
        assertThat(codes("{\"job\": {\"content\": []}}")).containsExactly("S010");
    }

    @Test
    void checksSteps() {
        assertThat(found("steps[0].category", "\"writer\"")).contains("S010 steps", "S010 steps[1].category");
        assertThat(found("steps[0].category", "\"readr\"")).contains("S011 steps[0].category");
        assertThat(found("steps[0].stepType", "\"mysq\"")).containsExactly("S011 steps[0].stepType");
        assertThat(found("steps[0].stepType", "\"odps\"")).containsExactly("S011 steps[0].stepType");
        assertThat(found("steps[0].stepType", "null")).containsExactly("S011 steps[0].stepType");
        assertThat(found("steps[0].name", "\"Writer\"")).contains("S012 steps[1].name");
        assertThat(found("steps[0].name", "\" \"")).contains("S012 steps[0].name");
        assertThat(found("steps[2]", "{\"name\": \"P\", \"category\": \"processor\", \"parameter\": {\"nodes\": []}}"))
                .isEmpty();
        assertThat(found("steps[2]", "{\"name\": \"P\", \"category\": \"processor\", \"parameter\": {\"nodes\": [1]}}"))
                .containsExactly("S011 steps[2].parameter.nodes");
    }

    @Test
    void checksTheOrder() {
        assertThat(found("order.hops[0].to", "\"writer\"")).containsExactly("S013 order.hops[0].to");
        assertThat(found("order.hops", "[{\"from\": \"Writer\", \"to\": \"Reader\"}]"))
                .containsExactly("S013 order.hops");
        assertThat(found("order.hops[1]", "{\"from\": \"Writer\", \"to\": \"Reader\"}"))
                .containsExactly("S013 order.hops");
        assertThat(found("order.hops[1]", "{\"from\": \"Reader\", \"to\": \"Reader\"}"))
                .containsExactly("S013 order.hops[1]");
        assertThat(found("order", "{}")).isEmpty();
    }

    @Test
    void checksDataSources() {
        assertThat(found("steps[0].parameter.datasource", "\"shoop\""))
                .containsExactly("S020 steps[0].parameter.datasource");
        assertThat(found("steps[0].parameter.datasource", "\"files\""))
                .containsExactly("S020 steps[0].parameter.datasource");
        assertThat(found("steps[0].parameter.datasource", "\"shop_${env}\"")).isEmpty();
        assertThat(found("steps[0].parameter.connection", "[{\"datasource\": \"MySQL\"}]"))
                .containsExactly("W107 steps[0].parameter.connection[0].datasource");
    }

    @Test
    void checksParameters() {
        assertThat(found("steps[1].parameter.table", "\"\"")).containsExactly("S030 steps[1].parameter.table");
        assertThat(found("steps[1].parameter.Table2", "\"x\"")).containsExactly("S033 steps[1].parameter.Table2");
        assertThat(found("steps[0].parameter.querysql", "\"x\"")).containsExactly("S033 steps[0].parameter.querysql");
        assertThat(found("steps[0].parameter.socketTimeout", "\"soon\""))
                .containsExactly("S037 steps[0].parameter.socketTimeout");
        assertThat(found("steps[0].parameter.socketTimeout", "\"${timeout}\"")).isEmpty();
        assertThat(found("steps[1].parameter.writeMode", "\"updat\""))
                .containsExactly("S037 steps[1].parameter.writeMode");
        assertThat(found("steps[0].parameter", "\"x\"")).contains("S037 steps[0].parameter");
    }

    @Test
    void offersTheNearestName() {
        Problem problem =
                problems(edited("steps[0].parameter.querysql", "\"x\"")).get(0);
        assertThat(problem.repair().orElseThrow().replacement()).isEqualTo("\"querySql\"");
        assertThat(problem.message()).contains("querySql");
        assertThat(problems(edited("steps[0].stepType", "\"mysq\""))
                        .get(0)
                        .repair()
                        .orElseThrow()
                        .replacement())
                .isEqualTo("\"mysql\"");
    }

    @Test
    void checksColumnsAndFilters() {
        assertThat(found("steps[0].parameter.column", "[\"id\"]")).containsExactly("S031 steps[1].parameter.column");
        assertThat(found("steps[0].parameter.column", "[\"*\"]")).containsExactly("S032 steps[0].parameter.column");
        assertThat(found("steps[1].parameter.column", "[\"*\"]")).isEmpty();
        assertThat(found("steps[0].parameter.querySql", "\"select 1\""))
                .containsExactlyInAnyOrder("S034 steps[0].parameter.table", "S034 steps[0].parameter.column");
        assertThat(found("steps[0].parameter.where", "\"id > 1 LIMIT 5\""))
                .containsExactly("S036 steps[0].parameter.where");
        assertThat(found("steps[0].parameter.where", "\"credit_limit > 5 or a = 'limit 5'\""))
                .isEmpty();
    }

    @Test
    void checksSpeed() {
        assertThat(found("setting.speed.concurrent", "0")).containsExactly("S040 setting.speed.concurrent");
        assertThat(found("setting.speed.concurrent", "\"33\"")).containsExactly("S040 setting.speed.concurrent");
        assertThat(found("setting.speed.concurrent", "1.5")).containsExactly("S040 setting.speed.concurrent");
        assertThat(found("setting.speed.concurrent", "\"${n}\"")).isEmpty();
        assertThat(found("setting.speed.concurrent", "4")).containsExactly("S035 steps[0].parameter.splitPk");
        assertThat(found("setting.speed.throttle", "\"true\"")).containsExactly("S041 setting.speed.throttle");
        assertThat(found("setting.speed.dmu", "0")).containsExactly("S044 setting.speed.concurrent");
        assertThat(found("setting.executeMode", "\"distribute\"")).containsExactly("S043 setting.executeMode");
        assertThat(found("setting.speed.concurent", "1")).containsExactly("S033 setting.speed.concurent");
    }

    @Test
    void checksTheDirtyPolicy() {
        assertThat(found("setting.errorLimit", "{\"strategy\": \"Tolerance\"}"))
                .containsExactly("S042 setting.errorLimit.strategy");
        assertThat(found("setting.errorLimit", "{\"strategy\": \"tolerant\"}"))
                .containsExactly("S042 setting.errorLimit.strategy");
        assertThat(found("setting.errorLimit.record", "-1")).containsExactly("S042 setting.errorLimit.record");
        assertThat(found("setting.errorLimit.record", "\"x\"")).containsExactly("S042 setting.errorLimit.record");
        assertThat(found("setting.errorLimit.record", "\"\"")).isEmpty();
        assertThat(found("setting.errorLimit.percentage", "1.5")).containsExactly("S042 setting.errorLimit.percentage");
    }

    @Test
    void marksTheExactPlace() {
        assertThat(problems(edited("setting.speed.concurrent", "99")))
                .extracting(
                        Problem::code,
                        problem -> problem.place().line(),
                        problem -> problem.place().column())
                .containsExactly(tuple("S040", 10, 89));
    }

    @Property(tries = 1500)
    void hasAnOpinionOnAnyScript(@ForAll long seed) {
        Scripts scripts = new Scripts(seed);
        ScriptDocument document = ScriptDocument.parse(GOOD);
        for (int i = 0; i < 3; i++) {
            Path path = scripts.path(document);
            document = path.isRoot() ? document : document.with(path, scripts.value(3));
        }
        for (Problem problem : document.problems(catalog)) {
            assertThat(problem.place().line()).isPositive();
        }
        SyncTask.of(document);
        JobDialects.writeDataX(JobDialects.read(document.text()).document(), name -> Optional.empty());
    }

    @Test
    void pointsAtNamesWithDotsAndBrackets() {
        ScriptDocument document = ScriptDocument.parse(GOOD)
                .with(Path.parse("steps[0].parameter").child("a[").child("b"), new ConfigValue.Num(1))
                .with(Path.parse("steps[0].parameter").child("c.d"), new ConfigValue.Num(1));
        assertThat(document.problems(catalog))
                .extracting(Problem::code, problem -> problem.path().last().orElseThrow())
                .containsExactly(tuple("S033", new Path.Name("a[")), tuple("S033", new Path.Name("c.d")));
    }

    @Test
    void staysQuickWhenEverythingIsWrong() {
        StringBuilder text =
                new StringBuilder("{\"steps\": [{\"category\": \"reader\", \"stepType\": \"mysql\", \"parameter\": {");
        for (int i = 0; text.length() < 200_000; i++) {
            text.append("\"tabel").append(i).append("\": {},\n");
        }
        String script = text.append("}}]}").toString();
        assertThat(OwnTime.of(() -> assertThat(problems(script)).hasSizeGreaterThan(500)))
                .isLessThan(Duration.ofSeconds(4));
    }

    private List<String> found(String path, String value) {
        return problems(edited(path, value)).stream()
                .map(problem -> problem.code() + " " + problem.path())
                .toList();
    }

    private static String edited(String path, String value) {
        ConfigValue parsed = ScriptDocument.parse(value).read(Path.ROOT).orElseThrow();
        return ScriptDocument.parse(GOOD).with(Path.parse(path), parsed).text();
    }

    private List<String> codes(String text) {
        return problems(text).stream().map(Problem::code).toList();
    }

    private List<Problem> problems(String text) {
        return ScriptDocument.parse(text).problems(catalog);
    }
}
