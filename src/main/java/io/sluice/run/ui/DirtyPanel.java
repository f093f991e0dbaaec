package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.space;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.sluice.run.CorrectResult;
import io.sluice.run.Correction;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyService;
import io.sluice.run.DirtySummary;
import io.sluice.run.LogLine;
import io.sluice.run.ReplayResult;
import io.sluice.run.RunKind;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import io.sluice.ui.Icon;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The dirty records of a run: their causes, their values to be corrected, and the way into the target. */
public final class DirtyPanel extends Div {
    private static final int PAGE = 1_000;

    private final DirtyService dirty;
    private final RunService runs;
    private final Member member;
    private final Consumer<UUID> showRun;
    private final DirtyCauses causes = new DirtyCauses(cause -> showRecords());
    private final DirtyGrid grid = new DirtyGrid(new Records());
    private final DirtyDetail detail = new DirtyDetail();
    private final DirtyFix fix = new DirtyFix(this::correctAll);
    private final Span about = text("sl-dirty-about", "");
    private final TextField search = new TextField();
    private final Button replay = new Button();
    private final DirtyExportLinks export;
    private final Div notice = block("sl-dirty-notice");
    private final Span none = text("sl-dock-empty", "");
    private final Div work;
    private List<Long> selected = List.of();
    private DirtySummary summary = new DirtySummary(List.of(), List.of(), 0);
    private @Nullable UUID origin;
    private @Nullable RunView shown;
    private volatile DirtyExportLinks.Wanted wanted = new DirtyExportLinks.Wanted(null, DirtyQuery.ALL);
    private long drawn = -1;

    /** @param showRun is told the run that somebody wants to see */
    public DirtyPanel(DirtyService dirty, RunService runs, Member member, Consumer<UUID> showRun) {
        this.dirty = dirty;
        this.runs = runs;
        this.member = member;
        this.showRun = showRun;
        addClassName("sl-dirty");
        export = new DirtyExportLinks(dirty, member, () -> wanted);
        search.setId("dirty-search");
        search.setPlaceholder(getTranslation("dirty.search"));
        search.setAriaLabel(getTranslation("dirty.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> showRecords());
        replay.setId("dirty-replay");
        replay.setIcon(Icon.PLAY.create());
        replay.addThemeNames("primary");
        replay.addClickListener(click -> askForReplay());
        notice.getElement().setAttribute("role", "status");
        Div bar = block("sl-dirty-bar", about, space(), search, export, replay);
        Div lower = block("sl-dirty-lower", detail, fix);
        work = block("sl-dirty-work", causes, block("sl-dirty-records", bar, notice, grid, lower));
        add(none, work);
        show(null);
    }

    /** Shows the records of a run; of a replay those of the run it writes for. */
    public void show(@Nullable RunView run) {
        UUID source = run == null
                ? null
                : run.nature().origin() == null ? run.id() : run.nature().origin();
        boolean other = source == null || !source.equals(origin);
        origin = source;
        shown = run;
        if (other) {
            selected = List.of();
            notice.removeAll();
            causes.choose(null);
            detail.show(null);
        }
        drawn = run == null ? -1 : run.statistics().recordsDirty();
        load();
        if (source != null && summary.kept() > 0) {
            showRecords();
        }
    }

    /** Follows a live run, or the end of a replay. */
    public void changed(@Nullable RunView run) {
        RunView before = shown;
        boolean same = run != null
                && before != null
                && run.id().equals(before.id())
                && run.statistics().recordsDirty() == drawn
                && run.state() == before.state();
        if (!same) {
            show(run);
        }
    }

    private void load() {
        UUID run = origin;
        boolean allowed = member.role().mayRun();
        summary = run == null || !allowed ? new DirtySummary(List.of(), List.of(), 0) : dirty.summary(member, run);
        boolean any = summary.kept() > 0;
        work.setVisible(any);
        none.setVisible(!any);
        none.setText(getTranslation(!allowed ? "dirty.not-allowed" : run == null ? "dirty.no-run" : "dirty.none"));
        causes.show(summary);
        wanted = query();
        about.setText(words());
        fix.show(chosen());
        fitReplay();
    }

    private String words() {
        RunView run = shown;
        long found = run == null || run.kind() == RunKind.REPLAY
                ? summary.kept()
                : run.statistics().recordsDirty();
        return found > summary.kept()
                ? getTranslation("dirty.about.some", Amounts.count(found), Amounts.count(summary.kept()))
                : getTranslation("dirty.about", Amounts.count(summary.kept()), Amounts.count(summary.open()));
    }

    private @Nullable DirtyCause chosen() {
        return summary.causes().stream()
                .filter(cause -> cause.key().equals(causes.chosen()))
                .findFirst()
                .orElse(summary.causes().size() == 1 ? summary.causes().getFirst() : null);
    }

    private DirtyExportLinks.Wanted query() {
        return new DirtyExportLinks.Wanted(origin, new DirtyQuery(causes.chosen(), search.getValue(), false));
    }

    private void showRecords() {
        UUID run = origin;
        if (run == null) {
            return;
        }
        selected = List.of();
        load();
        grid.reset(new DirtyColumns(summary.columns()), dirty.count(member, run, query().query()), editable());
    }

    private boolean editable() {
        RunView run = shown;
        return member.role().mayRun() && run != null && run.kind() != RunKind.DRY_RUN;
    }

    /** The records that the button writes: those selected, else all that are corrected. */
    private void fitReplay() {
        long count = selected.isEmpty() ? summary.ready() : selected.size();
        RunView run = shown;
        boolean ended = run != null && (run.state().ended() || run.kind() == RunKind.REPLAY);
        replay.setText(getTranslation("dirty.replay", count));
        replay.setEnabled(count > 0 && ended && editable());
        replay.setTooltipText(
                getTranslation(!editable() ? "dirty.replay.dry" : ended ? "dirty.replay.help" : "dirty.replay.live"));
    }

    private void askForReplay() {
        long count = selected.isEmpty() ? summary.ready() : selected.size();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("dirty.replay.title", count));
        dialog.setText(getTranslation("dirty.replay.about"));
        dialog.setConfirmText(getTranslation("dirty.replay", count));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("dirty.replay.not"));
        dialog.addConfirmListener(confirmed -> startReplay());
        dialog.open();
    }

