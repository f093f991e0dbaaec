package io.sluice.run.ui;

import io.sluice.engine.RunStatistics;
import io.sluice.run.LogLine;
import io.sluice.run.RunPace;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers how fast the latest runs were over time, so that whoever opens a run sees its whole curve and not only
 * what happens from now on. In memory only: after a restart old runs have no curve.
 */
@Component
public final class ThroughputHistory {
    /** One moment of a run. @param retries so far */
    record Sample(Instant time, double recordsPerSecond, double bytesPerSecond, long retries) {}

    private static final int MOST_RUNS = 64;
    private static final int MOST_SAMPLES = 1200;

    private final RunService runs;
    private final Map<UUID, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<UUID, List<RunPace.Change>> changes = new HashMap<>();

    ThroughputHistory(RunService runs) {
        this.runs = runs;
    }

    /** Remembers a run from now on, to its end. Does nothing when it is remembered already. */
    public void follow(Member member, RunView view) {
        UUID run = view.id();
        synchronized (samples) {
            if (view.state().ended() || samples.containsKey(run)) {
                return;
            }
            samples.put(run, new ArrayList<>());
            if (samples.size() > MOST_RUNS) {
                UUID oldest = samples.keySet().iterator().next();
                samples.remove(oldest);
                changes.remove(oldest);
            }
        }
        new Recorder(run).start(member);
    }

    /** What is remembered of a run, in order of time. */
    List<Sample> of(UUID run) {
        synchronized (samples) {
            return List.copyOf(samples.getOrDefault(run, List.of()));
        }
    }

    /** How the pace of a run was changed. */
    List<RunPace.Change> changes(UUID run) {
        synchronized (samples) {
            return List.copyOf(changes.getOrDefault(run, List.of()));
        }
    }

    private void note(UUID run, RunPace pace) {
        synchronized (samples) {
            if (samples.containsKey(run)) {
                changes.put(run, pace.changes());
            }
        }
    }

    /** The moment of a run's figures. */
    static Sample sample(RunView run) {
        RunStatistics now = run.statistics();
        return new Sample(
                run.startedAt().plus(now.elapsed()), now.recordsPerSecond(), now.bytesPerSecond(), now.retries());
    }

    private void add(UUID run, Sample sample) {
        synchronized (samples) {
            List<Sample> known = samples.get(run);
            if (known == null) {
                return;
            }
            known.add(sample);
            if (known.size() > MOST_SAMPLES) {
                samples.put(run, everySecond(known));
            }
        }
    }

    private static List<Sample> everySecond(List<Sample> samples) {
        List<Sample> kept = new ArrayList<>();
        for (int index = 0; index < samples.size(); index += 2) {
            kept.add(samples.get(index));
        }
        return kept;
    }

    private final class Recorder implements RunWatcher {
        private final UUID run;

        Recorder(UUID run) {
            this.run = run;
        }

        void start(Member member) {
            runs.watch(member, run, Long.MAX_VALUE, this);
        }

        @Override
        public void changed(RunView view) {
            if (!view.state().ended()) {
                add(run, sample(view));
            }
            Optional.ofNullable(view.pace()).ifPresent(pace -> note(run, pace));
        }

        @Override
        public void logged(List<LogLine> lines) {}
    }
}
