package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.space;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.datasource.TableWidening;
import io.sluice.engine.DirtyShape;
import io.sluice.run.CorrectResult;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyQuery.Show;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyService;
import io.sluice.run.DirtySummary;
import io.sluice.run.ManyRecords;
import io.sluice.run.ProposedFix;
import io.sluice.run.RunKind;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.ui.StepOfCorrection.Reaching;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dirty records of a run: their causes, their values to be corrected, and the way into the target. */
public final class DirtyPanel extends Div {
    private static final int LOOKED_AT = 20;
    private static final DirtySummary NOTHING = new DirtySummary(List.of(), List.of(), 0);

    private final DirtyService dirty;
    private final RunService runs;
    private final Member member;
    private final Listener listener;
    private final DirtyCauses causes = new DirtyCauses(cause -> showRecords());
    private final Records records = new Records();
    private final DirtyGrid grid = new DirtyGrid(records);
    private final DirtyDetail detail = new DirtyDetail(new OneRecord());
    private final DirtyFix fix = new DirtyFix(new Many());
    private final DirtyWidening widening;
    private final Span about = text("sl-dirty-about", "");
    private final Span share = text("sl-small sl-muted sl-dirty-share", "");
    private final DirtyFilter filter = new DirtyFilter(this::showRecords);
    private final ReplayButton replay;
    private final Div notice = block("sl-dirty-notice");
    private final Span none = text("sl-dock-empty", "");
    private final Div work;
    private List<Long> selected = List.of();
    private DirtySummary summary = NOTHING;
    private DirtyColumns columns = new DirtyColumns(List.of());
    private RunSides sides = RunSides.UNKNOWN;
    private @Nullable UUID origin;
    private @Nullable DirtyShape reaching;
    private long seen;
    private @Nullable RunView shown;
    private volatile DirtyExportLinks.Wanted wanted = new DirtyExportLinks.Wanted(null, DirtyQuery.ALL);

    /** Who is told what happens on the panel. */
    public interface Listener {
        /** Somebody wants to see a run. */
        void showRun(UUID run);

        /** The task is to make a correction from now on. */
        void keep(StepOfCorrection step);
    }

    /** What the panel works with. */
    public record Services(DirtyService dirty, RunService runs, TableWidening widening) {}

    public DirtyPanel(Services services, Member member, Listener listener) {
        this.dirty = services.dirty();
        this.runs = services.runs();
        this.member = member;
        this.listener = listener;
        addClassName("sl-dirty");
        widening = new DirtyWidening(dirty, services.widening(), member, this::widened);
        replay = new ReplayButton(dirty, member, notice, this::follow);
        notice.getElement().setAttribute("role", "status");
        Div files = block(
                "sl-dirty-files",
                text("sl-small sl-muted", getTranslation("dirty.files")),
                new DirtyExportLinks(dirty, member, () -> wanted),
                new DirtyUpload(dirty, member, () -> editable() ? origin : null, this::refresh));
        Div bar = block("sl-dirty-bar", about, share, space(), filter, replay);
        Div lower = block("sl-dirty-lower", detail, fix);
        work = block(
                "sl-dirty-work",
                block("sl-dirty-side", block("sl-dirty-reasons", causes, widening), files),
                block("sl-dirty-records", bar, notice, grid, lower));
        add(none, work);
        show(null);
    }

    /** Names what the run reads from and writes to. */
    public void sides(RunSides named) {
        sides = named;
    }

    /** Shows the records of a run; of a replay those of the run it writes for. */
    public void show(@Nullable RunView run) {
        UUID source = run == null
                ? null
                : run.nature().origin() == null ? run.id() : run.nature().origin();
        boolean same = source != null && source.equals(origin);
        origin = source;
        shown = run;
        if (same) {
            refresh();
            return;
        }
        notice.removeAll();
        causes.choose(null);
        detail.show(null, sides, columns);
        showRecords();
    }

