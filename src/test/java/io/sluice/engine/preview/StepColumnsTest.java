package io.sluice.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.engine.transform.TransformCheck;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepColumnsTest {
    private static final List<Column> SOURCE =
            List.of(new Column("id", LogicalType.Int.INT64), new Column("note", new LogicalType.Text(20)));

    private static StepColumns columns(String... maps) {
        ScriptDocument document = ScriptDocument.parse(Sampled.script(maps));
        return StepColumns.of(SOURCE, SyncTask.maps(document), ConversionRules.DEFAULT);
    }

    @Test
    void followsNamesAndTypesThroughTheSteps() {
        StepColumns columns = columns(
                Sampled.step(
                        "map",
                        "fieldassign",
                        "{\"fields\": [{\"name\": \"remark\", \"from\": \"note\"},"
                                + " {\"name\": \"twice\", \"expression\": \"id * 2\"}]}"),
                Sampled.step("map", "project", "{\"name\": [\"twice\", \"remark\"]}"));
        assertThat(columns.problem()).isNull();
        assertThat(columns.before().get(1)).extracting(Column::name).containsExactly("id", "remark", "twice");
        assertThat(columns.after()).extracting(Column::name).containsExactly("twice", "remark");
        assertThat(columns.after().getFirst().type()).isEqualTo(LogicalType.Int.INT64);
    }

    @Test
    void endsBeforeAStepThatDoesNotFit() {
        StepColumns columns = columns(
                Sampled.step("map", "project", "{\"name\": [\"id\"]}"),
                Sampled.step("map", "mask", "{\"name\": [\"note\"]}"),
                Sampled.step("map", "mask", "{\"name\": [\"id\"]}"));
        assertThat(columns.before()).hasSize(2);
        assertThat(columns.after()).extracting(Column::name).containsExactly("id");
        assertThat(columns.problem()).contains("note");
    }

    @Test
    void anExpressionThatCannotBeReadIsAProblemOfTheScript() {
        ScriptDocument document = ScriptDocument.parse(
                Sampled.script(
                        Sampled.step("map", "filter", "{\"expression\": \"id >\"}"),
                        Sampled.step(
                                "map",
                                "fieldassign",
                                "{\"fields\": [{\"name\": \"x\", \"value\": \"1\"}, {\"name\": \"y\", \"expression\": \"(\"}]}")));
        List<Problem> problems = document.problems(new ConnectorCatalog(List.of(), Map.of(), TransformCheck::problems));
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("S037"))
                .extracting(problem -> problem.path().toString())
                .containsExactly("steps[0].parameter.expression", "steps[1].parameter.fields[1].expression");
        assertThat(columns(Sampled.step("map", "filter", "{\"expression\": \"id >\"}"))
                        .problem())
                .isEmpty();
    }
}
