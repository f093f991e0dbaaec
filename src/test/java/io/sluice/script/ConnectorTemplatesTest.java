package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Connectors;
import io.sluice.spi.Connector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The template of every pair of connectors that the product has. */
class ConnectorTemplatesTest {
    private static final Connectors CONNECTORS = Connectors.load();
    private static final Catalog CATALOG = new ConnectorCatalog(CONNECTORS.all(), sources());

    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        CONNECTORS.all().stream()
                .filter(connector -> connector.dataSource().isPresent())
                .forEach(connector -> sources.put(connector.id() + "_1", connector.id()));
        return sources;
    }

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Connector reader : CONNECTORS.all()) {
            for (Connector writer : CONNECTORS.all()) {
                if (reader.reader().isPresent() && writer.writer().isPresent()) {
                    pairs.add(Arguments.of(reader.id(), writer.id()));
                }
            }
        }
        return pairs;
    }

    private static String source(String type) {
        return CATALOG.dataSourceType(type + "_1").isPresent() ? type + "_1" : "";
    }

    @Test
    void thereArePairs() {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isASkeletonInWhichOnlyRequiredParametersAreOpen(String reader, String writer) {
        String text = TaskTemplate.of(reader, source(reader), writer, source(writer), CATALOG);
        ScriptDocument document = ScriptDocument.parse(text);
        assertThat(document.readable()).isTrue();
        assertThat(document.problems(CATALOG))
                .filteredOn(Problem::isError)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("S030"));
        SyncTask task = SyncTask.of(document).orElseThrow();
        assertThat(task.reader().stepType()).isEqualTo(reader);
        assertThat(task.writer().stepType()).isEqualTo(writer);
        assertThat(text).contains("// ");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyCommentedLineCanBeSwitchedOn(String reader, String writer) {
        String text = TaskTemplate.of(reader, source(reader), writer, source(writer), CATALOG);
        ScriptDocument document = ScriptDocument.parse(text.replace("// \"", "\""));
        assertThat(document.readable())
                .as(() -> document.syntaxProblems().toString())
                .isTrue();
        assertThat(document.problems(CATALOG)).extracting(Problem::code).doesNotContain("S033", "S011", "S010", "S001");
    }
}