    /** Follows a live run, or the end of a replay. */
    public void changed(@Nullable RunView run) {
        RunView before = shown;
        boolean same = run != null
                && before != null
                && run.id().equals(before.id())
                && run.statistics().recordsDirty() == before.statistics().recordsDirty()
                && run.state() == before.state();
        if (!same) {
            show(run);
        }
    }

    private void load() {
        UUID run = origin;
        boolean allowed = member.role().mayRun();
        seen = run == null ? 0 : dirty.changes(run);
        summary = run == null || !allowed ? NOTHING : dirty.summary(member, run);
        columns = new DirtyColumns(summary.columns());
        boolean any = summary.kept() > 0;
        work.setVisible(any);
        none.setVisible(!any);
        none.setText(getTranslation(allowed ? DirtyAbout.none(shown) : "dirty.not-allowed"));
        causes.show(summary, columns);
        widening.show(new DirtyWidening.Seen(editable() ? run : null, summary, columns, causes.chosen()), sides.into());
        wanted = new DirtyExportLinks.Wanted(run, query());
        about.setText(DirtyAbout.count(shown, summary, this::getTranslation));
        about.setTitle(about.getText());
        share.setText(DirtyAbout.share(shown, sides, this::getTranslation));
        share.setTitle(share.getText());
        fitReplay();
    }

    private @Nullable DirtyCause chosen() {
        return summary.causes().stream()
                .filter(cause -> cause.key().equals(causes.chosen()))
                .findFirst()
                .orElse(summary.causes().size() == 1 ? summary.causes().getFirst() : null);
    }

    private DirtyQuery query() {
        return filter.query(causes.chosen());
    }

    private void showRecords() {
        selected = List.of();
        load();
        UUID run = origin;
        if (run != null && summary.kept() > 0) {
            grid.reset(columns, count(run, query()), editable());
            showFix();
        }
    }

    /** To be called every few seconds: somebody else, or another tab, may have changed records meanwhile. */
    public void look() {
        UUID run = origin;
        if (run != null && seen != dirty.changes(run)) {
            refresh();
        }
    }

    /** Fetches what is shown again, in place. */
    public void refresh() {
        UUID run = origin;
        if (run == null || !isVisible()) {
            return;
        }
        DirtyColumns before = columns;
        load();
        if (!columns.names().equals(before.names())) {
            showRecords();
        } else if (summary.kept() > 0) {
            grid.refresh(count(run, query()), editable());
            showFix();
        }
    }

    /** The summary knows most numbers; of 100,000 records each look at the store would be waited for. */
    private long count(UUID run, DirtyQuery query) {
        return summary.count(query).orElseGet(() -> dirty.count(member, run, query));
    }

    private boolean editable() {
        RunView run = shown;
        return member.role().mayRun() && run != null && run.kind() != RunKind.DRY_RUN;
    }

    private void showFix() {
        UUID run = origin;
        DirtyCause cause = chosen();
        if (run != null && editable()) {
            long open = count(run, query().show() == Show.ALL ? query().show(Show.OPEN) : query());
            int fault = cause == null
                    ? -1
                    : columns.column(cause.place().columns(), cause.place().index());
            List<DirtyRow> first = dirty.page(member, run, query(), 0, LOOKED_AT);
            reaching = Reaching.form(first);
            DirtyFix.May may = new DirtyFix.May(
                    first.stream().anyMatch(row -> ProposedFix.of(row).isPresent()),
                    member.role().mayEdit() && reaching != null);
            fix.show(new DirtyFix.Offer(columns.names(), fault, cause, open, selected.size(), may));
        } else {
            fix.setVisible(false);
        }
    }

    private void fitReplay() {
        RunView run = shown;
        UUID source = origin;
        boolean live = run != null && !run.state().ended() && run.kind() != RunKind.REPLAY;
        replay.show(
                new ReplayButton.Choice(source, selected, summary.ready(), live),
                run != null && run.kind() == RunKind.DRY_RUN,
                sides);
    }

