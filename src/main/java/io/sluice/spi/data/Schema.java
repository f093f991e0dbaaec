package io.sluice.spi.data;

import java.util.List;

/** The columns of a reader or a writer, in order. Columns are matched by position (script-format.md section 3). */
public record Schema(List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
    }

    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    public int size() {
        return columns.size();
    }

    public Column column(int index) {
        return columns.get(index);
    }
}
