package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.CheckpointStore;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.Engine;
import io.sluice.engine.JournalFile;
import io.sluice.engine.LogEvent;
import io.sluice.engine.Outcome;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes the cases of faults at steps, and carries one out: with the fault, resumed when it failed, then judged. */
final class FaultCases {
    private static final int EARLY = 3;

    private final TestDatabase source = MariaDbServer.shared().database();

    /** One case. */
    record Case(Level level, TargetSystem system, Fault fault) {
        @Override
        public String toString() {
            return level + " " + system + ": " + fault.kind() + " " + fault.moment() + " " + fault.step();
        }
    }

    FaultCases() {
        source.run(
                "create table src (id bigint primary key, payload varchar(60) not null)",
                "insert into src select seq, concat('row ', seq) from seq_1_to_" + Scene.ROWS);
    }

    TestDatabase source() {
        return source;
    }

    /** Every step, moment and kind that a level knows, on every system. */
    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Level level : List.of(Level.APPEND, Level.PROGRESS, Level.UPSERT, Level.STAGING, Level.FILES)) {
            for (TargetSystem system : TargetSystem.values()) {
                if (level != Level.FILES || system == TargetSystem.MARIADB) {
                    add(level, system, cases);
                }
            }
        }
        return cases;
    }

    private static void add(Level level, TargetSystem system, List<Case> cases) {
        for (Step step : Step.values()) {
            for (Moment moment : Moment.values()) {
                for (Kind kind : Kind.values()) {
                    if (happens(level, step, kind)) {
                        cases.add(new Case(level, system, new Fault(step, moment, kind, occurrence(level, step))));
                    }
                }
            }
        }
    }

    /** Files have neither transactions nor connections. */
    private static boolean happens(Level level, Step step, Kind kind) {
        boolean transactional = step == Step.CLAIM || step == Step.PROGRESS || step == Step.COMMIT;
        return level != Level.FILES || !transactional && kind != Kind.RESET;
    }

    private static int occurrence(Level level, Step step) {
        return switch (step) {
            case CLAIM -> 2;
            case PROGRESS, BATCH, COMMIT -> EARLY;
            case CHECKPOINT -> level == Level.FILES ? 1 : EARLY;
            case RENAME, PUBLISH -> 1;
        };
    }

    void run(Case one, Path home) throws Exception {
        TestDatabase direct = target(one.level(), one.system());
        try (TcpProxy proxy = TcpProxy.to(direct.port())) {
            Path folder = Files.createDirectories(home.resolve("files"));
            Scene scene = new Scene(one.level(), one.system(), source, proxy.before(direct), folder);
            Oracle oracle = new Oracle(scene, direct);
            Path journal = home.resolve("journal");
            if (failed(one, scene, journal, proxy)) {
                oracle.requireUntouchedOrComplete();
                resume(scene, journal);
            }
            oracle.requireComplete(one.level() == Level.APPEND ? Scene.CHANNELS * Scene.BATCH : 0);
            assertThat(journal).doesNotExist();
        }
    }

    static TestDatabase target(Level level, TargetSystem system) {
        TestDatabase target = switch (system) {
            case MARIADB -> MariaDbServer.shared().database();
            case POSTGRESQL -> PostgreSqlServer.shared().database();
        };
        String key = level == Level.UPSERT ? " primary key" : "";
        target.run("create table t (id bigint" + key + ", payload varchar(60) not null)");
        if (level == Level.STAGING) {
            for (int row = 1; row <= Oracle.OLD_ROWS; row++) {
                target.run("insert into t values (" + -row + ", 'old')");
            }
        }
        return target;
    }

    /** @return whether the run must be resumed */
    private static boolean failed(Case one, Scene scene, Path journal, TcpProxy proxy) throws Exception {
        if (one.fault().kind() == Kind.HALT) {
            assertThat(FaultyProcess.run(scene, journal, one.fault())).isEqualTo(Fault.HALTED);
            return true;
        }
        Fault.Trigger trigger = new Fault.Trigger(one.fault(), proxy::reset);
        RunResult result = run(scene, journal, trigger);
        assertThat(trigger.happened()).as("the fault happened").isTrue();
        if (one.fault().kind() == Kind.RESET) {
            assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
            requireBalance(result);
            return false;
        }
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        return true;
    }

    private static void resume(Scene scene, Path journal) throws IOException, InterruptedException {
        Fault never = new Fault(Step.BATCH, Moment.BEFORE, Kind.EXCEPTION, Integer.MAX_VALUE);
        RunResult result = run(scene, journal, new Fault.Trigger(never, () -> {}));
        assertThat(result.outcome()).as(result.toString()).isEqualTo(Outcome.SUCCEEDED);
        requireBalance(result);
    }

    private static void requireBalance(RunResult result) {
        RunStatistics all = result.statistics();
        assertThat(all.recordsDirty()).isZero();
        assertThat(all.recordsRead()).isEqualTo(all.recordsWritten() + all.recordsFiltered());
        assertThat(all.recordsRead()).as("read in all attempts").isEqualTo(Scene.ROWS);
    }

    private static RunResult run(Scene scene, Path journal, Fault.Trigger trigger)
            throws IOException, InterruptedException {
        Listener listener = new Listener();
        try (CheckpointStore store = new FaultyStore(JournalFile.open(journal), trigger)) {
            RunResult result = new Engine(Clock.systemUTC())
                    .start(scene.job(trigger), listener, store)
                    .await();
            assertThat(listener.ended).as("ended once").hasSize(1);
            return result;
        }
    }

    static final class Listener implements RunListener {
        private final List<RunResult> ended = new CopyOnWriteArrayList<>();

        @Override
        public void log(LogEvent event) {}

        @Override
        public void statistics(RunStatistics now) {}

        @Override
        public void dirty(DirtyRecord record) {}

        @Override
        public void ended(RunResult result) {
            ended.add(result);
        }
    }
}
