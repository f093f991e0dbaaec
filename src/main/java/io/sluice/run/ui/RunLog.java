package io.sluice.run.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.run.LogLine;
import io.sluice.run.RunView;
import io.sluice.ui.Sentences;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The log of one run, drawn by frontend/run-log.js. */
@Tag("sluice-run-log")
@JsModule("context://sluice/run-log.js")
final class RunLog extends Component {
    /** Where the lines of a run come from. */
    interface Source {
        /** Lines after the given one, in order; none at the end. */
        List<LogLine> after(UUID run, long sequence, int limit);
    }

    private static final int PAGE = 5000;

    private final Source source;

    RunLog(Source source) {
        this.source = source;
        setLabels();
    }

    /** Empties the log for a run: lines of an ended one are fetched, lines of a live one are pushed. */
    void show(RunView run) {
        getElement()
                .callJsFunction(
                        "reset",
                        run.id().toString(),
                        run.taskName() + "-" + run.number(),
                        run.state().ended());
    }

    /** Adds lines of a live run. */
    void push(UUID run, List<LogLine> lines) {
        getElement().callJsFunction("push", run.toString(), json(lines));
    }

    /** The next lines of an ended run, asked for by the browser. */
    @ClientCallable
    String more(String run, String after) {
        return json(source.after(UUID.fromString(run), Long.parseLong(after), PAGE));
    }

    private void setLabels() {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        Map.ofEntries(
                        Map.entry("debug", getTranslation("log.level.debug")),
                        Map.entry("info", getTranslation("log.level.info")),
                        Map.entry("warn", getTranslation("log.level.warn")),
                        Map.entry("error", getTranslation("log.level.error")),
                        Map.entry("level", getTranslation("log.level")),
                        Map.entry("find", getTranslation("log.find")),
                        Map.entry("log", getTranslation("log.title")),
                        Map.entry("wrap", getTranslation("log.wrap")),
                        Map.entry("copy", getTranslation("log.copy")),
                        Map.entry("download", getTranslation("log.download")),
                        Map.entry("follow", getTranslation("log.follow")),
                        Map.entry("lines", getTranslation("log.lines")),
                        Map.entry("linesOf", getTranslation("log.lines-of")),
                        Map.entry("matches", getTranslation("log.matches")))
                .forEach(labels::put);
        getElement().callJsFunction("setLabels", labels);
    }

    /** Lines that go on with the one before stay set in. */
    private static String words(String line) {
        String text = line.stripLeading();
        return line.substring(0, line.length() - text.length()) + Sentences.translated(text);
    }

    private static String json(List<LogLine> lines) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (LogLine line : lines) {
            list.addObject()
                    .put("sequence", line.sequence())
                    .put("time", line.time().toEpochMilli())
                    .put("level", line.level().name())
                    .put("source", line.source())
                    .put("text", words(line.text()));
        }
        return list.toString();
    }
}
