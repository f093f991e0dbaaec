package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import io.sluice.spi.config.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes connections that job files spell out, passwords above all, out of parameters and gives them names. */
final class Connections {
    private static final Pattern DATABASE = Pattern.compile("[/:]([A-Za-z0-9_-]+)(?:\\.\\w+)?/?(?:[?;].*)?$");
    private static final Set<String> FLAT = Set.of("jdbcUrl", "username", "password", "table", "querySql");
    private static final int URL_FOR_NAME = 300;
    private static final int LONGEST_NAME = 50;

    private final List<InlineDataSource> found = new ArrayList<>();
    private final List<Note> notes;
    private final BiPredicate<String, String> registrable;

    Connections(List<Note> notes, BiPredicate<String, String> registrable) {
        this.notes = notes;
        this.registrable = registrable;
    }

    /**
     * The step that parameters belong to.
     *
     * @param role its category, for the names of placeholders
     * @param where path of the parameters in the job file
     */
    record Origin(String stepType, String role, String where) {}

    List<InlineDataSource> found() {
        return found;
    }

    /** The parameters with names of data sources in place of URLs, user names and passwords. */
    Obj named(Obj parameter, Origin origin) {
        List<Obj> connections = objects(parameter.entries().get("connection"));
        boolean spelledOut = connections.stream().anyMatch(connection -> url(connection) != null);
        Obj named = parameter;
        if (spelledOut && connections.stream().allMatch(connection -> canBeNamed(connection, parameter, origin))) {
            List<Obj> renamed = connections.stream()
                    .map(connection -> named(connection, parameter, origin))
                    .toList();
            Obj rest = bare(parameter).without("connection");
            boolean flat = connections.size() == 1
                    && FLAT.containsAll(connections.get(0).entries().keySet())
                    && renamed.get(0).entries().keySet().stream().noneMatch(rest.entries()::containsKey);
            named = flat ? flattened(rest, renamed.get(0)) : sharded(rest, renamed);
        } else if (spelledOut) {
            note(Note.Kind.UNSUPPORTED, origin.where() + ".connection", "", STAYS);
        } else if (url(parameter) != null && canBeNamed(parameter, parameter, origin)) {
            named = named(parameter, parameter, origin);
        } else if (url(parameter) != null) {
            note(Note.Kind.UNSUPPORTED, origin.where() + ".jdbcUrl", "", STAYS);
        }
        return new SecretMask(notes, origin).masked(named);
    }

    private static final Sentence STAYS =
            Sentence.of("The connection stays in the script, because no data source can be made of it");

    private static List<Obj> objects(@Nullable ConfigValue value) {
        if (value instanceof Obj object) {
            return List.of(object);
        }
        List<Obj> objects = new ArrayList<>();
        if (value instanceof Array array) {
            array.items().forEach(item -> objects.addAll(objects(item)));
        }
        return objects;
    }

    /** A URL or user with parameters of its own is not the same at every run, so it is no data source. */
    private boolean canBeNamed(Obj connection, Obj parameter, Origin origin) {
        String url = url(connection);
        if (url == null) {
            return true;
        }
        String user = Findings.text(login(connection, parameter), "username");
        return !url.contains("${") && !user.contains("${") && registrable.test(origin.stepType(), url);
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

    private static Obj login(Obj connection, Obj parameter) {
        return connection.find("username").isPresent() ? connection : parameter;
    }

    private Obj named(Obj connection, Obj parameter, Origin origin) {
        String url = url(connection);
        if (url == null) {
            return connection;
        }
        if (connection.entries().get("jdbcUrl") instanceof Array urls
                && urls.items().size() > 1) {
            note(
                    Note.Kind.UNSUPPORTED,
                    origin.where() + ".jdbcUrl",
                    "",
                    Sentence.of("Only the first of several URLs is used"));
        }
        Obj login = login(connection, parameter);
        String password = Findings.text(login, "password");
        Secret secret = Secret.of(SecretMask.isPlaceholder(password) ? "" : password);
        InlineDataSource source = source(origin.stepType(), url, Findings.text(login, "username"), secret);
        note(
                Note.Kind.MAPPED,
                origin.where() + ".jdbcUrl",
                "datasource",
                Sentence.of("The connection became the data source '{0}'", source.name()));
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
        String whole = stepType + (database.find() ? "_" + database.group(1) : "");
        String base = whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
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

    private void note(Note.Kind kind, String from, String to, Sentence message) {
        notes.add(new Note(kind, from, to, message));
    }
}
