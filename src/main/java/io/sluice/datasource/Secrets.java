package io.sluice.datasource;

import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.config.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes secrets out of settings and puts them back, led by the connector's description. */
final class Secrets {
    private Secrets() {}

    /**
     * Settings without their secrets.
     *
     * @param plain only what the description names: a stray entry could hold anything
     * @param secrets by path, blank ones left out
     */
    record Parted(ConfigValue.Obj plain, Map<String, Secret> secrets) {}

    static Parted part(ConfigSpec<?> spec, ConfigValue.Obj settings) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        return new Parted(part(spec, settings, "", secrets), secrets);
    }

    private static ConfigValue.Obj part(
            ConfigSpec<?> spec, ConfigValue.Obj settings, String prefix, Map<String, Secret> secrets) {
        Map<String, ConfigValue> plain = new LinkedHashMap<>();
        for (FieldSpec field : spec.fields()) {
            ConfigValue value = settings.entries().get(field.name());
            if (value == null) {
                continue;
            }
            String path = prefix + field.name();
            switch (field.type()) {
                case FieldType.SecretType ignored -> keep(value, path, secrets);
                case FieldType.GroupType group
                when value instanceof ConfigValue.Obj inner ->
                    plain.put(field.name(), part(group.spec(), inner, path + ".", secrets));
                case FieldType.GroupType ignored -> plain.put(field.name(), value);
                case FieldType.TextType ignored -> plain.put(field.name(), value);
                case FieldType.WholeType ignored -> plain.put(field.name(), value);
                case FieldType.BoolType ignored -> plain.put(field.name(), value);
                case FieldType.ChoiceType ignored -> plain.put(field.name(), value);
                case FieldType.ListType list -> {
                    requireNoSecret(list.element());
                    plain.put(field.name(), value);
                }
                case FieldType.MapType ignored -> plain.put(field.name(), value);
                case FieldType.AnyType ignored -> plain.put(field.name(), value);
            }
        }
        return new ConfigValue.Obj(plain);
    }

    /** Entries of a list move, so a secret in one would have no lasting place to be bound to. */
    private static void requireNoSecret(FieldType element) {
        boolean secret = element instanceof FieldType.SecretType
                || element instanceof FieldType.GroupType group
                        && group.spec().fields().stream()
                                .anyMatch(field -> field.type() instanceof FieldType.SecretType);
        if (secret) {
            throw new IllegalStateException("A connector describes a secret inside a list, which cannot be stored.");
        }
    }

    private static void keep(ConfigValue value, String path, Map<String, Secret> secrets) {
        String text = value instanceof ConfigValue.Null ? "" : value.toString();
        if (!text.isEmpty()) {
            secrets.put(path, Secret.of(text));
        }
    }

    /** The settings with secrets in their places, for a driver. */
    static ConfigValue.Obj join(ConfigValue.Obj plain, Map<String, Secret> secrets) {
        ConfigValue.Obj joined = plain;
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            joined = with(joined, secret.getKey(), secret.getValue());
        }
        return joined;
    }

    private static ConfigValue.Obj with(ConfigValue.Obj object, String path, Secret secret) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return object.with(path, new ConfigValue.Text(secret.reveal()));
        }
        String name = path.substring(0, dot);
        ConfigValue.Obj inner = object.find(name).orElse(ConfigValue.Obj.EMPTY) instanceof ConfigValue.Obj found
                ? found
                : ConfigValue.Obj.EMPTY;
        return object.with(name, with(inner, path.substring(dot + 1), secret));
    }
}
