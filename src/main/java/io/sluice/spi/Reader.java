package io.sluice.spi;

import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.util.List;

/**
 * Reads one source. {@link #discover} and {@link #plan} are called once, by one thread, in this order; {@link #open} is
 * called by several threads at the same time. Exceptions leave unwrapped; {@link Connector#classify} says what they mean.
 */
public interface Reader<S extends Split> extends AutoCloseable {
    /** The columns this reader delivers, in the order of the task's {@code column}. */
    Schema discover() throws Exception;

    /**
     * Cuts the source in disjoint splits that cover all rows.
     *
     * @param wanted how many splits would be welcome, at least 1; fewer or more are allowed
     * @return at least one split, even for an empty source
     */
    List<S> plan(int wanted) throws Exception;

    /** How many splits can be open at the same time, at least 1; asked after {@link #plan}. */
    default int mostOpen() {
        return Integer.MAX_VALUE;
    }

    /** Opens one split; the caller closes it. */
    SplitReader<S> open(S split) throws Exception;

    /** Releases what all splits shared. Called once, after all split readers are closed, also after a failure. */
    @Override
    void close() throws IOException;
}
