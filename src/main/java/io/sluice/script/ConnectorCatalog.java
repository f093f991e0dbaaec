package io.sluice.script;

import io.sluice.script.transform.Transform;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A catalog of given connectors and given data sources. */
public final class ConnectorCatalog implements Catalog {
    private final List<StepDescription> steps = new ArrayList<>();
    private final Map<String, String> dataSources;
    private final Function<Transform, List<ConfigProblem>> check;

    /** @param dataSources types by name */
    public ConnectorCatalog(Collection<? extends Connector> connectors, Map<String, String> dataSources) {
        this(connectors, dataSources, transform -> List.of());
    }

    /**
     * @param dataSources types by name
     * @param check says what is wrong with a step between reader and writer
     */
    public ConnectorCatalog(
            Collection<? extends Connector> connectors,
            Map<String, String> dataSources,
            Function<Transform, List<ConfigProblem>> check) {
        this.check = check;
        for (Connector connector : connectors) {
            StepDescription.reader(connector).ifPresent(steps::add);
            StepDescription.writer(connector).ifPresent(steps::add);
        }
        this.dataSources = Map.copyOf(dataSources);
    }

    @Override
    public Optional<StepDescription> step(String stepType, Side side) {
        return steps.stream()
                .filter(step -> step.side() == side && step.answersTo(stepType))
                .findFirst();
    }

    @Override
    public List<StepDescription> steps() {
        return List.copyOf(steps);
    }

    @Override
    public List<ConfigProblem> problems(Transform transform) {
        return check.apply(transform);
    }

    @Override
    public Optional<String> dataSourceType(String name) {
        return Optional.ofNullable(dataSources.get(name));
    }

    @Override
    public List<String> dataSources() {
        return dataSources.keySet().stream().sorted().toList();
    }
}
