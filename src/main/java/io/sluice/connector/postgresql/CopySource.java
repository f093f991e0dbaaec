package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcReader;
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
 * @param uniqueKey whether no two rows have the same split key and none has NULL
 */
record CopySource(
        JdbcReader.Source source, @Nullable String refusal, List<StoredTables.Stored> stored, boolean uniqueKey) {
    CopySource {
        stored = List.copyOf(stored);
    }

    boolean byCopy() {
        return refusal == null;
    }

    List<ResultColumn> columns() {
        return source.columns();
    }

    /** What its own rows consist of; the types of other sources of the same task may be narrower or wider. */
    Schema schema() {
        return new Schema(columns().stream().map(ResultColumn::column).toList());
    }

    /** The select list of a table as the task has it. */
    String list() {
        return list(source);
    }

    static String list(JdbcReader.Source source) {
        String select = source.select();
        return select.substring(
                "SELECT ".length(),
                select.length() - " FROM ".length() - source.table().length());
    }

    /** Whether rows can travel as they arrive: no column is turned into text on the way. */
    boolean allBinary() {
        return columns().stream()
                .map(ResultColumn::column)
                .map(Column::nativeType)
                .allMatch(BinaryColumns::isBinary);
    }
}
