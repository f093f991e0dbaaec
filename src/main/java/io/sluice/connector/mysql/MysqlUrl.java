package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcUrl;
import io.sluice.connector.jdbc.TlsMode;
import io.sluice.spi.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns what MySQL URLs say about encryption into the field for it, and checks the other properties. */
final class MysqlUrl {
    private MysqlUrl() {}

    static ConfigValue.Obj toSettings(JdbcUrl url) {
        Map<String, String> rest = new LinkedHashMap<>();
        TlsMode tls = TlsMode.DISABLE;
        for (Map.Entry<String, String> property : url.properties().entrySet()) {
            String value = property.getValue().toLowerCase(Locale.ROOT);
            switch (property.getKey()) {
                case "useSSL", "requireSSL" ->
                    tls = value.equals("true") && tls == TlsMode.DISABLE ? TlsMode.REQUIRE : tls;
                case "sslMode" -> tls = tls(value);
                default -> rest.put(property.getKey(), property.getValue());
            }
        }
        Map<String, String> accepted = MysqlDataSource.PROPERTIES.check(rest);
        ConfigValue.Obj settings = new JdbcUrl(url.host(), url.port(), url.database(), accepted).toSettings();
        return switch (tls) {
            case DISABLE -> settings;
            case REQUIRE -> settings.with("tls", "require");
            case VERIFY_CA -> settings.with("tls", "verifyCa");
            case VERIFY_FULL -> settings.with("tls", "verifyFull");
        };
    }

    private static TlsMode tls(String word) {
        return switch (word.replace('_', '-')) {
            case "disable", "disabled", "preferred" -> TlsMode.DISABLE;
            case "verify-ca" -> TlsMode.VERIFY_CA;
            case "verify-full", "verify-identity" -> TlsMode.VERIFY_FULL;
            default -> TlsMode.REQUIRE;
        };
    }
}
