package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final String TASK = """
            {
              "where": "d >= '${bizdate}' and d < '${end_day}' or d = '${bizdate}'", // not ${comment}
              "path": "in/${bdp.system.cyctime}/${7*7}/${}/$name/{x}.csv"
            }
            """;

    @Test
    void namesParametersInOrderOfAppearance() {
        assertThat(Parameters.names(ScriptDocument.parse(TASK)))
                .containsExactly("bizdate", "end_day", Parameters.CYCTIME);
    }

    @Test
    void tellsWhereTheyStand() {
        Parameters.Use use = Parameters.uses(ScriptDocument.parse(TASK)).get(1);
        assertThat(use).isEqualTo(new Parameters.Use("end_day", Path.of("where"), new Place(2, 40, 2, 50)));
    }

    @Test
    void putsValuesIntoTextsAndKeepsTheirQuotes() {
        String value = "x\" or 'y\\' = ${end_day}";
        ScriptDocument applied = Parameters.apply(ScriptDocument.parse(TASK), Map.of("bizdate", value, "unused", "1"));
        assertThat(applied.readable()).isTrue();
        assertThat(applied.read(Path.of("where")))
                .contains(new ConfigValue.Text("d >= '" + value + "' and d < '${end_day}' or d = '" + value + "'"));
        assertThat(applied.text()).contains("// not ${comment}");
    }

    @Test
    void neverEvaluatesAnything() {
        String text = "{\"a\": \"${7*7} #{T(java.lang.Runtime)} {{7*7}} ${name:-x} ${env.HOME}\"}";
        ScriptDocument document = ScriptDocument.parse(text);
        assertThat(Parameters.names(document)).isEmpty();
        assertThat(Parameters.apply(document, Map.of("7*7", "49", "env.HOME", "x")))
                .isSameAs(document);
    }
}
