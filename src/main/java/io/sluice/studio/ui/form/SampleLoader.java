package io.sluice.studio.ui.form;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.sluice.engine.preview.Extent;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.Sampling;
import io.sluice.engine.preview.Taken;
import io.sluice.run.SampleOrder;
import io.sluice.run.SampleService;
import io.sluice.run.SampleStart;
import io.sluice.run.StartProblem;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Loads sample rows for one screen, one look at a time; a newer one ends the one before it. */
final class SampleLoader {
    private static final Duration CALM = Duration.ofMillis(500);

    /** Not the pool that all share: a look asks the store before it begins. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("sample-soon").start(task);

    private final SampleService samples;
    private final Member member;
    private final SampleRequest request;
    private final Consumer<SampleState> watcher;
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable Sampling<Sample> current;
    private long turn;

    /** @param watcher hears every state in the screen's own turn */
    SampleLoader(SampleService samples, Member member, SampleRequest request, Consumer<SampleState> watcher) {
        this.samples = samples;
        this.member = member;
        this.request = request;
        this.watcher = watcher;
    }

    /** Keeps values for parameters of the script; the next look uses them. */
    void parameters(Map<String, String> values) {
        parameters.putAll(values);
    }

    /** Forgets the values; another script has other parameters. */
    void forgetParameters() {
        parameters.clear();
    }

    /** Loads after a moment in which nothing else was wanted, for text that is being typed. */
    void loadSoon(UI screen, UUID task, String text) {
        long mine = ++turn;
        CompletableFuture.delayedExecutor(CALM.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(() -> access(screen, () -> {
                    if (mine == turn) {
                        load(screen, task, text);
                    }
                }));
    }

    void load(UI screen, UUID task, String text) {
        end();
        long mine = ++turn;
        watcher.accept(new SampleState.Loading());
        try {
            switch (samples.preview(member, new SampleOrder(task, text, parameters, request))) {
                case SampleStart.Started<Sample> started -> follow(screen, started.sampling(), mine);
                case SampleStart.MissingParameters<Sample> missing ->
                    watcher.accept(new SampleState.Missing(missing.names()));
                case SampleStart.Invalid<Sample> invalid ->
                    watcher.accept(invalid(invalid.problems().getFirst()));
                case SampleStart.TooMany<Sample> ignored ->
                    watcher.accept(new SampleState.Problem(
                            translate("sample.too-many"), "", "", translate("sample.too-many.advice")));
            }
        } catch (PermissionDeniedException denied) {
            watcher.accept(new SampleState.Problem(
                    translate("sample.denied"), "", Sentences.translated(String.valueOf(denied.getMessage())), ""));
        }
    }

    private static SampleState invalid(StartProblem problem) {
        return new SampleState.Problem(
                translate("sample.invalid"), problem.code(), Sentences.translated(problem.said()), "");
    }

    private void follow(UI screen, Sampling<Sample> sampling, long mine) {
        current = sampling;
        var unused = sampling.result()
                .thenAccept(taken -> access(screen, () -> {
                    if (mine == turn) {
                        current = null;
                        watcher.accept(state(taken));
                    }
                }));
    }

    private static SampleState state(Taken<Sample> taken) {
        return switch (taken) {
            case Taken.Done<Sample> done -> new SampleState.Shown(done.value(), Instant.now());
            case Taken.Failed<Sample> failed ->
                new SampleState.Problem(
                        translate("sample.failed", failed.step()),
                        failed.code().name(),
                        Sentences.translated(failed.message()),
                        Sentences.translated(failed.code().advice()));
            case Taken.Cancelled<Sample> ignored -> new SampleState.Idle();
            case Taken.TimedOut<Sample> late ->
                new SampleState.Problem(
                        translate("sample.timed-out", late.limit().toSeconds()),
                        "",
                        "",
                        translate("sample.timed-out.advice"));
        };
    }

    /** Ends the look that is under way, if there is one. */
    void cancel() {
        end();
        turn++;
        watcher.accept(new SampleState.Idle());
    }

    /** Ends it without telling anybody, because nobody looks any more. */
    void end() {
        Sampling<Sample> running = current;
        current = null;
        if (running != null) {
            running.cancel();
        }
    }

    private static void access(UI screen, Runnable work) {
        try {
            screen.access(work::run);
        } catch (UIDetachedException gone) {
            // Nobody looks any more; the look has its own limit of time.
        }
    }

    /** How many rows there are, in words. */
    static String extent(Extent extent) {
        String rows = translate(extent.more() ? "sample.rows.first" : "sample.rows.all", extent.rows());
        String late = extent.outOfTime() ? " · " + translate("sample.rows.late") : "";
        return rows
                + late
                + (extent.unreadable() == 0 ? "" : " · " + translate("sample.rows.unreadable", extent.unreadable()));
    }
}
