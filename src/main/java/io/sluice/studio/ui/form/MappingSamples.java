package io.sluice.studio.ui.form;

import com.vaadin.flow.component.UI;
import io.sluice.engine.preview.Cell;
import io.sluice.engine.preview.DataProfile;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.Sampling;
import io.sluice.engine.preview.Taken;
import io.sluice.run.SampleOrder;
import io.sluice.run.SampleService;
import io.sluice.run.SampleStart;
import io.sluice.run.StartProblem;
import io.sluice.run.ui.Texts;
import io.sluice.script.ListItem;
import io.sluice.script.Path;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.Arrivals;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the data behind a mapping. One profile is under way at a time. */
final class MappingSamples {
    private static final int PROFILED = 10_000;
    private static final int TRIED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SampleService samples;
    private final Member member;
    private final Texts texts;
    private @Nullable Sampling<DataProfile> profiling;

    MappingSamples(SampleService samples, Member member, Texts texts) {
        this.samples = samples;
        this.member = member;
        this.texts = texts;
    }

    boolean profiling() {
        return profiling != null;
    }

    /**
     * Counts over the first rows what would be dirty.
     *
     * @param done hears the profile, or nothing when there is none
     * @param failed hears why there is none
     */
    void profile(FormTask task, Consumer<Optional<DataProfile>> done, Consumer<String> failed) {
        SampleRequest request = new SampleRequest(SampleRequest.Scope.TARGET, PROFILED).within(PATIENCE);
        begin(samples.profile(member, order(task.id(), task.document().text(), request)), failed, sampling -> {
            profiling = sampling;
            Arrivals.of(UI.getCurrent(), sampling.result(), taken -> {
                if (sampling == profiling) {
                    profiling = null;
                    done.accept(value(taken, failed));
                }
            });
        });
    }

    /** Ends the profile that is under way. */
    void stop() {
        Sampling<DataProfile> running = profiling;
        profiling = null;
        if (running != null) {
            running.cancel();
        }
    }

    /** Says which values a row of the reader gives on the first rows. */
    void tryOut(FormTask task, Path readerList, ConfigValue row, Consumer<String> said) {
        String text = task.document()
                .rearranged(readerList, List.of(new ListItem.Added(row)))
                .text();
        SampleRequest request = new SampleRequest(SampleRequest.Scope.SOURCE, TRIED);
        begin(
                samples.preview(member, order(task.id(), text, request)),
                said,
                sampling -> Arrivals.of(
                        UI.getCurrent(),
                        sampling.result(),
                        taken -> value(taken, said).map(this::values).ifPresent(said)));
    }

    private String values(Sample sample) {
        String type =
                sample.columns().isEmpty() ? "" : TypeWords.of(sample.columns().getFirst());
        String values = sample.rows().stream()
                .filter(row -> !row.isEmpty())
                .map(row -> words(row.getFirst()))
                .collect(Collectors.joining(", "));
        return sample.rows().isEmpty()
                ? texts.translate("mapping.try.none", type)
                : texts.translate("mapping.try.values", type, values);
    }

    private static String words(Cell cell) {
        String text = cell.text();
        return text == null ? "NULL" : Values.oneLine(text) + (cell.cut() ? "…" : "");
    }

    private static SampleOrder order(UUID task, String text, SampleRequest request) {
        return new SampleOrder(task, text, Map.of(), request);
    }

    private <T> void begin(SampleStart<T> start, Consumer<String> failed, Consumer<Sampling<T>> started) {
        switch (start) {
            case SampleStart.Started<T>(Sampling<T> sampling) -> started.accept(sampling);
            case SampleStart.Invalid<T>(List<StartProblem> problems) ->
                failed.accept(problems.stream()
                        .map(problem -> Sentences.translated(problem.said()))
                        .collect(Collectors.joining(" ")));
            case SampleStart.MissingParameters<T>(List<String> names) ->
                failed.accept(texts.translate("mapping.try.parameters", String.join(", ", names)));
            case SampleStart.TooMany<T> ignored -> failed.accept(texts.translate("mapping.try.many"));
        }
    }

    private <T> Optional<T> value(Taken<T> taken, Consumer<String> failed) {
        switch (taken) {
            case Taken.Done<T>(T value) -> {
                return Optional.of(value);
            }
            case Taken.Failed<T> failure -> failed.accept(Sentences.translated(failure.message()));
            case Taken.TimedOut<T>(Duration limit) ->
                failed.accept(texts.translate("mapping.try.late", limit.toSeconds()));
            case Taken.Cancelled<T> ignored -> {}
        }
        return Optional.empty();
    }
}
