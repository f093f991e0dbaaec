package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Range;
import java.util.List;

/**
 * {@code overlay}: puts a text in place of characters (code points) at a position; NULL stays NULL. As with dx_replace a
 * text that ends before the start is a dirty record.
 */
public record Overlay(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex,

        @Field(label = "Start", help = "First character that is replaced, counted from 0.") @Range(min = 0)
        int start,

        @Field(label = "Length", help = "Characters that are replaced.") @Range(min = 0)
        int length,

        @Field(label = "Text", help = "The text in their place.", byDefault = "", blankIsValue = true)
        String text)
        implements Transform {
    public Overlay {
        ColumnChoice.requireSome(name, columnIndex);
    }
}
