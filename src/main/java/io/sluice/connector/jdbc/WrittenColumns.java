package io.sluice.connector.jdbc;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns a writer fills. */
public final class WrittenColumns {
    private WrittenColumns() {}

    /** @param names as in the task; a single {@code *} stands for all columns that can be written */
    static List<TableColumn> of(Dialect dialect, Tables.Table table, List<String> names) {
        if (names.stream().map(String::strip).toList().equals(List.of("*"))) {
            return table.columns().stream()
                    .filter(column -> !column.generated() && !column.hidden())
                    .toList();
        }
        List<TableColumn> wanted = new ArrayList<>();
        for (String name : names) {
            TableColumn column = Tables.column(dialect, table, name);
            if (column.generated()) {
                throw invalid("Column %s of %s is computed by the database and cannot be written", column, table);
            }
            if (wanted.contains(column)) {
                throw invalid("Column %s of %s is listed twice", column, table);
            }
            wanted.add(column);
        }
        return wanted;
    }

    private static SluiceException invalid(String form, TableColumn column, Tables.Table table) {
        return new SluiceException(CommonError.PARAMETER_INVALID, form.formatted(column.name(), table.sql()));
    }

    /** Parameters of a reader for what a writer wrote; both sides of relational connectors name them alike. */
    public static ConfigValue.Obj readBack(
            Dialect dialect, Sessions sessions, WriteRequest request, String dataSource, List<String> statements)
            throws SQLException {
        try (Connection connection = sessions.reading()) {
            Tables.Table table = Tables.resolve(dialect, connection, request.table());
            List<String> columns = of(dialect, table, request.columns()).stream()
                    .map(column -> dialect.quote(column.name()))
                    .toList();
            ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY
                    .with("datasource", dataSource)
                    .with("table", ConfigValue.Array.ofTexts(List.of(request.table())))
                    .with("column", ConfigValue.Array.ofTexts(columns));
            return statements.isEmpty()
                    ? parameters
                    : parameters.with("session", ConfigValue.Array.ofTexts(statements));
        }
    }
}
