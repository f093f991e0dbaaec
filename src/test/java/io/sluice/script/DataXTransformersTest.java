package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.Bound;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataXTransformersTest {
    private static final String DATAX = """
            {"job": {"content": [{
              "reader": {"name": "streamreader", "parameter": {"column": [{"type": "string", "value": "x"}], "sliceRecordCount": 3}},
              "transformer": [%s],
              "writer": {"name": "streamwriter", "parameter": {"print": false}}}],
             "setting": {"speed": {"channel": 1}, "errorLimit": {"record": 0}}}}
            """;
    private static final Path TRANSFORMER = Path.parse("job.content[0].transformer");

    private static SyncTask task(ImportedJob job) {
        return SyncTask.of(job.document()).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"dx_substr\", \"parameter\": {\"columnIndex\": 1, \"paras\": [\"2\", \"5\"]}}",
                "{\"name\": \"dx_pad\", \"parameter\": {\"columnIndex\": 2, \"paras\": [\"l\", \"8\", \"0\"]}}",
                "{\"name\": \"dx_pad\", \"parameter\": {\"columnIndex\": 2, \"paras\": [\"r\", \"8\", \"ab\"]}}",
                "{\"name\": \"dx_replace\", \"parameter\": {\"columnIndex\": 0, \"paras\": [\"3\", \"4\", \"****\"]}}",
                "{\"name\": \"dx_filter\", \"parameter\": {\"columnIndex\": 0, \"paras\": [\"not like\", \"a.*\"]}}",
                "{\"name\": \"dx_filter\", \"parameter\": {\"columnIndex\": 0, \"paras\": [\">=\", \"10\"]}}",
                "{\"name\": \"dx_digest\", \"parameter\": {\"columnIndex\": 4, \"paras\": [\"md5\", \"toUpperCase\"]}}",
                "{\"name\": \"dx_digest\", \"parameter\": {\"columnIndex\": 4, \"paras\": [\"sha1\", \"toLowerCase\"]}}"
            })
    void goToStepsAndBackUnchanged(String transformer) {
        String text = DATAX.formatted(transformer);
        ImportedJob job = JobDialects.read(text);
        assertThat(job.document().problems(new SampleCatalog()))
                .filteredOn(Problem::isError)
                .as(job.document().text())
                .noneMatch(problem -> problem.path().toString().startsWith("steps[1]"));
        ExportedJob back =
                JobDialects.writeDataX(job.document(), name -> Optional.empty()).orElseThrow();
        assertThat(ScriptDocument.parse(back.text()).read(TRANSFORMER))
                .isEqualTo(ScriptDocument.parse(text).read(TRANSFORMER));
        assertThat(back.notes()).anyMatch(note -> note.from().equals("steps[1]") && note.kind() == Note.Kind.MAPPED);
        assertThat(JobDialects.read(back.text()).document()).isEqualTo(job.document());
    }

    @Test
    void bindToTypedParameters() {
        ImportedJob job = JobDialects.read(DATAX.formatted(
                "{\"name\": \"dx_pad\", \"parameter\": {\"columnIndex\": 2, \"paras\": [\"l\", \"8\", \"0\"]}}"));
        Step step = task(job).maps().getFirst();
        assertThat(step.stepType()).isEqualTo("pad");
        Bound<?> bound = TransformType.of("PAD").orElseThrow().parameters().bind(step.parameter());
        assertThat(bound).isInstanceOf(Bound.Valid.class);
        assertThat(bound.toString()).contains("side=LEFT", "length=8", "padString=0", "nullAsEmpty=true");
    }

    @Test
    void codeIsRefusedWithAReason() {
        String groovy =
                "{\"name\": \"dx_groovy\", \"parameter\": {\"code\": \"return record;\", \"extraPackage\": []}}";
        ImportedJob job = JobDialects.read(DATAX.formatted(groovy));
        assertThat(job.notes())
                .anyMatch(note -> note.kind() == Note.Kind.UNSUPPORTED
                        && note.message().contains("dx_groovy runs arbitrary code"));
        assertThat(job.document().problems(new SampleCatalog()))
                .filteredOn(problem -> problem.code().equals("S011"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("arbitrary code", "filter or fieldassign");
                    assertThat(problem.path()).hasToString("steps[1].stepType");
                });
        ExportedJob back =
                JobDialects.writeDataX(job.document(), name -> Optional.empty()).orElseThrow();
        assertThat(ScriptDocument.parse(back.text()).read(TRANSFORMER))
                .isEqualTo(ScriptDocument.parse(DATAX.formatted(groovy)).read(TRANSFORMER));
    }

    @Test
    void whatDataXLacksIsLeftOutWithANote() {
        String text = MapStepsTest.mapped("""
                {"stepType": "mask", "category": "map", "name": "Hide", "parameter": {"columnIndex": 0}},
                {"stepType": "digest", "category": "map", "name": "Hash", "parameter": {"columnIndex": 0}},
                {"stepType": "pad", "category": "map", "name": "Pad", "parameter":
                  {"columnIndex": [0, 1], "length": 3, "nullAsEmpty": true}}
                """);
        ExportedJob exported = JobDialects.writeDataX(ScriptDocument.parse(text), name -> Optional.empty())
                .orElseThrow();
        assertThat(exported.notes())
                .filteredOn(note -> note.kind() == Note.Kind.UNSUPPORTED)
                .extracting(Note::from)
                .contains("steps[1]", "steps[2]")
                .doesNotContain("steps[3]");
        assertThat(ScriptDocument.parse(exported.text())
                        .read(TRANSFORMER.child(1).child("parameter")))
                .isEqualTo(ScriptDocument.parse(
                                "{\"columnIndex\": 1, \"paras\": [\"left\", \"3\", \" \"]}".replace("left", "l"))
                        .read(Path.ROOT));
    }
}
