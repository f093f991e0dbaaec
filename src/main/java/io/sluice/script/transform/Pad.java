package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;

/**
 * {@code pad}: fills a text up to a length in characters (code points); a longer text loses its right end, as with
 * dx_pad.
 */
public record Pad(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex,

        @Field(label = "Side", help = "Where characters are added.", byDefault = "left")
        Side side,

        @Field(label = "Length", help = "Characters of the result.") @Range(min = 0)
        int length,

        @Field(label = "Pad with", help = "Repeated until the length is reached.", byDefault = " ")
        String padString,

        @Field(
                label = "NULL as empty text",
                help = "NULL is treated as empty text, as DataX does; otherwise it stays NULL.",
                byDefault = "false")
        boolean nullAsEmpty)
        implements Transform {
    /** Where characters are added. */
    public enum Side {
        @Option(label = "Left", help = "Before the text.")
        LEFT,
        @Option(label = "Right", help = "Behind the text.")
        RIGHT
    }

    public Pad {
        ColumnChoice.requireSome(name, columnIndex);
    }
}
