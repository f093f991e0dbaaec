package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.Identifier;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.ReadSource;
import io.sluice.connector.jdbc.SnapshotSessions;
import io.sluice.connector.jdbc.StatementCancel;
import io.sluice.spi.TaskContext;
import io.sluice.spi.TaskContext.Level;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Reads in one snapshot. The server gives none to a second connection, so all connections of the run begin theirs at the
 * same time, while nobody may write to the tables; a single connection needs no lock. Parts take turns at these
 * connections, and one that is lost ends the run.
 */
final class MysqlSnapshot implements SnapshotSessions {
    private static final Set<String> WITH_SNAPSHOTS = Set.of("INNODB", "ROCKSDB");
    private static final String TRANSACTION = "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    private static final String BEGIN = "START TRANSACTION WITH CONSISTENT SNAPSHOT";

    private static final String WAIT = "SET SESSION lock_wait_timeout = ";

    /** Whoever wants to write goes ahead of one who waits to lock against writing, so nobody is held up. */
    private static final int PATIENT_SECONDS = 5;

    /** One who waits to lock for writing is waited for by all others, readers too. */
    private static final int PUSHING_SECONDS = 2;

    private static final String ENGINE = "SELECT engine FROM information_schema.tables"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?";

    private static final Set<ErrorCode> OBSTACLES =
            Set.of(JdbcError.LOCK_TIMEOUT, JdbcError.PRIVILEGE_MISSING, JdbcError.READ_ONLY);

    private static final int MOMENT_MILLIS = 200;

    private final MysqlSessions sessions;
    private final String source;
    private final TaskContext context;
    private final Set<Connection> all = new HashSet<>();
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private volatile int planned;
    private volatile boolean begun;
    private volatile boolean lost;

    /** @param source what a person calls the database */
    MysqlSnapshot(MysqlSessions sessions, String source, TaskContext context) {
        this.sessions = sessions;
        this.source = source;
        this.context = context;
    }

    @Override
    public void begin(List<ReadSource> sources, int parts) throws SQLException {
        int count = Math.min(context.channels(), parts);
        planned = parts;
        for (int number = 0; number < count; number++) {
            Connection connection = sessions.reading();
            all.add(connection);
            run(connection, TRANSACTION);
        }
        Connection first = all.iterator().next();
        for (ReadSource one : sources) {
            requireSnapshots(first, one);
        }
        if (count == 1) {
            run(first, BEGIN);
            context.log(
                    Level.INFO,
                    "All parts of " + source
                            + " are read in one snapshot, by one connection; no more channels can be added");
        } else {
            beginLocked(sources);
        }
        free.addAll(all);
        begun = true;
    }

