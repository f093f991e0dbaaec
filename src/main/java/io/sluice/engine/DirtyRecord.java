package io.sluice.engine;

import io.sluice.spi.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not written.
 *
 * @param shape where it was found out and the columns of the values
 * @param split number of the split it was read from, from 0
 * @param values the values as exact text, null for NULL; may be fewer or more than columns when the source's record is
 * @param cut the columns whose values are longer than what is kept of them
 * @param columnIndex the column at fault, from 0, or -1 when it is not known
 * @param columnName its name, or null when it is not known
 * @param place where the record stands in the source; empty when the source does not tell
 */
public record DirtyRecord(
        DirtyShape shape,
        int split,
        List<@Nullable String> values,
        List<Integer> cut,
        int columnIndex,
        @Nullable String columnName,
        ErrorCode code,
        String message,
        String place) {
    /** Who found the record to be dirty. */
    public enum Stage {
        READER,
        TRANSFORM,
        CONVERSION,
        WRITER
    }

    public DirtyRecord {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        cut = List.copyOf(cut);
    }

    /** Who found it. */
    public Stage stage() {
        return shape.stage();
    }
}
