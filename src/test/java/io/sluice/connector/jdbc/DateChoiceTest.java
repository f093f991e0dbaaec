package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateChoiceTest {
    private static List<ConfigProblem> problems(DateChoice choice, String infinity, String minusInfinity) {
        return choice.problems(
                "infiniteDate",
                List.of(
                        new DateChoice.Given("infinity", infinity),
                        new DateChoice.Given("minusInfinity", minusInfinity)));
    }

    @Test
    void oneDateIsEnoughToReplaceBy() {
        assertThat(problems(DateChoice.REPLACE, "9999-12-31", "")).isEmpty();
        assertThat(problems(DateChoice.REPLACE, "", "0001-01-01")).isEmpty();
        assertThat(problems(DateChoice.DIRTY, "", "")).isEmpty();
        assertThat(problems(DateChoice.CONVERT_TO_NULL, "", "")).isEmpty();
    }

    @Test
    void replacingNeedsADate() {
        assertThat(problems(DateChoice.REPLACE, "", "")).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("unrepresentable.infinity");
            assertThat(problem.kind()).isEqualTo(ConfigProblem.Kind.MISSING);
        });
    }

    @Test
    void aDateThatIsNotUsedIsAContradiction() {
        assertThat(problems(DateChoice.CONVERT_TO_NULL, "9999-12-31", ""))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("unrepresentable.infiniteDate");
                    assertThat(problem.kind()).isEqualTo(ConfigProblem.Kind.CONTRADICTION);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "31.12.9999", "+10000-01-01", "0000-01-01", "-0001-01-01", "2024-1-1", "now"})
    void whatIsNoDateIsRefusedAtItsPlace(String text) {
        assertThat(problems(DateChoice.REPLACE, "9999-12-31", text))
                .singleElement()
                .extracting(ConfigProblem::path)
                .isEqualTo("unrepresentable.minusInfinity");
    }
}
