package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcUrl;
import io.sluice.connector.jdbc.TlsMode;
import io.sluice.spi.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns what PostgreSQL URLs say about encryption into the field for it, and checks the other properties. */
final class PostgresqlUrl {
    private PostgresqlUrl() {}

    static ConfigValue.Obj toSettings(JdbcUrl url) {
        Map<String, String> rest = new LinkedHashMap<>();
        TlsMode tls = TlsMode.DISABLE;
        for (Map.Entry<String, String> property : url.properties().entrySet()) {
            String value = property.getValue().toLowerCase(Locale.ROOT);
            switch (property.getKey()) {
                case "ssl" -> tls = value.equals("true") && tls == TlsMode.DISABLE ? TlsMode.REQUIRE : tls;
                case "sslmode" -> tls = tls(value);
                default -> rest.put(property.getKey(), property.getValue());
            }
        }
        Map<String, String> accepted = PostgresqlDataSource.PROPERTIES.check(rest);
        ConfigValue.Obj settings = new JdbcUrl(url.host(), url.port(), url.database(), accepted).toSettings();
        return switch (tls) {
            case DISABLE -> settings;
            case REQUIRE -> settings.with("tls", "require");
            case VERIFY_CA -> settings.with("tls", "verifyCa");
            case VERIFY_FULL -> settings.with("tls", "verifyFull");
        };
    }

    private static TlsMode tls(String word) {
        return switch (word) {
            case "disable", "allow", "prefer" -> TlsMode.DISABLE;
            case "verify-ca" -> TlsMode.VERIFY_CA;
            case "verify-full" -> TlsMode.VERIFY_FULL;
            default -> TlsMode.REQUIRE;
        };
    }
}