    /** Once the lock is there, no transaction that wrote to the tables is open, so all snapshots are equal in them. */
    private void beginLocked(List<ReadSource> sources) throws SQLException {
        if (!sources.stream().allMatch(ReadSource::isTable)) {
            throw refused("it is not known which tables a query reads");
        }
        List<String> tables = sources.stream().map(ReadSource::table).distinct().toList();
        try (Connection locker = sessions.reading()) {
            long began = System.nanoTime();
            lock(locker, tables);
            long locked = System.nanoTime();
            for (Connection connection : all) {
                run(connection, BEGIN);
            }
            run(locker, "UNLOCK TABLES");
            context.log(
                    Level.INFO,
                    ("All parts of %s are read in one snapshot by %d connections, so no more channels can be added; its"
                                    + " tables were locked against writers for %d ms, after %d ms of waiting")
                            .formatted(
                                    source,
                                    all.size(),
                                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - locked),
                                    TimeUnit.NANOSECONDS.toMillis(locked - began)));
        }
    }

    /** Writers whose transactions overlap without a pause have to be made to wait. */
    private void lock(Connection locker, List<String> tables) throws SQLException {
        Optional<ErrorCode> obstacle = tryToLock(locker, tables, "READ", PATIENT_SECONDS);
        if (obstacle.equals(Optional.of(JdbcError.LOCK_TIMEOUT))) {
            context.log(
                    Level.INFO,
                    "Transactions that write to the tables of %s overlap; they are held up for %d s at most now"
                            .formatted(source, PUSHING_SECONDS));
            if (tryToLock(locker, tables, "WRITE", PUSHING_SECONDS).isPresent()) {
                throw new SluiceException(
                        JdbcError.LOCK_TIMEOUT,
                        ("%s could not be locked for the moment in which several connections begin one snapshot: there was"
                                        + " always a transaction open that had written there, for %d s. One channel needs no lock")
                                .formatted(String.join(", ", tables), PATIENT_SECONDS + PUSHING_SECONDS));
            }
        } else if (obstacle.isPresent()) {
            throw refused("the user may not lock tables (privilege LOCK TABLES)");
        }
    }

    /** @return what kept it from being locked: time, rights, or a server that is not written to */
    private Optional<ErrorCode> tryToLock(Connection locker, List<String> tables, String kind, int seconds)
            throws SQLException {
        run(locker, WAIT + seconds);
        String statement =
                tables.stream().map(table -> table + " " + kind).collect(Collectors.joining(", ", "LOCK TABLES ", ""));
        try {
            cancellable(locker, statement);
            return Optional.empty();
        } catch (SQLException failure) {
            Optional<ErrorCode> code = MysqlErrors.find(failure).filter(OBSTACLES::contains);
            if (code.isEmpty()) {
                throw failure;
            }
            return code;
        }
    }

    private void cancellable(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            TaskContext.Registration cancel = context.onCancel(new StatementCancel(connection, statement));
            try {
                statement.execute(sql);
            } finally {
                cancel.close();
            }
        }
    }

    private SluiceException refused(String reason) {
        return new SluiceException(
                JdbcError.SNAPSHOT_REFUSED,
                "Several connections cannot read " + source + " in one snapshot: " + reason);
    }

    /** What a view shows, or a query reads, is found out by nobody but the server. */
    private void requireSnapshots(Connection connection, ReadSource table) throws SQLException {
        Optional<String> engine = table.isTable() ? engine(connection, table.table()) : Optional.empty();
        if (engine.isEmpty()) {
            context.log(
                    Level.WARN,
                    "What %s reads of tables without transactions, such as MyISAM, is not in the snapshot"
                            .formatted(table.name()));
        } else if (!WITH_SNAPSHOTS.contains(engine.get().toUpperCase(Locale.ROOT))) {
            throw new SluiceException(
                    JdbcError.SNAPSHOT_REFUSED,
                    "The table " + table.name() + " is of the engine " + engine.get() + ", which has no snapshots");
        }
    }

    /** Empty for a view. */
    private static Optional<String> engine(Connection connection, String table) throws SQLException {
        List<String> parts =
                Identifier.parse(table, '`').stream().map(Identifier.Part::name).toList();
        try (PreparedStatement statement = connection.prepareStatement(ENGINE)) {
            statement.setString(1, parts.size() > 1 ? parts.getFirst() : null);
            statement.setString(2, parts.getLast());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public int most() {
        return all.size() < planned ? all.size() : Integer.MAX_VALUE;
    }

    @Override
    public Connection reading() throws SQLException {
        if (!begun) {
            return sessions.reading();
        }
        try {
            while (!lost && !context.cancelled()) {
                Connection next = free.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new SluiceException(
                JdbcError.SNAPSHOT_GONE,
                "The snapshot of " + source + " is gone, because a connection that read in it was lost");
    }

    @Override
    public Connection writing() throws SQLException {
        return sessions.writing();
    }

    @Override
    public void release(Connection connection, boolean drained) throws SQLException {
        if (drained && all.contains(connection)) {
            free.add(connection);
            return;
        }
        lost |= all.contains(connection);
        SnapshotSessions.super.release(connection, drained);
    }

    @Override
    public void close() throws IOException {
        try {
            for (Connection connection : all) {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IOException("Cannot close a connection", failure);
        }
    }
}
