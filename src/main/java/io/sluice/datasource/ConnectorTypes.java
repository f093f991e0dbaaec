package io.sluice.datasource;

import io.sluice.engine.Connectors;
import io.sluice.spi.Connector;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connectors data sources can be made for. */
@Component
class ConnectorTypes {
    private final List<Connector> connectors;

    ConnectorTypes(Connectors all) {
        connectors = all.all().stream()
                .filter(connector -> connector.dataSource().isPresent())
                .sorted(Comparator.comparing(connector -> connector.profile().label()))
                .toList();
    }

    List<Connector> all() {
        return connectors;
    }

    Optional<Connector> find(String type) {
        String wanted = type.toLowerCase(Locale.ROOT);
        return connectors.stream()
                .filter(connector ->
                        connector.id().equals(wanted) || connector.aliases().contains(wanted))
                .findFirst();
    }
}
