package io.sluice.connector.jdbc;

import io.sluice.spi.Attempt;
import io.sluice.spi.BatchWriter;
import io.sluice.spi.Mark;
import io.sluice.spi.NoReceipt;
import io.sluice.spi.SupportsDiscard;
import io.sluice.spi.SupportsEncodedWrite;
import io.sluice.spi.SupportsProgress;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowEncoding;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table. Every batch is a transaction, so after a failure the batches before it stay (at least once), unless
 * the request asks for progress in the target or for a staging table.
 */
public final class JdbcWriter implements Writer<NoReceipt>, SupportsProgress, SupportsDiscard, SupportsEncodedWrite {
    private static final String PROGRESS = "sluice_progress";

    private final Dialect dialect;
    private final WriteRequest request;
    private final Sessions sessions;
    private final Loader loader;
    private final TaskContext context;
    private @Nullable Target target;
    private @Nullable ProgressTable progress;
    private @Nullable Staging staging;
    private @Nullable StagingOwner owner;
    private final Set<Integer> opened = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger openings = new AtomicInteger();
    private volatile int seenAt;

    public JdbcWriter(Dialect dialect, WriteRequest request, Sessions sessions, Loader loader, TaskContext context) {
        this.dialect = dialect;
        this.request = request;
        this.sessions = sessions;
        this.loader = loader;
        this.context = context;
    }

    @Override
    public Schema prepare(Schema source) throws SQLException {
        try (Connection connection = sessions.writing()) {
            connection.setAutoCommit(true);
            boolean goesOn = context.attempt().goesOn();
            Target found = goesOn ? find(connection, source) : beforeStatements(connection, source);
            target = found;
            switch (request.landing()) {
                case Landing.Append ignored -> {}
                case Landing.WithProgress with -> keepProgress(connection, with.tables(), found.table());
                case Landing.Staging with -> stage(connection, with.tables(), found);
            }
            return found.schema();
        }
    }

    private void keepProgress(Connection connection, TargetTables tables, Tables.Table table) throws SQLException {
        tables.checkTransactions(connection, table);
        String name = Staging.sibling(dialect, table, PROGRESS);
        progress = new ProgressTable(name, context.attempt());
        if (!Staging.exists(dialect, connection, table, PROGRESS)) {
            context.log(TaskContext.Level.INFO, "Creating " + name);
            progress.create(connection, tables.tableOptions());
        }
    }

    private void stage(Connection connection, TargetTables tables, Target found) throws SQLException {
        Staging made = new Staging(dialect, tables, found.table(), context.attempt());
        if (context.attempt().entry() == Attempt.Entry.LOADING) {
            requireUnchanged(connection, new Target(made.table(), found.columns(), found.schema()));
        } else if (!context.attempt().goesOn()) {
            new LeftStaging(dialect, tables, found.table(), context).remove(sessions);
            made.create(connection);
            own(made, tables);
            context.log(TaskContext.Level.INFO, "Loading into " + made.name());
        }
        staging = made;
        progress = made.progress();
    }

    /** A load that can be resumed is removed by those who know that it will not be. */
    private void own(Staging made, TargetTables tables) throws SQLException {
        if (context.attempt().only()) {
            owner = new StagingOwner(sessions, tables, made.progress());
            owner.hold();
        }
    }

    private void letGo() throws SQLException {
        if (owner != null) {
            owner.close();
            owner = null;
        }
    }

    @Override
    public List<Mark> takeOver() throws SQLException {
        if (progress == null) {
            return List.of();
        }
        try (Connection connection = sessions.writing()) {
            return progress.takeOver(connection);
        }
    }

    /**
     * Everything that can be checked is checked before the statements run, because they may empty the table; a table
     * that does not exist yet may be created by them.
     */
    private Target beforeStatements(Connection connection, Schema source) throws SQLException {
        try {
            Target found = find(connection, source);
            if (request.before().isEmpty()) {
                return found;
            }
            run(connection, request.before(), found.table().sql());
        } catch (SluiceException missing) {
            if (missing.code() != JdbcError.TABLE_UNKNOWN || request.before().isEmpty()) {
                throw missing;
            }
            run(connection, request.before(), quotedName());
        }
        return find(connection, source);
    }

    private String quotedName() {
        return Tables.unresolved(dialect, request.table()).sql();
    }

    private Target find(Connection connection, Schema source) throws SQLException {
        Tables.Table table = Tables.resolve(dialect, connection, request.table());
        List<TableColumn> columns = WrittenColumns.of(dialect, table, request.columns());
        if (columns.size() != source.size()) {
            throw new SluiceException(
                    CommonError.COLUMN_COUNT,
                    "The reader delivers %d columns, the writer of %s takes %d"
                            .formatted(source.size(), table.sql(), columns.size()));
        }
        String select = select(table, columns);
        boolean wholeKey = columns.containsAll(
                table.columns().stream().filter(TableColumn::key).toList());
        List<Column> described = new ArrayList<>();
        for (ResultColumn column : dialect.describe(connection, select)) {
            boolean key = wholeKey && columns.get(described.size()).key();
            Column plain = column.column();
            described.add(new Column(plain.name(), plain.type(), plain.nullable(), plain.nativeType(), key));
        }
        Target found = new Target(table, columns, new Schema(described));
        loader.check(found, connection);
        return found;
    }

    private String select(Tables.Table table, List<TableColumn> columns) {
        List<String> quoted =
                columns.stream().map(column -> dialect.quote(column.name())).toList();
        return "SELECT " + String.join(", ", quoted) + " FROM " + table.sql();
    }

