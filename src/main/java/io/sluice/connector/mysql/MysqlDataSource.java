package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.PropertyRules;
import io.sluice.connector.jdbc.PropertyRules.Form;
import io.sluice.connector.jdbc.ServerAddress;
import io.sluice.connector.jdbc.TlsMode;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Range;
import io.sluice.spi.config.Secret;
import java.util.Map;

/** A registered MySQL or MariaDB database. Creating one checks host and properties. */
public record MysqlDataSource(
        @Field(label = "Host", help = "Name or address of the server.", example = "db.example.org")
        String host,

        @Field(label = "Port", byDefault = "3306") @Range(min = 1, max = 65_535)
        int port,

        @Field(
                label = "Database",
                help = "May stay empty when tasks name tables as database.table.",
                byDefault = "",
                example = "shop")
        String database,

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
                help = "Properties of the MariaDB client; only harmless ones are accepted.",
                example = "{\"connectTimeout\": \"10000\"}",
                byDefault = "{}",
                advanced = true)
        Map<String, String> properties) {
    static final PropertyRules PROPERTIES = PropertyRules.ignoring(
                    "characterEncoding",
                    "useUnicode",
                    "zeroDateTimeBehavior",
                    "serverTimezone",
                    "rewriteBatchedStatements",
                    "autoReconnect",
                    "tinyInt1isBit",
                    "yearIsDateType",
                    "useCursorFetch",
                    "connectionCollation",
                    "noAccessToProcedureBodies")
            .allow(
                    Form.WHOLE,
                    "connectTimeout",
                    "socketTimeout",
                    "tcpKeepIdle",
                    "tcpKeepCount",
                    "tcpKeepInterval",
                    "maxAllowedPacket",
                    "prepStmtCacheSize")
            .allow(Form.TRUTH, "tcpKeepAlive", "useCompression", "allowPublicKeyRetrieval", "useReadAheadInput")
            .allow(Form.WORD, "enabledSslProtocolSuites", "servicePrincipalName");

    public MysqlDataSource {
        properties = Map.copyOf(properties);
        PROPERTIES.check(properties);
        new ServerAddress(host, port, database, new ServerAddress.Login(username, password), tls, Map.of());
    }

    ServerAddress address() {
        return new ServerAddress(
                host, port, database, new ServerAddress.Login(username, password), tls, PROPERTIES.check(properties));
    }
}
