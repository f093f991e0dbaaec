package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Copy;
import io.sluice.engine.Failure;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunHandle;
import io.sluice.engine.RunLimits;
import io.sluice.engine.RunResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources that consist of hundreds of tables, not all of which are as they should be. */
@Timeout(120)
class ShardsTest {
    private static final TestDatabase MARIA_DB = MariaDbServer.shared().database();
    private static final TestDatabase POSTGRE_SQL = PostgreSqlServer.shared().database();
    private static final int SHARDS = 300;

    /** Where the shards are. */
    enum Kind {
        MYSQL(MARIA_DB),
        POSTGRESQL(POSTGRE_SQL);

        private final TestDatabase database;

        Kind(TestDatabase database) {
            this.database = database;
        }

        String type() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        void createShards() {
            database.run(IntStream.range(0, SHARDS)
                    .mapToObj(shard -> "drop table if exists shard_" + shard)
                    .toArray(String[]::new));
            database.run(IntStream.range(0, SHARDS)
                    .mapToObj(shard -> "create table shard_" + shard + " (id bigint primary key, v varchar(20))")
                    .toArray(String[]::new));
            database.run(IntStream.range(0, SHARDS)
                    .filter(shard -> shard % 10 != 7)
                    .mapToObj(shard -> "insert into shard_%d values (%d, 'a'), (%d, 'b')"
                            .formatted(shard, 2 * shard, 2 * shard + 1))
                    .toArray(String[]::new));
            POSTGRE_SQL.run("drop table if exists whole", "create table whole (id bigint primary key, v varchar(20))");
        }

        private Copy.Step reader() {
            return new Copy.Step(
                    type(),
                    ConfigValue.Obj.EMPTY
                            .with("datasource", type())
                            .with("table", ConfigValue.Array.ofTexts(List.of("shard_[0-" + (SHARDS - 1) + "]")))
                            .with("column", ConfigValue.Array.ofTexts(List.of("id", "v"))));
        }

        RunHandle start(int channels) {
            return new Copy()
                    .with("mysql", "mysql", Databases.settings(MARIA_DB))
                    .with("postgresql", "postgresql", Databases.settings(POSTGRE_SQL))
                    .channels(channels)
                    .start(
                            reader(),
                            new Copy.Step(
                                    "postgresql",
                                    Databases.step("whole", "id", "v").with("datasource", "postgresql")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void allAreReadOnceWhetherEmptyOrNot(Kind kind) throws Exception {
        kind.createShards();
        RunResult result = kind.start(16).await();
        assertThat(result.outcome()).as("%s", result.failure()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.statistics().recordsWritten()).isEqualTo(540);
        assertThat(POSTGRE_SQL.value("select count(*) from whole")).isEqualTo("540");
    }

    @ParameterizedTest
    @EnumSource
    void aMissingOneIsNamedBeforeAnythingIsWritten(Kind kind) throws Exception {
        kind.createShards();
        kind.database.run("drop table shard_211");
        Failure failure = Objects.requireNonNull(kind.start(4).await().failure());
        assertThat(failure.code()).isEqualTo(JdbcError.TABLE_UNKNOWN);
        assertThat(failure.message()).contains("shard_211");
        assertThat(failure.stepName()).isEqualTo("Reader");
        assertThat(POSTGRE_SQL.value("select count(*) from whole")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void oneOfOtherColumnsIsNamedBeforeAnythingIsWritten(Kind kind) throws Exception {
        kind.createShards();
        kind.database.run("drop table shard_123", "create table shard_123 (id bigint primary key, v bigint)");
        Failure failure = Objects.requireNonNull(kind.start(4).await().failure());
        assertThat(failure.message()).contains("shard_123", "v");
        kind.database.run("drop table shard_123", "create table shard_123 (id bigint primary key, w bigint)");
        failure = Objects.requireNonNull(kind.start(4).await().failure());
        assertThat(failure.code()).isEqualTo(JdbcError.COLUMN_UNKNOWN);
        assertThat(failure.message()).contains("shard_123", "v");
        assertThat(POSTGRE_SQL.value("select count(*) from whole")).isEqualTo("0");
    }

    /** Fails: what is not there cannot be read, and nobody takes the table for an empty one. */
    @ParameterizedTest
    @EnumSource
    void oneThatIsDroppedInTheMiddleFailsTheRunAndIsNamed(Kind kind) throws Exception {
        kind.createShards();
        RunHandle run = kind.start(2);
        run.limit(new RunLimits(40, 0));
        while (run.statistics().recordsRead() < 10) {
            Thread.sleep(5);
        }
        kind.database.run("drop table shard_290");
        run.limit(RunLimits.NONE);
        RunResult result = run.await();
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        Failure failure = Objects.requireNonNull(result.failure());
        assertThat(failure.code()).isEqualTo(JdbcError.TABLE_UNKNOWN);
        assertThat(failure.message()).contains("shard_290");
        assertThat(result.statistics().splitsFailed()).isEqualTo(1);
    }
}
