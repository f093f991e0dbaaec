package io.sluice.connector.jdbc;

import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads tables or queries of one or several databases of one kind. */
public final class JdbcReader implements Reader<JdbcSplit> {
    private final Dialect dialect;
    private final ReadRequest request;
    private final Function<String, Sessions> sessions;
    private final TaskContext context;
    private List<Source> sources = List.of();

    /** @param sessions opens connections to the data source of this name */
    public JdbcReader(Dialect dialect, ReadRequest request, Function<String, Sessions> sessions, TaskContext context) {
        this.dialect = dialect;
        this.request = request;
        this.sessions = sessions;
        this.context = context;
    }

    /**
     * One table or query.
     *
     * @param select the statement; of a table without its condition
     * @param key the quoted split key, or null when the source cannot be cut
     */
    private record Source(
            Sessions sessions,
            String name,
            String select,
            boolean isTable,
            @Nullable String key,
            List<ResultColumn> columns) {}

    @Override
    public Schema discover() throws SQLException {
        List<Source> found = new ArrayList<>();
        for (ReadRequest.Shard shard : request.shards()) {
            Sessions opener = sessions.apply(shard.dataSource());
            try (Connection connection = opener.reading()) {
                for (String query : shard.queries()) {
                    found.add(new Source(
                            opener,
                            "query " + (found.size() + 1),
                            query,
                            false,
                            null,
                            dialect.describe(connection, query)));
                }
                for (String name : TableNames.expand(shard.tables())) {
                    found.add(table(opener, connection, name));
                }
            }
        }
        if (found.isEmpty()) {
            throw new SluiceException(CommonError.PARAMETER_INVALID, "There is neither a table nor a query to read");
        }
        sources = List.copyOf(found);
        sources.forEach(source -> requireSameColumns(sources.getFirst(), source));
        return new Schema(
                sources.getFirst().columns().stream().map(ResultColumn::column).toList());
    }

    private Source table(Sessions opener, Connection connection, String name) throws SQLException {
        Tables.Table table = Tables.resolve(dialect, connection, name);
        String list = String.join(", ", Tables.selectList(dialect, table, request.columns()));
        String select = "SELECT " + list + " FROM " + table.sql();
        String key = splitKey(connection, table);
        return new Source(opener, name, select, true, key, dialect.describe(connection, select));
    }

    private @Nullable String splitKey(Connection connection, Tables.Table table) throws SQLException {
        if (request.splitKey().isBlank()) {
            return null;
        }
        String key =
                dialect.quote(Tables.column(dialect, table, request.splitKey()).name());
        LogicalType type = dialect.describe(connection, "SELECT " + key + " FROM " + table.sql())
                .getFirst()
                .column()
                .type();
        if (type instanceof LogicalType.Int) {
            return key;
        }
        context.log(
                TaskContext.Level.WARN,
                "%s of %s is no integer column, so the table is read by one channel"
                        .formatted(request.splitKey(), table.sql()));
        return null;
    }

