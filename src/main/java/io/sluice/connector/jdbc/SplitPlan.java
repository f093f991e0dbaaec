package io.sluice.connector.jdbc;

import io.sluice.spi.TaskContext;
import io.sluice.spi.data.LogicalType;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Cuts one table in parts of about equally many rows. */
final class SplitPlan {
    private final Dialect dialect;
    private final TaskContext context;
    private final Connection connection;
    private final ReadSource source;
    private final SplitKey key;

    SplitPlan(Dialect dialect, TaskContext context, Connection connection, ReadSource source, SplitKey key) {
        this.dialect = dialect;
        this.context = context;
        this.connection = connection;
        this.source = source;
        this.key = key;
    }

    /** @param index position of the source among all of the reader */
    List<JdbcSplit> cut(int index, int wanted) throws SQLException {
        List<String> bounds =
                key.type() instanceof LogicalType.Int ? whole(wanted) : KeyBoundaries.find(wanted, this::next);
        return joined(index, source, key, bounds);
    }

    /** The parts between bounds, with one for the rows without key where there may be such. */
    static List<JdbcSplit> joined(int index, ReadSource source, SplitKey key, List<String> bounds) {
        List<JdbcSplit> splits = new ArrayList<>();
        String low = null;
        for (String high : bounds) {
            splits.add(JdbcSplit.range(index, source.name(), key.sql(), low, high));
            low = high;
        }
        splits.add(JdbcSplit.range(index, source.name(), key.sql(), low, null));
        if (key.nullable()) {
            splits.add(JdbcSplit.keyIsNull(index, source.name(), key.sql()));
        }
        return List.copyOf(splits);
    }

    private List<String> whole(int wanted) throws SQLException {
        List<@Nullable String> ends = row("SELECT MIN(" + key.sql() + "), MAX(" + key.sql() + ")" + source.from(""), 2);
        String least = ends.getFirst();
        String most = ends.getLast();
        if (least == null || most == null) {
            return List.of();
        }
        BigInteger min = new BigInteger(least);
        BigInteger max = new BigInteger(most);
        boolean tells = estimate(min, max.add(BigInteger.ONE)).isPresent();
        List<KeyRanges.Range> ranges = tells
                ? KeyRanges.balanced(
                        min, max, wanted, (low, high) -> estimate(low, high).orElse(0))
                : KeyRanges.cut(min, max, wanted);
        return ranges.stream().skip(1).map(range -> String.valueOf(range.low())).toList();
    }

    private OptionalLong estimate(BigInteger low, BigInteger high) throws SQLException {
        String text = "SELECT %s FROM %s WHERE %s >= %s AND %s < %s";
        return dialect.estimate(connection, text.formatted(key.sql(), source.table(), key.sql(), low, key.sql(), high));
    }

    private Optional<String> next(Optional<String> last, long skipped) throws SQLException {
        String behind = last.map(text -> key.sql() + " > " + dialect.keyLiteral(key.type(), text))
                .orElse(key.sql() + " IS NOT NULL");
        List<@Nullable String> row = row(
                "SELECT " + dialect.keyText(key.sql(), key.type()) + source.from(behind) + " ORDER BY " + source.table()
                        + "." + key.sql() + " LIMIT 1 OFFSET " + skipped,
                1);
        return Optional.ofNullable(row.getFirst());
    }

    /** The columns of the only row; all null when there is none. */
    private List<@Nullable String> row(String query, int columns) throws SQLException {
        try (Statement statement = dialect.statement(connection, query, 1)) {
            TaskContext.Registration cancel = context.onCancel(new StatementCancel(connection, statement));
            try (ResultSet row = dialect.execute(statement, query)) {
                List<@Nullable String> values = new ArrayList<>();
                boolean found = row.next();
                for (int column = 1; column <= columns; column++) {
                    values.add(found ? row.getString(column) : null);
                }
                return values;
            } finally {
                cancel.close();
            }
        }
    }
}
