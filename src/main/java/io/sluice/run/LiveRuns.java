package io.sluice.run;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.Engine;
import io.sluice.engine.Job;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunResult;
import io.sluice.run.JobPreparation.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The runs of this process: each on a thread of its own, so many at once, with their log and progress stored. */
@Component
class LiveRuns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRuns.class);
    private static final long TICK_MILLIS = 250;
    private static final int TICKS_PER_PROGRESS = 8;

    /** Numbers kept free in the log of a run for what its former owner may still say. */
    private static final long LINES_OF_FORMER_OWNER = 1_000;

    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(8);

    private final Map<UUID, LiveRun> live = new ConcurrentHashMap<>();
    private final RunRepository runs;
    private final LogRepository lines;
    private final RunJournal journal;
    private final RunRecords records;
    private final RunCheckpoints checkpoints;
    private final RunCapacity capacity;
    private final Clock clock;
    private final Engine engine;
    private final RunPlaces places;
    private final RunEntry entry;
    private final WaitingRunRepository waiting;
    private final RunReaper reaper;
    private volatile boolean open;

    LiveRuns(RunStore store, RunRecords records, RunCapacity capacity, RunReaper reaper, Clock clock) {
        this.runs = store.runs();
        this.waiting = store.waiting();
        this.lines = store.lines();
        this.records = records;
        this.journal = records.journal();
        this.checkpoints = records.checkpoints();
        this.capacity = capacity;
        this.clock = clock;
        this.reaper = reaper;
        engine = new Engine(clock);
        entry = new RunEntry(store.runs(), records, capacity, reaper.lease(), clock);
        places = new RunPlaces(capacity, live.values(), clock);
    }

    UUID processId() {
        return reaper.lease().owner();
    }

    Set<UUID> ids() {
        return Set.copyOf(live.keySet());
    }

    Optional<LiveRun> find(UUID id) {
        return Optional.ofNullable(live.get(id));
    }

    /** Why no further run can be taken now; null when one can. */
    @Nullable
    Refusal refusal() {
        if (!open) {
            return Refusal.SHUTTING_DOWN;
        }
        return live.size() >= capacity.atOnce() + capacity.waiting() ? Refusal.TOO_MANY_RUNS : null;
    }

    /**
     * Enters a run into the store and carries it out on a thread of its own.
     *
     * @return its id; empty when somebody else goes on with the load that the order wants to go on with
     */
    Optional<UUID> launch(RunOrder order, Prepared.Ready ready) {
        ReplayOrder replay = order.replay();
        UUID id = replay == null ? UUID.randomUUID() : replay.replay();
        StoredRun resumed = order.resumes();
        if (resumed != null && !handed(resumed.id(), id)) {
            return Optional.empty();
        }
        carryOut(entered(order, id), ready);
        return Optional.of(id);
    }

    /** Carries out a run that waited at another process and belongs to this one now. */
    void adopt(RunOrder order, RunView view, Prepared.Ready ready) {
        long last = lines.next(order.member().workspaceId(), view.id()) + LINES_OF_FORMER_OWNER;
        LiveRun run = new LiveRun(order, view, new LineBuffer(capacity.logLines(), last), capacity, null);
        run.say(clock.instant(), Level.INFO, "Taken over from a workbench that ended before this run began.");
        carryOut(run, ready);
    }

    /** How many more runs could begin at once. */
    int freePlaces() {
        return open ? places.free() : 0;
    }

    private void carryOut(LiveRun run, Prepared.Ready ready) {
        live.put(run.id(), run);
        Thread.ofVirtual().name("run-" + run.id()).start(() -> carryOut(run, ready.job(), ready.lines()));
    }

    private LiveRun entered(RunOrder order, UUID id) {
        try {
            return entry.enter(order, id);
        } catch (DataAccessException failure) {
            StoredRun resumed = order.resumes();
            if (resumed != null) {
                handed(id, resumed.id());
            }
            throw failure;
        }
    }

    private boolean handed(UUID from, UUID to) {
        try {
            return checkpoints.hand(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException("The checkpoints of run " + from + " cannot be handed on", failure);
        }
    }

    private void carryOut(LiveRun run, Job job, FailureLines lines) {
        boolean hasPlace = false;
        try {
            hasPlace = places.await(run);
            boolean begins = hasPlace && open && !run.stopWanted();
            if (begins ? begin(run) : !leftToOthers(run)) {
                finish(run, begins ? work(run, job) : null, lines);
            } else {
                run.leave();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("Run {} broke", run.id(), broken);
            giveUp(run, lines);
        } finally {
            live.remove(run.id());
            if (hasPlace) {
                places.release();
            }
        }
    }

    /** @return false when another process has taken the run over, or ended it, while this one was not heard of */
    private boolean begin(LiveRun run) {
        boolean ours = !reaper.lease().isOver() && tellState(run, RunState.RUNNING);
        if (!ours) {
            LOG.warn("Run {} is not begun: this process was taken for dead while it waited", run.id());
        }
        return ours;
    }

    private boolean tellState(LiveRun run, RunState state) {
        return runs.changeState(run.order().member().workspaceId(), run.id(), processId(), state);
    }

    /** A run that waits when its process ends is begun by another, if it can be. */
    private boolean leftToOthers(LiveRun run) {
        boolean unwanted = run.stopWanted() && !run.suspended();
        if (unwanted || !run.order().movable()) {
            return false;
        }
        try {
            waiting.letGo(
                    run.id(),
                    processId(),
                    reaper.lease().now().minus(reaper.lease().length()));
        } catch (DataAccessException away) {
            LOG.warn("Run {} waits until this process is taken for dead: {}", run.id(), away.getMessage());
        }
        return true;
    }

    private RunResult work(LiveRun run, Job job) throws InterruptedException {
        run.say(
                clock.instant(),
                Level.INFO,
                "Run " + run.view().number() + " of “" + run.order().taskName() + "”, started by "
                        + run.order().member().displayName());
        StoredRun resumed = run.order().resumes();
        if (resumed != null) {
            run.say(clock.instant(), Level.INFO, "Goes on with the load of run " + resumed.number());
        }
        return switch (run.order().kind()) {
            case LOAD -> load(run, job);
            case DRY_RUN -> work(run, job, null);
            case VERIFY -> attend(run, job, new VerifyRun(job, run, clock));
            case REPLAY -> replay(run, job);
        };
    }

    private RunResult replay(LiveRun run, Job job) throws InterruptedException {
        ReplayOrder order = Objects.requireNonNull(run.order().replay());
        run.say(
                clock.instant(),
                Level.INFO,
                "Writes " + order.records().size() + " dirty records; statements before and after the load are not run."
                        + " A record whose arrival is not known may be written again (at least once).");
        return work(run, job, run.replay());
    }

    private RunResult load(LiveRun run, Job job) throws InterruptedException {
        try (CheckpointStore store = checkpoints.open(run.id())) {
            return work(run, job, store);
        } catch (IOException failure) {
            LOG.error("The checkpoints of run {} cannot be kept", run.id(), failure);
            run.say(clock.instant(), Level.ERROR, "The checkpoints cannot be kept: " + failure.getMessage());
            throw new UncheckedIOException(failure);
        }
    }

    private RunResult work(LiveRun run, Job job, @Nullable CheckpointStore store) throws InterruptedException {
        CheckpointStore owned =
                store == null ? null : new OwnedCheckpoints(store, reaper.lease(), () -> loseLease(run));
        return attend(run, job, engine.start(job, run, owned));
    }

    private static RunResult attend(LiveRun run, Job job, RunHandle handle) throws InterruptedException {
        run.running(handle, RunPace.of(job.settings()));
        RunResult result = handle.await();
        run.statistics(result.statistics());
        return result;
    }

    private void finish(LiveRun run, @Nullable RunResult result, FailureLines lines) throws InterruptedException {
        RunState state = result == null ? RunState.CANCELLED : LiveRun.state(result.outcome());
        RunFailure failure = result == null ? null : lines.failure(result);
        if (result == null && !run.stopWanted()) {
            state = RunState.FAILED;
            failure = FailureLines.UNEXPECTED;
        }
        boolean suspended = run.suspended() || !open && !run.stopWanted();
        if (suspended && (result == null || result.outcome() == Outcome.CANCELLED)) {
            state = RunState.INTERRUPTED;
            RunKind kind = run.order().kind();
            failure = open ? Interruption.leaseLost(kind) : Interruption.ended(kind);
        }
        Instant now = clock.instant();
        if (state == RunState.CANCELLED && result == null) {
            run.say(now, Level.WARN, "Stopped before it began.");
            handBack(run);
        }
        run.log().end(now);
        journal.writeLines(run);
        journal.endReplay(run);
        RunView last = run.view().dropping(run.log().dropped()).ended(state, now, failure);
        journal.writeEnd(run, last, run.splits());
        run.show(last);
    }

    /** The run whose load it would have gone on with can be resumed as before. */
    private void handBack(LiveRun run) {
        StoredRun resumed = run.order().resumes();
        if (resumed != null) {
            handed(run.id(), resumed.id());
        }
    }

    private void giveUp(LiveRun run, FailureLines lines) {
        try {
            finish(run, null, lines);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException failure) {
            LOG.error("The end of run {} cannot be stored", run.id(), failure);
        }
    }

    /** Stops a run, wherever the wish comes from; false when it was stopping already or has ended. */
    boolean stop(LiveRun run, String by) {
        boolean first = run.stop(by);
        if (first) {
            run.say(clock.instant(), Level.WARN, "Stopped by " + by + ".");
            tellStopping(run);
        }
        return first;
    }

    /** Changes how fast a run may go; false when it is not at work in this process. */
    boolean limit(LiveRun run, RunLimits limits, String by) {
        boolean done = run.limit(limits);
        if (done) {
            run.say(clock.instant(), Level.INFO, "Limit changed to " + PaceWords.of(limits) + " by " + by + ".");
        }
        return done;
    }

    /** Changes how many channels of a run work; false when it is not at work in this process. */
    boolean concurrency(LiveRun run, int channels, String by) {
        boolean done = run.concurrency(channels);
        if (done) {
            run.say(clock.instant(), Level.INFO, "Concurrency changed to " + channels + " by " + by + ".");
        }
        return done;
    }

    /** As a stop, but what the run has loaded can be gone on with. */
    private void suspend(LiveRun run) {
        if (run.suspend()) {
            if (run.view().state() != RunState.QUEUED) {
                run.say(clock.instant(), Level.WARN, "Stopped by the end of the workbench.");
                tellStopping(run);
            }
        }
    }

    /** A store that is away must not keep this run, or those after it, from being stopped. */
    private void tellStopping(LiveRun run) {
        try {
            tellState(run, RunState.STOPPING);
        } catch (DataAccessException failure) {
            LOG.warn("The store does not take notice that run {} is stopping: {}", run.id(), failure.getMessage());
        }
    }

    /** As at the end of the workbench, but without a word to the store: it may not answer, or has it as ended. */
    void lose(LiveRun run, String why) {
        if (run.suspend()) {
            LOG.warn("Run {} is stopped. {}", run.id(), why);
            run.say(clock.instant(), Level.WARN, why);
        }
    }

    /** Ends a run that another process may take for dead by now. */
    void loseLease(LiveRun run) {
        lose(
                run,
                "Stopped, because the store has not answered for "
                        + reaper.lease().silence().toSeconds() + " s and another process may take this run for dead.");
    }

    @Override
    public void start() {
        reaper.reap(processId(), Set.of());
        open = true;
        Thread.ofVirtual().name("run-journal").start(this::keepJournal);
    }

    private void keepJournal() {
        try {
            for (int tick = 0; open || !live.isEmpty(); tick++) {
                List<LiveRun> now = List.copyOf(live.values());
                now.forEach(journal::writeLines);
                if (tick % TICKS_PER_PROGRESS == 0) {
                    now.forEach(journal::writeProgress);
                }
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the runs before the store closes. */
    @Override
    public void stop() {
        open = false;
        live.values().forEach(this::suspend);
        Instant latest = clock.instant().plus(PATIENCE_AT_SHUTDOWN);
        try {
            while (!live.isEmpty() && clock.instant().isBefore(latest)) {
                Thread.sleep(50);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
