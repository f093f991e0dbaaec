package io.sluice.run.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.run.RunPace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records and bytes per second of one run over time, drawn by frontend/throughput-chart.js. */
@Tag("sluice-throughput-chart")
@JsModule("context://sluice/throughput-chart.js")
final class ThroughputChart extends Component {
    private static final Duration APART = Duration.ofSeconds(5);

    private long retries;
    private boolean wasQuick;
    private Instant marked = Instant.EPOCH;

    ThroughputChart() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("title", getTranslation("run.throughput"));
        labels.put("rows", getTranslation("run.rows-per-second"));
        labels.put("time", getTranslation("run.time"));
        labels.put("none", getTranslation("run.throughput.none"));
        labels.put("quick", getTranslation("run.throughput.quick"));
        labels.put("tableHint", getTranslation("run.throughput.table"));
        getElement().callJsFunction("setLabels", labels);
    }

    void reset(List<ThroughputHistory.Sample> samples) {
        getElement().callJsFunction("reset", json(samples));
        retries = 0;
        marked = Instant.EPOCH;
        samples.forEach(this::markRetries);
    }

    /** Says in place of a curve that the run was over before there was one. */
    void quick(boolean quick) {
        if (quick != wasQuick) {
            wasQuick = quick;
            getElement().callJsFunction("setQuick", quick);
        }
    }

    void push(ThroughputHistory.Sample sample) {
        getElement().callJsFunction("push", json(List.of(sample)));
        markRetries(sample);
    }

    /** Marks that something was tried again; marks keep a distance, so that their words can be read. */
    private void markRetries(ThroughputHistory.Sample sample) {
        if (sample.retries() > retries && sample.time().isAfter(marked.plus(APART))) {
            marked = sample.time();
            mark(marked, getTranslation("run.event.retried"));
        }
        retries = sample.retries();
    }

    private void mark(Instant at, String word) {
        getElement().callJsFunction("event", (double) at.toEpochMilli(), word);
    }

    /** Marks a change of the run's pace. */
    void mark(RunPace.Change change) {
        String word = switch (change.what()) {
            case LIMITS -> getTranslation("run.event.limits");
            case CHANNELS -> getTranslation("run.event.channels", change.channels());
        };
        mark(change.at(), word);
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
