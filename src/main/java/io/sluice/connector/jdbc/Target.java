package io.sluice.connector.jdbc;

import io.sluice.spi.data.Schema;
import java.util.List;

/**
 * A resolved target.
 *
 * @param columns those to write, in the order of the task
 * @param schema their types, in the same order
 */
public record Target(Tables.Table table, List<TableColumn> columns, Schema schema) {
    public Target {
        columns = List.copyOf(columns);
    }

    public List<String> columnNames() {
        return columns.stream().map(TableColumn::name).toList();
    }
}
