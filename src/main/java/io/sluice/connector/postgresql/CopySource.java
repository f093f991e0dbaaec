package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one table or query is read.
 *
 * @param refusal why it is not read by COPY; null when it is
 * @param stored the tables its rows are read from by places; empty when it is read as a whole or by key
 */
record CopySource(ReadSource source, @Nullable String refusal, List<StoredTables.Stored> stored) {
    CopySource {
        stored = List.copyOf(stored);
    }

    boolean byCopy() {
        return refusal == null;
    }

    /** Whether the task has a filter. */
    boolean isFiltered() {
        return !source.where().isBlank();
    }

    List<ResultColumn> columns() {
        return source.columns();
    }

    /** What its own rows consist of; the types of other sources of the same task may be narrower or wider. */
    Schema schema() {
        return new Schema(columns().stream().map(ResultColumn::column).toList());
    }

    /** Whether rows can travel as they arrive: no column is turned into text on the way. */
    boolean allBinary() {
        return columns().stream()
                .map(ResultColumn::column)
                .map(Column::nativeType)
                .allMatch(BinaryColumns::isBinary);
    }
}
