package io.sluice.spi.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one description of a configuration record. Each component carries {@link Field} and may carry {@link Lookup},
 * {@link Code}, {@link Range} or {@link Shorthand}; its type decides the {@link FieldType}: {@code String},
 * {@code Secret}, {@code int}, {@code long}, {@code boolean}, an enum, a record, {@code List} of these,
 * {@code Map<String, String>} or {@code ConfigValue}. A component annotated {@code @Nullable} may be absent. A record
 * annotated {@link Inline} brings fields that several records share.
 */
public final class ConfigSpec<R extends Record> {
    private final Class<R> type;
    private final List<FieldSpec> fields;
    private final @Nullable String shorthand;

    private ConfigSpec(Class<R> type) {
        this.type = type;
        this.fields = RecordFields.of(type);
        this.shorthand = RecordFields.shorthand(type);
    }

    /** Reads the description off the record class. @throws IllegalArgumentException for a component that breaks the rules */
    public static <R extends Record> ConfigSpec<R> of(Class<R> type) {
        return new ConfigSpec<>(type);
    }

    public Class<R> type() {
        return type;
    }

    public List<FieldSpec> fields() {
        return fields;
    }

    /** The field a bare text stands for, if any; see {@link Shorthand}. */
    public Optional<String> shorthand() {
        return Optional.ofNullable(shorthand);
    }

    public Optional<FieldSpec> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Turns values into the record, or tells everything that is wrong with them. Never throws for bad values. */
    public Bound<R> bind(ConfigValue.Obj values) {
        List<ConfigProblem> problems = new ArrayList<>();
        R bound = new Binder(problems).record(this, values, "");
        return bound == null ? new Bound.Invalid<>(problems) : new Bound.Valid<>(bound, problems);
    }
}
