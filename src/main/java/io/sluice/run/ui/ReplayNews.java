package io.sluice.run.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.sluice.run.DirtyService;
import io.sluice.run.LogLine;
import io.sluice.run.ReplayShare;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import io.sluice.run.Watch;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows the replays of the records that are in front, whoever started them, and says how they ended. */
final class ReplayNews extends Div {
    private final DirtyService dirty;
    private final RunService runs;
    private final Member member;
    private final ShownRecords shown;
    private final Div notice;
    private final Consumer<UUID> showRun;
    private final WorkBar bar = new WorkBar(this::showFirst);

    /** Those that are told of together: that go on, or have ended since none went on. */
    private final Map<UUID, RunView> replays = new LinkedHashMap<>();

    private final Map<UUID, ReplayShare> shares = new HashMap<>();
    private final Map<UUID, Watch> watches = new HashMap<>();
    private @Nullable UUID of;

    /** The number of the last replay that was seen; what is older needs not be told. */
    private long known = Long.MAX_VALUE;

    /** What it asks. */
    record Services(DirtyService dirty, RunService runs) {}

    ReplayNews(Services services, Member member, ShownRecords shown, Div notice, Consumer<UUID> showRun) {
        this.dirty = services.dirty();
        this.runs = services.runs();
        this.member = member;
        this.shown = shown;
        this.notice = notice;
        this.showRun = showRun;
        bar.button().setId("dirty-show-replay");
        bar.button().setText(getTranslation("dirty.replay.show"));
        add(bar);
    }

    /** Looks for replays that somebody has started, here or on another process. */
    void look(UUID task) {
        UUID run = turn();
        if (run != null) {
            List<RunView> last = runs.replays(member, task, run);
            last.reversed().stream().filter(this::isNews).forEach(this::add);
            known = last.isEmpty() ? 0 : last.getFirst().number();
            replays.values().stream()
                    .filter(one -> !one.state().ended())
                    .forEach(one -> shares.put(one.id(), dirty.share(member, run, one.id())));
            draw();
        }
    }

    /** Replays of a run that is not in front any more are nothing to tell of. */
    private @Nullable UUID turn() {
        UUID run = shown.run();
        if (run == null || !run.equals(of)) {
            forget();
            of = run;
        }
        return run;
    }

    private boolean isNews(RunView replay) {
        return !replays.containsKey(replay.id())
                && (replay.number() > known || !replay.state().ended());
    }

    /** Follows replays that were started here. */
    void follow(List<UUID> started) {
        turn();
        started.forEach(replay -> runs.view(member, replay).ifPresent(this::add));
        draw();
    }

    private void add(RunView replay) {
        replays.put(replay.id(), replay);
        if (!replay.state().ended()) {
            getUI().ifPresent(ui ->
                    watches.put(replay.id(), runs.watch(member, replay.id(), Long.MAX_VALUE, new Observer(ui))));
        }
    }

    private void changed(RunView replay) {
        if (replays.containsKey(replay.id()) && Objects.equals(replay.nature().origin(), shown.run())) {
            replays.put(replay.id(), replay);
            draw();
        }
    }

    private void draw() {
        List<RunView> live =
                replays.values().stream().filter(one -> !one.state().ended()).toList();
        if (!live.isEmpty()) {
            show(live);
            return;
        }
        bar.setVisible(false);
        if (!replays.isEmpty()) {
            List<RunView> ended = List.copyOf(replays.values());
            clear();
            ReplayNotice.ended(notice, ended, showRun);
            shown.refresh();
        }
    }

    private void show(List<RunView> live) {
        RunView first = live.getFirst();
        long records = shares.values().stream().mapToLong(ReplayShare::records).sum();
        long done = shares.values().stream().mapToLong(ReplayShare::done).sum();
        bar.show(
                getTranslation("dirty.replay.going", Long.toString(first.number()), first.startedBy(), done, records),
                (double) done / Math.max(1, records));
    }

    private void showFirst() {
        replays.values().stream()
                .filter(one -> !one.state().ended())
                .findFirst()
                .ifPresent(one -> showRun.accept(one.id()));
    }

    private void clear() {
        watches.values().forEach(Watch::close);
        watches.clear();
        shares.clear();
        replays.clear();
    }

    private void forget() {
        clear();
        of = null;
        known = Long.MAX_VALUE;
        bar.setVisible(false);
    }

    /** Whoever comes back begins anew. */
    @Override
    protected void onDetach(DetachEvent gone) {
        forget();
    }

    private final class Observer implements RunWatcher {
        private final UI ui;

        Observer(UI ui) {
            this.ui = ui;
        }

        @Override
        public void changed(RunView view) {
            ui.accessLater(() -> ReplayNews.this.changed(view), () -> {}).run();
        }

        @Override
        public void logged(List<LogLine> lines) {}
    }
}
