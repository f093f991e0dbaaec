package io.sluice.jobfile;

import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.Connectors;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.InlineDataSource;
import io.sluice.spi.Connector;
import io.sluice.spi.SupportsJdbcUrl;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Secret;
import io.sluice.workspace.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connectors of this installation, as job files speak of them. */
@Component
class JobCatalog {
    private final Connectors connectors;
    private final DataSourceService dataSources;

    JobCatalog(Connectors connectors, DataSourceService dataSources) {
        this.connectors = connectors;
        this.dataSources = dataSources;
    }

    /** A connector whose data sources can be written as URLs. */
    record UrlConnector(Connector connector, SupportsJdbcUrl urls) {}

    Optional<UrlConnector> withUrls(String stepType) {
        return connectors.find(stepType).flatMap(JobCatalog::withUrls);
    }

    private static Optional<UrlConnector> withUrls(Connector connector) {
        return connector instanceof SupportsJdbcUrl urls
                ? Optional.of(new UrlConnector(connector, urls))
                : Optional.empty();
    }

    /** What a script may name in a workspace, and these data sources beside it. */
    Catalog catalog(Member member, Map<String, String> more) {
        Map<String, String> types = new HashMap<>(more);
        dataSources.list(member).forEach(source -> types.put(source.name(), source.type()));
        return new ConnectorCatalog(connectors.all(), types);
    }

    /** A registered data source as a job file spells it out, without its password. */
    Optional<InlineDataSource> inline(DataSource source) {
        return withUrls(source.type())
                .map(found -> new InlineDataSource(
                        source.name(),
                        source.type(),
                        found.urls().toJdbcUrl(source.settings()),
                        source.settings()
                                .find("username")
                                .map(ConfigValue::toString)
                                .orElse(""),
                        Secret.of("")));
    }
}
