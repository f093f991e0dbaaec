package io.sluice.run;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import io.sluice.engine.DirtyRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What has become of each record of a replay. Every record is a split of its own, so the checkpoint that follows a commit
 * says of one record that it has arrived. Keeps its news until they are stored, as no thread of a run waits for the store.
 */
final class ReplayProgress implements CheckpointStore {
    /** What became of a record. @param failed what was found; null unless it is dirty again */
    record News(int record, DirtyState state, @Nullable DirtyRecord failed) {}

    private final int records;
    private final List<News> pending = new ArrayList<>();
    private final BitSet known = new BitSet();
    private int arrived;

    ReplayProgress(int records) {
        this.records = records;
    }

    /** A replay is never gone on with: what it has not written is claimed anew. */
    @Override
    public List<Checkpoint> read() {
        return List.of();
    }

    @Override
    public synchronized void keep(Checkpoint next, boolean forced) {
        if (next instanceof Checkpoint.Committed one) {
            if (one.tally().written() > 0) {
                arrived++;
                add(new News(one.split(), DirtyState.REPLAYED, null));
            } else if (one.tally().dirty() == 0) {
                add(new News(one.split(), DirtyState.FILTERED, null));
            }
        }
    }

    synchronized void failed(DirtyRecord again) {
        add(new News(again.split(), DirtyState.OPEN, again));
    }

    private void add(News one) {
        pending.add(one);
        known.set(one.record());
    }

    /** A target without transactions gives no checkpoints: after its success everything is there that is not dirty. */
    synchronized void succeeded() {
        for (int record = known.nextClearBit(0); record < records; record = known.nextClearBit(record)) {
            add(new News(record, DirtyState.REPLAYED, null));
        }
    }

    /** How many records are said to have arrived. */
    synchronized int arrived() {
        return arrived;
    }

    /** The record that was on its way when nothing more came: the first of which nothing is known. */
    synchronized OptionalInt onItsWay() {
        int first = known.nextClearBit(0);
        return first < records ? OptionalInt.of(first) : OptionalInt.empty();
    }

    /** The oldest news; they stay until {@link #stored}. */
    synchronized List<News> pending() {
        return List.copyOf(pending);
    }

    synchronized void stored(int count) {
        pending.subList(0, count).clear();
    }

    @Override
    public void forget() {}

    @Override
    public void close() {}
}
