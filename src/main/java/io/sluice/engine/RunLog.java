package io.sluice.engine;

import io.sluice.spi.TaskContext.Level;
import java.time.Clock;

/** Writes the lines of one run's log, free of the secrets it knows. */
final class RunLog {
    static final String ENGINE = "engine";

    private final RunListener listener;
    private final Redactor redactor;
    private final Clock clock;

    RunLog(RunListener listener, Redactor redactor, Clock clock) {
        this.listener = listener;
        this.redactor = redactor;
        this.clock = clock;
    }

    void info(String text) {
        write(Level.INFO, ENGINE, text);
    }

    void warn(String text) {
        write(Level.WARN, ENGINE, text);
    }

    void write(Level level, String source, String text) {
        listener.log(new LogEvent(clock.instant(), level, source, redactor.mask(text)));
    }

    String mask(String text) {
        return redactor.mask(text);
    }
}
