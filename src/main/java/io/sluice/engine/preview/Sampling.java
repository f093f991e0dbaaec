package io.sluice.engine.preview;

import io.sluice.engine.JobReader;
import io.sluice.engine.JobWriter;
import io.sluice.engine.SampleContext;
import io.sluice.engine.SampleJob;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.spi.Reader;
import io.sluice.spi.TaskContext.Rejected;
import io.sluice.spi.error.CommonError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A look at the data of a task, on a thread of its own. Reads only: no writer is ever opened. */
public final class Sampling<T> {
    /** How long a reader has to hand over what it read when the time is over. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** For the ends of time limits: the pool that all share may be kept by others, for example by a store that is silent. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("sample-limit").start(task);

    private final SampleJob job;
    private final SampleRequest request;
    private final SampleContext source;
    private final SampleContext target;
    private final TargetColumns targets;
    private final Look<T> look;
    private final AtomicLong unreadable = new AtomicLong();
    private final CompletableFuture<Taken<T>> result = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean outOfTime;

    private Sampling(SampleJob job, SampleRequest request, Function<TargetColumns, Look<T>> making) {
        this.job = job;
        this.request = request;
        JobWriter writer = job.writer();
        source = new SampleContext(job, job.reader().connector(), this::reject);
        target = new SampleContext(job, writer == null ? job.reader().connector() : writer.connector(), ignored -> {});
        targets = new TargetColumns(job, target);
        look = making.apply(targets);
    }

    /** Shows the first rows and what becomes of them. */
    public static Sampling<Sample> preview(SampleJob job, SampleRequest request) {
        return new Sampling<Sample>(job, request, targets -> new PreviewLook(job, request, targets)).start();
    }

    /** Counts over the first rows what would be dirty and why. */
    public static Sampling<DataProfile> profile(SampleJob job, SampleRequest request) {
        return new Sampling<DataProfile>(job, request, targets -> new ProfileLook(job, request, targets)).start();
    }

    private void reject(Rejected record) {
        unreadable.incrementAndGet();
        look.unreadable(record);
    }

    /** What comes of it; never completed exceptionally. */
    public CompletableFuture<Taken<T>> result() {
        return result.copy();
    }

    /** Completed when nothing of it is at work any more, which may be after its result. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Ends it at once; the systems are told to end their statements. */
    public void cancel() {
        result.complete(new Taken.Cancelled<>());
        endCalls();
    }

    private Sampling<T> start() {
        if (request.scope() == Scope.TARGET) {
            targets.start();
        }
        // Rows that come without a pause would keep a virtual thread's carrier, and the screens wait for that.
        Thread.ofPlatform().daemon().name("sample").start(this::carryOut);
        long limit = request.limit().toMillis();
        CompletableFuture.delayedExecutor(limit, TimeUnit.MILLISECONDS, THREADS).execute(this::expire);
        CompletableFuture.delayedExecutor(limit + GRACE.toMillis(), TimeUnit.MILLISECONDS, THREADS)
                .execute(() -> result.complete(new Taken.TimedOut<>(request.limit())));
        return this;
    }

    private void expire() {
        if (!result.isDone()) {
            outOfTime = true;
            endCalls();
        }
    }

    private void endCalls() {
        source.cancel();
        target.cancel();
        targets.giveUp();
    }

    private void carryOut() {
        try {
            result.complete(take());
        } finally {
            target.cancel();
            ended.complete(null);
        }
    }

    private Taken<T> take() {
        SourceRows rows = new SourceRows(source, request.rows());
        JobReader reader = job.reader();
        try (Reader<?> opened = reader.opening().sample(source, request.rows() + 1)) {
            rows.read(opened, look);
        } catch (Exception failure) {
            if (outOfTime && rows.read() > 0) {
                return done(rows);
            }
            return ended(failure);
        }
        return done(rows);
    }

    private Taken<T> done(SourceRows rows) {
        return new Taken.Done<>(look.end(new Extent(rows.read(), rows.more(), outOfTime, unreadable.get())));
    }

    private Taken<T> ended(Exception failure) {
        if (outOfTime) {
            return new Taken.TimedOut<>(request.limit());
        }
        if (source.cancelled() || failure instanceof InterruptedException) {
            return new Taken.Cancelled<>();
        }
        JobReader reader = job.reader();
        boolean defect = failure instanceof IllegalStateException;
        return new Taken.Failed<>(
                defect ? CommonError.INTERNAL_ERROR : source.code(failure),
                source.message(failure),
                reader.step(),
                reader.path());
    }
}
