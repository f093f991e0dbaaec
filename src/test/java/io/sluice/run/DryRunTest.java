package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.jdbc.Databases;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.DryCheck;
import io.sluice.spi.TrialObstacle;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run has the target check rows where it can take everything back, says so, and leaves nothing behind. */
class DryRunTest {
    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "src", "column": ["id", "note", "parent"]}},
                {"stepType": "%s", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "dwh", "table": "dst", "column": ["id", "note", "parent"]%s}}
              ],
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "1000"}}
            }
            """;

    private static final String PARENTS = "create table parents (id int primary key)";

    @TempDir
    private static Path home;

    private static Services services;

    private final TestDatabase shop = MariaDbServer.shared().database();
    private final RunService runs = services.get(RunService.class);
    private final Member member = services.member(Role.OWNER);

    @BeforeAll
    static void start() throws IOException {
        services = StoreKind.H2.start(home);
        Files.createDirectories(home.resolve("files"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void source() {
        shop.run(
                "create table src (id int, note varchar(50), parent int)",
                "insert into src values (1, 'fine', 1), (2, 'much too long', 1), (3, 'taken', 1), (4, 'lost', 77),"
                        + " (5, null, 1), (6, 'twice', 1), (6, 'again', 1), (7, 'alone', null)");
    }

    private RunView dryRun(String type, ConfigValue.Obj settings, String parameters) {
        DataSourceService sources = services.get(DataSourceService.class);
        sources.save(member, new DataSourceDraft(null, "shop", "mysql", "", Databases.settings(shop)));
        sources.save(member, new DataSourceDraft(null, "dwh", type, "", settings));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "flow " + UUID.randomUUID());
        NodeResult task = studio.createTask(
                member, ((NodeResult.Done) flow).node().id(), "copy", TASK.formatted(type, parameters));
        StartResult started = runs.start(member, ((NodeResult.Done) task).node().id(), RunKind.DRY_RUN, Map.of());
        Recorder recorder = new Recorder();
        runs.watch(member, ((StartResult.Started) started).runId(), recorder);
        return recorder.awaitEnd();
    }

    private List<String> dirty(RunView run) {
        return services.get(DirtyService.class).page(member, run.id(), DirtyQuery.ALL, 0, 100).stream()
                .map(row -> row.values().getFirst() + " " + row.cause().code())
                .sorted()
                .toList();
    }

    private void isTried(RunView run) {
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.dry()).isEqualTo(new DryCheck(true, null, true, DryCheck.Repeated.FOUND));
        assertThat(runs.view(member, run.id())).contains(run);
        assertThat(dirty(run)).extracting(one -> one.substring(0, 1)).containsExactly("2", "3", "4", "5", "6");
        assertThat(dirty(run)).contains("3 DUPLICATE_KEY", "6 DUPLICATE_KEY");
        assertThat(run.statistics().recordsWritten()).isEqualTo(3);
    }

    private static final List<String> THERE = List.of("3|there|1");

    @ParameterizedTest
    @CsvSource({"''", "deferrable initially deferred"})
    void postgresqlChecksItsKeysAndRules(String constraint) {
        TestDatabase dwh = PostgreSqlServer.shared().database();
        dwh.run(
                PARENTS,
                "insert into parents values (1)",
                "create table dst (id int primary key, note text not null check (length(note) <= 5),"
                        + " parent int references parents " + constraint + ")",
                "insert into dst values (3, 'there', 1)");
        isTried(dryRun("postgresql", Databases.settings(dwh), ""));
        assertThat(dwh.rows("select * from dst")).isEqualTo(THERE);
        assertThat(dwh.value("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and state like 'idle in transaction%'"))
                .isEqualTo("0");
    }

    @Test
    void innodbChecksItsKeysAndRules() {
        TestDatabase dwh = MariaDbServer.shared().database();
        dwh.run(
                PARENTS,
                "insert into parents values (1)",
                "create table dst (id int primary key, note varchar(50) not null check (length(note) <= 5), parent int,"
                        + " foreign key (parent) references parents (id))",
                "insert into dst values (3, 'there', 1)");
        isTried(dryRun("mysql", Databases.settings(dwh), ""));
        assertThat(dwh.rows("select * from dst")).isEqualTo(THERE);
    }

    @Test
    void sqliteChecksItsKeysAndRules() throws SQLException {
        String url = "jdbc:sqlite:" + home.resolve("files/dst.db") + "?foreign_keys=true";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table dst (id integer primary key, note text not null check (length(note) <= 5),"
                    + " parent integer check (parent < 77))");
            statement.execute("insert into dst values (3, 'there', 1)");
            isTried(dryRun("sqlite", ConfigValue.Obj.EMPTY.with("path", "dst.db"), ""));
            try (ResultSet row = statement.executeQuery("select count(*), min(note) from dst")) {
                assertThat(row.getInt(1) + row.getString(2)).isEqualTo("1there");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void aKeyThatComesTwiceInDifferentBatchesIsFoundOnce(int batch) {
        TestDatabase dwh = MariaDbServer.shared().database();
        shop.run(
                "truncate table src",
                "insert into src select seq, 'x', seq from seq_1_to_20000",
                "insert into src values (17, 'again', 1), (18, 'again', 1), (18, 'and again', 1)");
        dwh.run("create table dst (id int, note varchar(50) not null, parent int, primary key (id))");
        RunView run = dryRun("mysql", Databases.settings(dwh), ", \"batchSize\": " + batch);
        assertThat(run.state()).as("%s", run.failure()).isEqualTo(RunState.SUCCEEDED);
        assertThat(dirty(run)).containsExactly("17 DUPLICATE_KEY", "18 DUPLICATE_KEY", "18 DUPLICATE_KEY");
        assertThat(run.statistics().recordsWritten()).isEqualTo(20_000);
        assertThat(dwh.value("select count(*) from dst")).isEqualTo("0");
    }

    @Test
    void whatOnlyTheCollationTakesForOneIsNamedAsUnchecked() {
        TestDatabase dwh = MariaDbServer.shared().database();
        shop.run("truncate table src", "insert into src values (1, 'a', 1), (2, 'A', 1)");
        dwh.run("create table dst (id int, note varchar(50) not null, parent int, primary key (note))");
        RunView run = dryRun("mysql", Databases.settings(dwh), ", \"batchSize\": 1");
        assertThat(run.state()).as("%s", run.failure()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.dry()).isEqualTo(new DryCheck(true, null, true, DryCheck.Repeated.FOUND_AS_SPELLED));
        assertThat(runs.view(member, run.id())).contains(run);
        assertThat(dirty(run)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'primary key (id)', 'replace'", "'primary key (id, note)', 'insert'", "'unique (parent)', 'insert'"})
    void aKeyThatMayComeTwiceIsNoFinding(String key, String mode) {
        TestDatabase dwh = MariaDbServer.shared().database();
        shop.run("truncate table src", "insert into src select seq mod 9000, seq, seq from seq_1_to_10000");
        dwh.run("create table dst (id int, note varchar(50) not null, parent int, " + key + ")");
        RunView run = dryRun("mysql", Databases.settings(dwh), ", \"writeMode\": \"" + mode + "\"");
        assertThat(run.state()).as("%s", run.failure()).isEqualTo(RunState.SUCCEEDED);
        assertThat(dirty(run)).isEmpty();
        assertThat(run.statistics().recordsWritten()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'', , 'engine = myisam', NO_TRANSACTIONS",
        "'', 'create trigger t before insert on dst for each row set new.note = trim(new.note)', '', TRIGGERS",
        "', \"preSql\": [\"delete from dst\"]', , '', STATEMENTS_BEFORE",
        "', \"loadMode\": \"staging\"', , '', STAGING"
    })
    void whatCannotBeTakenBackIsNotTriedAndThatIsSaid(
            String parameters, @Nullable String also, String engine, TrialObstacle obstacle) {
        TestDatabase dwh = MariaDbServer.shared().database();
        dwh.run(
                "create table dst (id int primary key, note varchar(50) not null, parent int) " + engine,
                "insert into dst values (3, 'there', 1)");
        if (also != null) {
            dwh.run(also);
        }
        RunView run = dryRun("mysql", Databases.settings(dwh), parameters);
        assertThat(run.dry()).isEqualTo(new DryCheck(false, obstacle, true, DryCheck.Repeated.NOT_FOUND));
        assertThat(dirty(run)).containsExactly("5 VALUE_MISSING");
        assertThat(dwh.rows("select * from dst")).isEqualTo(THERE);
    }
}
