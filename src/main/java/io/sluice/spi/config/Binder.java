package io.sluice.spi.config;

import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigProblem.Kind;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns trees of values into configuration records and collects everything that is wrong on the way. */
final class Binder {
    private static final int NUMBER_TEXT_LIMIT = 40;

    private final List<ConfigProblem> problems;

    Binder(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /** Null when a field is missing or wrong; the problems tell which. */
    <R extends Record> @Nullable R record(ConfigSpec<R> spec, ConfigValue.Obj values, String path) {
        warnOfUnknown(spec, values, path);
        return record(spec.type(), spec.fields().iterator(), values, path);
    }

    /** @param fields those of the record are the next ones, in the order of its components */
    private <R extends Record> @Nullable R record(
            Class<R> type, Iterator<FieldSpec> fields, ConfigValue.Obj values, String path) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new Object[components.length];
        int before = errors();
        for (int i = 0; i < components.length; i++) {
            Class<?> target = components[i].getType();
            arguments[i] = components[i].isAnnotationPresent(Inline.class)
                    ? record(target.asSubclass(Record.class), fields, values, path)
                    : value(fields.next(), target, type, values, path);
        }
        return errors() > before ? null : create(type, components, arguments, path);
    }

    private int errors() {
        return (int) problems.stream().filter(ConfigProblem::isError).count();
    }

    private void warnOfUnknown(ConfigSpec<?> spec, ConfigValue.Obj values, String path) {
        Set<String> known = spec.fields().stream().map(FieldSpec::name).collect(Collectors.toSet());
        for (String name : values.entries().keySet()) {
            if (!known.contains(name)) {
                String near = Nearest.of(name, known);
                Sentence said = near == null
                        ? Sentence.of("Unknown parameter '{0}': it is ignored", name)
                        : Sentence.of("Unknown parameter '{0}': did you mean '{1}'?", name, near);
                problems.add(new ConfigProblem(child(path, name), Kind.UNKNOWN, said, near));
            }
        }
    }

    private @Nullable Object value(
            FieldSpec field, Class<?> target, Class<?> owner, ConfigValue.Obj values, String parent) {
        String path = child(parent, field.name());
        ConfigValue value = values.entries().get(field.name());
        if (value == null || value instanceof ConfigValue.Null || unset(field, value)) {
            if (field.byDefault() == null) {
                if (field.required()) {
                    problems.add(new ConfigProblem(path, Kind.MISSING, Sentence.of("'{0}' is required", field.name())));
                }
                return null;
            }
            value = defaultValue(field);
        }
        return convert(field.type(), component(owner, field.name(), target), value, path);
    }

    private static boolean unset(FieldSpec field, ConfigValue value) {
        boolean empty = value instanceof ConfigValue.Text text && text.value().isEmpty()
                || value instanceof ConfigValue.Array array && array.items().isEmpty();
        return empty && !field.blankIsValue();
    }

    private static ConfigValue defaultValue(FieldSpec field) {
        String text = field.byDefault() == null ? "" : field.byDefault();
        return switch (field.type()) {
            case FieldType.ListType ignored when text.equals("[]") -> new ConfigValue.Array(List.of());
            case FieldType.MapType ignored -> ConfigValue.Obj.EMPTY;
            case FieldType.GroupType ignored when text.equals("{}") -> ConfigValue.Obj.EMPTY;
            default -> new ConfigValue.Text(text);
        };
    }

    /** The Java type of a value: that of the component, or of its elements when it is a list. */
    private static Class<?> component(Class<?> owner, String name, Class<?> raw) {
        if (raw != List.class) {
            return raw;
        }
        for (RecordComponent component : owner.getRecordComponents()) {
            if (component.getName().equals(name)
                    && component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
                return element;
            }
        }
        return raw;
    }

    private @Nullable Object convert(FieldType type, Class<?> target, ConfigValue value, String path) {
        return switch (type) {
            case FieldType.TextType ignored -> text(value, path);
            case FieldType.SecretType ignored -> secret(value, path);
            case FieldType.WholeType whole -> whole(whole, target, value, path);
            case FieldType.BoolType ignored -> bool(value, path);
            case FieldType.ChoiceType choice -> choice(choice, target, value, path);
            case FieldType.ListType list -> list(list, target, value, path);
            case FieldType.MapType ignored -> map(value, path);
            case FieldType.GroupType group -> group(group.spec(), value, path);
            case FieldType.AnyType ignored -> value;
        };
    }

    private @Nullable String text(ConfigValue value, String path) {
        return switch (value) {
            case ConfigValue.Text text -> text.value();
            case ConfigValue.Num number -> number.spelling();
            case ConfigValue.Bool bool -> Boolean.toString(bool.value());
            case ConfigValue.Null ignored -> wrongType(path, Sentence.of("Expected a text"));
            case ConfigValue.Array ignored -> wrongType(path, Sentence.of("Expected a text"));
            case ConfigValue.Obj ignored -> wrongType(path, Sentence.of("Expected a text"));
        };
    }

