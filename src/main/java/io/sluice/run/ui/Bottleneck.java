package io.sluice.run.ui;

import io.sluice.engine.RunStatistics;
import java.time.Duration;

/** Which side holds a run back. */
enum Bottleneck {
    /** Rows wait for the target. */
    TARGET,
    /** The target waits for rows. */
    SOURCE,
    /** The steps and conversions between both take most of the writer's time. */
    TRANSFORM,
    /** Both are busy all the time. */
    NEITHER,
    /** Too early to say, or nothing is busy: a limit holds the run back or the rows are few. */
    UNCLEAR;

    private static final Duration TOO_EARLY = Duration.ofSeconds(2);
    private static final double BUSY = 0.6;
    private static final double APART = 0.2;

    /** Judges the last interval of a run. */
    static Bottleneck of(RunStatistics now) {
        if (now.elapsed().compareTo(TOO_EARLY) < 0) {
            return UNCLEAR;
        }
        double lead = now.writerBusy() - now.readerBusy();
        if (now.writerBusy() >= BUSY && lead >= APART) {
            return now.converting() > now.writerBusy() / 2 ? TRANSFORM : TARGET;
        }
        if (now.readerBusy() >= BUSY && -lead >= APART) {
            return SOURCE;
        }
        return now.writerBusy() >= BUSY && now.readerBusy() >= BUSY ? NEITHER : UNCLEAR;
    }
}
