package io.sluice.run.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.sluice.run.BulkChange;
import io.sluice.run.BulkStart;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyService;
import io.sluice.run.ManyRecords;
import io.sluice.run.Watch;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done to many records at once: begins it, and says how far it is and how it ended, whoever began it. */
final class DirtyMany extends Div implements DirtyFix.Actions {
    /** What is done in that time need not be announced. */
    private static final long AT_ONCE_MILLIS = 300;

    /** Who comes later hears how a change of so many has ended. */
    private static final long WORTH_TELLING = 1_000;

    private final DirtyService dirty;
    private final Member member;
    private final ShownRecords shown;
    private final Div notice;
    private final Listener listener;
    private final BulkWords words = new BulkWords(this::getTranslation);
    private final WorkBar bar = new WorkBar(this::cancel);
    private @Nullable BulkChange followed;
    private @Nullable BulkChange mine;
    private @Nullable Watch watch;
    private @Nullable UUID of;
    private List<Long> ignored = List.of();
    private boolean told;

    /** Who is told what happens. */
    interface Listener {
        /** Many records are being changed, or are not any more. */
        void changing(boolean goesOn);

        /** What was wanted here is done. False when there is no place to say so. */
        boolean corrected(long records);

        /** The task is to make a correction from now on. */
        void keep(DirtyFix.Wish wish);
    }

    DirtyMany(DirtyService dirty, Member member, ShownRecords shown, Div notice, Listener listener) {
        this.dirty = dirty;
        this.member = member;
        this.shown = shown;
        this.notice = notice;
        this.listener = listener;
        bar.button().setId("dirty-cancel");
        bar.button().setText(getTranslation("dirty.bulk.cancel"));
        add(bar);
    }

    @Override
    public void correct(DirtyFix.Wish wish) {
        UUID run = shown.run();
        if (run == null) {
            return;
        }
        DirtyColumns columns = shown.columns();
        Set<Long> only = wish.onlySelected() ? Set.copyOf(shown.selected()) : null;
        ManyRecords which = new ManyRecords(shown.query(), only, row -> columns.index(row, wish.column()));
        if (begun(dirty.correctMany(member, run, which, wish.correction())) && wish.asStep()) {
            listener.keep(wish);
        }
    }

    @Override
    public void ignore(boolean onlySelected) {
        UUID run = shown.run();
        if (run != null) {
            List<Long> which = onlySelected ? shown.selected() : dirty.sequences(member, run, shown.query());
            ignored = which;
            begun(dirty.ignore(member, run, which));
        }
    }

    private boolean begun(BulkStart start) {
        return switch (start) {
            case BulkStart.Begun begun -> {
                mine = begun.change();
                begun.change().settled(AT_ONCE_MILLIS);
                follow(begun.change());
                yield true;
            }
            case BulkStart.Busy busy -> {
                follow(busy.other());
                ReplayNotice.say(notice, words.busy(busy.other()));
                yield false;
            }
        };
    }

    private void cancel() {
        UUID run = shown.run();
        if (run != null) {
            bar.button().setEnabled(false);
            dirty.cancel(member, run);
        }
    }

    /** Looks whether somebody changes many of the records that are in front. */
    void look() {
        UUID run = shown.run();
        if (run == null || !run.equals(of)) {
            forget();
            of = run;
        }
        if (run != null) {
            dirty.bulkChange(member, run).ifPresent(this::follow);
        }
    }

    private void forget() {
        unwatch();
        followed = null;
        bar.setVisible(false);
        listener.changing(false);
    }

    private void follow(BulkChange change) {
        if (change != followed) {
            unwatch();
            boolean late = change.progress().phase().ended() && change != mine;
            followed = change;
            told = late && change.total() < WORTH_TELLING;
            bar.button().setEnabled(true);
        }
        if (watch == null && !change.progress().phase().ended()) {
            getUI().ifPresent(ui -> watch = change.watch(() -> onScreen(ui, change)));
        }
        draw(change);
    }

    private void onScreen(UI ui, BulkChange change) {
        ui.accessLater(() -> draw(change), () -> {}).run();
    }

    private void draw(BulkChange change) {
        if (change != followed) {
            return;
        }
        BulkChange.Progress now = change.progress();
        boolean goesOn = !now.phase().ended();
        if (goesOn) {
            bar.show(words.going(change, change == mine), (double) now.tally().seen() / Math.max(1, change.total()));
        } else {
            bar.setVisible(false);
            unwatch();
        }
        listener.changing(goesOn);
        if (!goesOn && !told) {
            told = true;
            shown.refresh();
            tell(change, now);
        }
    }

    private void tell(BulkChange change, BulkChange.Progress end) {
        boolean plain = end.phase() == BulkChange.Phase.DONE && end.tally().missed() == 0;
        if (change != mine) {
            Instant at = end.endedAt();
            ReplayNotice.say(notice, words.ended(change) + (at == null ? "" : " · " + LocalTime.of(at)));
        } else if (change.kind() == BulkChange.Kind.REOPEN && plain) {
            notice.removeAll();
        } else if (change.kind() != BulkChange.Kind.CORRECT
                || !plain
                || !listener.corrected(end.tally().changed())) {
            ReplayNotice.say(notice, words.ended(change));
            offerToTakeBack(change);
        }
    }

    private void offerToTakeBack(BulkChange change) {
        UUID run = shown.run();
        List<Long> which = ignored;
        if (run != null && change.kind() == BulkChange.Kind.IGNORE) {
            ReplayNotice.link(
                    notice, getTranslation("dirty.ignore.undo"), () -> begun(dirty.reopen(member, run, which)));
        }
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent gone) {
        unwatch();
    }
}
