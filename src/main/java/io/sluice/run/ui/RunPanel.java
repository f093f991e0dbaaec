package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.space;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.sluice.engine.DryCheck;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.run.DifferenceService;
import io.sluice.run.LogLine;
import io.sluice.run.Refusal;
import io.sluice.run.RunFailure;
import io.sluice.run.RunKind;
import io.sluice.run.RunPace;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import io.sluice.run.Watch;
import io.sluice.ui.Chip;
import io.sluice.ui.Toast;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run, live for everybody who looks at it: state, progress, figures, throughput, pipeline, splits and log. */
public final class RunPanel extends Div {
    /** Who is told what happens on the panel. */
    public interface Listener {
        /** The shown run has new figures or another state. */
        void changed(RunView run);

        /** Somebody wants to go on with the load of a run. */
        void resume(RunView run);

        /** Somebody follows a failure to its line of the script. */
        void showLine(int line);
    }

    private final RunService runs;
    private final ThroughputHistory history;
    private final DifferenceService differences;
    private final Member member;
    private final Consumer<RunView> changed;
    private final Consumer<RunView> resume;
    private final IntConsumer showLine;
    private final Texts texts = this::getTranslation;
    private final RunFacts facts = new RunFacts(texts);
    private final Div head = block("sl-run-head");
    private final Div bar = block("sl-bar");
    private final Div barFill = block("sl-bar-fill");
    private final Div figures = block("sl-facts");
    private final Div result = block("sl-run-result");
    private final ThroughputChart chart = new ThroughputChart();
    private final Pipeline pipeline = new Pipeline(facts, this::setConcurrency);
    private final PaceControls pace;
    private final SplitTiles splits = new SplitTiles();
    private final Div lower = block("sl-run-lower");
    private final RunLog log;
    private final Div middle = block("sl-run-middle", block("sl-run-chart", chart), pipeline);
    private @Nullable RunView shown;
    private @Nullable Watch watch;
    private int marked;
    private @Nullable VerifyNote compared;

    /** What the panel takes its content from. */
    public record Services(RunService runs, ThroughputHistory history, DifferenceService differences) {}

    public RunPanel(Services services, Member member, Listener listener) {
        this.runs = services.runs();
        this.history = services.history();
        this.differences = services.differences();
        this.member = member;
        this.changed = listener::changed;
        this.resume = listener::resume;
        this.showLine = listener::showLine;
        this.log = new RunLog((run, after, limit) -> runs.log(member, run, after, limit));
        addClassName("sl-run-panel");
        bar.add(barFill);
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", getTranslation("run.fact.progress"));
        pace = new PaceControls(runs, member);
        lower.add(pace, splits);
        add(head, block("sl-run-progress", bar, figures), result, middle, lower, log);
        setVisible(false);
    }

    /** Shows a run; a live one stays live until another one is shown or the panel goes away. */
    public void show(UUID run) {
        unwatch();
        RunView view = runs.view(member, run).orElse(null);
        shown = view;
        setVisible(view != null);
        if (view == null) {
            return;
        }
        history.follow(member, view);
        chart.reset(history.of(run));
        history.changes(run).forEach(chart::mark);
        marked = history.changes(run).size();
        log.show(view);
        draw(view);
        getUI().ifPresent(this::watch);
    }

    /** Shows nothing. */
    public void clear() {
        unwatch();
        shown = null;
        setVisible(false);
    }

    /** The run that is shown, as last seen. */
    public @Nullable RunView shown() {
        return shown;
    }

    /** Leaves the log alone on the panel, or everything. */
    public void showLogOnly(boolean logOnly) {
        setClassName("log-only", logOnly);
    }

    /** Names what the run reads from and writes to. */
    public void sides(RunSides sides) {
        pipeline.sides(sides);
        facts.allowed(sides.allowed());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch();
    }

    private void watch(UI ui) {
        RunView run = shown;
        if (run != null && watch == null && !run.state().ended()) {
            watch = runs.watch(member, run.id(), new Observer(ui, run.id()));
        }
    }