    private static void requireSameColumns(Source first, Source other) {
        if (first.columns().size() != other.columns().size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "%s has %d columns, %s has %d"
                            .formatted(
                                    first.name(),
                                    first.columns().size(),
                                    other.name(),
                                    other.columns().size()));
        }
        for (int i = 0; i < first.columns().size(); i++) {
            Column left = first.columns().get(i).column();
            Column right = other.columns().get(i).column();
            boolean decimals = left.type() instanceof LogicalType.Decimal;
            if (left.type().getClass() != right.type().getClass()
                    || decimals && !left.type().equals(right.type())) {
                throw new SluiceException(
                        CommonError.PARAMETER_INVALID,
                        "Column %s is %s in %s and %s in %s"
                                .formatted(
                                        left.name(),
                                        left.nativeType(),
                                        first.name(),
                                        right.nativeType(),
                                        other.name()));
            }
        }
    }

    @Override
    public List<JdbcSplit> plan(int wanted) throws SQLException {
        List<JdbcSplit> splits = new ArrayList<>();
        int each = Math.ceilDiv(parts(wanted), sources.size());
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.key() == null || each == 1) {
                splits.add(JdbcSplit.all(i, source.name()));
            } else {
                splits.addAll(ranges(i, source, source.key(), each));
            }
        }
        return List.copyOf(splits);
    }

    /** The task's own factor counts when several channels work; otherwise what the caller wants. */
    private int parts(int wanted) {
        int channels = context.channels();
        return wanted == 1 || channels == 1 ? wanted : channels * request.splitFactor();
    }

    private List<JdbcSplit> ranges(int index, Source source, String key, int wanted) throws SQLException {
        String from = source.select().substring(source.select().lastIndexOf(" FROM "));
        String span = "SELECT MIN(" + key + "), MAX(" + key + ")" + from + condition("");
        try (Connection connection = source.sessions().reading();
                Statement statement = dialect.statement(connection, span, 1)) {
            TaskContext.Registration cancel = context.onCancel(new StatementCancel(connection, statement));
            try (ResultSet row = dialect.execute(statement, span)) {
                row.next();
                String min = row.getString(1);
                String max = row.getString(2);
                return min == null || max == null
                        ? List.of(JdbcSplit.all(index, source.name()))
                        : ranges(index, source, key, KeyRanges.cut(new BigInteger(min), new BigInteger(max), wanted));
            } finally {
                cancel.close();
            }
        }
    }

    private static List<JdbcSplit> ranges(int index, Source source, String key, List<KeyRanges.Range> ranges) {
        List<JdbcSplit> splits = new ArrayList<>();
        for (KeyRanges.Range range : ranges) {
            splits.add(new JdbcSplit(
                    index, source.name(), JdbcSplit.Part.KEY_RANGE, key, text(range.low()), text(range.high()), 0));
        }
        splits.add(new JdbcSplit(index, source.name(), JdbcSplit.Part.KEY_IS_NULL, key, "", "", 0));
        return splits;
    }

    private static String text(@Nullable BigInteger bound) {
        return bound == null ? "" : bound.toString();
    }

    /** The WHERE clause of the task's filter and one more condition; a filter may end in a comment, hence the line break. */
    private String condition(String more) {
        String filter = request.where().isBlank() ? "" : "(" + request.where() + "\n)";
        if (filter.isEmpty() && more.isEmpty()) {
            return "";
        }
        return " WHERE " + filter + (filter.isEmpty() || more.isEmpty() ? "" : " AND ") + more;
    }

    private String query(Source source, JdbcSplit split) {
        if (!source.isTable()) {
            return source.select();
        }
        return source.select()
                + switch (split.part()) {
                    case ALL -> condition("");
                    case KEY_IS_NULL -> condition(split.key() + " IS NULL");
                    case KEY_RANGE -> condition(rangeCondition(split));
                };
    }

    /** Bounds pass through BigInteger once more, because a stored split is plain text. */
    private static String rangeCondition(JdbcSplit split) {
        String low = split.low().isEmpty() ? "" : split.key() + " >= " + new BigInteger(split.low());
        String high = split.high().isEmpty() ? "" : split.key() + " < " + new BigInteger(split.high());
        if (low.isEmpty() && high.isEmpty()) {
            return split.key() + " IS NOT NULL";
        }
        return low + (low.isEmpty() || high.isEmpty() ? "" : " AND ") + high;
    }

    @Override
    public SplitReader<JdbcSplit> open(JdbcSplit split) throws SQLException {
        Source source = sources.get(split.source());
        String query = query(source, split);
        Connection connection = source.sessions().reading();
        JdbcSplitReader reader = new JdbcSplitReader(
                connection,
                split,
                dialect.rows(source.columns()),
                source.columns().size(),
                context);
        try {
            reader.start(dialect, query, request.fetchSize());
            return reader;
        } catch (SQLException | RuntimeException failure) {
            reader.abandon(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        sources = List.of();
    }
}
