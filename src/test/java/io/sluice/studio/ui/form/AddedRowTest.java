package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddedRowTest {
    /** What a dialog does not show of a described column stays, and so does how it is spelled. */
    @Test
    void anotherValueOfADescribedColumnTouchesNothingElse() {
        String column =
                "{\"value\": \"x\", /* ours */ \"type\": \"string\", \"ours\": [1.50]}, // last\n {\"index\": 3, \"ours\": true}";
        MappingTasks task = new MappingTasks(
                MappingTasks.script("txtfile", "[" + column + "]", "mysql", "\"column\": [\"a\", \"b\"]"));
        String before = task.document().text();
        SourceColumn constant = task.mapping().sources().getFirst();
        task.presenter.perform(
                new Gesture.Change(constant.id(), AddedRow.with((ConfigValue.Obj) constant.value(), "value", "y")));
        assertThat(task.document().text()).isEqualTo(before.replace("\"x\"", "\"y\""));
        SourceColumn field = task.mapping().sources().getLast();
        ConfigValue.Obj moved = AddedRow.typed(AddedRow.with((ConfigValue.Obj) field.value(), "index", "4"), "string");
        task.presenter.perform(new Gesture.Change(field.id(), moved));
        assertThat(task.document().text())
                .isEqualTo(before.replace("\"x\"", "\"y\"").replace("\"index\": 3", "\"index\": 4"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "abc,          'abc'",
                "'abc',        'abc'",
                "'it''s',      'it''s'",
                "'it's',       '''it''s'''",
                "'a' || 'b',   '''a'' || ''b'''",
                "',            ''''",
                "'''',         ''''",
                "-1.50,        -1.50",
                "NULL,         NULL",
            })
    void aConstantIsQuotedUnlessItIsOneAlready(String typed, String spelled) {
        assertThat(AddedRow.sqlConstant(typed)).isEqualTo(new ConfigValue.Text(spelled));
    }

    @Test
    void theLinesOfAnExpressionKeepTheirEnds() {
        ConfigValue row = new ConfigValue.Text("case\r\n\twhen a then 1\r\nend");
        assertThat(AddedRow.changed(row, "case\n\twhen a then 1\nend")).isSameAs(row);
        assertThat(AddedRow.changed(row, "case\n\twhen a then 1\n\twhen b then 2\nend"))
                .isEqualTo(new ConfigValue.Text("case\r\n\twhen a then 1\r\n\twhen b then 2\r\nend"));
        assertThat(AddedRow.sqlConstant("a\n'b'")).isEqualTo(new ConfigValue.Text("'a\n''b'''"));
        ConfigValue.Obj described = ConfigValue.Obj.EMPTY.with("value", "a\r\nb");
        assertThat(AddedRow.with(described, "value", "a\nb")).isSameAs(described);
    }

    @Test
    void aRowThatWasOnlyLookedAtStaysWhatItIs() {
        ConfigValue.Obj row = ConfigValue.Obj.EMPTY.with("name", "a");
        assertThat(AddedRow.changed(row, Values.brief(row))).isEqualTo(row);
        assertThat(AddedRow.changed(new ConfigValue.Num(1), "1")).isEqualTo(new ConfigValue.Num(1));
        assertThat(AddedRow.changed(new ConfigValue.Num(1), "2")).isEqualTo(new ConfigValue.Text("2"));
    }
}
