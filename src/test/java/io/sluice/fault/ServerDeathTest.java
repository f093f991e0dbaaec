package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Engine;
import io.sluice.engine.JournalFile;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunResult;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that are killed in the middle of a run and come back with what they had committed. */
class ServerDeathTest {
    private static final int OUTAGE_MILLIS = 1_500;

    private @TempDir Path folder;

    private final MariaDbServer mariaDb = MariaDbServer.start();
    private final PostgreSqlServer postgreSql = PostgreSqlServer.start();

    @AfterEach
    void end() {
        mariaDb.close();
        postgreSql.close();
    }

    private TestDatabase target(TargetSystem system) {
        TestDatabase target = switch (system) {
            case MARIADB -> mariaDb.database();
            case POSTGRESQL -> postgreSql.database();
        };
        target.run("create table t (id bigint, payload varchar(60) not null)");
        return target;
    }

    private Runnable outage(TargetSystem system, CompletableFuture<Boolean> back) {
        return () -> {
            switch (system) {
                case MARIADB -> mariaDb.kill();
                case POSTGRESQL -> postgreSql.kill();
            }
            Thread.ofPlatform().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(OUTAGE_MILLIS);
                    switch (system) {
                        case MARIADB -> mariaDb.startAgain();
                        case POSTGRESQL -> postgreSql.startAgain();
                    }
                    back.complete(true);
                } catch (InterruptedException | RuntimeException failure) {
                    back.completeExceptionally(failure);
                }
            });
        };
    }

    private void survives(Scene scene, TargetSystem dying, Step step, int mayBeTwice) throws Exception {
        CompletableFuture<Boolean> back = new CompletableFuture<>();
        Fault.Trigger trigger = new Fault.Trigger(new Fault(step, Moment.BEFORE, Kind.RESET, 9), outage(dying, back));
        try (JournalFile journal = JournalFile.open(folder.resolve("journal"))) {
            RunResult result = new Engine(Clock.systemUTC())
                    .start(scene.job(trigger), new FaultCases.Listener(), journal)
                    .await();
            assertThat(trigger.happened()).isTrue();
            assertThat(back.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.statistics().recordsDirty()).isZero();
            assertThat(result.statistics().recordsRead()).isEqualTo(Scene.ROWS);
            assertThat(result.statistics().retries()).isPositive();
        }
        new Oracle(scene, scene.target()).requireComplete(mayBeTwice);
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void aTargetThatDiesBetweenBatchesLosesAndRepeatsNothing(TargetSystem system) throws Exception {
        Scene scene = new Scene(Level.PROGRESS, system, new FaultCases().source(), target(system), folder);
        survives(scene, system, Step.COMMIT, 0);
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void withoutProgressAtMostOneBatchOfEachChannelIsThereTwice(TargetSystem system) throws Exception {
        Scene scene = new Scene(Level.APPEND, system, new FaultCases().source(), target(system), folder);
        survives(scene, system, Step.COMMIT, Scene.CHANNELS * Scene.BATCH);
    }

    @Test
    void aSourceThatDiesIsReadOnWhereItWas() throws Exception {
        TestDatabase source = mariaDb.database();
        source.run(
                "create table src (id bigint primary key, payload varchar(60) not null)",
                "insert into src select seq, concat('row ', seq) from seq_1_to_" + Scene.ROWS);
        Scene scene =
                new Scene(Level.PROGRESS, TargetSystem.POSTGRESQL, source, target(TargetSystem.POSTGRESQL), folder);
        survives(scene, TargetSystem.MARIADB, Step.BATCH, 0);
    }
}
