package io.sluice.spi.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a configuration off a record class. */
final class RecordFields {
    private RecordFields() {}

    static List<FieldSpec> of(Class<? extends Record> type) {
        List<FieldSpec> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                fields.addAll(of(component.getType().asSubclass(Record.class)));
            } else {
                fields.add(field(type, component));
            }
        }
        requireDistinct(type, fields);
        return List.copyOf(fields);
    }

    private static void requireDistinct(Class<?> type, List<FieldSpec> fields) {
        Set<String> names = new HashSet<>();
        for (FieldSpec field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(type.getName() + " has two fields named " + field.name());
            }
        }
    }

    static @Nullable String shorthand(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Shorthand.class))
                .map(RecordComponent::getName)
                .findFirst()
                .orElse(null);
    }

    private static FieldSpec field(Class<?> type, RecordComponent component) {
        Field described = component.getAnnotation(Field.class);
        if (described == null) {
            throw new IllegalArgumentException(type.getName() + "." + component.getName() + " lacks @Field");
        }
        boolean hasDefault = !described.byDefault().equals(Field.REQUIRED);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new FieldSpec(
                component.getName(),
                fieldType(component, component.getGenericType()),
                described.label(),
                described.help(),
                described.example(),
                hasDefault ? described.byDefault() : null,
                !hasDefault && !nullable,
                described.advanced(),
                described.blankIsValue());
    }

    private static FieldType fieldType(RecordComponent component, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? new FieldType.ListType(fieldType(component, generic.getActualTypeArguments()[0]))
                    : mapType(component, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(component);
        } else if (plain == Secret.class) {
            return new FieldType.SecretType();
        } else if (plain == boolean.class || plain == Boolean.class) {
            return new FieldType.BoolType();
        } else if (plain == ConfigValue.class) {
            return new FieldType.AnyType();
        } else if (plain.isEnum()) {
            return choice(plain);
        } else if (plain.isRecord()) {
            return new FieldType.GroupType(ConfigSpec.of(plain.asSubclass(Record.class)));
        }
        return whole(component, plain);
    }

    private static FieldType mapType(RecordComponent component, ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() != Map.class || arguments[0] != String.class || arguments[1] != String.class) {
            throw new IllegalArgumentException(component + " has no type that a configuration knows");
        }
        return new FieldType.MapType();
    }

    private static FieldType.TextType text(RecordComponent component) {
        Code code = component.getAnnotation(Code.class);
        Lookup lookup = component.getAnnotation(Lookup.class);
        return new FieldType.TextType(code == null ? "" : code.value(), lookup == null ? "" : lookup.value());
    }

    private static FieldType whole(RecordComponent component, Class<?> plain) {
        boolean narrow = plain == int.class || plain == Integer.class;
        if (!narrow && plain != long.class && plain != Long.class) {
            throw new IllegalArgumentException(component + " has no type that a configuration knows");
        }
        Range range = component.getAnnotation(Range.class);
        long min = range == null ? Long.MIN_VALUE : range.min();
        long max = range == null ? Long.MAX_VALUE : range.max();
        return new FieldType.WholeType(
                narrow ? Math.max(min, Integer.MIN_VALUE) : min, narrow ? Math.min(max, Integer.MAX_VALUE) : max);
    }

    private static FieldType choice(Class<?> type) {
        List<FieldType.Choice> choices = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            Option option = option(type, ((Enum<?>) constant).name());
            String word =
                    option == null || option.value().isEmpty() ? word(((Enum<?>) constant).name()) : option.value();
            choices.add(new FieldType.Choice(
                    word, option == null ? word : option.label(), option == null ? "" : option.help()));
        }
        return new FieldType.ChoiceType(choices);
    }

    private static @Nullable Option option(Class<?> type, String constant) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getName().equals(constant))
                .findFirst()
                .map(field -> field.getAnnotation(Option.class))
                .orElse(null);
    }

    /** The usual spelling of an enum constant in scripts: {@code NON_CONFLICT} is {@code nonConflict}. */
    private static String word(String constant) {
        StringBuilder word = new StringBuilder();
        for (String part : constant.toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
