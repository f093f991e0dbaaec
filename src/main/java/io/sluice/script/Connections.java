package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import io.sluice.spi.config.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes connections that job files spell out, passwords above all, out of parameters and gives them names. */
final class Connections {
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwd",
            "accesskey",
            "accesskeysecret",
            "secretkey",
            "secretaccesskey",
            "accesssecret",
            "authpassword",
            "authtoken");
    private static final Pattern DATABASE = Pattern.compile("[/:]([A-Za-z0-9_-]+)(?:\\.\\w+)?/?(?:[?;].*)?$");

    private static final int URL_FOR_NAME = 300;

    private final List<InlineDataSource> found = new ArrayList<>();
    private final List<Note> notes;

    Connections(List<Note> notes) {
        this.notes = notes;
    }

    List<InlineDataSource> found() {
        return found;
    }

    static boolean areSpelledOut(Obj parameter) {
        return parameter.entries().entrySet().stream()
                .anyMatch(entry -> isSecret(entry.getKey())
                        || entry.getKey().equals("jdbcUrl")
                        || nested(entry.getValue()).stream().anyMatch(Connections::areSpelledOut));
    }

    private static List<Obj> nested(ConfigValue value) {
        if (value instanceof Obj object) {
            return List.of(object);
        }
        List<Obj> objects = new ArrayList<>();
        if (value instanceof Array array) {
            array.items().forEach(item -> objects.addAll(nested(item)));
        }
        return objects;
    }

    /** The parameters with names of data sources in place of URLs, user names and passwords. */
    Obj named(Obj parameter, String stepType, String where) {
        List<Obj> connections = connections(parameter);
        boolean spelledOut = connections.stream().anyMatch(connection -> url(connection) != null);
        Obj named = parameter;
        if (spelledOut) {
            List<Obj> renamed = new ArrayList<>();
            for (Obj connection : connections) {
                renamed.add(named(connection, parameter, stepType, where));
            }
            Obj rest = bare(parameter).without("connection");
            named = renamed.size() == 1 ? flattened(rest, renamed.get(0)) : sharded(rest, renamed);
        } else if (url(parameter) != null) {
            named = named(parameter, parameter, stepType, where);
        }
        return withoutSecrets(named, where);
    }

    private static List<Obj> connections(Obj parameter) {
        return parameter.find("connection").map(Connections::nested).orElse(List.of());
    }

    /** DataX tries the URLs of a reader in turn; the first is the one that counts here. */
    private static @Nullable String url(Obj connection) {
        ConfigValue value = connection.entries().get("jdbcUrl");
        ConfigValue first = value instanceof Array array && !array.items().isEmpty()
                ? array.items().get(0)
                : value;
        return first instanceof Text text && !text.value().isBlank()
                ? text.value().strip()
                : null;
    }

    private Obj named(Obj connection, Obj parameter, String stepType, String where) {
        String url = url(connection);
        if (url == null) {
            return connection;
        }
        if (connection.entries().get("jdbcUrl") instanceof Array urls
                && urls.items().size() > 1) {
            note(Note.Kind.UNSUPPORTED, where + ".jdbcUrl", "", "Only the first of several URLs is used");
        }
        Obj login = connection.find("username").isPresent() ? connection : parameter;
        String username = Findings.text(login, "username");
        Secret password = Secret.of(Findings.text(login, "password"));
        InlineDataSource source = source(stepType, url, username, password);
        note(
                Note.Kind.MAPPED,
                where + ".jdbcUrl",
                "datasource",
                "The connection became the data source '" + source.name() + "'");
        return joined(Obj.EMPTY.with("datasource", source.name()), bare(connection));
    }

    private static Obj bare(Obj connection) {
        return connection.without("jdbcUrl").without("username").without("password");
    }

    private InlineDataSource source(String stepType, String url, String username, Secret password) {
        for (InlineDataSource known : found) {
            if (known.jdbcUrl().equals(url)
                    && known.username().equals(username)
                    && known.password().equals(password)) {
                return known;
            }
        }
        Matcher database = DATABASE.matcher(url.substring(0, Math.min(url.length(), URL_FOR_NAME)));
        String base = stepType + (database.find() ? "_" + database.group(1) : "");
        String name = base;
        for (int number = 2; isTaken(name); number++) {
            name = base + "_" + number;
        }
        InlineDataSource source = new InlineDataSource(name, stepType, url, username, password);
        found.add(source);
        return source;
    }

    private boolean isTaken(String name) {
        return found.stream().anyMatch(known -> known.name().equals(name));
    }

    /** One connection: its data source, tables and query stand directly among the parameters. */
    private static Obj flattened(Obj parameter, Obj connection) {
        Obj merged = Obj.EMPTY;
        for (var entry : connection.entries().entrySet()) {
            merged = merged.with(entry.getKey(), single(entry.getValue()));
        }
        return joined(merged, parameter);
    }

    private static Obj joined(Obj first, Obj second) {
        Map<String, ConfigValue> entries = new LinkedHashMap<>(first.entries());
        entries.putAll(second.entries());
        return new Obj(entries);
    }

    private static ConfigValue single(ConfigValue value) {
        return value instanceof Array array && array.items().size() == 1
                ? array.items().get(0)
                : value;
    }

    private static Obj sharded(Obj parameter, List<Obj> connections) {
        Obj merged = Obj.EMPTY;
        Optional<ConfigValue> first = connections.get(0).find("datasource");
        if (first.isPresent()) {
            merged = merged.with("datasource", first.get());
        }
        merged = merged.with("connection", new Array(List.copyOf(connections)));
        return joined(merged, parameter);
    }

    private Obj withoutSecrets(Obj parameter, String where) {
        Map<String, ConfigValue> clean = new LinkedHashMap<>();
        parameter.entries().forEach((name, value) -> {
            String path = where + "." + name;
            if (isSecret(name)) {
                note(Note.Kind.UNSUPPORTED, path, "", "Secrets do not belong in a script; register a data source");
            } else {
                clean.put(name, withoutSecrets(value, path));
            }
        });
        return new Obj(clean);
    }

    private ConfigValue withoutSecrets(ConfigValue value, String where) {
        return switch (value) {
            case Obj object -> withoutSecrets(object, where);
            case Array array ->
                new Array(array.items().stream()
                        .map(item -> withoutSecrets(item, where))
                        .toList());
            case Text ignored -> value;
            case ConfigValue.Num ignored -> value;
            case ConfigValue.Bool ignored -> value;
            case ConfigValue.Null ignored -> value;
        };
    }

    private static boolean isSecret(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }

    private void note(Note.Kind kind, String from, String to, String message) {
        notes.add(new Note(kind, from, to, message));
    }
}
