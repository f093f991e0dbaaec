package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.transform.TransformType;
import io.sluice.spi.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Templates and schema of the connectors that are really there. */
class ConnectorScriptsTest {
    private static final Catalog CATALOG = new ConnectorCatalog(connectors(), Map.of());

    private static List<Connector> connectors() {
        List<Connector> found = new ArrayList<>();
        ServiceLoader.load(Connector.class).forEach(found::add);
        return found;
    }

    static Stream<Arguments> pairs() {
        return CATALOG.steps().stream()
                .filter(step -> step.side() == Side.READER)
                .flatMap(reader -> CATALOG.steps().stream()
                        .filter(step -> step.side() == Side.WRITER)
                        .map(writer -> Arguments.of(reader.stepType(), writer.stepType())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void haveATemplateInWhichOnlyBlanksAreMissing(String reader, String writer) {
        ScriptDocument document = ScriptDocument.parse(TaskTemplate.of(reader, "", writer, "", CATALOG));
        assertThat(document.problems(CATALOG))
                .as(document.text())
                .filteredOn(Problem::isError)
                .allMatch(problem -> problem.code().equals("S030"));
        ScriptDocument switchedOn = ScriptDocument.parse(document.text().replace("// \"", "\""));
        assertThat(switchedOn.readable())
                .as(() -> switchedOn.syntaxProblems() + switchedOn.text())
                .isTrue();
        assertThat(switchedOn.problems(CATALOG))
                .noneMatch(problem -> problem.code().equals("S033"));
    }

    @Test
    void haveASchema() {
        JsonNode schema = new ObjectMapper().readTree(JsonSchema.of(CATALOG));
        assertThat(schema.at("/properties/steps/items/allOf").size())
                .isEqualTo(CATALOG.steps().size() + TransformType.values().length);
    }

    @Test
    void areAllDescribed() {
        assertThat(CATALOG.steps())
                .isNotEmpty()
                .allMatch(step -> step.parameters().fields().stream()
                        .noneMatch(field -> field.label().isBlank()));
    }
}
