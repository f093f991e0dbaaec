package io.sluice.script;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts {@code ${…}} in place of the secrets among the parameters of a step. */
final class SecretMask {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(password|passwd|pwd|passphrase|secret|access_?key|private_?key|api_?key|token|authorization|credentials?)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}]*\\}");
    private static final Pattern IN_URL = Pattern.compile(
            "(?i)(?<=[?&;,(\\s])((?:[\\w.-]*(?:password|passwd|pwd|secret|token|accesskey|apikey))\\s*=\\s*)(?!\\$\\{)([^&;,)\\s]+)");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(?<=://)([^/?#\\s:@]*):(?!\\$\\{)([^/?#\\s]+)@");

    private final List<Note> notes;
    private final Connections.Origin origin;

    SecretMask(List<Note> notes, Connections.Origin origin) {
        this.notes = notes;
        this.origin = origin;
    }

    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text.strip()).matches();
    }

    Obj masked(Obj parameter) {
        return masked(parameter, "");
    }

    private Obj masked(Obj object, String path) {
        Map<String, ConfigValue> clean = new LinkedHashMap<>();
        object.entries().forEach((name, value) -> {
            String inner = path.isEmpty() ? name : path + "." + name;
            clean.put(name, NAME.matcher(name).matches() ? secret(value, inner) : masked(value, inner));
        });
        return new Obj(clean);
    }

    private ConfigValue masked(ConfigValue value, String path) {
        return switch (value) {
            case Obj object -> masked(object, path);
            case Array array -> {
                List<ConfigValue> items = new ArrayList<>();
                array.items().forEach(item -> items.add(masked(item, path + "[" + items.size() + "]")));
                yield new Array(items);
            }
            case Text text -> new Text(url(text.value(), path));
            case ConfigValue.Num number -> number;
            case ConfigValue.Bool bool -> bool;
            case ConfigValue.Null none -> none;
        };
    }

    /** Text and numbers may be secrets; a switch such as {@code useSpecialSecret} is none. */
    private ConfigValue secret(ConfigValue value, String path) {
        return switch (value) {
            case Text text when text.value().isBlank() || isPlaceholder(text.value()) -> text;
            case Text ignored -> placeholder(path);
            case ConfigValue.Num ignored -> placeholder(path);
            case Array array -> {
                List<ConfigValue> items = new ArrayList<>();
                array.items().forEach(item -> items.add(secret(item, path + "[" + items.size() + "]")));
                yield new Array(items);
            }
            case Obj object -> masked(object, path);
            case ConfigValue.Bool bool -> bool;
            case ConfigValue.Null none -> none;
        };
    }

    private Text placeholder(String path) {
        String name = "${" + origin.role() + "_" + path.replaceAll("\\W+", "_").replaceAll("_$", "") + "}";
        notes.add(new Note(
                Note.Kind.MAPPED,
                origin.where() + "." + path,
                origin.where() + "." + path,
                Sentence.of("Secrets do not belong in a script; the placeholder {0} stands in its place", name)));
        return new Text(name);
    }

    private String url(String text, String path) {
        if (text.indexOf('=') < 0 && !text.contains("://")) {
            return text;
        }
        Matcher login = LOGIN_IN_URL.matcher(text);
        String masked = login.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + ":")
                + Matcher.quoteReplacement(placeholder(path).value()) + "@");
        boolean address = masked.contains("://") || masked.startsWith("jdbc:");
        return address
                ? IN_URL.matcher(masked)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(1) + placeholder(path).value()))
                : masked;
    }
}
