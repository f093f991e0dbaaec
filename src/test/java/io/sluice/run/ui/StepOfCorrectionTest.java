package io.sluice.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.transform.TransformCheck;
import io.sluice.run.Correction;
import io.sluice.run.ui.StepOfCorrection.Reaching;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.MapSteps;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Corrections of dirty records that become a step of the script. */
class StepOfCorrectionTest {
    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "stream", "name": "Reader", "category": "reader", "parameter": {}}, // from
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private static ScriptDocument kept(Correction correction, Reaching column) {
        StepOfCorrection step = StepOfCorrection.of(correction, column).orElseThrow();
        return MapSteps.add(ScriptDocument.parse(TASK), step.type(), step.parameter());
    }

    private static void isFreeOfProblems(ScriptDocument document) {
        assertThat(document.problems(new ConnectorCatalog(List.of(), Map.of(), TransformCheck::problems)))
                .filteredOn(problem -> problem.path().toString().startsWith("steps[2]"))
                .extracting(Problem::code)
                .isEmpty();
    }

    @Test
    void aCutIsASubstringBeforeTheWriter() {
        ScriptDocument document = kept(new Correction.Cut(255), new Reaching("note", 3));
        isFreeOfProblems(document);
        assertThat(document.text())
                .contains("// from", "\"stepType\": \"substring\"", "[\"note\"]", "\"length\": 255")
                .contains("{\"from\": \"Substring\", \"to\": \"Writer\"}");
    }

    @Test
    void replacingAndTrimmingReplaceText() {
        ScriptDocument replaced = kept(new Correction.Replace("\u0000", ""), new Reaching(null, 4));
        isFreeOfProblems(replaced);
        assertThat(replaced.text()).contains("\"columnIndex\": 4").doesNotContain("\"name\": null");
        isFreeOfProblems(kept(new Correction.Trim(), new Reaching("note", 0)));
    }

    @Test
    void aValueForTheseRecordsIsNoStep() {
        assertThat(StepOfCorrection.of(new Correction.Value("x"), new Reaching("note", 0)))
                .isEmpty();
        assertThat(StepOfCorrection.of(new Correction.Proposed(), new Reaching("note", 0)))
                .isEmpty();
    }
}
