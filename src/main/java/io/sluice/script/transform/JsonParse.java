package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code jsonparse}: makes columns of parts of a JSON text; they stand behind the others. Texts lose their quotes,
 * numbers keep their spelling, objects and lists stay JSON text, JSON's null is NULL. A text that is no JSON is a dirty
 * record; of NULL all parts are NULL.
 */
public record JsonParse(
        @Field(label = "Column", help = "Name of the column as it reaches the step.") @Lookup("columns") @Nullable
        String name,

        @Field(label = "Column number", help = "Counted from 0; instead of the name.", advanced = true)
        @Range(min = 0)
        @Nullable
        Integer columnIndex,

        @Field(label = "Parts", help = "Each becomes a column.")
        List<Part> fields,

        @Field(label = "Keep the column", help = "The JSON text stays among the columns.", byDefault = "true")
        boolean keep,

        @Field(label = "Missing part", help = "What happens when a path leads nowhere.", byDefault = "null")
        WhenMissing whenMissing)
        implements Transform {
    /** One part of a JSON text. */
    public record Part(
            @Field(
                    label = "Path",
                    help = "A path like $.a.b[0] or a JSON Pointer like /a/b/0.",
                    example = "$.customer.id")
            String path,

            @Field(label = "Name", help = "Name of the new column.")
            String name,

            @Field(
                    label = "Type",
                    help = "Type of the column, for example int64, decimal(10,2), timestamp(6) or text(20).",
                    byDefault = "text")
            String type) {
        public Part {
            JsonPath.parse(path);
            TypeText.parse(type);
        }
    }

    /** What happens when a path leads nowhere. */
    public enum WhenMissing {
        @Option(label = "NULL", help = "The new column is NULL.")
        NULL,
        @Option(label = "Dirty record", help = "The record is dirty.")
        DIRTY
    }

    public JsonParse {
        ColumnChoice.requireOne(name, columnIndex);
    }
}
