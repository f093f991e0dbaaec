package io.sluice.engine;

import io.sluice.script.Path;
import io.sluice.spi.Connector;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.SupportsSample;
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

        /** A reader of which only the first rows are wanted; it may deliver more. */
        default Reader<?> sample(TaskContext context, int rows) throws Exception {
            return open(context);
        }

        /** Whether another attempt may go on reading where one before has ended. */
        default boolean goesOn() {
            return true;
        }
    }

    /** Makes the reader of a connector. */
    private record Bound<C extends Record>(ReaderFactory<C> factory, C config) implements Opening {
        @Override
        public Reader<?> open(TaskContext context) throws Exception {
            return factory.create(config, context);
        }

        @Override
        public Reader<?> sample(TaskContext context, int rows) throws Exception {
            return factory instanceof SupportsSample<C> samples ? samples.sample(config, context, rows) : open(context);
        }

        @Override
        public boolean goesOn() {
            return factory.goesOn(config);
        }
    }

    public static <C extends Record> JobReader of(
            String step, Path path, Connector connector, ReaderFactory<C> factory, C config) {
        return new JobReader(step, path, connector, new Bound<>(factory, config));
    }
}
