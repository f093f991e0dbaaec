package io.sluice.datasource;

import io.sluice.datasource.DataSourceRepository.Stored;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the check of a draft found. */
sealed interface Checked {
    record Wrong(List<FieldProblem> problems) implements Checked {}

    /**
     * A draft its connector accepts.
     *
     * @param plain its settings without secrets
     * @param secrets the typed ones, and the stored ones where none were typed
     * @param stored the data source it changes; null for a new one
     */
    record Fine(
            Connector connector,
            ConfigValue.Obj plain,
            Map<String, Secret> secrets,
            @Nullable Stored stored) implements Checked {
        ConfigValue.Obj whole() {
            return Secrets.join(plain, secrets);
        }
    }
}
