package io.sluice.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.Steps;
import io.sluice.connector.jdbc.Databases;
import io.sluice.engine.CheckpointStore;
import io.sluice.engine.Connectors;
import io.sluice.engine.DirtyRecord;
import io.sluice.engine.Discard;
import io.sluice.engine.JournalFile;
import io.sluice.engine.LogEvent;
import io.sluice.engine.RunListener;
import io.sluice.engine.RunResult;
import io.sluice.engine.RunStatistics;
import io.sluice.fault.Fault.Kind;
import io.sluice.fault.Fault.Moment;
import io.sluice.fault.Fault.Step;
import io.sluice.fault.Scene.Level;
import io.sluice.fault.Scene.TargetSystem;
import io.sluice.spi.Attempt;
import io.sluice.spi.SupportsDiscard;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.RecordingContext;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the death of a process leaves in targets, and what giving the load up removes of it. */
class DiscardTest {
    private static final Fault NONE = new Fault(Step.COMMIT, Moment.AFTER, Kind.HALT, Integer.MAX_VALUE);

    private @TempDir Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    private static TestDatabase target(TargetSystem system) {
        TestDatabase database = switch (system) {
            case MARIADB -> MariaDbServer.shared().database();
            case POSTGRESQL -> PostgreSqlServer.shared().database();
        };
        database.run("create table t (id bigint primary key, payload varchar(60) not null)");
        database.run("insert into t values (-1, 'before')");
        return database;
    }

    private Scene died(Level level, TargetSystem system, Step step, int occurrence) throws Exception {
        TestDatabase source = new FaultCases().source();
        Scene scene = new Scene(level, system, source, target(system), Files.createDirectory(folder.resolve("out")));
        FaultyProcess.run(scene, journal(), new Fault(step, Moment.AFTER, Kind.HALT, occurrence));
        FaultyProcess.awaitNoticed(scene);
        return scene;
    }

    private Path journal() {
        return folder.resolve("load.jsonl");
    }

    /** The server may need a moment to see that a client is dead. */
    private void discard(Scene scene) throws Exception {
        Optional<String> failure = Optional.of("not tried");
        for (int i = 0; i < 20 && failure.isPresent(); i++) {
            failure = tryToDiscard(scene);
        }
        assertThat(failure).isEmpty();
        assertThat(journal()).doesNotExist();
    }

    private Optional<String> tryToDiscard(Scene scene) throws IOException {
        try (CheckpointStore store = JournalFile.open(journal())) {
            return new Discard(scene.job(new Fault.Trigger(NONE, () -> {})), new Listener(), Clock.systemUTC())
                    .of(store);
        }
    }

