package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code substring}: keeps a part of a text, counted in characters (code points); NULL stays NULL. As with dx_substr a
 * text that ends before the start is a dirty record, and one that ends earlier than the part gives what there is.
 */
public record Substring(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex,

        @Field(label = "Start", help = "First character that is kept, counted from 0.", byDefault = "0") @Range(min = 0)
        int start,

        @Field(label = "Length", help = "Characters that are kept; all up to the end when not set.")
        @Range(min = 0)
        @Nullable
        Integer length)
        implements Transform {
    public Substring {
        ColumnChoice.requireSome(name, columnIndex);
    }
}
