package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.space;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.datasource.TableWidening;
import io.sluice.engine.DirtyShape;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyQuery;
import io.sluice.run.DirtyQuery.Show;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyService;
import io.sluice.run.DirtySummary;
import io.sluice.run.ProposedFix;
import io.sluice.run.RunKind;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.ui.StepOfCorrection.Reaching;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The dirty records of a run: their causes, their values to be corrected, and the way into the target. */
public final class DirtyPanel extends Div {
    private static final int LOOKED_AT = 20;
    private static final DirtySummary NOTHING = new DirtySummary(List.of(), List.of(), 0);

    private final DirtyService dirty;
    private final Member member;
    private final Listener listener;
    private final InFront inFront = new InFront();
    private final DirtyCauses causes = new DirtyCauses(cause -> showRecords());
    private final Div notice = block("sl-dirty-notice");
    private final DirtyEdits edits;
    private final DirtyGrid grid;
    private final DirtyDetail detail;
    private final DirtyMany many;
    private final ReplayNews news;
    private final DirtyFix fix;
    private final DirtyWidening widening;
    private final Span about = text("sl-dirty-about", "");
    private final Span share = text("sl-small sl-muted sl-dirty-share", "");
    private final DirtyFilter filter = new DirtyFilter(this::showRecords);
    private final ReplayButton replay;
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
        this.member = member;
        this.listener = listener;
        edits = new DirtyEdits(dirty, member, inFront, notice, new Edited());
        grid = new DirtyGrid(edits);
        detail = new DirtyDetail(edits);
        many = new DirtyMany(dirty, member, inFront, notice, new Many());
        news = new ReplayNews(
                new ReplayNews.Services(dirty, services.runs()), member, inFront, notice, listener::showRun);
        fix = new DirtyFix(many);
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
                block("sl-dirty-records", bar, many, news, notice, grid, lower));
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
        edits.forget();
        fix.forget();
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
        lookAround();
    }

    /** Looks at what goes on with the records, here or elsewhere. */
    private void lookAround() {
        RunView run = shown;
        if (run != null && member.role().mayRun()) {
            many.look();
            news.look(run.taskId());
        }
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
        if (run == null || !isVisible()) {
            return;
        }
        if (seen != dirty.changes(run)) {
            refresh();
        } else {
            lookAround();
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
        edits.lookAgain();
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
        news.follow(replays);
        showRecords();
    }

    /** What is done to many records. */
    private final class Many implements DirtyMany.Listener {
        @Override
        public void changing(boolean goesOn) {
            fix.pause(goesOn);
            replay.pause(goesOn);
        }

        @Override
        public boolean corrected(long records) {
            fix.done(records);
            return fix.isVisible();
        }

        @Override
        public void keep(DirtyFix.Wish wish) {
            Reaching.of(reaching, columns, wish.column())
                    .flatMap(column -> StepOfCorrection.of(wish.correction(), column))
                    .ifPresent(listener::keep);
        }
    }

    /** What is done to single records. */
    private final class Edited implements DirtyEdits.Listener {
        @Override
        public void front(@Nullable DirtyRow row) {
            detail.show(row, sides, columns);
        }

        @Override
        public void counted() {
            load();
        }

        @Override
        public void selected(List<Long> sequences) {
            selected = List.copyOf(sequences);
            fitReplay();
            showFix();
        }
    }

    private final class InFront implements ShownRecords {
        @Override
        public @Nullable UUID run() {
            return origin;
        }

        @Override
        public DirtyQuery query() {
            return DirtyPanel.this.query();
        }

        @Override
        public DirtyColumns columns() {
            return columns;
        }

        @Override
        public List<Long> selected() {
            return selected;
        }

        @Override
        public boolean editable() {
            return DirtyPanel.this.editable();
        }

        @Override
        public void refresh() {
            DirtyPanel.this.refresh();
        }
    }
}
