package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.PropertyRules;
import io.sluice.connector.jdbc.PropertyRules.Form;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.TlsMode;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;
import io.sluice.spi.config.Secret;
import java.util.Map;

/** A registered PostgreSQL database. Creating one checks host and properties. */
public record PostgresqlDataSource(
        @Field(label = "Host", help = "Name or address of the server.", example = "db.example.org")
        String host,

        @Field(label = "Port", byDefault = "5432") @Range(min = 1, max = 65_535)
        int port,

        @Field(label = "Database", example = "shop") String database,
        @Field(label = "User", example = "sluice") String username,

        @Field(label = "Password", byDefault = "", blankIsValue = true)
        Secret password,

        @Field(
                label = "Encryption",
                help = "How the connection is encrypted and the server checked.",
                byDefault = "disable")
        TlsMode tls,

        @Field(
                label = "Connection properties",
                help = "Properties of the PostgreSQL driver; only harmless ones are accepted.",
                example = "{\"currentSchema\": \"sales\"}",
                byDefault = "{}",
                advanced = true)
        Map<String, String> properties) {
    static final PropertyRules PROPERTIES = PropertyRules.ignoring(
                    "stringtype", "reWriteBatchedInserts", "defaultRowFetchSize", "useUnicode", "characterEncoding")
            .allow(
                    Form.WHOLE,
                    "connectTimeout",
                    "socketTimeout",
                    "loginTimeout",
                    "cancelSignalTimeout",
                    "prepareThreshold")
            .allow(Form.TRUTH, "tcpKeepAlive", "tcpNoDelay")
            .allow(Form.WORD, "currentSchema", "targetServerType", "gssEncMode", "channelBinding", "ApplicationName");

    public PostgresqlDataSource {
        properties = Map.copyOf(properties);
        PROPERTIES.check(properties);
        new ServerAddress(host, port, database, new ServerAddress.Login(username, password), tls, Map.of());
    }

    ServerAddress address() {
        return new ServerAddress(
                host, port, database, new ServerAddress.Login(username, password), tls, PROPERTIES.check(properties));
    }
}
