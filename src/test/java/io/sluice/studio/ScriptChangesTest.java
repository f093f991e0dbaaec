package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.ScriptDocument;
import io.sluice.studio.ScriptChange.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptChangesTest {
    private static final String TASK = """
            {
              // nightly
              "type": "job",
              "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader", "parameter": {
                  "datasource": "shop", "table": "orders", "where": "id > 5",
                  "column": ["id", "total"]}},
                {"stepType": "postgresql", "name": "Writer", "category": "writer", "parameter": {
                  "datasource": "dwh", "table": "ods.orders", "writeMode": "insert",
                  "column": ["id", "total"], "preSql": ["select 1"]}}
              ],
              "setting": {
                "errorLimit": {"strategy": "ZeroTolerance"},
                "speed": {"concurrent": 3, "throttle": false}
              },
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void equalTextsDifferInNothing() {
        assertThat(changes(TASK)).isEmpty();
    }

    @Test
    void tellsOfLayoutAndCommentsInOneSentence() {
        assertThat(changes(TASK.replace("// nightly", "// every night"))).containsExactly("LAYOUT REPLACED []");
        assertThat(changes(ScriptDocument.parse(TASK).format().text())).containsExactly("LAYOUT REPLACED []");
    }

    @Test
    void saysWhenATextCannotBeRead() {
        assertThat(changes(TASK.replace("\"steps\": [", "\"steps\": <<"))).containsExactly("UNREADABLE REPLACED []");
    }

    @Test
    void hopsThatFollowTheStepsAreNotToldBesideThem() {
        String one = withSteps("a");
        String two = withSteps("a", "b");
        assertThat(changes(TASK, one)).containsExactly("STEP ADDED [a, filter]");
        assertThat(changes(two, one)).containsExactly("STEP REMOVED [b, filter]");
        assertThat(changes(two, withSteps("b", "a")))
                .containsExactly("STEP_ORDER REPLACED [Reader → a → b → Writer, Reader → b → a → Writer]");
        assertThat(changes(TASK, TASK.replace("\"Reader\"", "\"Orders\"")))
                .containsExactly("STEP REPLACED [Reader, Orders]");
    }

    @Test
    void hopsThatFollowNoStepsAreShownAsTheyAre() {
        assertThat(changes(TASK, TASK.replace("\"to\": \"Writer\"", "\"to\": \"Nowhere\"")))
                .singleElement()
                .asString()
                .startsWith("VALUE REPLACED [order › hops");
        assertThat(changes(TASK, TASK.replace("\"order\": {", "\"order\": {\"by\": 1, ")))
                .containsExactly("VALUE ADDED [order › by, 1]");
        assertThat(changes(TASK, withSteps("a").replace("\"order\": {", "\"order\": {\"by\": 1, ")))
                .contains("VALUE ADDED [order › by, 1]");
    }

    /** The task with steps of these names between reader and writer, in this order of the hops. */
    private static String withSteps(String... names) {
        StringBuilder steps = new StringBuilder();
        StringBuilder hops = new StringBuilder();
        String from = "Reader";
        for (String name : List.of(names).stream().sorted().toList()) {
            steps.append("{\"stepType\": \"filter\", \"name\": \"%s\", \"category\": \"map\"},".formatted(name));
        }
        for (String name : names) {
            hops.append("{\"from\": \"%s\", \"to\": \"%s\"}, ".formatted(from, name));
            from = name;
        }
        return TASK.replace("{\"stepType\": \"postgresql\"", steps + "{\"stepType\": \"postgresql\"")
                .replace("{\"from\": \"Reader\"", hops + "{\"from\": \"" + from + "\"");
    }

    @Test
    void writeModesAreToldWithTheirEffect() {
        assertThat(changes(TASK.replace("\"insert\"", "\"replace\"")))
                .containsExactly("WRITE_MODE REPLACED [insert, replace] REPLACES_ROWS");
        assertThat(changes(TASK.replace("\"insert\"", "\"upsert\"")))
                .containsExactly("WRITE_MODE REPLACED [insert, upsert] UPDATES_ROWS");
        assertThat(changes(TASK.replace("\"insert\"", "\"truncate\"")))
                .containsExactly("WRITE_MODE REPLACED [insert, truncate] EMPTIES_TABLE");
        assertThat(changes(TASK.replace("\"writeMode\": \"insert\",", "")))
                .containsExactly("WRITE_MODE REMOVED [insert]");
        assertThat(changes(TASK.replace("\"writeMode\"", "\"loadMode\": \"staging\", \"writeMode\"")))
                .containsExactly("LOAD_MODE ADDED [staging] REPLACES_CONTENT");
    }

    @Test
    void anotherTargetIsAWarningAndAnotherSourceIsNot() {
        assertThat(changes(TASK.replace("ods.orders", "ods.orders_2024")))
                .containsExactly("TABLE REPLACED [Writer, ods.orders, ods.orders_2024] OTHER_TARGET");
        assertThat(changes(TASK.replace("\"orders\"", "\"orders_2024\"")))
                .containsExactly("TABLE REPLACED [Reader, orders, orders_2024]");
        assertThat(changes(TASK.replace("\"dwh\"", "\"prod\"")))
                .containsExactly("DATA_SOURCE REPLACED [Writer, dwh, prod] OTHER_TARGET");
        assertThat(changes(TASK.replace("\"mysql\"", "\"sqlite\"")))
                .containsExactly("SYSTEM REPLACED [Reader, mysql, sqlite]");
    }

    @Test
    void connectionsAreReadLikePlainNames() {
        String plain = "\"datasource\": \"shop\", \"table\": \"orders\"";
        String sharded = "\"connection\": [{\"datasource\": \"shop\", \"table\": [\"orders\"]}]";
        assertThat(changes(TASK.replace(plain, sharded))).containsExactly("LAYOUT REPLACED []");
        assertThat(changes(TASK.replace(plain, sharded.replace("[\"orders\"]", "[\"orders\", \"old\"]"))))
                .containsExactly("TABLE REPLACED [Reader, orders, orders, old]");
    }

    @Test
    void statementsAreToldWithWhatTheyDo() {
        assertThat(changes(preSql("truncate table @table")))
                .containsExactly(
                        "PRE_STATEMENT ADDED [truncate table @table] EMPTIES_TABLE",
                        "PRE_STATEMENT REMOVED [select 1]");
        assertThat(changes(preSql("delete from ods.orders")))
                .contains("PRE_STATEMENT ADDED [delete from ods.orders] EMPTIES_TABLE");
        assertThat(changes(preSql("/* old */ DELETE FROM ods.orders WHERE id > 5")))
                .contains("PRE_STATEMENT ADDED [/* old */ DELETE FROM ods.orders WHERE id > 5] DELETES_ROWS");
        assertThat(changes(preSql("analyze x; drop table y")))
                .contains("PRE_STATEMENT ADDED [analyze x; drop table y] DROPS_OBJECT");
        assertThat(changes(preSql("truncate table @table"), TASK))
                .contains("PRE_STATEMENT REMOVED [truncate table @table] EMPTIES_TABLE_NO_MORE");
        assertThat(changes(TASK.replace("\"preSql\"", "\"postSql\": [\"analyze t\"], \"preSql\"")))
                .containsExactly("POST_STATEMENT ADDED [analyze t]");
    }

    @Test
    void filtersAreToldWithWhatIsReadThen() {
        assertThat(changes(TASK.replace("\"where\": \"id > 5\",", "")))
                .containsExactly("FILTER REMOVED [Reader, id > 5] READS_ALL");
        assertThat(changes(TASK.replace("id > 5", "id > 6")))
                .containsExactly("FILTER REPLACED [Reader, id > 5, id > 6] READS_OTHER");
    }

    @Test
    void columnsArePairedByTheirPlace() {
        assertThat(changes(columns("\"id\", \"total\", \"remark\"", "\"id\", \"total\", \"note\"")))
                .containsExactly("TARGET_COLUMN ADDED [note, remark]");
        assertThat(changes(columns("\"id\"", "\"id\""))).containsExactly("TARGET_COLUMN REMOVED [total, total]");
        assertThat(changes(columns("\"total\", \"id\"", "\"id\", \"total\"")))
                .containsExactly(
                        "TARGET_COLUMN REPLACED [id, id, total] OTHER_VALUES",
                        "TARGET_COLUMN REPLACED [total, total, id] OTHER_VALUES");
        assertThat(changes(columns("\"total\", \"id\"", "\"total\", \"id\"")))
                .containsExactly("COLUMN_ORDER REPLACED [Writer]");
    }

    @Test
    void columnsWithoutAPairAreToldByTheirStep() {
        assertThat(changes(columns("\"id\", \"total\", \"note\"", "\"*\"")))
                .containsExactly(
                        "COLUMN ADDED [Reader, note]",
                        "COLUMN ADDED [Writer, *]",
                        "COLUMN REMOVED [Writer, id]",
                        "COLUMN REMOVED [Writer, total]");
        String all = columns("\"*\"", "\"id\", \"total\"");
        assertThat(changes(all, columns("\"*\"", "\"total\", \"id\"")))
                .containsExactly("COLUMN_ORDER REPLACED [Writer] OTHER_VALUES");
    }

    @Test
    void columnsOfFilesAreNamedByTheirPlace() {
        String old = columns("{\"index\": 0, \"type\": \"long\"}", "\"id\"");
        assertThat(changes(old, columns("{\"index\": 1, \"type\": \"long\"}", "\"id\"")))
                .containsExactly("TARGET_COLUMN REPLACED [id, 0, 1] OTHER_VALUES");
        assertThat(changes(old, columns("{\"index\": 0, \"type\": \"string\"}", "\"id\"")))
                .containsExactly("TARGET_COLUMN REPLACED [id, {index: 0, type: long}, {index: 0, type: string}]");
    }

    @Test
    void speedAndLimitsAreToldAsNumbers() {
        assertThat(changes(TASK.replace("\"concurrent\": 3", "\"concurrent\": 8")))
                .containsExactly("CONCURRENCY REPLACED [3, 8]");
        assertThat(changes(TASK.replace("\"throttle\": false", "\"throttle\": true, \"mbps\": 2")))
                .containsExactly("BYTE_RATE ADDED [2097152]");
        assertThat(changes(TASK.replace("\"throttle\": false", "\"throttle\": false, \"record\": 500")))
                .containsExactly("RECORD_RATE ADDED [500]");
    }

    @Test
    void aLooserLimitOfDirtyRecordsIsAWarning() {
        String hundred = TASK.replace("{\"strategy\": \"ZeroTolerance\"}", "{\"record\": 100}");
        assertThat(changes(hundred)).containsExactly("DIRTY_LIMIT REPLACED [0, 100] LOSES_MORE");
        assertThat(changes(hundred, TASK)).containsExactly("DIRTY_LIMIT REPLACED [100, 0]");
        assertThat(changes(TASK.replace("ZeroTolerance", "Ignore")))
                .containsExactly("DIRTY_LIMIT REPLACED [0, ∞] LOSES_MORE");
        assertThat(changes(TASK.replace("{\"strategy\": \"ZeroTolerance\"}", "{\"percentage\": 0.025}")))
                .containsExactly("DIRTY_LIMIT REPLACED [0, 2.5 %] LOSES_MORE");
    }

    @Test
    void everythingElseIsToldByItsPath() {
        assertThat(changes(TASK.replace("\"version\": \"2.0\"", "\"version\": \"2.0\", \"owner\": {\"team\": 7}")))
                .containsExactly("VALUE ADDED [owner, {team: 7}]");
        assertThat(changes(TASK.replace("\"speed\"", "\"jvmOption\": \"-Xmx1g\", \"speed\"")))
                .containsExactly("VALUE ADDED [setting › jvmOption, -Xmx1g]");
        assertThat(changes(TASK.replace("\"table\": \"orders\"", "\"table\": \"orders\", \"splitPk\": \"id\"")))
                .containsExactly("VALUE ADDED [Reader › splitPk, id]");
    }

    @Test
    void aScriptWithoutBothEndsIsToldByItsPaths() {
        assertThat(changes("{\"type\": \"job\"}", "{\"type\": \"job\", \"steps\": []}"))
                .containsExactly("VALUE ADDED [steps, []]");
    }

    @Test
    void theExamplesOfDangerAreDangerous() {
        assertThat(List.of(Effect.EMPTIES_TABLE, Effect.REPLACES_ROWS, Effect.OTHER_TARGET, Effect.LOSES_MORE))
                .allMatch(Effect::dangerous);
        assertThat(Effect.KEEPS_ROWS.dangerous()).isFalse();
    }

    private static String preSql(String statement) {
        return TASK.replace("select 1", statement);
    }

    private static String columns(String reader, String writer) {
        String column = "\"column\": [\"id\", \"total\"]";
        int second = TASK.lastIndexOf(column);
        return TASK.substring(0, second).replace(column, "\"column\": [" + reader + "]") + "\"column\": [" + writer
                + "]" + TASK.substring(second + column.length());
    }

    private static List<String> changes(String after) {
        return changes(TASK, after);
    }

    private static List<String> changes(String before, String after) {
        return ScriptChanges.between(ScriptDocument.parse(before), ScriptDocument.parse(after)).stream()
                .map(change -> change.subject() + " " + change.kind() + " " + change.words()
                        + change.effect().map(effect -> " " + effect).orElse(""))
                .toList();
    }
}
