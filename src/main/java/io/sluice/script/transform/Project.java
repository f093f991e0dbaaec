package io.sluice.script.transform;

import io.sluice.spi.config.Field;
import io.sluice.spi.config.Lookup;
import java.util.List;

/** {@code project}: lets the chosen columns through, in the order they are listed; a column may appear more than once. */
public record Project(
        @Field(label = "Columns", help = "Names of the columns as they reach the step.", byDefault = "[]")
        @Lookup("columns")
        List<String> name,

        @Field(
                label = "Column numbers",
                help = "Counted from 0; instead of the names.",
                byDefault = "[]",
                advanced = true)
        List<Integer> columnIndex)
        implements Transform {
    public Project {
        ColumnChoice.requireSome(name, columnIndex);
        if (!name.isEmpty() && !columnIndex.isEmpty()) {
            throw new IllegalArgumentException("Give 'name' or 'columnIndex', not both, because their order counts");
        }
    }
}
