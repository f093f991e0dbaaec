package io.sluice.datasource;

import io.sluice.spi.config.ConfigValue;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registered data source as its workspace may see it.
 *
 * @param type id of its connector
 * @param settings as the connector's description names them, without secrets
 * @param secretsSet paths of the secret fields that have a value
 * @param revision grows by one with every change
 * @param lastTest null when it was never tested, or changed since
 */
public record DataSource(
        UUID id,
        String name,
        String type,
        String description,
        ConfigValue.Obj settings,
        Set<String> secretsSet,
        long revision,
        Instant changedAt,
        String changedBy,
        @Nullable TestReport lastTest) {
    public DataSource {
        secretsSet = Set.copyOf(secretsSet);
    }
}
