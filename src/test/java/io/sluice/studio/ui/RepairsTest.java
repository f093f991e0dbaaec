package io.sluice.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Connectors;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Problem;
import io.sluice.script.Repair;
import io.sluice.script.ScriptDocument;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairsTest {
    private static final Catalog CATALOG =
            new ConnectorCatalog(Connectors.load().all(), Map.of("shop", "mysql", "archive", "mysql"));

    private static final String SCRIPT = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "mysql", "category": "reader", "name": "Reader", "parameter": {
                "datasource": "shop", // the live one
                "table": "orders", "column": ["id"], "splitPk": "id"}},
              {"stepType": "stream", "category": "writer", "name": "Writer", "parameter": {}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]}}
            """;

    /** The text after the repair of its first problem with this code, made as the editor makes it. */
    private static String repaired(String text, String code) {
        ScriptDocument document = ScriptDocument.parse(text);
        Problem problem = document.problems(CATALOG).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + document.problems(CATALOG)));
        Repair repair = Objects.requireNonNull(Repairs.of(document, problem), code);
        int start = document.offset(repair.place().line(), repair.place().column());
        int end = document.offset(repair.place().endLine(), repair.place().endColumn());
        return text.substring(0, start) + repair.replacement() + text.substring(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            W101 | '"version"'            | '"Version"'
            W102 | ' // the live one'     | ' / the live one'
            W103 | '"orders", '           | '"orders" '
            W104 | '"splitPk": "id"}'     | '"splitPk": "id",}'
            W105 | '"orders",'            | '"orders"，'
            W106 | '"orders"'             | '“orders”'
            W107 | '"datasource": "shop", // the live one' | '"datasource": "archive", "connection": [{"datasource": "shop"}], // the live one'
            W108 | '"table": "orders", '   | '"table": "old", /* was */ "table": "orders", '
            S002 | '"type": "job", '      | ''
            S003 | '"version": "2.0", '   | ''
            S033 | '"splitPk"'            | '"splitPK"'
            S020 | '"shop"'               | '"shopp"'
            """)
    void knownRepairsCureTheirProblem(String code, String right, String wrong) {
        String broken = SCRIPT.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);
        String cured = repaired(broken, code);
        assertThat(ScriptDocument.parse(cured).problems(CATALOG))
                .filteredOn(problem -> problem.level() != Problem.Level.HINT)
                .extracting(Problem::code)
                .doesNotContain(code);
    }

    @Test
    void ofANameGivenTwiceTheOneGoesThatDoesNotCount() {
        String twice = SCRIPT.replace("\"table\": \"orders\"", "\"table\": [\"old\"], \"table\": \"orders\"");
        assertThat(repaired(twice, "W108")).isEqualTo(SCRIPT);
    }

    @Test
    void unknownKeysWithoutAMeantOneAreRemovedWithTheirComma() {
        String broken = SCRIPT.replace("\"splitPk\": \"id\"", "\"splitPk\": \"id\", \"zebra\": [1, 2]");
        assertThat(repaired(broken, "S033")).isEqualTo(SCRIPT);
    }

    @Test
    void keysIgnoredBesideAQueryAreRemoved() {
        String broken = SCRIPT.replace("\"splitPk\": \"id\"", "\"splitPk\": \"id\", \"querySql\": [\"select 1\"]");
        String cured = repaired(broken, "S034");
        assertThat(cured).contains("\"querySql\"").hasSizeLessThan(broken.length());
    }

    @Test
    void nothingIsOfferedWhereOnlyPeopleKnow() {
        ScriptDocument document = ScriptDocument.parse(SCRIPT.replace("\"datasource\": \"shop\",", ""));
        assertThat(document.problems(CATALOG))
                .filteredOn(Problem::isError)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(Repairs.of(document, problem)).isNull());
    }
}
