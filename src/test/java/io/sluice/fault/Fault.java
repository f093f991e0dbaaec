package io.sluice.fault;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fault that happens once, at one step of a run.
 *
 * @param occurrence which time the step comes by, from 1
 */
record Fault(Step step, Moment moment, Kind kind, int occurrence) {
    /** The steps of a run at which faults happen. */
    enum Step {
        CLAIM,
        PROGRESS,
        BATCH,
        COMMIT,
        CHECKPOINT,
        RENAME,
        PUBLISH
    }

    /** On which side of the step. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** What happens. */
    enum Kind {
        HALT,
        RESET,
        EXCEPTION
    }

    /** Exit status of a process that a fault halted. */
    static final int HALTED = 99;

    /** Carries out a fault; what it does to connections is up to the test. */
    static final class Trigger {
        private final Fault fault;
        private final Runnable reset;
        private final AtomicInteger seen = new AtomicInteger();

        Trigger(Fault fault, Runnable reset) {
            this.fault = fault;
            this.reset = reset;
        }

        void reached(Step step, Moment moment) {
            if (step == fault.step() && moment == fault.moment() && seen.incrementAndGet() == fault.occurrence()) {
                switch (fault.kind()) {
                    case HALT -> Runtime.getRuntime().halt(HALTED);
                    case RESET -> reset.run();
                    case EXCEPTION -> throw new IllegalStateException("A defect " + moment + " " + step);
                }
            }
        }

        boolean happened() {
            return seen.get() >= fault.occurrence();
        }
    }
}
