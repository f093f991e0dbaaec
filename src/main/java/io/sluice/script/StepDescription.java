package io.sluice.script;

import io.sluice.spi.Connector;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One kind of reader or writer step.
 *
 * @param stepType as scripts spell it, in lower case
 * @param aliases other step types that mean the same connector
 * @param label name for people
 * @param parameters what its {@code parameter} may hold
 * @param needsDataSource whether it refers to a registered data source
 * @param check everything wrong with a {@code parameter} object, by path inside it; needs no connection
 */
public record StepDescription(
        String stepType,
        Set<String> aliases,
        Side side,
        String label,
        ConfigSpec<?> parameters,
        boolean needsDataSource,
        Function<ConfigValue.Obj, List<ConfigProblem>> check) {
    public StepDescription {
        aliases = Set.copyOf(aliases);
    }

    /** The reader of a connector, if it has one. */
    public static Optional<StepDescription> reader(Connector connector) {
        return connector.reader().map(factory -> of(connector, factory));
    }

    /** The writer of a connector, if it has one. */
    public static Optional<StepDescription> writer(Connector connector) {
        return connector.writer().map(factory -> of(connector, factory));
    }

    /** Whether this step type, in any spelling of its letters, means this step. */
    public boolean answersTo(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(stepType) || aliases.stream().anyMatch(lower::equalsIgnoreCase);
    }

    private static <C extends Record> StepDescription of(Connector connector, ReaderFactory<C> factory) {
        return of(connector, Side.READER, factory.config(), bound -> factory.check(bound));
    }

    private static <C extends Record> StepDescription of(Connector connector, WriterFactory<C> factory) {
        return of(connector, Side.WRITER, factory.config(), bound -> factory.check(bound));
    }

    private static <C extends Record> StepDescription of(
            Connector connector, Side side, ConfigSpec<C> spec, Function<C, List<ConfigProblem>> check) {
        return new StepDescription(
                connector.id(),
                connector.aliases(),
                side,
                connector.profile().label(),
                spec,
                connector.dataSource().isPresent(),
                values -> problems(spec.bind(values), check));
    }

    private static <C extends Record> List<ConfigProblem> problems(
            Bound<C> bound, Function<C, List<ConfigProblem>> check) {
        List<ConfigProblem> problems = new ArrayList<>(bound.allProblems());
        if (bound instanceof Bound.Valid<C> valid) {
            problems.addAll(check.apply(valid.value()));
        }
        return problems;
    }
}
