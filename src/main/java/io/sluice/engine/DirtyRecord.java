package io.sluice.engine;

import io.sluice.spi.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not written, as a sample for people.
 *
 * @param stage where it was found out
 * @param values the values as text, cut when very long: the source's, or after steps between reader and writer those
 *     that reached the place where it was found; may be fewer than columns
 * @param columnIndex the column at fault, from 0, or -1 when it is not known
 * @param columnName its name, or null when it is not known
 * @param place where the record stands in the source; empty when the source does not tell
 */
public record DirtyRecord(
        Stage stage,
        List<String> values,
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
        values = List.copyOf(values);
    }
}
