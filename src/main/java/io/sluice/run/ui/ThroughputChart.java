package io.sluice.run.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.run.RunPace;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records and bytes per second of one run over time, drawn by frontend/throughput-chart.js. */
@Tag("sluice-throughput-chart")
@JsModule("context://sluice/throughput-chart.js")
final class ThroughputChart extends Component {
    ThroughputChart() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("title", getTranslation("run.throughput"));
        labels.put("rows", getTranslation("run.rows-per-second"));
        labels.put("time", getTranslation("run.time"));
        labels.put("none", getTranslation("run.throughput.none"));
        labels.put("tableHint", getTranslation("run.throughput.table"));
        getElement().callJsFunction("setLabels", labels);
    }

    void reset(List<ThroughputHistory.Sample> samples) {
        getElement().callJsFunction("reset", json(samples));
    }

    void push(ThroughputHistory.Sample sample) {
        getElement().callJsFunction("push", json(List.of(sample)));
    }

    /** Marks a change of the run's pace. */
    void mark(RunPace.Change change) {
        String word = switch (change.what()) {
            case LIMITS -> getTranslation("run.event.limits");
            case CHANNELS -> getTranslation("run.event.channels", change.channels());
        };
        getElement().callJsFunction("event", (double) change.at().toEpochMilli(), word);
    }

    private static String json(List<ThroughputHistory.Sample> samples) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ThroughputHistory.Sample sample : samples) {
            list.addArray()
                    .add(sample.time().toEpochMilli())
                    .add(sample.recordsPerSecond())
                    .add(sample.bytesPerSecond());
        }
        return list.toString();
    }
}