    private static List<String> ours(TestDatabase database) {
        return database.rows("select table_name from information_schema.tables where table_name like 'sluice%' and"
                + " table_schema = " + (database.url().contains("mariadb") ? "database()" : "current_schema()"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void theStagingTableOfADeadProcessGoes(TargetSystem system) throws Exception {
        Scene scene = died(Level.STAGING, system, Step.COMMIT, 4);
        assertThat(ours(scene.target()))
                .as("the staging table and the progress table of the dead process")
                .hasSize(2);

        discard(scene);

        assertThat(ours(scene.target())).isEmpty();
        assertThat(scene.target().rows("select id from t")).containsExactly("-1");
        assertThat(log).anyMatch(line -> line.contains("Dropped") && line.contains("sluice_stg_"));
    }

    /** The new content is there, under the name of the target, and the old one beside it. */
    @Test
    void aLoadThatDiedBehindItsPublicationKeepsTheNewContent() throws Exception {
        Scene scene = died(Level.STAGING, TargetSystem.MARIADB, Step.RENAME, 1);
        assertThat(ours(scene.target())).anyMatch(name -> name.startsWith("sluice_old_"));

        discard(scene);

        assertThat(ours(scene.target())).isEmpty();
        assertThat(scene.target().value("select count(*) from t")).isEqualTo(Integer.toString(Scene.ROWS));
    }

    @Test
    void formerContentStaysWhenNobodyHasTheNewOne() throws Exception {
        Scene scene = died(Level.STAGING, TargetSystem.MARIADB, Step.RENAME, 1);
        scene.target().run("drop table t");

        discard(scene);

        assertThat(ours(scene.target())).anyMatch(name -> name.startsWith("sluice_old_"));
        assertThat(log).anyMatch(line -> line.contains("has the former content"));
    }

    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void rowsOfProgressGoAndRowsOfTheTableStay(TargetSystem system) throws Exception {
        Scene scene = died(Level.PROGRESS, system, Step.COMMIT, 4);
        assertThat(scene.target().rows("select run_id from sluice_progress")).isNotEmpty();
        String rows = scene.target().value("select count(*) from t");

        discard(scene);

        assertThat(scene.target().rows("select run_id from sluice_progress")).isEmpty();
        assertThat(scene.target().value("select count(*) from t")).isEqualTo(rows);
    }

    @Test
    void filesInTheMakingGo() throws Exception {
        Scene scene = died(Level.FILES, TargetSystem.MARIADB, Step.BATCH, 4);
        Files.writeString(folder.resolve("out").resolve(".other__0.csv.part"), "not ours");
        Files.writeString(folder.resolve("out").resolve(".out__0.csv.part.bak"), "not ours");
        assertThat(files()).anyMatch(name -> name.matches("\\.out__\\d\\.csv\\.[0-9a-f]{8}\\.part"));

        discard(scene);

        assertThat(files()).containsExactlyInAnyOrder(".other__0.csv.part", ".out__0.csv.part.bak");
    }

    @Test
    void aFileThatIsBeingWrittenStays() throws Exception {
        Scene scene = died(Level.FILES, TargetSystem.MARIADB, Step.BATCH, 4);
        List<String> parts = files();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("out").resolve(parts.getFirst()).toString())
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('x');
            discard(scene);
            assertThat(files()).containsExactly(parts.getFirst());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Locks a file until it is ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] words) throws Exception {
            try (java.nio.channels.FileChannel file =
                    java.nio.channels.FileChannel.open(Path.of(words[0]), java.nio.file.StandardOpenOption.WRITE)) {
                file.lock();
                System.out.write('x');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MARIADB", "POSTGRESQL"})
    void aStagingTableThatSomebodyWritesStaysUntilHeHasEnded(TargetSystem system) throws Exception {
        Scene scene = died(Level.STAGING, system, Step.COMMIT, 4);
        String staging = ours(scene.target()).stream()
                .filter(name -> name.startsWith("sluice_stg_"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = scene.target().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into " + staging + " values (-5, 'alive')");
            assertThat(tryToDiscard(scene)).isPresent();
            assertThat(ours(scene.target())).as("while somebody writes").hasSize(2);
            connection.rollback();
        }
        discard(scene);
        assertThat(ours(scene.target())).isEmpty();
    }

    /** A name alone is no proof: what has no progress table of this very load beside it is not ours. */
    @ParameterizedTest
    @EnumSource(TargetSystem.class)
    void tablesOfOthersStayWhateverTheirName(TargetSystem system) throws Exception {
        TestDatabase database = target(system);
        UUID load = UUID.randomUUID();
        String eight = load.toString().substring(0, 8);
        database.run("create table sluice_stg_" + eight + " (id int)");
        discardBy(system, database, load);
        assertThat(ours(database)).hasSize(1);

        database.run(
                "create table sluice_prg_" + eight + " (run_id char(36))",
                "insert into sluice_prg_" + eight + " values ('" + eight
                        + UUID.randomUUID().toString().substring(8) + "')");
        discardBy(system, database, load);
        assertThat(ours(database)).hasSize(2);

        database.run("delete from sluice_prg_" + eight);
        discardBy(system, database, load);
        discardBy(system, database, load);
        assertThat(ours(database)).isEmpty();
    }

    private static void discardBy(TargetSystem system, TestDatabase database, UUID load) throws Exception {
        String connector = system == TargetSystem.MARIADB ? "mysql" : "postgresql";
        RecordingContext context = RecordingContext.unrestricted(1)
                .with("db", Databases.settings(database))
                .attempt(new Attempt(load.toString(), 2, Attempt.Entry.LOADING));
        try (var writer = Steps.writer(
                Connectors.load().find(connector).orElseThrow(),
                Databases.step("t", "id").with("loadMode", "staging"),
                context)) {
            ((SupportsDiscard) writer).discard();
        }
    }

    private final class Listener implements RunListener {
        @Override
        public void log(LogEvent event) {
            log.add(event.toString());
        }

        @Override
        public void statistics(RunStatistics now) {}

        @Override
        public void dirty(DirtyRecord record) {}

        @Override
        public void ended(RunResult result) {}
    }
}