    private @Nullable Secret secret(ConfigValue value, String path) {
        String text = text(value, path);
        return text == null ? null : Secret.of(text);
    }

    private @Nullable Object whole(FieldType.WholeType type, Class<?> target, ConfigValue value, String path) {
        String spelling = value instanceof ConfigValue.Num || value instanceof ConfigValue.Text ? value.toString() : "";
        BigDecimal number = number(spelling.strip());
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return wrongType(path, Sentence.of("Expected a whole number"));
        }
        if (number.compareTo(BigDecimal.valueOf(type.min())) < 0
                || number.compareTo(BigDecimal.valueOf(type.max())) > 0) {
            problems.add(new ConfigProblem(
                    path,
                    Kind.OUT_OF_RANGE,
                    Sentence.of("{0} is outside {1} to {2}", spelling, type.min(), type.max())));
            return null;
        }
        boolean narrow = target == int.class || target == Integer.class;
        if (narrow) {
            return number.intValueExact();
        }
        return number.longValueExact();
    }

    private static @Nullable BigDecimal number(String spelling) {
        if (spelling.isEmpty() || spelling.length() > NUMBER_TEXT_LIMIT) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(spelling);
            return Math.abs((long) number.scale()) > NUMBER_TEXT_LIMIT ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Boolean bool(ConfigValue value, String path) {
        if (value instanceof ConfigValue.Bool bool) {
            return bool.value();
        }
        String word = value instanceof ConfigValue.Text text ? text.value().toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> wrongType(path, Sentence.of("Expected true or false"));
        };
    }

    private @Nullable Object choice(FieldType.ChoiceType type, Class<?> target, ConfigValue value, String path) {
        String given = value instanceof ConfigValue.Text text ? text.value() : value.toString();
        int at = 0;
        for (FieldType.Choice known : type.choices()) {
            if (known.value().equalsIgnoreCase(given)) {
                return target.getEnumConstants()[at];
            }
            at++;
        }
        Set<String> words = type.choices().stream().map(FieldType.Choice::value).collect(Collectors.toSet());
        String all = type.choices().stream().map(FieldType.Choice::value).collect(Collectors.joining(", "));
        problems.add(new ConfigProblem(
                path, Kind.NOT_A_CHOICE, Sentence.of("'{0}' is none of: {1}", given, all), Nearest.of(given, words)));
        return null;
    }

    private List<Object> list(FieldType.ListType type, Class<?> element, ConfigValue value, String path) {
        List<ConfigValue> items = value instanceof ConfigValue.Array array ? array.items() : List.of(value);
        List<Object> bound = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            Object item = convert(type.element(), element, items.get(i), path + "[" + i + "]");
            if (item != null) {
                bound.add(item);
            }
        }
        return List.copyOf(bound);
    }

    private @Nullable Map<String, String> map(ConfigValue value, String path) {
        if (!(value instanceof ConfigValue.Obj object)) {
            return wrongType(path, Sentence.of("Expected an object"));
        }
        Map<String, String> bound = new LinkedHashMap<>();
        object.entries().forEach((name, entry) -> {
            String text = text(entry, child(path, name));
            if (text != null) {
                bound.put(name, text);
            }
        });
        return java.util.Collections.unmodifiableMap(bound);
    }

    private @Nullable Object group(ConfigSpec<?> spec, ConfigValue value, String path) {
        if (value instanceof ConfigValue.Obj object) {
            return record(spec, object, path);
        }
        if (value instanceof ConfigValue.Text text && spec.shorthand().isPresent()) {
            return record(spec, ConfigValue.Obj.EMPTY.with(spec.shorthand().get(), text), path);
        }
        return wrongType(path, Sentence.of("Expected an object"));
    }

    private <T> @Nullable T wrongType(String path, Sentence expected) {
        problems.add(new ConfigProblem(path, Kind.WRONG_TYPE, expected));
        return null;
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <R extends Record> @Nullable R create(
            Class<R> type, RecordComponent[] components, @Nullable Object[] arguments, String path) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            return refused(e.getCause(), path);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + type.getName(), e);
        }
    }

    /** A record may check its own components; what it refuses is the user's mistake, everything else is ours. */
    private <R> @Nullable R refused(@Nullable Throwable cause, String path) {
        if (cause instanceof SluiceException || cause instanceof IllegalArgumentException) {
            problems.add(new ConfigProblem(path, kind(cause), String.valueOf(cause.getMessage())));
            return null;
        }
        throw new IllegalStateException(cause);
    }

    private static Kind kind(Throwable refusal) {
        if (refusal instanceof SluiceException coded && coded.code() == CommonError.CONN_PROP_DENIED) {
            return Kind.DENIED;
        }
        boolean host = refusal instanceof SluiceException coded && coded.code() == CommonError.HOST_INVALID;
        return host ? Kind.BAD_HOST : Kind.CONTRADICTION;
    }
}
