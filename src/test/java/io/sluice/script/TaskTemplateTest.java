package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.config.ConfigValue;
import org.junit.jupiter.api.Test;

class TaskTemplateTest {
    private final Catalog catalog = new SampleCatalog();

    @Test
    void leavesOnlyRequiredParametersOpen() {
        ScriptDocument document = ScriptDocument.parse(TaskTemplate.of("mysql", "shop", "odps", "odps_first", catalog));
        assertThat(document.problems(catalog))
                .filteredOn(problem -> problem.level() != Problem.Level.HINT)
                .extracting(problem -> problem.code() + " " + problem.path())
                .containsExactly(
                        "S030 steps[0].parameter.column",
                        "S030 steps[1].parameter.table",
                        "S030 steps[1].parameter.column");
        assertThat(document.read(Path.parse("steps[0].parameter.datasource"))).contains(new ConfigValue.Text("shop"));
        assertThat(document.read(Path.parse("setting.errorLimit.strategy")))
                .contains(new ConfigValue.Text("ZeroTolerance"));
    }

    @Test
    void showsTheOtherParametersAsComments() {
        String text = TaskTemplate.of("mysql", "", "stream", "", catalog);
        assertThat(text)
                .contains("        \"table\": \"\", // The table to read, for example orders\n")
                .contains("        // \"where\": \"\", // Filter\n")
                .contains("        // \"socketTimeout\": 3600000, // Milliseconds\n")
                .contains("        // \"print\": false, // Print\n");
    }

    @Test
    void canBeSwitchedOnLineByLine() {
        String text =
                TaskTemplate.of("mysql", "shop", "odps", "odps_first", catalog).replace("// \"", "\"");
        ScriptDocument document = ScriptDocument.parse(text);
        assertThat(document.readable())
                .as(() -> document.syntaxProblems().toString())
                .isTrue();
        assertThat(document.format().syntaxProblems())
                .allMatch(problem -> problem.code().equals("W102"));
    }

    @Test
    void escapesNamesAndRefusesUnknownTypes() {
        ScriptDocument document = ScriptDocument.parse(TaskTemplate.of("mysql", "a \"b\" %s", "stream", "", catalog));
        assertThat(document.read(Path.parse("steps[0].parameter.datasource")))
                .contains(new ConfigValue.Text("a \"b\" %s"));
        assertThatThrownBy(() -> TaskTemplate.of("odps", "", "stream", "", catalog))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
