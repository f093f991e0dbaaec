package io.sluice.engine;

import io.sluice.engine.convert.TargetLimits;
import io.sluice.script.Path;
import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.SupportsReadBack;
import io.sluice.spi.SupportsReplay;
import io.sluice.spi.SupportsTrial;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TrialObstacle;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writing step of a job, its parameters bound.
 *
 * @param step name of the step, for messages
 * @param path where the step stands in the script
 * @param guarantee what it promises with its parameters
 * @param unrepresentable what is done with values that its target cannot hold
 * @param readBack makes a reader of what was written; null when it cannot be read again
 * @param comparable whether what is read back can be compared with the source
 * @param replaying makes a writer that only adds rows to the target; null when there is none
 * @param trial makes writers whose rows are rolled back; null when the target has nothing of the kind
 */
public record JobWriter(
        String step,
        Path path,
        Connector connector,
        Opening opening,
        Guarantee guarantee,
        Unrepresentable unrepresentable,
        @Nullable ReadBack readBack,
        boolean comparable,
        @Nullable Opening replaying,
        @Nullable Trial trial) {
    /** A writer that cannot be opened again for single rows. */
    public JobWriter(
            String step,
            Path path,
            Connector connector,
            Opening opening,
            Guarantee guarantee,
            @Nullable ReadBack readBack) {
        this(step, path, connector, opening, guarantee, Unrepresentable.DIRTY, readBack, true, null, null);
    }

    /** A writer that promises nothing beyond what every writer does, and whose target cannot be read again. */
    public JobWriter(String step, Path path, Connector connector, Opening opening) {
        this(step, path, connector, opening, Guarantee.AT_LEAST_ONCE, null);
    }

    /** The same writer, whose target is not comparable with the source because steps change the rows on their way. */
    JobWriter notComparable() {
        return new JobWriter(
                step, path, connector, opening, guarantee, unrepresentable, readBack, false, replaying, trial);
    }

    /** What its target can hold, and what is done with the rest. */
    public TargetLimits limits() {
        return new TargetLimits(connector.capabilities().contains(Capability.NON_FINITE_VALUES), unrepresentable);
    }

    /** What its target can be compared with the source by; null when it cannot. */
    @Nullable
    ReadBack comparison() {
        return comparable ? readBack : null;
    }

    /** The writer that brings single rows into the same target. @throws SluiceException NOT_SUPPORTED */
    JobWriter adding() {
        if (replaying == null) {
            throw new SluiceException(
                    CommonError.NOT_SUPPORTED,
                    "The writer of " + connector.profile().label() + " cannot add single rows to its target");
        }
        Guarantee kept = switch (guarantee) {
            case IDEMPOTENT, NOTHING_KEPT, WHOLE_FILES, PROGRESS_IN_TARGET -> guarantee;
            case AT_LEAST_ONCE, ALL_OR_NOTHING -> Guarantee.AT_LEAST_ONCE;
        };
        return new JobWriter(
                step, path, connector, replaying, kept, unrepresentable, readBack, comparable, replaying, null);
    }

    /** Makes the writer once the run has started. */
    @FunctionalInterface
    public interface Opening {
        Writer<?> open(TaskContext context) throws Exception;
    }

    /** Makes writers whose rows are rolled back. */
    public interface Trial {
        /** Why rows cannot be tried in the target; empty when they can. */
        Optional<TrialObstacle> obstacle(TaskContext context) throws Exception;

        Writer<?> open(TaskContext context) throws Exception;

        /** Whether a row whose key the target has already is refused, and not written over the other. */
        boolean refusesTakenKeys();
    }

    /** Makes a reader of what was written. */
    @FunctionalInterface
    public interface ReadBack {
        Reader<?> open(TaskContext context) throws Exception;
    }

    public static <C extends Record> JobWriter of(
            String step, Path path, Connector connector, WriterFactory<C> factory, C config) {
        ReadBack readBack = factory instanceof SupportsReadBack<C> readable
                ? context -> reader(connector, readable.readBack(config, context), context)
                : null;
        Opening replaying =
                factory instanceof SupportsReplay<C> again ? context -> again.replaying(config, context) : null;
        return new JobWriter(
                step,
                path,
                connector,
                context -> factory.create(config, context),
                factory.guarantee(config),
                factory.unrepresentable(config),
                readBack,
                true,
                replaying,
                factory instanceof SupportsTrial<C> trying ? trial(trying, config) : null);
    }

    private static <C extends Record> Trial trial(SupportsTrial<C> factory, C config) {
        return new Trial() {
            @Override
            public Optional<TrialObstacle> obstacle(TaskContext context) throws Exception {
                return factory.trialObstacle(config, context);
            }

            @Override
            public Writer<?> open(TaskContext context) throws Exception {
                return factory.trying(config, context);
            }

            @Override
            public boolean refusesTakenKeys() {
                return factory.refusesTakenKeys(config);
            }
        };
    }

    private static Reader<?> reader(Connector connector, ConfigValue.Obj parameters, TaskContext context)
            throws Exception {
        return reader(connector.reader().orElseThrow(), parameters, context);
    }

    private static <R extends Record> Reader<?> reader(
            ReaderFactory<R> factory, ConfigValue.Obj parameters, TaskContext context) throws Exception {
        return switch (factory.config().bind(parameters)) {
            case Bound.Valid<R> valid -> factory.create(valid.value(), context);
            case Bound.Invalid<R> invalid ->
                throw new SluiceException(CommonError.INTERNAL_ERROR, "Cannot read back: " + invalid.problems());
        };
    }
}
