package io.sluice.engine;

import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.Guarantee;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;

/**
 * The writing step of a job, its parameters bound.
 *
 * @param step name of the step, for messages
 * @param path where the step stands in the script
 * @param guarantee what it promises with its parameters
 */
public record JobWriter(String step, Path path, Connector connector, Opening opening, Guarantee guarantee) {
    /** A writer that promises nothing beyond what every writer does. */
    public JobWriter(String step, Path path, Connector connector, Opening opening) {
        this(step, path, connector, opening, Guarantee.AT_LEAST_ONCE);
    }

    /** Makes the writer once the run has started. */
    @FunctionalInterface
    public interface Opening {
        Writer<?> open(TaskContext context) throws Exception;
    }

    public static <C extends Record> JobWriter of(
            String step, Path path, Connector connector, WriterFactory<C> factory, C config) {
        return new JobWriter(
                step, path, connector, context -> factory.create(config, context), factory.guarantee(config));
    }
}
