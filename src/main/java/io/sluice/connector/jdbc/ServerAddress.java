package io.sluice.connector.jdbc;

import io.sluice.spi.config.Secret;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Map;

/**
 * Where and as whom to connect, checked as far as that is possible without a network.
 *
 * @param properties already checked against the connector's {@link PropertyRules}
 */
public record ServerAddress(
        String host, int port, String database, Login login, TlsMode tls, Map<String, String> properties) {
    public ServerAddress {
        HostName.forUrl(host);
        if (database.indexOf('\0') >= 0) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "A database name cannot hold a NUL character");
        }
        properties = Map.copyOf(properties);
    }

    /** Who connects. */
    public record Login(String user, Secret password) {}

    public String hostForUrl() {
        return HostName.forUrl(host);
    }
}
