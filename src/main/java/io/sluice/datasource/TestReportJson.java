package io.sluice.datasource;

import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.LayerKind;
import io.sluice.spi.SupportsConnectionTest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports of connection tests as the JSON text that is stored. */
final class TestReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestReportJson() {}

    static String write(TestReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("at", report.at().toString()).put("by", report.by()).put("millis", report.millis());
        ArrayNode layers = node.putArray("layers");
        for (Layer layer : report.layers()) {
            layers.addObject()
                    .put("kind", layer.kind().name())
                    .put("state", layer.state().name())
                    .put("nanos", layer.took().toNanos())
                    .put("message", layer.message())
                    .put("advice", layer.advice());
        }
        return JSON.writeValueAsString(node);
    }

    static TestReport read(String json) {
        JsonNode node = JSON.readTree(json);
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : node.path("layers")) {
            layers.add(new Layer(
                    LayerKind.valueOf(layer.path("kind").asString()),
                    State.valueOf(layer.path("state").asString()),
                    Duration.ofNanos(layer.path("nanos").asLong()),
                    layer.path("message").asString(),
                    layer.path("advice").asString()));
        }
        return new TestReport(
                Instant.parse(node.path("at").asString()),
                node.path("by").asString(),
                node.path("millis").asLong(),
                layers);
    }
}
