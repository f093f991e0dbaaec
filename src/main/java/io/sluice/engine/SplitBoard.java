package io.sluice.engine;

import io.sluice.engine.SplitState.Phase;
import io.sluice.spi.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Where each split of a run stands; written by the channels, read by whoever looks. */
final class SplitBoard {
    private static final Phase[] PHASES = Phase.values();

    private volatile Plan plan = new Plan(0);

    /** The splits of a plan by their numbers. */
    private static final class Plan {
        private final @Nullable Split[] splits;
        private final AtomicIntegerArray phases;
        private final AtomicLongArray records;
        private final AtomicLongArray began;
        private final AtomicLongArray took;

        Plan(int size) {
            splits = new @Nullable Split[size];
            phases = new AtomicIntegerArray(size);
            records = new AtomicLongArray(size);
            began = new AtomicLongArray(size);
            took = new AtomicLongArray(size);
        }

        SplitState state(int number, long now) {
            Split split = splits[number];
            Phase phase = PHASES[phases.get(number)];
            long nanos = phase == Phase.RUNNING ? now - began.get(number) : took.get(number);
            return new SplitState(
                    number,
                    split == null ? "" : split.describe(),
                    phase,
                    records.get(number),
                    TimeUnit.NANOSECONDS.toMillis(nanos));
        }
    }

    /** @param all how many the plan has @param rest those that are not done */
    void begin(int all, List<? extends SplitProgress<?>> rest) {
        Plan next = new Plan(all);
        for (int number = 0; number < all; number++) {
            next.phases.set(number, Phase.DONE.ordinal());
        }
        for (SplitProgress<?> one : rest) {
            next.splits[one.number()] = one.rest();
            next.phases.set(one.number(), Phase.WAITING.ordinal());
        }
        plan = next;
    }

    void started(int split) {
        plan.began.set(split, System.nanoTime());
        plan.phases.set(split, Phase.RUNNING.ordinal());
    }

    void read(int split, long records) {
        plan.records.addAndGet(split, records);
    }

    void done(int split) {
        end(split, Phase.DONE);
    }

    void failed(int split) {
        end(split, Phase.FAILED);
    }

    private void end(int split, Phase phase) {
        plan.took.set(split, System.nanoTime() - plan.began.get(split));
        plan.phases.set(split, phase.ordinal());
    }

    List<SplitState> states() {
        Plan now = plan;
        long moment = System.nanoTime();
        List<SplitState> states = new ArrayList<>(now.splits.length);
        for (int number = 0; number < now.splits.length; number++) {
            states.add(now.state(number, moment));
        }
        return states;
    }
}