    private void startReplay() {
        UUID run = origin;
        if (run == null) {
            return;
        }
        ReplayResult result =
                selected.isEmpty() ? dirty.replayCorrected(member, run) : dirty.replay(member, run, selected);
        ReplayNotice.show(notice, result, showRun);
        if (result instanceof ReplayResult.Started started) {
            getUI().ifPresent(ui ->
                    started.runs().forEach(replay -> runs.watch(member, replay, Long.MAX_VALUE, new End(ui))));
        }
        showRecords();
    }

    /** Waits for the end of a replay, whether the panel still shows its records or not. */
    private final class End implements RunWatcher {
        private final UI ui;

        End(UI ui) {
            this.ui = ui;
        }

        @Override
        public void changed(RunView replay) {
            if (replay.state().ended()) {
                ui.accessLater(() -> ended(replay), () -> {}).run();
            }
        }

        @Override
        public void logged(List<LogLine> lines) {}
    }

    private void ended(RunView replay) {
        if (replay.nature().origin() != null && replay.nature().origin().equals(origin)) {
            ReplayNotice.ended(notice, replay, showRun);
            refresh();
        }
    }

    /** Fetches what is shown again, in place. */
    public void refresh() {
        UUID run = origin;
        if (run != null && isVisible()) {
            load();
            grid.refresh(dirty.count(member, run, query().query()));
        }
    }

    private void correctAll(DirtyCause.Key cause, Correction correction) {
        UUID run = origin;
        if (run != null) {
            int changed = dirty.correctAll(member, run, cause, correction);
            refresh();
            fix.done(changed);
        }
    }

    private final class Records implements DirtyGrid.Records {
        @Override
        public List<DirtyRow> page(int offset, int limit) {
            UUID run = origin;
            return run == null ? List.of() : dirty.page(member, run, query().query(), offset, limit);
        }

        @Override
        public List<Long> all() {
            List<Long> sequences = new ArrayList<>();
            for (List<DirtyRow> rows = page(0, PAGE); !rows.isEmpty(); rows = page(sequences.size(), PAGE)) {
                rows.forEach(row -> sequences.add(row.sequence()));
            }
            return sequences;
        }

        @Override
        public @Nullable DirtyRow correct(long sequence, long revision, int index, @Nullable String value) {
            UUID run = origin;
            DirtyRow row =
                    run == null ? null : dirty.find(member, run, sequence).orElse(null);
            if (run == null || row == null || !editable()) {
                return row;
            }
            if (row.revision() != revision) {
                ReplayNotice.say(notice, getTranslation("dirty.changed-meanwhile"));
                return row;
            }
            DirtyRow now = switch (dirty.correct(member, run, row, index, value)) {
                case CorrectResult.Corrected corrected -> corrected.row();
                case CorrectResult.Changed changed -> changed.row();
                case CorrectResult.Gone ignored -> null;
            };
            load();
            detail.show(now);
            return now;
        }

        @Override
        public void selected(List<Long> sequences) {
            selected = List.copyOf(sequences);
            fitReplay();
        }

        @Override
        public void focused(long sequence) {
            UUID run = origin;
            if (run != null) {
                detail.show(dirty.find(member, run, sequence).orElse(null));
            }
        }
    }
}
