package io.sluice.run;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.EngineError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of each record of a replay. Every record is a split of its own. Before one is sent the store is told that
 * it may arrive, together with what became of those before: so whatever ends the process, of at most one record it is not
 * known whether the target has it.
 */
final class ReplayProgress implements CheckpointStore {
    /** A record's fate. */
    enum Fate {
        ARRIVED,
        LEFT_OUT,
        DIRTY,
        /** It was about to be sent, but the target has nothing of it. */
        NOT_SENT
    }

    /** What became of a record. @param failed what was found; null unless it is dirty again */
    record News(int record, Fate fate, @Nullable DirtyRecord failed) {
        /** Whether nobody knows if the target has it. */
        boolean doubtful() {
            return failed != null && failed.code() == EngineError.ARRIVAL_UNKNOWN;
        }
    }

    /** Where it is written down. */
    @FunctionalInterface
    interface Ledger {
        /**
         * Writes down what became of records, and which may arrive from now on.
         *
         * @throws IllegalStateException when one of the latter is not in the hand of this replay any more
         */
        void keep(List<News> news, List<Integer> sending);
    }

    /** Threads that nobody interrupts: an embedded store closes its file under an interrupted writer. */
    private static final Executor CALMLY = work -> Thread.ofVirtual().start(work);

    private final int records;
    private final Ledger ledger;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<News> pending = new ArrayList<>();
    private final BitSet known = new BitSet();

    ReplayProgress(int records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    /** A replay is never gone on with: what it has not written is claimed anew. */
    @Override
    public boolean resumable() {
        return false;
    }

    @Override
    public List<Checkpoint> read() {
        return List.of();
    }

    @Override
    public void keep(Checkpoint next, boolean forced) throws IOException {
        switch (next) {
            case Checkpoint.Committed one when one.tally().written() > 0 -> add(one.split(), Fate.ARRIVED);
            case Checkpoint.Committed one when one.tally().dirty() == 0 -> add(one.split(), Fate.LEFT_OUT);
            case Checkpoint.Publishing ignored -> publishing();
            case Checkpoint.Published ignored -> unknown().forEach(record -> add(record, Fate.ARRIVED));
            case Checkpoint.Committed ignored -> {}
            case Checkpoint.Attempted ignored -> {}
            case Checkpoint.Planned ignored -> {}
            case Checkpoint.Started ignored -> {}
            case Checkpoint.Target ignored -> {}
            case Checkpoint.Spoiled ignored -> {}
        }
    }

    /** A target without transactions gets everything at once, at the end. */
    private void publishing() throws IOException {
        try {
            store(unknown());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before the records were sent", stopped);
        }
    }

    @Override
    public void sending(int split) throws IOException, InterruptedException {
        store(List.of(split));
    }

    private void store(List<Integer> sending) throws IOException, InterruptedException {
        try {
            CompletableFuture.runAsync(() -> flush(sending), CALMLY).get();
        } catch (ExecutionException failure) {
            throw new IOException("It cannot be written down what is sent: " + failure.getCause(), failure);
        }
    }

    @Override
    public void takenBack(int split) {
        add(split, Fate.NOT_SENT);
    }

    @Override
    public void leftOut(int split) {
        add(split, Fate.LEFT_OUT);
    }

    void failed(DirtyRecord again) {
        add(new News(again.split(), Fate.DIRTY, again));
    }

    private void add(int record, Fate fate) {
        add(new News(record, fate, null));
    }

    private synchronized void add(News one) {
        pending.add(one);
        known.set(one.record(), one.fate() != Fate.NOT_SENT);
    }

    private synchronized List<Integer> unknown() {
        return IntStream.range(0, records)
                .filter(record -> !known.get(record))
                .boxed()
                .toList();
    }

    private synchronized List<News> pending() {
        return List.copyOf(pending);
    }

    private synchronized void stored(int count) {
        pending.subList(0, count).clear();
    }

    /** Has what is known written down. */
    void flush() {
        flush(List.of());
    }

    private void flush(List<Integer> sending) {
        writing.lock();
        try {
            List<News> news = pending();
            if (!news.isEmpty() || !sending.isEmpty()) {
                ledger.keep(news, sending);
                stored(news.size());
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void forget() {}

    @Override
    public void close() {}
}
