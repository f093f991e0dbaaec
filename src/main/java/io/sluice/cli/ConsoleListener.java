package io.sluice.cli;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.LogEvent;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.spi.TaskContext.Level;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Prints the log of a run. */
final class ConsoleListener implements RunListener {
    private static final int LEVEL_WIDTH = 5;

    private final PrintWriter err;
    private final @Nullable DirtyFile dirty;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** @param dirty takes all dirty records; null when nobody asked for them */
    ConsoleListener(PrintWriter err, @Nullable DirtyFile dirty) {
        this.err = err;
        this.dirty = dirty;
    }

    @Override
    public void log(LogEvent event) {
        if (event.level() == Level.DEBUG) {
            return;
        }
        String level = event.level().name();
        err.println(time.format(event.time()) + " " + level + " ".repeat(LEVEL_WIDTH - level.length()) + " ["
                + event.source() + "] " + event.text());
        err.flush();
    }

    @Override
    public void statistics(RunStatistics now) {}

    @Override
    public void dirty(DirtyRecord record) {
        if (dirty != null) {
            dirty.add(record);
        }
    }

    @Override
    public long dirtyRecordsWanted() {
        return dirty == null ? RunListener.super.dirtyRecordsWanted() : Long.MAX_VALUE;
    }

    @Override
    public void ended(RunResult result) {}
}
