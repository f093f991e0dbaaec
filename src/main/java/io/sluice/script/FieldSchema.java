package io.sluice.script;

import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says in JSON schema what the fields of a configuration record may hold. */
final class FieldSchema {
    private final List<String> dataSources;
    private final UnaryOperator<String> words;

    /**
     * @param dataSources names offered where a data source is expected
     * @param words the user's own for an English text
     */
    FieldSchema(List<String> dataSources, UnaryOperator<String> words) {
        this.dataSources = dataSources;
        this.words = words;
    }

    Obj object(ConfigSpec<?> spec) {
        Obj properties = Obj.EMPTY;
        List<String> required = new ArrayList<>();
        for (FieldSpec field : spec.fields()) {
            properties = properties.with(field.name(), field(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        Obj schema = Obj.EMPTY.with("type", "object").with("properties", properties);
        return required.isEmpty() ? schema : schema.with("required", Array.ofTexts(required));
    }

    private Obj field(FieldSpec field) {
        Obj schema = type(field.type()).with("markdownDescription", markdown(field));
        Optional<ConfigValue> usual = FieldValues.byDefault(field);
        boolean lookedUp = isLookedUp(field.type());
        if (usual.isPresent() && !(lookedUp && isEmpty(usual.get()))) {
            schema = schema.with("default", usual.get());
        }
        Optional<ConfigValue> example = FieldValues.example(field);
        return example.isPresent() && !isLookedUp(field.type())
                ? schema.with("examples", new Array(List.of(example.get())))
                : schema;
    }

    /** The editor offers the real values; an example among them would be taken for one. */
    private static boolean isLookedUp(FieldType type) {
        return switch (type) {
            case FieldType.ListType list -> isLookedUp(list.element());
            case FieldType.TextType text ->
                !text.lookup().isEmpty() && !text.lookup().equals("files");
            default -> false;
        };
    }

    private static boolean isEmpty(ConfigValue value) {
        return value.equals(new Text("")) || value.equals(new Array(List.of()));
    }

    private String markdown(FieldSpec field) {
        StringBuilder out = new StringBuilder("**" + words.apply(field.label()) + "**");
        if (!field.help().isBlank()) {
            out.append("\n\n").append(words.apply(field.help()));
        }
        if (field.type() instanceof FieldType.ChoiceType choice) {
            out.append("\n");
            choice.choices().forEach(option -> out.append("\n- `" + option.value() + "` " + meaning(option)));
        }
        String given = field.byDefault();
        if (given != null && !given.isEmpty()) {
            out.append("\n\n")
                    .append(words.apply("Default"))
                    .append(": `")
                    .append(given)
                    .append('`');
        }
        if (!field.example().isBlank()) {
            out.append("\n\n")
                    .append(words.apply("Example"))
                    .append(": `")
                    .append(field.example())
                    .append('`');
        }
        return out.append(field.required() ? "\n\n" + words.apply("Required.") : "")
                .toString();
    }

    private String meaning(FieldType.Choice choice) {
        return words.apply(choice.help().isBlank() ? choice.label() : choice.help());
    }

    private Obj type(FieldType type) {
        return switch (type) {
            case FieldType.TextType text -> text(text);
            case FieldType.SecretType ignored -> types("string");
            case FieldType.WholeType whole -> whole(whole);
            case FieldType.BoolType ignored ->
                types("boolean", "string")
                        .with(
                                "enum",
                                new Array(
                                        List.of(new Bool(true), new Bool(false), new Text("true"), new Text("false"))));
            case FieldType.ChoiceType choice -> choice(choice);
            case FieldType.ListType list -> list(list);
            case FieldType.MapType ignored -> types("object");
            case FieldType.GroupType group -> group(group.spec());
            case FieldType.AnyType ignored -> Obj.EMPTY;
        };
    }

    private Obj text(FieldType.TextType text) {
        if (text.lookup().equals("dataSources") && !dataSources.isEmpty()) {
            Obj names = Obj.EMPTY.with("enum", Array.ofTexts(dataSources));
            return anyOf(names, types("string"));
        }
        return types("string", "number", "boolean", "null");
    }

    private static Obj whole(FieldType.WholeType whole) {
        Obj schema = types("integer", "string", "null");
        if (whole.min() > Integer.MIN_VALUE) {
            schema = schema.with("minimum", new Num(whole.min()));
        }
        return whole.max() < Integer.MAX_VALUE ? schema.with("maximum", new Num(whole.max())) : schema;
    }

    private Obj choice(FieldType.ChoiceType choice) {
        List<String> words =
                choice.choices().stream().map(FieldType.Choice::value).toList();
        List<String> meanings = choice.choices().stream().map(this::meaning).toList();
        Obj offered = Obj.EMPTY.with("enum", Array.ofTexts(words)).with("enumDescriptions", Array.ofTexts(meanings));
        return anyOf(offered, types("string"));
    }

    private Obj list(FieldType.ListType list) {
        Obj element = type(list.element());
        return anyOf(types("array").with("items", element), element);
    }

    private Obj group(ConfigSpec<?> spec) {
        Obj schema = object(spec);
        return spec.shorthand().isPresent() ? schema.with("type", Array.ofTexts(List.of("object", "string"))) : schema;
    }

    static Obj types(String... types) {
        return types.length == 1
                ? Obj.EMPTY.with("type", types[0])
                : Obj.EMPTY.with("type", Array.ofTexts(List.of(types)));
    }

    static Obj anyOf(Obj... schemas) {
        return Obj.EMPTY.with("anyOf", new Array(List.of(schemas)));
    }
}
