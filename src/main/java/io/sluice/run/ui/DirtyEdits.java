package io.sluice.run.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import io.sluice.run.CorrectResult;
import io.sluice.run.DirtyRow;
import io.sluice.run.DirtyService;
import io.sluice.run.ProposedFix;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the grid shows of the records in front, and what is done to single ones in it and beside it. */
final class DirtyEdits implements DirtyGrid.Records, DirtyDetail.Actions {
    private final DirtyService dirty;
    private final Member member;
    private final ShownRecords shown;
    private final Div notice;
    private final Listener listener;
    private boolean refused;
    private @Nullable DirtyRow front;

    /** Who is told what happens. */
    interface Listener {
        /** Another record is in front, or it has changed; null when it is gone. */
        void front(@Nullable DirtyRow row);

        /** The records are to be counted anew. */
        void counted();

        void selected(List<Long> sequences);
    }

    DirtyEdits(DirtyService dirty, Member member, ShownRecords shown, Div notice, Listener listener) {
        this.dirty = dirty;
        this.member = member;
        this.shown = shown;
        this.notice = notice;
        this.listener = listener;
    }

    @Override
    public List<DirtyRow> page(int offset, int limit) {
        UUID run = shown.run();
        return run == null ? List.of() : dirty.page(member, run, shown.query(), offset, limit);
    }

    @Override
    public List<Long> all() {
        UUID run = shown.run();
        return run == null ? List.of() : dirty.sequences(member, run, shown.query());
    }

    @Override
    public @Nullable DirtyRow find(long sequence) {
        UUID run = shown.run();
        return run == null ? null : dirty.find(member, run, sequence).orElse(null);
    }

    @Override
    public @Nullable DirtyRow correct(long sequence, long revision, int index, @Nullable String value) {
        UUID run = shown.run();
        DirtyRow row = find(sequence);
        if (run == null || row == null || !shown.editable()) {
            return row;
        }
        DirtyRow now =
                row.revision() == revision ? row(dirty.correct(member, run, row, index, value)) : changedMeanwhile(row);
        listener.counted();
        front(now);
        return now;
    }

    private @Nullable DirtyRow row(CorrectResult result) {
        return switch (result) {
            case CorrectResult.Corrected corrected -> kept(corrected.row());
            case CorrectResult.Changed changed -> changedMeanwhile(changed.row());
            case CorrectResult.Gone ignored -> null;
        };
    }

    private DirtyRow kept(DirtyRow now) {
        if (refused) {
            notice.removeAll();
            refused = false;
        }
        return now;
    }

    /** Nobody's value is overwritten unseen: what was meant to be set is not kept, and said so. */
    private DirtyRow changedMeanwhile(DirtyRow now) {
        ReplayNotice.say(notice, translate("dirty.changed-meanwhile"));
        refused = true;
        return now;
    }

    private void front(@Nullable DirtyRow row) {
        front = row;
        listener.front(row);
    }

    /** No record is in front any more. */
    void forget() {
        front(null);
    }

    /** Shows what has become of the record in front. */
    void lookAgain() {
        DirtyRow seen = front;
        DirtyRow now = seen == null ? null : find(seen.sequence());
        if (seen != null && (now == null || now.revision() != seen.revision())) {
            front(now);
        }
    }

    @Override
    public void selected(List<Long> sequences) {
        listener.selected(sequences);
    }

    @Override
    public void focused(long sequence) {
        front(find(sequence));
    }

    @Override
    public void arrived(DirtyRow row) {
        UUID run = shown.run();
        if (run != null) {
            again(row, dirty.arrived(member, run, row));
        }
    }

    @Override
    public void reopen(DirtyRow row) {
        UUID run = shown.run();
        if (run != null) {
            dirty.reopen(member, run, row.sequence());
            front(find(row.sequence()));
            shown.refresh();
        }
    }

    @Override
    public void take(DirtyRow row, ProposedFix proposed) {
        UUID run = shown.run();
        if (run != null && shown.editable()) {
            again(row, dirty.correct(member, run, row, proposed.column(), proposed.value()));
        }
    }

    private void again(DirtyRow row, CorrectResult result) {
        row(result);
        front(find(row.sequence()));
        shown.refresh();
    }
}
