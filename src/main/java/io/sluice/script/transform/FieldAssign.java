package io.sluice.script.transform;

import io.sluice.spi.config.Code;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code fieldassign}: renames columns and gives columns a constant or computed value. A column that is there already
 * keeps its place; a new one stands behind the others. Assignments are made in their order, each on the result of those
 * before it.
 */
public record FieldAssign(
        @Field(label = "Assignments", help = "They are made in their order.")
        List<Assignment> fields) implements Transform {
    /** One column; exactly one of {@code from}, {@code value} and {@code expression} says what it becomes. */
    public record Assignment(
            @Field(label = "Name", help = "Name of the column that is set.")
            String name,

            @Field(label = "Rename", help = "The column that gets the name.") @Lookup("columns") @Nullable
            String from,

            @Field(
                    label = "Constant",
                    help = "The same value for all records; may hold parameters.",
                    blankIsValue = true)
            @Nullable
            String value,

            @Field(
                    label = "Expression",
                    help = "A value computed in CEL from the columns.",
                    example = "price * double(quantity)")
            @Code("cel")
            @Nullable
            String expression,

            @Field(
                    label = "Type",
                    help = "Type of a constant, text when not set, or of an expression, its own when not set.",
                    example = "decimal(10,2)")
            @Nullable
            String type) {
        public Assignment {
            long ways =
                    Stream.of(from, value, expression).filter(Objects::nonNull).count();
            if (ways != 1) {
                throw new IllegalArgumentException("Give one of 'from', 'value' and 'expression'");
            }
            if (type != null) {
                TypeText.parse(type);
                if (from != null) {
                    throw new IllegalArgumentException("A renamed column keeps its type; use a cast step");
                }
            }
        }
    }
}
