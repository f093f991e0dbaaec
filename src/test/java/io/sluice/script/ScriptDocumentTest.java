package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Text;
import io.sluice.testing.OwnTime;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScriptDocumentTest {
    private static final String TASK = """
            {
                // what to read
                "steps": [
                    {"stepType": "mysql", "parameter": {"table": "orders"}} // the shop
                ],
                "setting": {
                    "speed": {"concurrent": 2.0},   /* slow */

                    // how many
                    "errorLimit": {
                        "record": "1024"
                    }
                }
            }
            """;

    @Test
    void replacesOnlyTheCharactersOfTheValue() {
        String edited = parse(TASK)
                .with(Path.parse("steps[0].parameter.table"), new Text("orders_2"))
                .with(Path.parse("setting.speed.concurrent"), new Num("3"))
                .text();
        assertThat(edited).isEqualTo(TASK.replace("\"orders\"", "\"orders_2\"").replace("2.0", "3"));
    }

    @Test
    void addsMembersInTheStyleAroundThem() {
        String edited = parse(TASK)
                .with(Path.parse("setting.speed.throttle"), new Bool(false))
                .with(Path.parse("setting.errorLimit.percentage"), new Num("0.1"))
                .with(Path.parse("steps[0].parameter.column"), Array.ofTexts(List.of("a", "b")))
                .with(Path.parse("extend.mode"), new Text("code"))
                .text();
        assertThat(edited).isEqualTo("""
                        {
                            // what to read
                            "steps": [
                                {"stepType": "mysql", "parameter": {"table": "orders", "column": ["a", "b"]}} // the shop
                            ],
                            "setting": {
                                "speed": {"concurrent": 2.0, "throttle": false},   /* slow */

                                // how many
                                "errorLimit": {
                                    "record": "1024",
                                    "percentage": 0.1
                                }
                            },
                            "extend": {
                                "mode": "code"
                            }
                        }
                        """);
    }

    @Test
    void putsTheCommaBeforeTheCommentOfTheLastMember() {
        assertThat(parse("{\n  \"a\": 1 // one\n}")
                        .with(Path.of("b"), new Num(2))
                        .text())
                .isEqualTo("{\n  \"a\": 1, // one\n  \"b\": 2\n}");
        assertThat(parse("{\n  \"a\": 1, // one\n}")
                        .with(Path.of("b"), new Num(2))
                        .text())
                .isEqualTo("{\n  \"a\": 1, // one\n  \"b\": 2,\n}");
    }

    @Test
    void fillsEmptyContainersAndEmptyTexts() {
        assertThat(parse("").with(Path.of("type"), new Text("job")).text()).isEqualTo("{\n  \"type\": \"job\"\n}\n");
        assertThat(parse("// mine").with(Path.of("a"), new Num(1)).text()).isEqualTo("// mine\n{\n  \"a\": 1\n}\n");
        assertThat(parse("{\n}").with(Path.of("a"), new Num(1)).text()).isEqualTo("{\n  \"a\": 1\n}");
        assertThat(parse("{ // none yet\n}").with(Path.of("a"), new Num(1)).text())
                .isEqualTo("{ // none yet\n  \"a\": 1\n}");
        assertThat(parse("{\"a\":[]}").with(Path.parse("a[1]"), new Num(1)).text())
                .isEqualTo("{\"a\":[null, 1]}");
        assertThat(parse("{\"a\":1}").with(Path.of("b"), new Num(2)).text()).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void removesTheLineAndTheCommentOfAMember() {
        assertThat(parse(TASK).without(Path.parse("setting.errorLimit")).text()).isEqualTo("""
                        {
                            // what to read
                            "steps": [
                                {"stepType": "mysql", "parameter": {"table": "orders"}} // the shop
                            ],
                            "setting": {
                                "speed": {"concurrent": 2.0}   /* slow */

                            }
                        }
                        """);
        assertThat(parse(TASK).without(Path.of("steps")).text()).startsWith("{\n    \"setting\": {");
        assertThat(parse(TASK).without(Path.parse("setting.errorLimit.record")).text())
                .contains("\"errorLimit\": {}");
    }

    @Test
    void keepsAParameterThatIsSwitchedOffWhenItsNeighbourGoes() {
        String text = "{\n  \"a\": 1,\n  // \"where\": \"x\",\n  \"b\": 2,\n  // about c\n  \"c\": 3\n}";
        assertThat(parse(text).without(Path.of("b")).text())
                .isEqualTo("{\n  \"a\": 1,\n  // \"where\": \"x\",\n  // about c\n  \"c\": 3\n}");
        assertThat(parse(text).without(Path.of("c")).text())
                .isEqualTo("{\n  \"a\": 1,\n  // \"where\": \"x\",\n  \"b\": 2\n}");
    }

    @Test
    void removesInsideALine() {
        ScriptDocument list = parse("{\"a\": [1, 2, 3], \"b\": true}");
        assertThat(list.without(Path.parse("a[0]")).text()).isEqualTo("{\"a\": [2, 3], \"b\": true}");
        assertThat(list.without(Path.parse("a[1]")).text()).isEqualTo("{\"a\": [1, 3], \"b\": true}");
        assertThat(list.without(Path.parse("a[2]")).text()).isEqualTo("{\"a\": [1, 2], \"b\": true}");
        assertThat(list.without(Path.of("b")).text()).isEqualTo("{\"a\": [1, 2, 3]}");
        assertThat(list.without(Path.of("c"))).isSameAs(list);
    }

    @Test
    void findsTopLevelKeysInAnySpelling() {
        ScriptDocument document = parse("{\"Steps\": [{\"Name\": \"x\"}]}");
        assertThat(document.read(Path.parse("steps[0].Name"))).contains(new Text("x"));
        assertThat(document.read(Path.parse("steps[0].name"))).isEmpty();
        assertThat(document.pathAt(15)).hasToString("steps[0].Name");
        assertThat(document.with(Path.parse("steps[0].Name"), new Text("y")).text())
                .isEqualTo("{\"Steps\": [{\"Name\": \"y\"}]}");
    }

    @Test
    void countsTheLastOfEqualKeys() {
        ScriptDocument document = parse("{\"a\": 1, \"a\": 2}");
        assertThat(document.read(Path.of("a"))).contains(new Num(2));
        assertThat(document.without(Path.of("a")).text()).isEqualTo("{}");
        assertThat(document.syntaxProblems())
                .extracting(Problem::code, problem -> problem.place().column())
                .containsExactly(Assertions.tuple("W108", 2));
    }

    @Test
    void formatsWithComments() {
        String pasted = """
                {"Type":"job", // the kind
                "steps":[{"stepType":"mysql","parameter":{"column":["id","name"],}} / one step


                , /* two */ {"stepType": "odps"}],
                /// settings
                "setting" : { }}""";
        assertThat(parse(pasted).format().text()).isEqualTo("""
                        {
                          "type": "job", // the kind
                          "steps": [
                            {
                              "stepType": "mysql",
                              "parameter": {
                                "column": ["id", "name"]
                              }
                            }, // one step

                            /* two */
                            {"stepType": "odps"}
                          ],
                          /// settings
                          "setting": {}
                        }
                        """);
    }

    @Test
    void marksMissingValuesAtTheNameAroundThem() {
        ScriptDocument document = parse(TASK);
        assertThat(document.place(Path.parse("steps[0].parameter.table"))).isEqualTo(new Place(4, 54, 4, 62));
        assertThat(document.place(Path.parse("steps[0].parameter.column"))).isEqualTo(new Place(4, 31, 4, 42));
        assertThat(document.place(Path.of("order"))).isEqualTo(new Place(1, 1, 1, 2));
    }

    @Test
    void refusesToEditWhatItCannotRead() {
        ScriptDocument broken = parse("{\"a\": ");
        assertThat(broken.readable()).isFalse();
        assertThat(broken.format()).isSameAs(broken);
        assertThatThrownBy(() -> broken.with(Path.of("a"), new Num(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> parse("{}").with(Path.of("a"), new Num("1.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheLongestScriptInAMoment() {
        StringBuilder text = new StringBuilder("{\"steps\": [");
        while (text.length() < ScriptDocument.MAX_LENGTH - 60) {
            text.append("\n  {\"name\": \"a\\\"b\", \"value\": 12.50}, // note");
        }
        String script = text.append("\n]}").toString();
        assertThat(OwnTime.of(() -> edit(script))).isLessThan(Duration.ofSeconds(2));
    }

    private static void edit(String script) {
        ScriptDocument document = parse(script);
        ScriptDocument edited = document.with(Path.parse("steps[5000].value"), new ConfigValue.Null())
                .format();
        assertThat(edited.read(Path.parse("steps[5000].value"))).contains(new ConfigValue.Null());
    }

    private static ScriptDocument parse(String text) {
        return ScriptDocument.parse(text);
    }
}
