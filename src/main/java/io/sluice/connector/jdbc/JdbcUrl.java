package io.sluice.connector.jdbc;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL of the plain form {@code jdbc:scheme://host[:port]/database[?name=value&…]}, taken apart to fields. No
 * URL of a user reaches a driver; only its fields do, after their checks.
 */
public record JdbcUrl(String host, int port, String database, Map<String, String> properties) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9+:]+)://(\\[[^\\]]*\\]|[^/:?#]+)(:(\\d{1,5}))?" + "(/([^?#/]*))?(\\?(.*))?");

    public JdbcUrl {
        properties = Map.copyOf(properties);
    }

    /**
     * Takes {@code url} apart.
     *
     * @param scheme the only accepted beginning, for example {@code jdbc:mysql}
     * @throws SluiceException PARAMETER_INVALID for another form, HOST_INVALID for a strange host
     */
    public static JdbcUrl parse(String url, String scheme, int defaultPort) {
        Matcher form = FORM.matcher(url);
        if (!form.matches() || !form.group(1).equals(scheme)) {
            throw new SluiceException(
                    CommonError.PARAMETER_INVALID,
                    "Only URLs of the form " + scheme + "://host:port/database are read");
        }
        String host = form.group(2);
        HostName.forUrl(host);
        int port = form.group(4) == null ? defaultPort : Integer.parseInt(form.group(4));
        if (port < 1 || port > 65_535) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "The port " + port + " is outside 1 to 65535");
        }
        String database = form.group(6) == null ? "" : decode(form.group(6));
        return new JdbcUrl(host, port, database, query(form.group(8) == null ? "" : form.group(8)));
    }

    private static Map<String, String> query(String query) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                String name = decode(at < 0 ? pair : pair.substring(0, at));
                properties.put(name, at < 0 ? "true" : decode(pair.substring(at + 1)));
            }
        }
        return properties;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "The URL has a broken percent sign", e);
        }
    }

    /** The fields as data source settings, without user and password. */
    public ConfigValue.Obj toSettings() {
        ConfigValue.Obj settings = ConfigValue.Obj.EMPTY
                .with("host", host)
                .with("port", new ConfigValue.Num(port))
                .with("database", database);
        if (properties.isEmpty()) {
            return settings;
        }
        Map<String, ConfigValue> texts = new LinkedHashMap<>();
        properties.forEach((name, value) -> texts.put(name, new ConfigValue.Text(value)));
        return settings.with("properties", new ConfigValue.Obj(texts));
    }

    /** The URL that an exported job shows for settings; no user, no password, no properties beyond the allow-list. */
    public static String spell(String scheme, ConfigValue.Obj settings, int defaultPort) {
        String host =
                HostName.forUrl(settings.find("host").map(Object::toString).orElse(""));
        String port = settings.find("port").map(Object::toString).orElse(Integer.toString(defaultPort));
        String database = settings.find("database").map(Object::toString).orElse("");
        return scheme + "://" + host + ":" + port + "/" + encode(database);
    }

    /** Percent-encodes everything that has a meaning in a URL. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
