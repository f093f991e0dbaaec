package io.sluice.run;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.Discard;
import io.sluice.engine.LogEvent;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.run.JobPreparation.Prepared;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Removes what a load that was given up has left in its target, and tells it in the log of its run. */
@Component
class LoadDiscard {
    private static final Logger LOG = LoggerFactory.getLogger(LoadDiscard.class);
    private static final String SOURCE = "run";

    private final JobPreparation jobs;
    private final RunCheckpoints checkpoints;
    private final LogRepository lines;

    LoadDiscard(JobPreparation jobs, RunCheckpoints checkpoints, LogRepository lines) {
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.lines = lines;
    }

    /** @return why it could not be done now; empty when nothing is left */
    Optional<String> of(LeftRun left) throws IOException {
        StoredRun run = left.run();
        RunOrder order = jobs.asOf(run.startedAt(), RunOrder.again(left.member(), run));
        return switch (jobs.prepare(order)) {
            case Prepared.Ready ready -> discard(left, ready);
            case Prepared.Invalid invalid ->
                Optional.of(invalid.problems().getFirst().said().toString());
            case Prepared.Missing missing -> Optional.of("No values for the parameters " + missing.parameters());
        };
    }

    private Optional<String> discard(LeftRun left, Prepared.Ready ready) throws IOException {
        Lines told = new Lines();
        try (CheckpointStore store = checkpoints.openGivenUp(left.id())) {
            Optional<String> failure = new Discard(ready.job(), told, jobs.clock()).of(store);
            if (failure.isEmpty()) {
                told.events.forEach(event -> say(left, level(event), event.text()));
            }
            return failure;
        } catch (SluiceException busy) {
            return Optional.of(String.valueOf(busy.getMessage()));
        }
    }

    private static Level level(LogEvent event) {
        return switch (event.level()) {
            case DEBUG, INFO -> Level.INFO;
            case WARN, ERROR -> Level.WARN;
        };
    }

    /** Forgets checkpoints without a look at the target; whoever reads the log finds there what may be left. */
    void forget(UUID run, String reason) throws IOException {
        try (CheckpointStore store = checkpoints.openGivenUp(run)) {
            String loads = store.read().stream()
                    .filter(Checkpoint.Attempted.class::isInstance)
                    .map(Checkpoint.Attempted.class::cast)
                    .map(Checkpoint.Attempted::load)
                    .collect(Collectors.joining(", "));
            LOG.warn(
                    "What load {} of run {} may have left in its target stays there (tables sluice_stg_…, sluice_prg_… with the"
                            + " first eight letters of the load, or its rows in sluice_progress): {}",
                    loads,
                    run,
                    reason);
            store.forget();
        } catch (SluiceException busy) {
            LOG.info("The checkpoints of run {} stay: {}", run, busy.getMessage());
        }
    }

    /** Adds a line to the log of a run that has ended. */
    void say(LeftRun left, Level level, String text) {
        LOG.info("Run {}: {}", left.id(), text);
        long next = lines.next(left.workspace(), left.id());
        List<LogLine> added = new ArrayList<>();
        for (String line : PlainLine.of(text)) {
            added.add(new LogLine(next + added.size(), jobs.clock().instant(), level, SOURCE, line));
        }
        try {
            lines.insert(left.workspace(), left.id(), added);
        } catch (DuplicateKeyException raced) {
            LOG.warn("The line could not be added to the log of run {}", left.id(), raced);
        }
    }

    /** Keeps what the writer says. */
    private static final class Lines implements RunListener {
        private final List<LogEvent> events = new ArrayList<>();

        @Override
        public synchronized void log(LogEvent event) {
            events.add(event);
        }

        @Override
        public void statistics(RunStatistics now) {}

        @Override
        public void dirty(DirtyRecord record) {}

        @Override
        public void ended(RunResult result) {}
    }
}
