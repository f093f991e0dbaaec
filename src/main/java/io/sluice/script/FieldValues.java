package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.List;
import java.util.Optional;

/** Turns the defaults and examples of field descriptions, which are spelled as text, into values of a script. */
final class FieldValues {
    private FieldValues() {}

    static Optional<ConfigValue> byDefault(FieldSpec field) {
        String text = field.byDefault();
        return text == null ? Optional.empty() : Optional.of(value(field.type(), text));
    }

    static Optional<ConfigValue> example(FieldSpec field) {
        return field.example().isBlank() ? Optional.empty() : Optional.of(value(field.type(), field.example()));
    }

    private static ConfigValue value(FieldType type, String text) {
        ConfigValue plain = new ConfigValue.Text(text);
        return switch (type) {
            case FieldType.TextType ignored -> plain;
            case FieldType.SecretType ignored -> plain;
            case FieldType.ChoiceType ignored -> plain;
            case FieldType.WholeType ignored ->
                parsed(text).filter(value -> value instanceof ConfigValue.Num).orElse(plain);
            case FieldType.BoolType ignored ->
                parsed(text).filter(value -> value instanceof ConfigValue.Bool).orElse(plain);
            case FieldType.ListType list -> list(list, text);
            case FieldType.MapType ignored -> parsed(text).orElse(plain);
            case FieldType.GroupType ignored -> parsed(text).orElse(plain);
            case FieldType.AnyType ignored -> parsed(text).orElse(plain);
        };
    }

    private static ConfigValue list(FieldType.ListType list, String text) {
        Optional<ConfigValue> array = parsed(text).filter(value -> value instanceof ConfigValue.Array);
        return array.orElseGet(() -> new ConfigValue.Array(List.of(value(list.element(), text))));
    }

    private static Optional<ConfigValue> parsed(String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        return document.readable() ? document.read(Path.ROOT) : Optional.empty();
    }
}
