package io.sluice.engine;

import io.sluice.script.JsonText;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.SluiceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of plain values as one line of JSON, and back: splits, receipts and checkpoints. The line names the record's
 * class, so that it comes back as what it was.
 */
final class RecordText {
    /** Looked up once for each class, as that takes longer than everything else. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private RecordText() {}

    /** A component of a record, readable from here. */
    private record Component(String name, Method accessor) {
        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(component.getName(), accessor);
        }
    }

    static String write(Record record) {
        StringBuilder out = new StringBuilder(128);
        JsonText.inline(ConfigValue.Obj.EMPTY.with(record.getClass().getName(), value(record)), out);
        return out.toString();
    }

    private static ConfigValue value(@Nullable Object plain) {
        return switch (plain) {
            case null -> new ConfigValue.Null();
            case String text -> new ConfigValue.Text(text);
            case Boolean truth -> new ConfigValue.Bool(truth);
            case Number number -> new ConfigValue.Num(number.toString());
            case Enum<?> constant -> new ConfigValue.Text(constant.name());
            case List<?> list ->
                new ConfigValue.Array(list.stream().map(RecordText::value).toList());
            case Map<?, ?> map -> {
                Map<String, ConfigValue> entries = new LinkedHashMap<>();
                map.forEach((key, entry) -> entries.put(key.toString(), value(entry)));
                yield new ConfigValue.Obj(entries);
            }
            case Record record -> {
                Map<String, ConfigValue> entries = new LinkedHashMap<>();
                for (Component component : COMPONENTS.get(record.getClass())) {
                    entries.put(component.name(), value(read(record, component)));
                }
                yield new ConfigValue.Obj(entries);
            }
            default -> throw new IllegalArgumentException("No plain value: " + plain.getClass());
        };
    }

    private static @Nullable Object read(Record record, Component component) {
        try {
            return component.accessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalArgumentException("Cannot read " + component, failure);
        }
    }

    /**
     * The record a line stands for.
     *
     * @param kind what it must be; no class that is no record of this kind is ever made
     * @param loader knows the classes of the connector
     * @throws SluiceException CHECKPOINT_UNREADABLE
     */
    static <T> T read(String line, Class<T> kind, ClassLoader loader) {
        try {
            String name = line.substring(line.indexOf('"') + 1, line.indexOf('"', line.indexOf('"') + 1));
            Class<?> type = Class.forName(name, false, loader);
            if (!type.isRecord() || !kind.isAssignableFrom(type)) {
                throw unreadable(line, null);
            }
            ConfigValue content =
                    ScriptDocument.parse(line).read(Path.of(name)).orElseThrow(() -> unreadable(line, null));
            return kind.cast(Objects.requireNonNull(plain(content, type)));
        } catch (ReflectiveOperationException | IllegalArgumentException | IndexOutOfBoundsException failure) {
            throw unreadable(line, failure);
        }
    }

    private static SluiceException unreadable(String line, @Nullable Exception cause) {
        String start = line.length() > 200 ? line.substring(0, 200) + "…" : line;
        return new SluiceException(EngineError.CHECKPOINT_UNREADABLE, "Cannot read the checkpoint " + start, cause);
    }

    private static @Nullable Object plain(ConfigValue value, Type type) throws ReflectiveOperationException {
        return switch (value) {
            case ConfigValue.Null ignored -> null;
            case ConfigValue.Text text ->
                type instanceof Class<?> enumType && enumType.isEnum()
                        ? constant(enumType, text.value())
                        : text.value();
            case ConfigValue.Bool truth -> truth.value();
            case ConfigValue.Num number -> number(number.spelling(), type);
            case ConfigValue.Array array -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (ConfigValue item : array.items()) {
                    items.add(plain(item, argument(type, 0)));
                }
                yield items;
            }
            case ConfigValue.Obj object -> object(object, type);
        };
    }

    private static Object object(ConfigValue.Obj object, Type type) throws ReflectiveOperationException {
        if (type instanceof Class<?> record && record.isRecord()) {
            RecordComponent[] components = record.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                ConfigValue value = object.find(components[i].getName()).orElse(new ConfigValue.Null());
                values[i] = plain(value, components[i].getGenericType());
            }
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : object.entries().entrySet()) {
            entries.put(entry.getKey(), plain(entry.getValue(), argument(type, 1)));
        }
        return entries;
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[index];
        }
        throw new IllegalArgumentException("No list or map: " + type);
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type + " has no " + name);
    }

    private static Object number(String spelling, Type type) {
        return switch (type.getTypeName()) {
            case "int", "java.lang.Integer" -> Integer.parseInt(spelling);
            case "long", "java.lang.Long" -> Long.parseLong(spelling);
            case "short", "java.lang.Short" -> Short.parseShort(spelling);
            case "double", "java.lang.Double" -> Double.parseDouble(spelling);
            case "java.math.BigDecimal" -> new BigDecimal(spelling);
            case "java.math.BigInteger" -> new BigInteger(spelling);
            default -> throw new IllegalArgumentException("No number: " + type);
        };
    }
}
