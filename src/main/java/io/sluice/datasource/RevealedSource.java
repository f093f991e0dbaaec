package io.sluice.datasource;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.spi.Connector;
import io.sluice.spi.FileAccess;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Works in a data source with its secrets, of which no answer holds any. */
@Component
class RevealedSource {
    private final DataSourceService sources;
    private final Systems systems;

    RevealedSource(DataSourceService sources, Systems systems) {
        this.sources = sources;
        this.systems = systems;
    }

    /** What is done in a data source. @param <C> what its connector must be able to do */
    @FunctionalInterface
    interface Work<C, T> {
        T in(C connector, ConfigValue.Obj settings, FileAccess files) throws Exception;
    }

    /** Works on this thread. @param able what the connector must be able to do */
    <C, T> Answer<T> work(Member member, String dataSource, Class<C> able, Work<C, T> work) {
        Connector connector = sources.findByName(member, dataSource)
                .flatMap(source -> systems.connectors().find(source.type()))
                .orElse(null);
        if (!able.isInstance(connector) || connector == null) {
            return new Answer.Unknown<>(
                    "There is no data source named '" + dataSource + "' that tables can be made in.");
        }
        List<String> secrets = new CopyOnWriteArrayList<>();
        return LookOutcome.whole(dataSource, connector, secrets, systems.clock(), () -> {
            ConfigValue.Obj settings = sources.reveal(member, dataSource)
                    .orElseThrow(() -> new SluiceException(
                            CommonError.DATA_SOURCE_UNKNOWN, "The data source was deleted meanwhile"))
                    .settings();
            connector
                    .dataSource()
                    .ifPresent(spec -> Secrets.part(spec, settings)
                            .secrets()
                            .forEach((path, secret) -> secrets.add(secret.reveal())));
            return work.in(able.cast(connector), settings, systems.files());
        });
    }
}
