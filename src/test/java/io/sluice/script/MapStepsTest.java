package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.SyncTask.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What validation and the typed view say about steps between reader and writer. */
class MapStepsTest {
    private static final String TWO = """
            {"stepType": "filter", "category": "map", "name": "A", "parameter": {"name": "value", "value": "1"}},
            {"stepType": "project", "category": "map", "name": "B", "parameter": {"name": ["value"]}}
            """;

    /** A task with these steps between reader and writer. */
    static String mapped(String maps) {
        return """
                {"type": "job", "version": "2.0", "steps": [
                  {"stepType": "stream", "category": "reader", "name": "Reader", "parameter": {
                    "column": [{"type": "string", "value": "x"}], "sliceRecordCount": 3}},
                  %s,
                  {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {"print": false}}],
                 "setting": {"errorLimit": {"record": 0}, "speed": {"concurrent": 1, "throttle": false}}}
                """.formatted(maps);
    }

    private static List<Problem> errors(String map) {
        return ScriptDocument.parse(mapped(map)).problems(new SampleCatalog()).stream()
                .filter(Problem::isError)
                .toList();
    }

    @Test
    void goodStepsHaveNoProblems() {
        assertThat(errors("""
                {"stepType": "StringReplace", "category": "map", "name": "R", "parameter": {"condition": [
                  {"name": "value", "replaceString": "(a)b", "replaceByString": "$1", "useRegex": true}]}},
                {"stepType": "filter", "category": "map", "name": "F", "parameter": {
                  "columnIndex": 0, "operator": "not like", "value": "x.*", "matching": "drop"}},
                {"stepType": "cast", "category": "map", "name": "C", "parameter": {
                  "fields": [{"name": "value", "type": "decimal(10, 2)"}]}},
                {"stepType": "jsonparse", "category": "map", "name": "J", "parameter": {
                  "name": "value", "fields": [{"path": "$.a['b.c'][0]", "name": "x", "type": "int64"}]}}
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "filtr     | {}                                                                      | S011 | steps[1].stepType",
                "filter    | {\"name\": \"value\"}                                                   | S037 | steps[1].parameter",
                "filter    | {\"name\": \"a\", \"value\": \"1\", \"expression\": \"true\"}           | S037 | steps[1].parameter",
                "filter    | {\"name\": \"a\", \"value\": \"1\", \"operator\": \"=>\"}               | S037 | steps[1].parameter.operator",
                "filter    | {\"name\": \"a\", \"value\": \"(\", \"operator\": \"like\"}             | S037 | steps[1].parameter",
                "substring | {\"columnIndex\": 0, \"start\": -1}                                     | S037 | steps[1].parameter.start",
                "substring | {\"start\": 0}                                                          | S037 | steps[1].parameter",
                "pad       | {\"columnIndex\": 0}                                                    | S030 | steps[1].parameter.length",
                "digest    | {\"columnIndex\": 0, \"algorithm\": \"md4\"}                            | S037 | steps[1].parameter.algorithm",
                "cast      | {\"fields\": [{\"name\": \"a\", \"type\": \"varchar\"}]}                | S037 | steps[1].parameter.fields[0]",
                "cast      | {\"fields\": [{\"name\": \"a\", \"type\": \"date\", \"timeZone\": \"X\"}]} | S037 | steps[1].parameter.fields[0]",
                "cast      | {\"fields\": [{\"name\": \"a\", \"type\": \"decimal(3,4)\"}]}           | S037 | steps[1].parameter.fields[0]",
                "jsonparse | {\"name\": \"a\", \"fields\": [{\"path\": \"a.b\", \"name\": \"x\"}]}   | S037 | steps[1].parameter.fields[0]",
                "fieldassign | {\"fields\": [{\"name\": \"a\"}]}                                     | S037 | steps[1].parameter.fields[0]",
                "fieldassign | {\"fields\": [{\"name\": \"a\", \"from\": \"b\", \"value\": \"c\"}]}  | S037 | steps[1].parameter.fields[0]",
                "stringreplace | {\"condition\": [{\"name\": \"a\", \"replaceString\": \"\"}]}       | S037 | steps[1].parameter.condition[0]",
                "stringreplace | {\"condition\": [{\"name\": \"a\", \"replaceString\": \"(\", \"useRegex\": true}]} | S037 | steps[1].parameter.condition[0]",
                "stringreplace | {\"condition\": [{\"name\": \"a\", \"replaceString\": \"b\", \"replaceByString\": \"$1\", \"useRegex\": true}]} | S037 | steps[1].parameter.condition[0]",
                "project   | {}                                                                      | S037 | steps[1].parameter",
                "project   | 7                                                                       | S037 | steps[1].parameter"
            })
    void wrongParametersAreFoundAtTheirPlace(String type, String parameter, String code, String path) {
        String step = "{\"stepType\": \"%s\", \"category\": \"map\", \"name\": \"M\", \"parameter\": %s}";
        assertThat(errors(step.formatted(type, parameter))).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.path()).hasToString(path);
        });
    }

    @Test
    void misspelledNamesAreSuggested() {
        assertThat(errors("{\"stepType\": \"digset\", \"category\": \"map\", \"name\": \"M\", \"parameter\": {}}"))
                .anyMatch(problem -> problem.message().contains("did you mean 'digest'?"));
        assertThat(ScriptDocument.parse(mapped("""
                        {"stepType": "filter", "category": "map", "name": "F", "parameter":
                          {"name": "value", "value": "1", "operatr": "="}}
                        """)).problems(new SampleCatalog()))
                .anyMatch(problem ->
                        problem.code().equals("S033") && problem.message().contains("'operator'"));
    }

    @Test
    void parametersOfARunMayStandAnywhere() {
        assertThat(errors("""
                {"stepType": "substring", "category": "map", "name": "S", "parameter":
                  {"columnIndex": 0, "start": "${from}", "length": "${length}"}}
                """)).isEmpty();
    }

    @Test
    void columnsAreCountedOnlyWhenNoStepChangesTheirNumber() {
        String task = mapped(TWO);
        ScriptDocument twoOfOne = ScriptDocument.parse(task)
                .with(Path.parse("steps[3].parameter.column"), new io.sluice.spi.config.ConfigValue.Array(List.of()));
        assertThat(twoOfOne.problems(new SampleCatalog()))
                .noneMatch(problem -> problem.code().equals("S031"));
    }

    @Test
    void standInTheOrderOfTheHops() {
        ScriptDocument document = ScriptDocument.parse(mapped(TWO));
        assertThat(names(document)).containsExactly("A", "B");
        ScriptDocument turned = ScriptDocument.parse(document.text().replaceFirst("\\}\\s*$", """
                , "order": {"hops": [{"from": "Reader", "to": "B"}, {"from": "B", "to": "A"}, {"from": "A", "to": "Writer"}]}}
                """));
        assertThat(turned.readable()).isTrue();
        assertThat(names(turned)).containsExactly("B", "A");
        assertThat(turned.problems(new SampleCatalog()))
                .noneMatch(problem -> problem.code().equals("S013"));
        ScriptDocument around = ScriptDocument.parse(document.text().replaceFirst("\\}\\s*$", """
                , "order": {"hops": [{"from": "Reader", "to": "B"}, {"from": "B", "to": "Writer"}]}}
                """));
        assertThat(around.problems(new SampleCatalog()))
                .anyMatch(problem -> problem.code().equals("S013"));
    }

    private static List<String> names(ScriptDocument document) {
        return SyncTask.of(document).orElseThrow().maps().stream()
                .map(Step::name)
                .toList();
    }
}
