package io.sluice.script.transform;

import io.sluice.spi.config.ConfigSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of steps between reader and writer. Only {@code stringreplace} is documented elsewhere; the others are ours. */
public enum TransformType {
    STRING_REPLACE(StringReplace.class, "Replace text", "Replaces text, literally or by a regular expression."),
    FILTER(Filter.class, "Filter", "Keeps or drops records that meet a condition."),
    MASK(Mask.class, "Mask", "Hides parts of a text."),
    JSON_PARSE(JsonParse.class, "Parse JSON", "Makes columns of parts of a JSON text."),
    FIELD_ASSIGN(FieldAssign.class, "Assign fields", "Renames columns and adds constants and computed columns."),
    CAST(Cast.class, "Cast", "Changes the types of columns."),
    SUBSTRING(Substring.class, "Substring", "Keeps a part of a text."),
    PAD(Pad.class, "Pad", "Fills a text up to a length, or cuts it."),
    OVERLAY(Overlay.class, "Overlay", "Replaces a part of a text by its position."),
    DIGEST(Digest.class, "Digest", "Replaces a value by its digest."),
    PROJECT(Project.class, "Project", "Chooses columns and their order.");

    private final Class<? extends Record> parameters;
    private final String label;
    private final String summary;

    TransformType(Class<? extends Record> parameters, String label, String summary) {
        this.parameters = parameters;
        this.label = label;
        this.summary = summary;
    }

    /** The kind with this {@code stepType}, in any spelling of its letters. */
    public static Optional<TransformType> of(String stepType) {
        String lower = stepType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.stepType().equals(lower))
                .findFirst();
    }

    /** The {@code stepType} in scripts. */
    public String stepType() {
        return parameters.getSimpleName().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** One sentence on what it does. */
    public String summary() {
        return summary;
    }

    /** The name that such a step gets when it is inserted. */
    public String stepName() {
        return parameters.getSimpleName();
    }

    /** What {@code parameter} may hold; binds to a {@link Transform}. */
    public ConfigSpec<? extends Record> parameters() {
        return ConfigSpec.of(parameters);
    }

    /** Whether more or fewer columns leave the step than reach it. */
    public boolean changesColumns() {
        return switch (this) {
            case JSON_PARSE, FIELD_ASSIGN, PROJECT -> true;
            case STRING_REPLACE, FILTER, MASK, CAST, SUBSTRING, PAD, OVERLAY, DIGEST -> false;
        };
    }
}
