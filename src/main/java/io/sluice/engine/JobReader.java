package io.sluice.engine;

import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.TaskContext;

/**
 * The reading step of a job, its parameters bound.
 *
 * @param step name of the step, for messages
 * @param path where the step stands in the script
 */
public record JobReader(String step, Path path, Connector connector, Opening opening) {
    /** Makes the reader once the run has started. */
    @FunctionalInterface
    public interface Opening {
        Reader<?> open(TaskContext context) throws Exception;
    }

    public static <C extends Record> JobReader of(
            String step, Path path, Connector connector, ReaderFactory<C> factory, C config) {
        return new JobReader(step, path, connector, context -> factory.create(config, context));
    }
}
