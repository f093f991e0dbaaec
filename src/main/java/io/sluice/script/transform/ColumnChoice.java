package io.sluice.script.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how a step names its columns. */
final class ColumnChoice {
    private ColumnChoice() {}

    /** @throws IllegalArgumentException unless the column is named in exactly one way */
    static void requireOne(@Nullable String name, @Nullable Integer columnIndex) {
        if ((name == null) == (columnIndex == null)) {
            throw new IllegalArgumentException("Give the column's 'name' or its 'columnIndex'");
        }
    }

    /** @throws IllegalArgumentException unless there is a column */
    static void requireSome(List<String> names, List<Integer> columnIndexes) {
        if (names.isEmpty() && columnIndexes.isEmpty()) {
            throw new IllegalArgumentException("Give the columns' 'name' or 'columnIndex'");
        }
    }
}
