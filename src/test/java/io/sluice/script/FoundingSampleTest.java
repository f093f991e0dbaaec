package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The golden sample of the job script's specification, section 7.1, with the defects of section 7. */
class FoundingSampleTest {
    private static final String PASTED = text("founding-sample.json");

    private static final String REPAIRED = text("founding-sample-repaired.json");

    private final Catalog catalog = new SampleCatalog();

    @Test
    void isReadAsTheRepairedSample() {
        ScriptDocument formatted = ScriptDocument.parse(PASTED).format();
        assertThat(formatted.read(Path.ROOT))
                .isEqualTo(ScriptDocument.parse(REPAIRED).read(Path.ROOT));
    }

    @Test
    void isReportedLineByLine() {
        assertThat(ScriptDocument.parse(PASTED).problems(catalog))
                .extracting(
                        Problem::code,
                        problem -> problem.path().toString(),
                        problem -> problem.place().line())
                .containsExactly(
                        tuple("W102", "", 2),
                        tuple("W101", "steps", 4),
                        tuple("W102", "steps", 4),
                        tuple("W102", "steps[0]", 6),
                        tuple("W102", "steps[0].parameter.column", 9),
                        tuple("W102", "steps[0].parameter.connection[0].table", 18),
                        tuple("W103", "steps[1].parameter.partition", 33),
                        tuple("S030", "steps[1].parameter.table", 41),
                        tuple("W102", "steps", 45),
                        tuple("W102", "setting.errorLimit", 49));
    }

    @Test
    void isCleanAfterFormattingExceptForTheBlankTable() {
        assertThat(ScriptDocument.parse(PASTED).format().problems(catalog))
                .extracting(Problem::code)
                .filteredOn(code -> !code.equals("W102"))
                .containsExactly("S030");
    }

    @Test
    void isNotGuessedWhenBracesAreUnbalanced() {
        ScriptDocument tooMany = ScriptDocument.parse(PASTED.stripTrailing() + "\n}");
        assertThat(tooMany.problems(catalog))
                .filteredOn(Problem::isError)
                .extracting(
                        Problem::code,
                        problem -> problem.place().line(),
                        problem -> problem.place().column())
                .containsExactly(tuple("S001", 61, 1));
        ScriptDocument tooFew = ScriptDocument.parse(PASTED.substring(0, PASTED.indexOf("\"name\": \"Reader\"")));
        assertThat(tooFew.problems(catalog))
                .filteredOn(Problem::isError)
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(tuple("S001", 5));
    }

    @Test
    void runsAsATaskOnceItsTableIsNamed() {
        ScriptDocument document =
                ScriptDocument.parse(PASTED).with(Path.parse("steps[1].parameter.table"), new ConfigValue.Text("t"));
        assertThat(document.problems(catalog)).noneMatch(Problem::isError);
        SyncTask task = SyncTask.of(document).orElseThrow();
        assertThat(task.setting().dirtyPolicy()).isEqualTo(new Setting.DirtyPolicy.AtMost(1024));
        assertThat(task.reader().dataSources()).containsExactly("MySQL");
    }

    private static String text(String file) {
        try {
            return Files.readString(java.nio.file.Path.of("src/test/resources", file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