    private void run(Connection connection, List<String> statements, String table) throws SQLException {
        for (String sql : statements) {
            String text = sql.replace("@table", table);
            context.log(TaskContext.Level.INFO, "Running: " + text);
            try (Statement statement = connection.createStatement()) {
                TaskContext.Registration cancel = context.onCancel(new StatementCancel(connection, statement));
                try {
                    statement.execute(text);
                } finally {
                    cancel.close();
                }
            }
        }
    }

    private Target prepared() {
        Target known = target;
        if (known == null) {
            throw new IllegalStateException("prepare comes first");
        }
        return known;
    }

    @Override
    public boolean accepts(RowEncoding encoding) {
        return loader.accepts(encoding, prepared());
    }

    @Override
    public BatchSize batchSize() {
        return request.batch();
    }

    @Override
    public BatchWriter<NoReceipt> open(int worker) throws SQLException {
        if (owner != null) {
            owner.hold();
        }
        Connection connection = sessions.writing();
        try {
            if (progress != null) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            openings.incrementAndGet();
            atWork.incrementAndGet();
            if (!opened.add(worker)) {
                requireUnchanged(connection, loaded());
            }
            Loader.Load load = loader.open(connection, loaded(), context);
            return new JdbcBatchWriter(connection, load, progress, dialect.checkNow(), this::endOfChannel);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The last one looks at the columns, with the connection it has. One that was lost and opened again counts on. */
    private void endOfChannel(Connection connection) {
        if (atWork.decrementAndGet() > 0 || staging != null) {
            return;
        }
        int known = openings.get();
        try {
            requireUnchanged(connection, prepared());
            connection.rollback();
            seenAt = known;
        } catch (SQLException lost) {
            seenAt = -1;
        }
    }

    /** Who connects again writes what was checked for other columns, which the server might round or cut to fit. */
    private void requireUnchanged(Connection connection, Target known) throws SQLException {
        List<ResultColumn> now = dialect.describe(connection, select(known.table(), known.columns()));
        ChangedColumn.first(known.schema().columns(), now).ifPresent(changed -> {
            throw new SluiceException(
                    JdbcError.TARGET_CHANGED,
                    "The column %s of %s was %s %s when the load began, now it is %s %s"
                            .formatted(changed.words(known.table().sql())));
        });
    }

    private Target loaded() {
        Target all = prepared();
        return staging == null ? all : new Target(staging.table(), all.columns(), all.schema());
    }

    /**
     * Each batch was committed when it was written; a staging table is published. A server rounds and cuts without a word
     * what it writes into a column that was changed meanwhile, so it is looked whether the columns are still the ones that
     * the attempt began with.
     */
    @Override
    public void commit(List<NoReceipt> receipts) throws SQLException {
        if (staging == null && seenAt == openings.get()) {
            return;
        }
        try (Connection connection = sessions.writing()) {
            requireUnchanged(connection, prepared());
            connection.rollback();
            if (staging != null) {
                staging.publish(connection);
                context.log(
                        TaskContext.Level.INFO,
                        "Published as " + prepared().table().sql());
            }
        }
    }

    /** Batches that were written stay, except in a staging table: append promises at least once. Nobody needs their progress. */
    @Override
    public void abort(List<NoReceipt> receipts) throws SQLException {
        if (staging == null && progress == null) {
            return;
        }
        letGo();
        try (Connection connection = sessions.writing()) {
            connection.setAutoCommit(true);
            if (staging != null) {
                staging.drop(connection);
            } else if (progress != null) {
                progress.clear(connection);
            }
        }
    }

    /** @throws SluiceException TARGET_CHANGED when nobody may go on with what was written */
    @Override
    public void suspend(List<NoReceipt> receipts, boolean loaded) throws SQLException {
        if (staging != null) {
            context.log(TaskContext.Level.INFO, staging.name() + " stays for another attempt");
            return;
        }
        try (Connection connection = sessions.writing()) {
            requireUnchanged(connection, prepared());
        }
    }

    @Override
    public void discard() throws SQLException {
        if (request.landing() instanceof Landing.Append) {
            return;
        }
        try (Connection connection = sessions.writing()) {
            connection.setAutoCommit(true);
            Tables.Table table = known(connection);
            switch (request.landing()) {
                case Landing.Append ignored -> {}
                case Landing.WithProgress with -> {
                    beImpatient(connection, with.tables());
                    if (Staging.exists(dialect, connection, table, PROGRESS)) {
                        new ProgressTable(Staging.sibling(dialect, table, PROGRESS), context.attempt())
                                .clear(connection);
                    }
                }
                case Landing.Staging with -> {
                    beImpatient(connection, with.tables());
                    new Staging(dialect, with.tables(), table, context.attempt()).discard(connection, context);
                }
            }
        }
    }

    private static void beImpatient(Connection connection, TargetTables tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(tables.impatience());
        }
    }

    /** The target, or what its name stands for when it has gone meanwhile. */
    private Tables.Table known(Connection connection) throws SQLException {
        try {
            return Tables.resolve(dialect, connection, request.table());
        } catch (SluiceException missing) {
            if (missing.code() != JdbcError.TABLE_UNKNOWN) {
                throw missing;
            }
            return Tables.unresolved(dialect, request.table());
        }
    }

    @Override
    public void finish() throws SQLException {
        if (request.after().isEmpty() && progress == null) {
            return;
        }
        letGo();
        try (Connection connection = sessions.writing()) {
            connection.setAutoCommit(true);
            if (staging != null) {
                staging.cleanUp(connection);
            } else if (progress != null) {
                progress.clear(connection);
            }
            run(connection, request.after(), prepared().table().sql());
        }
    }

    @Override
    public void close() throws IOException {
        target = null;
        try {
            letGo();
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
