package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.engine.Connectors;
import io.sluice.spi.error.Category;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the failures of real servers mean (cases/faults.md, the measured signatures). */
@ParameterizedClass
@EnumSource(ErrorClassesTest.Kind.class)
class ErrorClassesTest {
    /** The systems, and where they differ. */
    enum Kind {
        MARIADB("mysql", "select connection_id()", "kill %s", "set innodb_lock_wait_timeout = 1"),
        POSTGRESQL(
                "postgresql",
                "select pg_backend_pid()",
                "select pg_terminate_backend(%s)",
                "set lock_timeout = '300ms'");

        private final String connector;
        private final String id;
        private final String kill;
        private final String impatient;

        Kind(String connector, String id, String kill, String impatient) {
            this.connector = connector;
            this.id = id;
            this.kill = kill;
            this.impatient = impatient;
        }

        private TestDatabase database() {
            return this == MARIADB
                    ? MariaDbServer.shared().database()
                    : PostgreSqlServer.shared().database();
        }
    }

    private final Kind kind;
    private final TestDatabase database;

    ErrorClassesTest(Kind kind) {
        this.kind = kind;
        this.database = kind.database();
    }

    @BeforeEach
    void twoRows() {
        database.run(
                "create table t (id int primary key, name varchar(5) not null, size int check (size < 100))",
                "insert into t values (1, 'a', 1), (2, 'b', 2)");
    }

    private ErrorCode meaning(SQLException failure) {
        return Connectors.load().find(kind.connector).orElseThrow().classify(failure);
    }

    private ErrorCode failing(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return failing(connection, sql);
        }
    }

    private ErrorCode failing(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            assertThat((Throwable) failure).as(sql).isNotNull();
            return meaning(failure);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void rowsThatTheTableRefusesAreData() throws SQLException {
        assertThat(failing("insert into t values (1, 'x', 1)")).isEqualTo(JdbcError.DUPLICATE_KEY);
        assertThat(failing("insert into t values (3, null, 1)")).isEqualTo(JdbcError.NULL_NOT_ALLOWED);
        assertThat(failing("insert into t values (3, 'too long', 1)")).isEqualTo(JdbcError.VALUE_TOO_LONG);
        assertThat(failing("insert into t values (3, 'x', 100)")).isEqualTo(JdbcError.CONSTRAINT_VIOLATED);
        assertThat(failing("insert into t values (99999999999, 'x', 1)").category())
                .isEqualTo(Category.DATA);
    }

    @Test
    void whatTheTaskAsksForInVainIsConfiguration() throws SQLException {
        assertThat(failing("select * from no_such_table")).isEqualTo(JdbcError.TABLE_UNKNOWN);
        assertThat(failing("select no_such_column from t")).isEqualTo(JdbcError.COLUMN_UNKNOWN);
        assertThat(failing("selec 1")).isEqualTo(JdbcError.SQL_INVALID);
    }

    @Test
    void aConnectionThatTheServerEndsIsLostAndNeverData() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            run(connection, "insert into t values (3, 'c', 3)");
            String id;
            try (Statement statement = connection.createStatement();
                    java.sql.ResultSet row = statement.executeQuery(kind.id)) {
                row.next();
                id = row.getString(1);
            }
            database.run(kind.kill.formatted(id));
            ErrorCode code = failing(connection, "insert into t values (4, 'd', 4)");
            assertThat(code).isEqualTo(CommonError.CONNECTION_LOST);
            assertThat(code.isConflict()).isFalse();
        }
        assertThat(database.value("select count(*) from t")).isEqualTo("2");
    }

    @Test
    void aLockThatIsNotGivenBackInTimeIsAConflict() throws SQLException {
        try (Connection holder = database.connect();
                Connection waiting = database.connect()) {
            holder.setAutoCommit(false);
            run(holder, "update t set size = 5 where id = 1");
            waiting.setAutoCommit(false);
            run(waiting, kind.impatient);
            ErrorCode code = failing(waiting, "update t set size = 6 where id = 1");
            assertThat(code).isEqualTo(JdbcError.LOCK_TIMEOUT);
            assertThat(code.isConflict()).isTrue();
            holder.rollback();
        }
    }

    @Test
    void aDeadlockIsAConflict() throws Exception {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            run(one, "update t set size = 5 where id = 1");
            run(other, "update t set size = 5 where id = 2");
            CompletableFuture<SQLException> first = updating(one, 2);
            CompletableFuture<SQLException> second = updating(other, 1);
            SQLException victim =
                    (SQLException) CompletableFuture.anyOf(first, second).get(30, TimeUnit.SECONDS);
            assertThat(meaning(victim)).isEqualTo(JdbcError.DEADLOCK);
            assertThat(meaning(victim).isConflict()).isTrue();
        }
    }

    /** Completes with the failure, or not at all. */
    private static CompletableFuture<SQLException> updating(Connection connection, int id) {
        CompletableFuture<SQLException> failed = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                run(connection, "update t set size = 7 where id = " + id);
            } catch (SQLException failure) {
                failed.complete(failure);
            }
        });
        return failed;
    }

    @Test
    void whatATriggerSaysIsNeitherALostConnectionNorData() throws SQLException {
        if (kind == Kind.MARIADB) {
            database.run("create trigger refuse before insert on t for each row"
                    + " signal sqlstate '45000' set message_text = 'not now'");
        } else {
            database.run(
                    "create function refuse() returns trigger language plpgsql as"
                            + " $$ begin raise exception 'not now'; end $$",
                    "create trigger refuse before insert on t for each row execute function refuse()");
        }
        assertThat(failing("insert into t values (3, 'x', 1)").category()).isEqualTo(Category.EXTERNAL);
    }

    @Test
    void aRowThatIsTooWideIsNamed() throws SQLException {
        if (kind == Kind.MARIADB) {
            StringBuilder wide = new StringBuilder("create table wide (c0 varchar(5000)");
            for (int column = 1; column < 5; column++) {
                wide.append(", c").append(column).append(" varchar(5000)");
            }
            assertThat(failing(wide + ")")).isEqualTo(JdbcError.ROW_TOO_WIDE);
        } else {
            StringBuilder wide = new StringBuilder("create table wide (c0 text");
            StringBuilder row = new StringBuilder("insert into wide values (repeat('x', 20)");
            for (int column = 1; column < 1_000; column++) {
                wide.append(", c").append(column).append(" text");
                row.append(", repeat('x', 20)");
            }
            database.run(wide + ")");
            assertThat(failing(row + ")").category()).isEqualTo(Category.DATA);
        }
    }
}