    private void setConcurrency(int channels) {
        RunView run = shown;
        if (run != null) {
            runs.concurrency(member, run.id(), channels);
            runs.view(member, run.id()).ifPresent(pace::show);
        }
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void update(RunView view) {
        RunView before = shown;
        if (before == null || !before.id().equals(view.id())) {
            return;
        }
        shown = view;
        if (!view.state().ended()) {
            chart.push(ThroughputHistory.sample(view));
            mark(view.pace());
        }
        draw(view);
        changed.accept(view);
        if (view.state().ended()) {
            unwatch();
        }
    }

    private void mark(@Nullable RunPace now) {
        if (now != null && now.changes().size() > marked) {
            now.changes().subList(marked, now.changes().size()).forEach(chart::mark);
            marked = now.changes().size();
        }
    }

    private void draw(RunView view) {
        drawHead(view);
        drawProgress(view);
        drawResult(view);
        pace.show(view);
        lower.setClassName("ended", view.state().ended());
        lower.setVisible(view.kind() != RunKind.VERIFY
                && (pace.isVisible() || view.statistics().splitsTotal() > 0));
        splits.setVisible(view.statistics().splitsTotal() > 0);
        splits.show(
                view.statistics(), runs.splits(member, view.id()), view.state().ended());
        boolean moving = !view.state().ended() && view.kind() != RunKind.VERIFY;
        pipeline.setVisible(moving);
        middle.setClassName("ended", view.state().ended());
        drawChart(view, moving);
        if (moving) {
            pipeline.show(view.statistics(), view.pace(), member.role().mayRun());
        }
    }

    /** A run that was over between two measurements has no curve to look at, and says so. */
    private void drawChart(RunView view, boolean moving) {
        List<ThroughputHistory.Sample> samples = history.of(view.id());
        boolean curve = samples.size() > 1 && samples.stream().anyMatch(sample -> sample.recordsPerSecond() > 0);
        boolean quick = !samples.isEmpty() && view.statistics().recordsWritten() > 0;
        chart.quick(!moving && !curve);
        middle.setVisible(moving || view.kind() != RunKind.VERIFY && (curve || quick));
    }

    private void drawHead(RunView view) {
        head.removeAll();
        head.add(
                Chip.of(RunStateLook.glyph(view.state()), RunStateLook.word(view.state(), texts)),
                text("sl-run-number", getTranslation("run.number", Long.toString(view.number()))),
                text("sl-secondary", view.taskName()));
        if (view.kind() != RunKind.LOAD) {
            head.add(Chip.outline(RunKindLook.word(view.kind(), texts)));
        }
        view.parameters().forEach((name, value) -> head.add(Chip.outline(name + " " + value)));
        head.add(text("sl-run-meta", getTranslation("run.started", LocalTime.of(view.startedAt()), view.startedBy())));
        if (view.state().ended()) {
            head.add(space(), text("sl-run-outcome", facts.outcome(view)));
        }
    }

    private void drawProgress(RunView view) {
        Double fraction = view.statistics().fraction();
        boolean unknown = fraction == null && !view.state().ended();
        bar.setClassName("sl-bar");
        bar.addClassName(RunStateLook.tone(view.state()));
        bar.setClassName("unknown", unknown);
        double share = switch (view.state()) {
            case QUEUED, RUNNING, STOPPING, FAILED, CANCELLED, INTERRUPTED -> fraction == null ? 0 : fraction;
            case SUCCEEDED -> 1;
        };
        barFill.getStyle().set("width", Math.round(share * 1000) / 10.0 + "%");
        if (unknown) {
            bar.getElement().removeAttribute("aria-valuenow");
        } else {
            bar.getElement().setAttribute("aria-valuenow", Long.toString(Math.round(share * 100)));
        }
        figures.removeAll();
        facts.of(view).stream().map(RunPanel::figure).forEach(figures::add);
    }

    private static Div figure(RunFacts.Fact fact) {
        Div value = block(
                "sl-fact-line",
                text(fact.warning() ? "sl-fact-value warn" : "sl-fact-value", fact.value()),
                text("sl-fact-note", fact.note().isEmpty() ? "" : " " + fact.note()));
        return block("sl-fact", text("sl-fact-name", fact.name()), value);
    }

    private void drawResult(RunView view) {
        RunFailure failure = view.failure();
        VerifyResult verified = view.verified();
        result.removeAll();
        if (verified != null) {
            result.add(note(verified, view.id()));
        }
        DryCheck dry = view.dry();
        if (dry != null) {
            result.add(new DryNote(dry));
        }
        if (failure != null && !(view.kind() == RunKind.VERIFY && verified != null)) {
            FailureNote note = new FailureNote(failure, showLine);
            result.add(note);
            offerToResume(view, note);
        }
        result.setVisible(failure != null || verified != null || dry != null);
    }

    private void offerToResume(RunView view, FailureNote note) {
        switch (runs.resumption(member, view.id())) {
            case POSSIBLE -> note.add(new ResumeButtons(() -> resume.accept(view), () -> giveUp(view.id())));
            case SNAPSHOT_ENDED ->
                note.add(text("sl-failure-words sl-not-resumed", getTranslation("run.resume.snapshot")));
            case TARGET_CHANGED ->
                note.add(text("sl-failure-words sl-not-resumed", getTranslation("run.resume.target-changed")));
            case NOTHING_LEFT -> {}
        }
    }

    private void giveUp(UUID run) {
        boolean given = runs.giveUp(member, run);
        Toast.show(getTranslation(given ? "run.give-up.done" : RefusalWords.key(Refusal.NOTHING_TO_RESUME)));
        show(run);
    }

    /** The note that is shown already keeps what was chosen in it. */
    private VerifyNote note(VerifyResult verified, UUID run) {
        VerifyNote note = compared;
        if (note == null || !note.shows(verified, run)) {
            note = new VerifyNote(verified, run, differences, member);
            compared = note;
        }
        return note;
    }

    private final class Observer implements RunWatcher {
        private final UI ui;
        private final UUID run;

        Observer(UI ui, UUID run) {
            this.ui = ui;
            this.run = run;
        }

        @Override
        public void changed(RunView view) {
            onScreen(() -> update(view));
        }

        @Override
        public void logged(List<LogLine> lines) {
            onScreen(() -> Stream.ofNullable(shown)
                    .filter(view -> view.id().equals(run))
                    .forEach(view -> log.push(run, lines)));
        }

        private void onScreen(Runnable action) {
            ui.accessLater(action::run, () -> {}).run();
        }
    }
}
