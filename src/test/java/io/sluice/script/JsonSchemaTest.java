package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.transform.TransformType;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonSchemaTest {
    private final JsonNode schema = new ObjectMapper().readTree(JsonSchema.of(new SampleCatalog()));
    private final JsonNode step = schema.at("/properties/steps/items");

    @Test
    void offersStepTypesWithTheirAliases() {
        assertThat(texts(step.at("/properties/stepType/anyOf/0/enum")))
                .contains("mariadb", "mysql", "odps", "stream", "stringreplace", "filter")
                .isSorted();
    }

    @Test
    void describesTheParametersOfEachStep() {
        JsonNode rule = step.at("/allOf/0");
        assertThat(texts(rule.at("/if/properties/stepType/enum"))).containsExactly("mysql", "mariadb");
        assertThat(rule.at("/if/properties/category/const").asString()).isEqualTo("reader");
        JsonNode parameter = rule.at("/then/properties/parameter");
        assertThat(texts(parameter.at("/required"))).containsExactly("datasource", "column");
        assertThat(texts(parameter.at("/properties/datasource/anyOf/0/enum"))).containsExactly("MySQL", "shop");
        JsonNode timeout = parameter.at("/properties/socketTimeout");
        assertThat(timeout.at("/default").asInt()).isEqualTo(3_600_000);
        assertThat(timeout.at("/maximum").asInt()).isEqualTo(86_400_000);
        assertThat(timeout.at("/markdownDescription").asString())
                .isEqualTo("**Socket timeout**\n\nMilliseconds.\n\nDefault: `3600000`");
        assertThat(parameter
                        .at("/properties/connection/anyOf/0/items/properties/datasource")
                        .isObject())
                .isTrue();
    }

    @Test
    void offersWholeSteps() {
        JsonNode snippet = step.at("/defaultSnippets/0");
        assertThat(snippet.at("/label").asString()).isEqualTo("mysql reader");
        assertThat(snippet.at("/body").toString())
                .isEqualTo("{\"stepType\":\"mysql\",\"name\":\"Reader\",\"category\":\"reader\","
                        + "\"parameter\":{\"datasource\":\"\",\"table\":\"\",\"column\":[]}}");
    }

    @Test
    void describesStepsBetweenReaderAndWriter() {
        assertThat(texts(step.at("/properties/category/enum"))).contains("map");
        for (TransformType type : TransformType.values()) {
            JsonNode rule = rule(type.stepType());
            assertThat(rule.at("/if/properties/category/const").asString()).isEqualTo("map");
            assertThat(rule.at("/then/properties/parameter/properties").isEmpty())
                    .as(type.stepType())
                    .isFalse();
            assertThat(labels()).contains(type.stepType() + " map");
        }
        JsonNode filter = rule("filter").at("/then/properties/parameter/properties");
        assertThat(texts(filter.at("/operator/anyOf/0/enum")))
                .containsExactly("=", "!=", ">", ">=", "<", "<=", "like", "not like");
    }

    private JsonNode rule(String stepType) {
        return step.at("/allOf")
                .valueStream()
                .filter(rule -> texts(rule.at("/if/properties/stepType/enum")).contains(stepType))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        return step.at("/defaultSnippets")
                .valueStream()
                .map(snippet -> snippet.at("/label").asString())
                .toList();
    }

    @Test
    void describesChoices() {
        JsonNode mode = step.at("/allOf/1/then/properties/parameter/properties/writeMode/anyOf/0");
        assertThat(texts(mode.at("/enum"))).containsExactly("insert", "update", "nonConflict");
        assertThat(texts(mode.at("/enumDescriptions"))).startsWith("A row that is there already is dirty.", "Update");
    }

    @Test
    void describesSettings() {
        JsonNode setting = schema.at("/properties/setting/properties");
        assertThat(texts(setting.at("/errorLimit/properties/strategy/enum"))).contains("ZeroTolerance");
        assertThat(setting.at("/speed/properties/concurrent/maximum").asInt()).isEqualTo(32);
        assertThat(setting.at("/common/properties/column/properties/timeZone").isObject())
                .isTrue();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
