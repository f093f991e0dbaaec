package io.sluice.studio.ui.form;

import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.data.LogicalType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a reader names its columns. */
enum ReaderSpelling {
    /** Texts: names of columns and expressions of the database. */
    SQL,
    /** Fields of a record, by number or name, with the type they are read as. */
    FIELDS,
    /** Descriptions of values that the reader makes itself. */
    GENERATED;

    /** Types that fields are read as, in the order they are offered. */
    static final List<String> FIELD_TYPES = List.of("string", "long", "double", "decimal", "boolean", "date", "bytes");

    /** Types that a generator makes, in the order they are offered. */
    static final List<String> GENERATED_TYPES = List.of("string", "long", "double", "date", "bool", "bytes");

    /** Without a description a reader is taken for a database. */
    static ReaderSpelling of(Optional<StepDescription> reader) {
        Optional<FieldType> element = reader.flatMap(ReaderSpelling::columnField)
                .map(FieldSpec::type)
                .map(type -> type instanceof FieldType.ListType list ? list.element() : type);
        if (element.orElse(null) instanceof FieldType.GroupType group) {
            boolean fields = group.spec().fields().stream().map(FieldSpec::name).anyMatch("index"::equals);
            return fields ? FIELDS : GENERATED;
        }
        return SQL;
    }

    static Optional<FieldSpec> columnField(StepDescription reader) {
        return reader.parameters().fields().stream()
                .filter(field -> field.name().equals("column"))
                .findFirst();
    }

    /** Whether a query decides what is read, and in which order. */
    static boolean asksByQuery(SyncTask.Step reader) {
        return given(reader.parameter().find("querySql"))
                || reader.parameter().find("connection").orElse(null) instanceof ConfigValue.Array connections
                        && connections.items().stream()
                                .findFirst()
                                .filter(first ->
                                        first instanceof ConfigValue.Obj object && given(object.find("querySql")))
                                .isPresent();
    }

    private static boolean given(Optional<ConfigValue> value) {
        return switch (value.orElse(new ConfigValue.Null())) {
            case ConfigValue.Text text -> !text.value().isBlank();
            case ConfigValue.Array array -> !array.items().isEmpty();
            case ConfigValue.Obj ignored -> true;
            case ConfigValue.Num ignored -> true;
            case ConfigValue.Bool ignored -> false;
            case ConfigValue.Null ignored -> false;
        };
    }

    /** What a field or a generated value is in the engine; null for a type that is not known. */
    static @Nullable LogicalType typeOf(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "", "string" -> LogicalType.Text.UNBOUNDED;
            case "long" -> LogicalType.Int.INT64;
            case "double" -> new LogicalType.Real(64);
            case "decimal" -> LogicalType.Decimal.UNBOUNDED;
            case "boolean", "bool" -> new LogicalType.Bool();
            case "date" -> new LogicalType.Timestamp(6);
            case "bytes" -> LogicalType.Binary.UNBOUNDED;
            default -> null;
        };
    }

    /** The type by which a field of this type is read without loss. */
    static String fieldType(LogicalType type) {
        return switch (type) {
            case LogicalType.Int whole -> whole.bits() == 64 && !whole.signed() ? "decimal" : "long";
            case LogicalType.Real ignored -> "double";
            case LogicalType.Decimal ignored -> "decimal";
            case LogicalType.Bool ignored -> "boolean";
            case LogicalType.Date ignored -> "date";
            case LogicalType.Timestamp ignored -> "date";
            case LogicalType.Binary ignored -> "bytes";
            case LogicalType.Text ignored -> "string";
            case LogicalType.Bits ignored -> "string";
            case LogicalType.Time ignored -> "string";
            case LogicalType.Instant ignored -> "string";
            case LogicalType.Interval ignored -> "string";
            case LogicalType.Json ignored -> "string";
            case LogicalType.Uuid ignored -> "string";
        };
    }
}