    /** The column is wide enough now: what was refused can be written as it is. */
    private void widened(DirtyCause.Key cause, String sentence) {
        UUID run = origin;
        if (run != null) {
            List<Long> open = dirty.sequences(member, run, new DirtyQuery(cause, "", Show.OPEN));
            ReplayNotice.say(notice, sentence);
            ReplayNotice.link(notice, getTranslation("dirty.replay", open.size()), () -> replay.offer(open));
        }
    }

    private void follow(List<UUID> replays) {
        getUI().ifPresent(ui -> {
            ReplayEnds ends = new ReplayEnds(ui, replays.size(), this::ended);
            replays.forEach(replay -> runs.watch(member, replay, Long.MAX_VALUE, ends));
        });
        showRecords();
    }

    private void ended(List<RunView> replays, boolean all) {
        if (Objects.equals(replays.getLast().nature().origin(), origin)) {
            if (all) {
                ReplayNotice.ended(notice, replays, listener::showRun);
            }
            refresh();
        }
    }

    /** What is done to many records. */
    private final class Many implements DirtyFix.Actions {
        @Override
        public void correct(DirtyFix.Wish wish) {
            UUID run = origin;
            if (run == null) {
                return;
            }
            DirtyColumns table = columns;
            Set<Long> only = wish.onlySelected() ? Set.copyOf(selected) : null;
            ManyRecords which = new ManyRecords(query(), only, row -> table.index(row, wish.column()));
            int changed = dirty.correctMany(member, run, which, wish.correction());
            refresh();
            fix.done(changed);
            if (wish.asStep()) {
                Reaching.of(reaching, table, wish.column())
                        .flatMap(column -> StepOfCorrection.of(wish.correction(), column))
                        .ifPresent(listener::keep);
            }
        }

        @Override
        public void ignore(boolean onlySelected) {
            UUID run = origin;
            if (run != null) {
                List<Long> which = onlySelected ? selected : dirty.sequences(member, run, query());
                int ignored = dirty.ignore(member, run, which);
                showRecords();
                ReplayNotice.say(notice, getTranslation("dirty.ignored", ignored));
                ReplayNotice.link(notice, getTranslation("dirty.ignore.undo"), () -> {
                    notice.removeAll();
                    reopen(run, which);
                });
            }
        }
    }

    private void reopen(UUID run, List<Long> which) {
        dirty.reopen(member, run, which);
        showRecords();
    }

    /** What is done to the record in front. */
    private final class OneRecord implements DirtyDetail.Actions {
        @Override
        public void arrived(DirtyRow row) {
            UUID run = origin;
            if (run != null) {
                dirty.arrived(member, run, row);
                again(row);
            }
        }

        @Override
        public void reopen(DirtyRow row) {
            UUID run = origin;
            if (run != null) {
                dirty.reopen(member, run, List.of(row.sequence()));
                again(row);
            }
        }

        @Override
        public void take(DirtyRow row, ProposedFix proposed) {
            UUID run = origin;
            if (run != null && editable()) {
                dirty.correct(member, run, row, proposed.column(), proposed.value());
                again(row);
            }
        }

        private void again(DirtyRow row) {
            detail.show(records.find(row.sequence()), sides, columns);
            refresh();
        }
    }

    private final class Records implements DirtyGrid.Records {
        @Override
        public List<DirtyRow> page(int offset, int limit) {
            UUID run = origin;
            return run == null ? List.of() : dirty.page(member, run, query(), offset, limit);
        }

        @Override
        public List<Long> all() {
            UUID run = origin;
            return run == null ? List.of() : dirty.sequences(member, run, query());
        }

        @Override
        public @Nullable DirtyRow find(long sequence) {
            UUID run = origin;
            return run == null ? null : dirty.find(member, run, sequence).orElse(null);
        }

        @Override
        public @Nullable DirtyRow correct(long sequence, long revision, int index, @Nullable String value) {
            UUID run = origin;
            DirtyRow row = find(sequence);
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
            detail.show(now, sides, columns);
            return now;
        }

        @Override
        public void selected(List<Long> sequences) {
            selected = List.copyOf(sequences);
            fitReplay();
            showFix();
        }

        @Override
        public void focused(long sequence) {
            detail.show(find(sequence), sides, columns);
        }
    }
}
