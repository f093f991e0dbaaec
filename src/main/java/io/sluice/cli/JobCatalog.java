package io.sluice.cli;

import io.sluice.engine.Connectors;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.spi.Connector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the steps a job asks for, and no others, because describing all of them would take longer than a small job. */
record JobCatalog(Connectors connectors, Map<String, String> sourceTypes) implements Catalog {
    @Override
    public Optional<StepDescription> step(String stepType, Side side) {
        Optional<Connector> connector = connectors.find(stepType);
        return switch (side) {
            case READER -> connector.flatMap(StepDescription::reader);
            case WRITER -> connector.flatMap(StepDescription::writer);
        };
    }

    @Override
    public List<StepDescription> steps() {
        return new ConnectorCatalog(connectors.all(), sourceTypes).steps();
    }

    @Override
    public Optional<String> dataSourceType(String name) {
        return Optional.ofNullable(sourceTypes.get(name));
    }

    @Override
    public List<String> dataSources() {
        return sourceTypes.keySet().stream().sorted().toList();
    }
}
