package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1} // c ~ W102 ~ 10 ~ {\"a\": 1}",
                "{\"a\": /* c */ 1} ~ W102 ~ 7 ~ {\"a\": 1}",
                "{\"a\": \"x\" \"b\": 2} ~ W103 ~ 9 ~ {\"a\": \"x\", \"b\": 2}",
                "[1 {} [] \"x\"] ~ W103,W103,W103 ~ 2 ~ [1, {}, [], \"x\"]",
                "{\"a\": [1, 2,],} ~ W104,W104 ~ 12 ~ {\"a\": [1, 2]}",
                "{\"a\":\u00a01} ~ W105 ~ 6 ~ {\"a\": 1}",
                "{\"a\":\u00c2 1} ~ W105 ~ 6 ~ {\"a\": 1}",
                "{\"a\"：1，\"b\":2} ~ W105,W105 ~ 5 ~ {\"a\": 1, \"b\": 2}",
                "{“a”: „b“} ~ W106,W106 ~ 2 ~ {\"a\": \"b\"}",
                "{\"a\": 1, \"a\": 2} ~ W108 ~ 2 ~ {\"a\": 2}",
                "{\"a\": \"say “hi”\"} ~ ~ 0 ~ {\"a\": \"say “hi”\"}",
            })
    void readsWhatPeoplePaste(String text, String codes, int column, String meant) {
        List<Problem> problems = ScriptDocument.parse("{\"x\": " + text + "\n}").syntaxProblems();
        assertThat(problems).extracting(Problem::code).containsExactlyElementsOf(list(codes));
        if (column > 0) {
            assertThat(problems.get(0).place().column()).isEqualTo(column + 6);
        }
        assertThat(ScriptDocument.parse(text).read(Path.ROOT))
                .isEqualTo(ScriptDocument.parse(meant).read(Path.ROOT));
    }

    private static List<String> list(String codes) {
        return codes == null ? List.of() : List.of(codes.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\": } ~ 7",
                "{\"a\" 1} ~ 2",
                "{a: 1} ~ 2",
                "{\"a\": 'x'} ~ 7",
                "{\"a\": 01} ~ 7",
                "{\"a\": True} ~ 7",
                "{\"a\": yes} ~ 7",
                "{\"a\": \"x} ~ 7",
                "{\"a\": \"C:\\data\"} ~ 10",
                "{\"a\": [1, 2}} ~ 12",
                "{\"a\": 1}} ~ 9",
                "{\"a\": 1,, \"b\": 2} ~ 9",
                "{\"a\": /* open ~ 7",
                "{\"a\": {\"b\": 1} ~ 1",
            })
    void saysWhereItCannotGoOn(String text, int column) {
        ScriptDocument document = ScriptDocument.parse(text);
        assertThat(document.readable()).isFalse();
        assertThat(document.syntaxProblems())
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("S001");
                    assertThat(problem.place().line()).isEqualTo(1);
                    assertThat(problem.place().column()).as(problem.message()).isEqualTo(column);
                });
    }

    @Test
    void repairsWhatItReports() {
        String text = "{“a”：1 \"b\":\u00a0[true,], / c\n \"Steps\": []}";
        for (int round = 0; round < 10; round++) {
            ScriptDocument document = ScriptDocument.parse(text);
            for (Problem problem : document.syntaxProblems()) {
                if (problem.repair().isPresent()) {
                    text = repaired(document, problem.repair().get());
                    break;
                }
            }
        }
        assertThat(text).isEqualTo("{\"a\":1, \"b\": [true], // c\n \"steps\": []}");
    }

    private static String repaired(ScriptDocument document, Repair repair) {
        int start = document.offset(repair.place().line(), repair.place().column());
        int end = document.offset(repair.place().endLine(), repair.place().endColumn());
        return document.text().substring(0, start)
                + repair.replacement()
                + document.text().substring(end);
    }

    @Test
    void refusesToDigTooDeep() {
        ScriptDocument document = ScriptDocument.parse("[".repeat(300_000));
        assertThat(document.readable()).isFalse();
        assertThat(document.syntaxProblems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("nested"));
    }

    @Test
    void readsEscapes() {
        assertThat(ScriptDocument.parse("\"\\u00e9\\n\\t\\/\\\\\\\"\\ud834\\udd1e\"")
                        .read(Path.ROOT))
                .contains(new ConfigValue.Text("é\n\t/\\\"𝄞"));
    }

    @Test
    void tellsWhereACaretIs() {
        ScriptDocument document =
                ScriptDocument.parse("{\n \"steps\": [\n  {\"parameter\": {\"where\": \"x\", }}\n ]\n}");
        assertThat(document.pathAt(3, 28)).hasToString("steps[0].parameter.where");
        assertThat(document.pathAt(3, 32)).hasToString("steps[0].parameter");
        assertThat(document.pathAt(1, 1)).isEqualTo(Path.ROOT);
        assertThat(document.pathAt(99, 99)).isEqualTo(Path.ROOT);
    }
}
