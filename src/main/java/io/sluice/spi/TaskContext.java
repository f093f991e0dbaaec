package io.sluice.spi;

import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.ErrorCode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine lends to a reader or a writer for one run. Safe for use by all threads of the run. */
public interface TaskContext {
    /**
     * The settings of a data source named in the task, with its secrets.
     *
     * @throws io.sluice.spi.error.SluiceException DATA_SOURCE_UNKNOWN, DATA_SOURCE_WRONG_TYPE or PARAMETER_INVALID
     */
    <D extends Record> D dataSource(String name, ConfigSpec<D> spec);

    FileAccess files();

    /** How many channels work at the same time, at least 1. */
    int channels();

    /** The zone of conversions between text, local and instant types ({@code setting.common.column.timeZone}). */
    ZoneId timeZone();

    /** Which attempt at the load this is. A context without checkpoints is a first attempt of its own. */
    Attempt attempt();

    /** Writes a line to the run's log. Not to be called per row. */
    void log(Level level, String message);

    /**
     * Registers what ends a blocking call when the run is stopped, for example {@code statement::cancel}. Runs on
     * another thread, at once when the run is already stopped.
     *
     * @return closes the registration; never throws
     */
    Registration onCancel(CancelAction action);

    boolean cancelled();

    /** Counts a record that the reader could not read, and keeps a sample of it. May throw to end the run when the limit is exceeded. */
    void reject(Rejected record);

    /**
     * Counts values that the task's own choice made others of, such as NULL of a date that does not exist. Called once
     * for a batch that was delivered; a context without a run counts nothing.
     *
     * @param choice how the script spells it
     */
    default void changed(String column, String choice, long values) {}

    /** Severity of a line in the run's log. */
    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** Ends a blocking call from another thread. */
    @FunctionalInterface
    interface CancelAction {
        void run() throws Exception;
    }

    /** Ends a registration. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A record that could not be read.
     *
     * @param values the record as far as it is known, as exact text, one element for each column, null for NULL; may be
     *     shorter or longer when the record is
     * @param column index of the column at fault, from 0, or -1
     * @param place where it stands, for example {@code orders.csv line 17}; may be empty
     */
    record Rejected(List<@Nullable String> values, int column, ErrorCode code, String message, String place) {
        public Rejected {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }
}
