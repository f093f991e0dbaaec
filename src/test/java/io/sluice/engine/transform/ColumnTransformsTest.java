package io.sluice.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTransformsTest {
    private static final Column N = new Column("n", LogicalType.Int.INT64, false, "bigint", true);
    private static final Column T = new Column("t", LogicalType.Text.UNBOUNDED);

    private static List<String> names(Rows rows) {
        return rows.output().columns().stream().map(Column::name).toList();
    }

    @Test
    void castFollowsTheConversionsOfTheTask() {
        Rows rows = Rows.of(ConversionRules.DEFAULT, T, N)
                .row("12", 300)
                .row("1.5", 1)
                .row(null, null)
                .row("7", 127)
                .then("cast", """
                        {"fields": [{"name": "t", "type": "int64"}, {"columnIndex": 1, "type": "int8"}]}
                        """);
        assertThat(rows.run()).containsExactly("NULL|NULL", "7|127");
        assertThat(rows.dirty).hasSize(2).anyMatch(line -> line.startsWith("n=300: VALUE_OUT_OF_RANGE"));
        assertThat(rows.output().column(1)).isEqualTo(new Column("n", new LogicalType.Int(8, true), false, "", false));
    }

    @Test
    void castReadsAndWritesTimesInItsOwnFormatAndZone() {
        Rows rows = Rows.of(ConversionRules.DEFAULT.withZone(ZoneId.of("Asia/Shanghai")), T)
                .row("31.12.2024 23:30")
                .row("2024-12-31 23:30")
                .then("cast", """
                        {"fields": {"name": "t", "type": "timestamp", "format": "dd.MM.yyyy HH:mm"}}
                        """)
                .then("cast", """
                        {"fields": {"name": "t", "type": "instant", "timeZone": "America/New_York"}}
                        """)
                .then("cast", """
                        {"fields": {"name": "t", "type": "text"}}
                        """);
        assertThat(rows.run()).containsExactly("2025-01-01 12:30:00", "2025-01-01 12:30:00");
    }

    @Test
    void castRefusesWhatCannotBe() {
        assertThatThrownBy(() -> Rows.of(ConversionRules.DEFAULT, new Column("d", new LogicalType.Date()))
                        .then("cast", "{\"fields\": {\"name\": \"d\", \"type\": \"double\"}}"))
                .hasMessageContaining("Column 1, d (date) to d (floating point number of 64 bits)");
        assertThatThrownBy(() -> Rows.of(ConversionRules.DEFAULT, new Column("d", new LogicalType.Timestamp(6)))
                        .then("cast", "{\"fields\": {\"name\": \"d\", \"type\": \"instant\"}}"))
                .hasMessageContaining("set setting.common.column.timeZone");
    }

    @Test
    void projectChoosesOrdersAndRepeatsColumns() {
        Rows rows = Rows.of(ConversionRules.DEFAULT, N, T)
                .row(1, "a")
                .row(2, null)
                .row(3, "c")
                .then("project", "{\"name\": [\"t\", \"n\", \"t\"]}")
                .then("filter", "{\"columnIndex\": 1, \"operator\": \"!=\", \"value\": \"1\"}")
                .then("substring", "{\"columnIndex\": 2, \"start\": 1}");
        assertThat(rows.run()).containsExactly("NULL|2|NULL", "c|3|");
        assertThat(names(rows)).containsExactly("t", "n", "t");
        assertThat(rows.output().column(1)).isEqualTo(N);
        assertThatThrownBy(() -> rows.then("mask", "{\"name\": \"t\"}"))
                .hasMessage("There is more than one column 't'; say which by its number");
    }

    @Test
    void fieldAssignRenamesAndSetsConstants() {
        Rows rows =
                Rows.of(ConversionRules.DEFAULT, N, T).row(1, "a").row(2, null).then("fieldassign", """
                        {"fields": [{"name": "id", "from": "n"}, {"name": "t", "value": ""},
                          {"name": "price", "value": "12.5", "type": "decimal(6,2)"},
                          {"name": "day", "value": "2024-02-29", "type": "date"},
                          {"name": "ok", "value": "true", "type": "boolean"},
                          {"name": "x", "value": "0.5", "type": "double"}]}
                        """);
        assertThat(rows.run()).containsExactly("1||12.50|2024-02-29|true|0.5", "2||12.50|2024-02-29|true|0.5");
        assertThat(names(rows)).containsExactly("id", "t", "price", "day", "ok", "x");
        assertThat(rows.output().column(0).nativeType()).isEqualTo("bigint");
        assertThatThrownBy(() -> rows.then("fieldassign", """
                        {"fields": {"name": "d", "value": "2024-02-30", "type": "date"}}
                        """))
                .hasMessage("'2024-02-30' is no constant of this type: Invalid date 'FEBRUARY 30'");
    }

    @Test
    void fieldAssignComputes() {
        Rows rows = Rows.of(
                        ConversionRules.DEFAULT,
                        N,
                        T,
                        new Column("u", new LogicalType.Int(64, false)),
                        new Column("i", new LogicalType.Instant(6)),
                        new Column("b", new LogicalType.Binary(0)))
                .row(Long.MAX_VALUE, "😀", -1L, 1_000_001L, new byte[] {1, (byte) 0xFF})
                .row(41, "x", 1, 0, new byte[0])
                .row(1, null, 2, null, new byte[] {0})
                .then("fieldassign", """
                        {"fields": [{"name": "next", "expression": "n + 1"},
                          {"name": "length", "expression": "t == null ? 0 : t.size()"},
                          {"name": "same", "expression": "u"}, {"name": "later", "expression": "i"},
                          {"name": "bytes", "expression": "b + b'!'"},
                          {"name": "t", "expression": "t"},
                          {"name": "any", "expression": "row['n']", "type": "int64"}]}
                        """);
        assertThat(rows.run())
                .containsExactly(
                        "41|x|1|1970-01-01T00:00Z|\\x|42|1|1|1970-01-01T00:00Z|\\x21|41",
                        "1|NULL|2|NULL|\\x00|2|0|2|NULL|\\x0021|1");
        assertThat(rows.dirty).singleElement().asString().contains("overflow");
        assertThat(rows.output().column(7).type()).isEqualTo(new LogicalType.Int(64, false));
        assertThatThrownBy(() -> rows.then("fieldassign", """
                        {"fields": {"name": "any", "expression": "row['n']"}}
                        """)).hasMessageContaining("give the 'type'");
        assertThatThrownBy(() -> rows.then("fieldassign", """
                        {"fields": {"name": "list", "expression": "[1]"}}
                        """)).hasMessageContaining("no column can hold");
    }

    @Test
    void jsonPartsBecomeColumns() {
        Rows rows = Rows.texts(
                        "{\"a\": {\"b\": [1, {\"c\": \"x\\u00e9😀\"}]}, \"n\": 1.50, \"a/b\": true}",
                        " {\"a\": {\"b\": []}, \"n\": null} ",
                        "[5]",
                        null,
                        "",
                        "{\"a\": 1",
                        "{} {}",
                        "{\"n\": 1, \"n\": 2}",
                        "{\"n\": \"many\"}")
                .then("jsonparse", """
                        {"name": "t", "keep": false, "fields": [
                          {"path": "$.a.b[1].c", "name": "c"}, {"path": "/a/b", "name": "list"},
                          {"path": "$.n", "name": "n", "type": "decimal(10,2)"}, {"path": "/a~1b", "name": "slash"}]}
                        """);
        assertThat(rows.run())
                .containsExactly(
                        "xé😀|[1, {\"c\": \"x\\u00e9😀\"}]|1.50|true",
                        "NULL|[]|NULL|NULL",
                        "NULL|NULL|NULL|NULL",
                        "NULL|NULL|NULL|NULL",
                        "NULL|NULL|2.00|NULL");
        assertThat(rows.dirty).hasSize(4).anyMatch(line -> line.startsWith("n=many: VALUE_NOT_CONVERTIBLE"));
        assertThat(names(rows)).containsExactly("c", "list", "n", "slash");
    }

    @Test
    void aMissingJsonPartMayBeDirty() {
        Rows rows = Rows.texts("{\"a\": null}", "{\"b\": 1}").then("jsonparse", """
                        {"name": "t", "whenMissing": "dirty", "fields": {"path": "$['a']", "name": "a"}}
                        """);
        assertThat(rows.run()).containsExactly("{\"a\": null}|NULL");
        assertThat(rows.dirty)
                .containsExactly("t={\"b\": 1}: VALUE_NOT_CONVERTIBLE The JSON text has nothing at $['a']");
    }

    @Test
    void theWholeJsonTextIsAPartOfItself() {
        assertThat(Rows.texts(" [1] ").then("jsonparse", """
                        {"name": "t", "keep": false, "fields": [{"path": "$", "name": "all"}, {"path": "$[0]", "name": "one"}]}
                        """).run()).containsExactly("[1]|1");
    }
}
