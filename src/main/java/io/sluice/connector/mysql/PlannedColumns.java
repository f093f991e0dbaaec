package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ChangedColumn;
import io.sluice.connector.jdbc.ResultColumn;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns a reader was planned for, and those it gets: the table may have been changed meanwhile, also after the
 * statement was prepared, which the server then does again without a word.
 */
record PlannedColumns(List<Column> columns) {
    static PlannedColumns of(List<ResultColumn> columns) {
        return new PlannedColumns(columns.stream().map(ResultColumn::column).toList());
    }

    /**
     * Compares them with those of a statement that is prepared and not run yet.
     *
     * @param source what a person calls it
     * @throws io.sluice.spi.error.SluiceException SOURCE_CHANGED
     */
    void requireIn(ResultSetMetaData prepared, String source) throws SQLException {
        Optional<ChangedColumn> changed = ChangedColumn.first(columns, described(prepared));
        if (changed.isPresent()) {
            throw changed.get().inSource(source);
        }
    }

    /**
     * Whether a result has these columns exactly. A server may also send other types than it has announced for a query;
     * the client reads those, where no value can be lost.
     *
     * @throws io.sluice.spi.error.SluiceException SOURCE_CHANGED
     */
    boolean areOf(ResultSetMetaData result) throws SQLException {
        List<ResultColumn> sent = described(result);
        Optional<ChangedColumn> other = ChangedColumn.first(columns, sent);
        if (other.isPresent() && !alike(sent)) {
            throw other.get().inSource("the source");
        }
        return other.isEmpty();
    }

    private static List<ResultColumn> described(ResultSetMetaData meta) throws SQLException {
        List<ResultColumn> described = new ArrayList<>();
        for (int index = 1; index <= meta.getColumnCount(); index++) {
            described.add(MysqlTypes.column(meta, index));
        }
        return described;
    }

    private boolean alike(List<ResultColumn> sent) {
        for (int i = 0; i < columns.size(); i++) {
            if (i >= sent.size()
                    || !columns.get(i).name().equals(sent.get(i).column().name())
                    || !alike(columns.get(i).type(), sent.get(i).column().type())) {
                return false;
            }
        }
        return true;
    }

    /** Only how long a value may be differs. */
    private static boolean alike(LogicalType planned, LogicalType sent) {
        return switch (planned) {
            case LogicalType.Text ignored -> sent instanceof LogicalType.Text;
            case LogicalType.Binary ignored -> sent instanceof LogicalType.Binary;
            case LogicalType.Decimal before -> sent instanceof LogicalType.Decimal now && before.scale() == now.scale();
            case LogicalType.Int before -> sent instanceof LogicalType.Int now && before.signed() == now.signed();
            default -> planned.equals(sent);
        };
    }
}
