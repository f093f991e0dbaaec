package io.sluice.connector.jdbc;

import io.sluice.spi.Attempt;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.Status;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads tables or queries of one or several databases of one kind. */
public final class JdbcReader implements Reader<JdbcSplit> {
    private final Dialect dialect;
    private final ReadRequest request;
    private final Function<String, Sessions> sessions;
    private final TaskContext context;
    private final IdleConnections idle = new IdleConnections();
    private final Map<String, Sessions> opened = new LinkedHashMap<>();
    private List<ReadSource> sources = List.of();

    /** @param sessions opens connections to the data source of this name */
    public JdbcReader(Dialect dialect, ReadRequest request, Function<String, Sessions> sessions, TaskContext context) {
        this.dialect = dialect;
        this.request = request;
        this.sessions = sessions;
        this.context = context;
    }

    @Override
    public Schema discover() throws SQLException {
        List<ReadSource> found = new ArrayList<>();
        for (ReadRequest.Shard shard : request.shards()) {
            Sessions opener = opened.computeIfAbsent(shard.dataSource(), sessions);
            requireFirstAttempt(opener, shard);
            Connection connection = idle.take(opener);
            try {
                describe(shard, opener, connection, found);
                keep(opener, connection);
            } catch (SQLException | RuntimeException failure) {
                connection.close();
                throw failure;
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

    private void describe(ReadRequest.Shard shard, Sessions opener, Connection connection, List<ReadSource> found)
            throws SQLException {
        for (String query : shard.queries()) {
            found.add(ReadSource.query(
                    opener, "query " + (found.size() + 1), query, dialect.describe(connection, query)));
        }
        List<String> names = TableNames.expand(shard.tables());
        for (String name : names) {
            try {
                found.add(table(opener, connection, name));
            } catch (SQLException refused) {
                if (names.size() == 1) {
                    throw refused;
                }
                throw named(name, refused);
            }
        }
    }

    /** Of hundreds of tables the server's words alone do not tell which one it means. */
    private SluiceException named(String table, SQLException refused) {
        return new SluiceException(dialect.classify(refused), table + ": " + ServerMessage.of(refused), refused);
    }

    /** The connections of a snapshot are those that began in it. */
    private void keep(Sessions opener, Connection connection) throws SQLException {
        if (opener instanceof SnapshotSessions) {
            connection.close();
        } else {
            idle.giveBack(opener, connection);
        }
    }

    /** Connections nobody reads by at the moment. */
    public IdleConnections idle() {
        return idle;
    }

    /** A snapshot does not outlive the run that took it. */
    private void requireFirstAttempt(Sessions opener, ReadRequest.Shard shard) {
        if (opener instanceof SnapshotSessions && context.attempt().entry() == Attempt.Entry.LOADING) {
            throw new SluiceException(
                    JdbcError.SNAPSHOT_GONE,
                    "The load began in a snapshot of " + shard.dataSource()
                            + ", which ended with the run before; going on would mix two states of the source");
        }
    }

    private ReadSource table(Sessions opener, Connection connection, String name) throws SQLException {
        Tables.Table table = Tables.resolve(dialect, connection, name);
        List<String> elements = Tables.selectList(dialect, table, request.columns());
        String list = String.join(", ", elements);
        List<ResultColumn> columns = CatalogueFacts.add(
                dialect, table, elements, dialect.describe(connection, "SELECT " + list + " FROM " + table.sql()));
        boolean mayBeCut =
                !request.isLimited() && (!request.splitKey().isBlank() || Tables.plain(table, request.columns()));
        SplitKey key = mayBeCut
                ? new SplitKeys(dialect, context)
                        .choose(connection, table, request.splitKey())
                        .orElse(null)
                : null;
        return new ReadSource(opener, name, list, table.sql(), request.where(), key, columns);
    }

    /** The tables and queries in the order splits number them; known after {@link #discover}. */
    public List<ReadSource> sources() {
        return sources;
    }

    /** Whether the task names the column that cuts its tables. */
    public boolean isKeyChosen() {
        return !request.splitKey().isBlank();
    }

    private static void requireSameColumns(ReadSource first, ReadSource other) {
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
        int each = partsOfEach(wanted);
        for (int i = 0; i < sources.size(); i++) {
            splits.addAll(splits(i, each));
        }
        for (Sessions opener : opened.values()) {
            if (opener instanceof SnapshotSessions snapshot) {
                begin(snapshot, splits);
            }
        }
        return List.copyOf(splits);
    }

    @Override
    public int mostOpen() {
        return opened.values().stream()
                .mapToInt(opener -> opener instanceof SnapshotSessions snapshot ? snapshot.most() : Integer.MAX_VALUE)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void begin(SnapshotSessions snapshot, List<JdbcSplit> splits) throws SQLException {
        List<ReadSource> own =
                sources.stream().filter(one -> one.sessions() == snapshot).toList();
        long parts = splits.stream()
                .filter(split -> own.contains(sources.get(split.source())))
                .count();
        if (parts > 0) {
            snapshot.begin(own, (int) parts);
        }
    }

    /** Cuts one table or query. @param wanted how many parts are welcome */
    public List<JdbcSplit> splits(int index, int wanted) throws SQLException {
        ReadSource source = sources.get(index);
        SplitKey key = source.key();
        if (key == null) {
            return List.of(JdbcSplit.all(index, source.name()));
        }
        if (wanted == 1) {
            return key.ordered()
                    ? SplitPlan.joined(index, source, key, List.of())
                    : List.of(JdbcSplit.all(index, source.name()));
        }
        Connection connection = idle.take(source.sessions());
        try {
            List<JdbcSplit> cut = new SplitPlan(dialect, context, connection, source, key).cut(index, wanted);
            keep(source.sessions(), connection);
            return cut;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** How many parts of each table or query are welcome. */
    public int partsOfEach(int wanted) {
        return Math.ceilDiv(parts(wanted), sources.size());
    }

    /** The task's own factor counts when several channels work; otherwise what the caller wants. */
    private int parts(int wanted) {
        int channels = context.channels();
        return wanted == 1 || channels == 1 ? wanted : channels * request.splitFactor();
    }

    @Override
    public SplitReader<JdbcSplit> open(JdbcSplit split) throws SQLException {
        ReadSource source = sources.get(split.source());
        if (split.part() == JdbcSplit.Part.NOTHING) {
            return new NothingLeft(split);
        }
        warnOfRepetition(split);
        Connection connection = idle.take(source.sessions());
        JdbcSplitReader.Rows rows = new JdbcSplitReader.Rows(
                dialect.rows(source.columns()), source.columns().size(), ordered(source, split));
        JdbcSplitReader reader = new JdbcSplitReader(source.sessions(), connection, split, rows, context);
        try {
            reader.start(dialect, source, statement(source, split), request.fetchSize());
            return reader;
        } catch (SQLException | RuntimeException failure) {
            reader.abandon(failure);
            throw failure;
        }
    }

    /** A query of the task's own may end in anything, so nothing is put behind it. */
    private String statement(ReadSource source, JdbcSplit split) {
        String select = source.select(dialect, split);
        return request.isLimited() && source.isTable() ? dialect.first(select, request.limit()) : select;
    }

    /** Says in the log when opening a split delivers rows again. */
    public void warnOfRepetition(JdbcSplit split) {
        if (split.again()) {
            context.log(
                    TaskContext.Level.WARN,
                    "%s has no unique key to continue by, so rows that were read before are read again"
                            .formatted(split.name()));
        }
    }

    private static boolean ordered(ReadSource source, JdbcSplit split) {
        SplitKey key = source.key();
        return key != null && key.ordered() && split.part() == JdbcSplit.Part.KEY_RANGE;
    }

    /** What is left of a split of which everything was delivered. */
    private record NothingLeft(JdbcSplit remaining) implements SplitReader<JdbcSplit> {
        @Override
        public Status read(RowBatch batch) {
            return Status.END;
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() throws IOException {
        sources = List.of();
        idle.close();
        for (Sessions opener : opened.values()) {
            if (opener instanceof SnapshotSessions snapshot) {
                snapshot.close();
            }
        }
    }
}
