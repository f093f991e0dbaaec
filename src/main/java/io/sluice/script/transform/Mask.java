package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import io.sluice.spi.config.Option;
import io.sluice.spi.config.Range;
import java.util.List;

/** {@code mask}: hides parts of a text, counted in characters (code points); NULL stays NULL. */
public record Mask(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex,

        @Field(label = "Method", help = "What stays readable.", byDefault = "keep")
        Method method,

        @Field(label = "Keep first", help = "Characters at the start that stay, with “Keep ends”.", byDefault = "0")
        @Range(min = 0)
        int keepFirst,

        @Field(label = "Keep last", help = "Characters at the end that stay, with “Keep ends”.", byDefault = "0")
        @Range(min = 0)
        int keepLast,

        @Field(
                label = "Mask with",
                help = "Stands for each hidden character; for the whole text with “Fixed text”.",
                byDefault = "*")
        String maskWith)
        implements Transform {
    /** What stays readable. */
    public enum Method {
        @Option(
                label = "Keep ends",
                help = "The first and last characters stay; a text no longer than these is hidden as a whole.")
        KEEP,
        @Option(label = "Fixed text", help = "Nothing stays, not even the length.")
        FIXED,
        @Option(
                label = "E-mail",
                help =
                        "The first character stays unless it is the only one, and all from the @ on; other text is hidden.")
        EMAIL,
        @Option(
                label = "Phone number",
                help = "Digits are hidden except the last four; with fewer than eight digits all are.")
        PHONE
    }

    public Mask {
        ColumnChoice.requireSome(name, columnIndex);
    }
}
