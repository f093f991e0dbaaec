package io.sluice.engine.preview;

import io.sluice.engine.Connectors;
import io.sluice.engine.JobFactory;
import io.sluice.engine.NamedSource;
import io.sluice.engine.SampleJob;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.FileRoots;
import io.sluice.spi.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Looks at the data of scripts with real connectors. */
final class Sampled {
    private final Map<String, NamedSource> sources = new ConcurrentHashMap<>();

    Sampled with(String name, String type, ConfigValue.Obj settings) {
        sources.put(name, new NamedSource(name, type, settings));
        return this;
    }

    /** A script of these steps, each as its {@code stepType}, its category and its parameters. */
    static String script(String... steps) {
        return "{\"type\": \"job\", \"version\": \"2.0\", \"steps\": [" + String.join(",\n", steps) + "]}";
    }

    static String step(String category, String stepType, String parameter) {
        return "{\"category\": \"%s\", \"stepType\": \"%s\", \"name\": \"%s\", \"parameter\": %s}"
                .formatted(category, stepType, stepType + " " + category, parameter);
    }

    SampleJob job(String script) {
        ScriptDocument document = ScriptDocument.parse(script);
        JobFactory factory = new JobFactory(
                Connectors.load(), name -> Optional.ofNullable(sources.get(name)), FileRoots.unrestricted());
        Optional<SyncTask.Step> writer =
                SyncTask.steps(document, Side.WRITER).stream().findFirst();
        JobFactory.Sampled prepared = factory.sample(
                SyncTask.steps(document, Side.READER).getFirst(),
                SyncTask.maps(document),
                writer,
                Setting.of(document));
        if (prepared instanceof JobFactory.Sampled.Ready ready) {
            return ready.job();
        }
        throw new AssertionError(prepared);
    }

    Taken<Sample> take(String script, SampleRequest request) throws Exception {
        Sampling<Sample> sampling = Sampling.preview(job(script), request);
        Taken<Sample> taken = sampling.result().get(60, TimeUnit.SECONDS);
        sampling.ended().get(60, TimeUnit.SECONDS);
        return taken;
    }

    /** What comes of 50 rows, all the way to the target. */
    Sample sample(String script) throws Exception {
        return done(take(script, new SampleRequest(Scope.TARGET, 50)));
    }

    DataProfile profile(String script, int rows) throws Exception {
        Sampling<DataProfile> sampling = Sampling.profile(job(script), new SampleRequest(Scope.TARGET, rows));
        return done(sampling.result().get(60, TimeUnit.SECONDS));
    }

    static <T> T done(Taken<T> taken) {
        if (taken instanceof Taken.Done<T> done) {
            return done.value();
        }
        throw new AssertionError(taken);
    }

    /** The values of a row as a person tells them apart. */
    static List<String> texts(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.text() == null ? "∅" : cell.text())
                .toList();
    }
}
