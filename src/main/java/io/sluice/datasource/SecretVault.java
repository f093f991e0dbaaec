package io.sluice.datasource;

import io.sluice.security.SecretStore;
import io.sluice.spi.config.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The sealed secrets of data sources, each bound to its workspace, data source and field. */
@Component
class SecretVault {
    private final DataSourceRepository sources;
    private final SecretStore seals;

    SecretVault(DataSourceRepository sources, SecretStore seals) {
        this.sources = sources;
        this.seals = seals;
    }

    Set<String> paths(UUID workspace, UUID source) {
        return sources.secrets(workspace, source).keySet();
    }

    Map<String, Secret> open(UUID workspace, UUID source) {
        Map<String, Secret> open = new HashMap<>();
        sources.secrets(workspace, source)
                .forEach((path, seal) -> open.put(path, seals.open(seal, place(workspace, source, path))));
        return open;
    }

    void replace(UUID workspace, UUID source, Map<String, Secret> secrets) {
        sources.deleteSecrets(workspace, source);
        secrets.forEach((path, secret) ->
                sources.putSecret(workspace, source, path, seals.seal(secret, place(workspace, source, path))));
    }

    private static List<String> place(UUID workspace, UUID source, String path) {
        return List.of(workspace.toString(), source.toString(), path);
    }
}
