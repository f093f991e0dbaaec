package io.sluice.run;

import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A change of many dirty records of a run that goes on in the background, batch by batch, whoever looks at it. What was
 * changed before it ends stays changed, however it ends; the others are as they were.
 */
public final class BulkChange {
    private static final long BETWEEN_NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** What is done to the records. */
    public enum Kind {
        CORRECT,
        IGNORE,
        REOPEN
    }

    /** How far it is, or how it ended. */
    public enum Phase {
        GOING,
        DONE,
        /** Somebody wanted it to end, or the process did. */
        CANCELLED,
        /** The member who began it may not change records any more. */
        DENIED,
        /** The store did not answer; of the last batch it may be that it was changed. */
        FAILED;

        public boolean ended() {
            return this != GOING;
        }
    }

    /**
     * What became of records so far.
     *
     * @param seen how many were gone through
     * @param changed how many were changed
     * @param missed how many somebody else changed, or took to write them, in that moment
     */
    public record Tally(long seen, long changed, long missed) {
        static final Tally NONE = new Tally(0, 0, 0);

        Tally and(Tally more) {
            return new Tally(seen + more.seen, changed + more.changed, missed + more.missed);
        }
    }

    /**
     * How it stands.
     *
     * @param stoppedBy who cancelled it; empty for nobody
     * @param endedAt null while it goes on
     */
    public record Progress(
            Phase phase,
            Tally tally,
            String stoppedBy,
            @Nullable Instant endedAt) {}

    /** The records of one batch after the other. */
    interface Work {
        /** Changes the next batch, in one transaction; empty when there is none. A batch that failed comes again. */
        Optional<Tally> next();
    }

    private final Kind kind;
    private final Member by;
    private final long total;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Progress> end = new CompletableFuture<>();
    private volatile Progress progress = new Progress(Phase.GOING, Tally.NONE, "", null);
    private volatile @Nullable String stopWantedBy;
    private long toldAt;

    BulkChange(Kind kind, Member by, long total) {
        this.kind = kind;
        this.by = by;
        this.total = total;
    }

    public Kind kind() {
        return kind;
    }

    /** Who began it. */
    public Member by() {
        return by;
    }

    /** How many records are to be gone through. */
    public long total() {
        return total;
    }

    public Progress progress() {
        return progress;
    }

    /** Waits a moment, so that what is done at once need not be announced. @return how it stands then */
    public Progress settled(long millis) {
        try {
            return end.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return progress;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return progress;
        }
    }

    /** Has {@code watcher} told at most four times a second how it goes on, and of its end, on a thread of its own. */
    public Watch watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Wants it to end after the batch at hand; the first who wants it is named. */
    synchronized boolean stop(String who) {
        if (stopWantedBy != null || progress.phase().ended()) {
            return false;
        }
        stopWantedBy = who;
        return true;
    }

    boolean stopWanted() {
        return stopWantedBy != null;
    }

    void went(Tally batch) {
        progress = new Progress(Phase.GOING, progress.tally().and(batch), "", null);
        long now = System.nanoTime();
        if (now - toldAt >= BETWEEN_NEWS_NANOS) {
            toldAt = now;
            watchers.forEach(Runnable::run);
        }
    }

    synchronized void end(Phase how, Instant at) {
        String who = stopWantedBy;
        progress = new Progress(how, progress.tally(), how == Phase.CANCELLED && who != null ? who : "", at);
        end.complete(progress);
    }

    void tellEnd() {
        watchers.forEach(Runnable::run);
    }
}
