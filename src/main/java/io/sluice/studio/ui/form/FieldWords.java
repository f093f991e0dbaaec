package io.sluice.studio.ui.form;

import io.sluice.script.Path;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a parameter, said to somebody who sees fields and not the script: keys are called as their fields
 * are labelled, and words of a choice as they are offered.
 *
 * @param labels of all fields on the way to the one that is meant, and of those beside it
 * @param field the innermost that is meant; null when the description knows none
 */
record FieldWords(Map<String, String> labels, @Nullable FieldSpec field) {
    private static final String NAMED = "'{0}': {1}";
    private static final String REQUIRED = "'{0}' is required";
    private static final String NO_CHOICE = "'{0}' is none of: {1}";

    FieldWords {
        labels = Map.copyOf(labels);
    }

    /** @param inside where the problem is, from the step's parameters inwards */
    static FieldWords along(ConfigSpec<?> parameters, Path inside) {
        Map<String, String> labels = new HashMap<>();
        FieldSpec field = null;
        ConfigSpec<?> level = parameters;
        learn(level, labels);
        for (Path.Step step : inside.steps()) {
            if (step instanceof Path.Name name && level != null) {
                field = level.field(name.name()).orElse(null);
                level = field == null ? null : group(field.type()).orElse(null);
                learn(level, labels);
            }
        }
        return new FieldWords(labels, field);
    }

    private static void learn(@Nullable ConfigSpec<?> level, Map<String, String> labels) {
        List<FieldSpec> fields = level == null ? List.of() : level.fields();
        fields.forEach(field -> labels.put(field.name(), field.label()));
    }

    private static Optional<ConfigSpec<?>> group(FieldType type) {
        return switch (type) {
            case FieldType.GroupType group -> Optional.of(group.spec());
            case FieldType.ListType list -> group(list.element());
            case FieldType.TextType ignored -> Optional.empty();
            case FieldType.SecretType ignored -> Optional.empty();
            case FieldType.WholeType ignored -> Optional.empty();
            case FieldType.BoolType ignored -> Optional.empty();
            case FieldType.ChoiceType ignored -> Optional.empty();
            case FieldType.MapType ignored -> Optional.empty();
            case FieldType.AnyType ignored -> Optional.empty();
        };
    }

    /** In the user's language. @param atField whether it stands at the field it is about, which need not be named then */
    String of(Sentence said, boolean atField) {
        if (said.pattern().equals(NAMED) && said.arguments().getLast() instanceof Sentence inner) {
            return atField ? of(inner, true) : translated(Sentence.of(NAMED, label(said), of(inner, true)));
        } else if (said.pattern().equals(REQUIRED)) {
            return translated(Sentence.of(REQUIRED, label(said)));
        } else if (said.pattern().equals(NO_CHOICE)
                && field != null
                && field.type() instanceof FieldType.ChoiceType choice) {
            return translated(Sentence.of(NO_CHOICE, said.arguments().getFirst(), offered(choice)));
        }
        return translated(said);
    }

    private String translated(Sentence sentence) {
        return Sentences.translated(sentence, this::called);
    }

    private String called(String key) {
        String label = labels.get(key);
        return label == null ? key : ConnectorTexts.translated(label);
    }

    private String label(Sentence said) {
        return called(String.valueOf(said.arguments().getFirst()));
    }

    private static String offered(FieldType.ChoiceType choice) {
        return choice.choices().stream()
                .map(one -> ConnectorTexts.translated(one.label()))
                .collect(Collectors.joining(", "));
    }
}
