package io.sluice.cli;

import io.sluice.engine.Connectors;
import io.sluice.engine.NamedSource;
import io.sluice.script.ImportedJob;
import io.sluice.script.InlineDataSource;
import io.sluice.script.JobDialects;
import io.sluice.spi.SupportsJdbcUrl;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.SluiceException;
import java.util.Optional;

/** Brings a job of any dialect into the native one. */
final class NativeJob {
    private NativeJob() {}

    /**
     * @param sources takes the data sources that the job itself describes
     * @throws InvalidInput when a URL in the job cannot be used
     */
    static ImportedJob read(String text, Connectors connectors, SourceFile sources) throws InvalidInput {
        ImportedJob job = JobDialects.read(
                text, (stepType, url) -> connectors.find(stepType).orElse(null) instanceof SupportsJdbcUrl);
        for (InlineDataSource inline : job.dataSources()) {
            sources.add(named(inline, connectors));
        }
        return job;
    }

    private static NamedSource named(InlineDataSource inline, Connectors connectors) throws InvalidInput {
        SupportsJdbcUrl connector = connectors
                .find(inline.stepType())
                .filter(SupportsJdbcUrl.class::isInstance)
                .map(SupportsJdbcUrl.class::cast)
                .orElseThrow();
        try {
            ConfigValue.Obj settings = connector
                    .fromJdbcUrl(inline.jdbcUrl())
                    .with("username", inline.username())
                    .with("password", inline.password().reveal());
            return new NamedSource(inline.name(), inline.stepType(), settings);
        } catch (SluiceException e) {
            throw new InvalidInput(e.code().name(), String.valueOf(e.getMessage()));
        }
    }

    /** A data source as an exported job spells it out, without its password. */
    static Optional<InlineDataSource> inline(NamedSource source, Connectors connectors) {
        return connectors
                .find(source.type())
                .filter(SupportsJdbcUrl.class::isInstance)
                .map(SupportsJdbcUrl.class::cast)
                .map(connector -> new InlineDataSource(
                        source.name(),
                        source.type(),
                        connector.toJdbcUrl(source.settings()),
                        source.settings()
                                .find("username")
                                .map(ConfigValue::toString)
                                .orElse(""),
                        io.sluice.spi.config.Secret.of("")));
    }
}
