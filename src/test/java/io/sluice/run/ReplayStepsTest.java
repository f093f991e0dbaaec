package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.spi.Guarantee;
import io.sluice.spi.config.ConfigValue;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records go on from where they were found: with the steps they have before them, and with none twice. */
class ReplayStepsTest {
    private static final String TASK = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "txtfile", "name": "Reader", "category": "reader",
                 "parameter": {"path": "people.csv", "column": [
                   {"index": 0, "type": "long"}, {"index": 1, "type": "string"}, {"index": 2, "type": "string"},
                   {"index": 3, "type": "string"}]}},
                {"stepType": "filter", "name": "Large", "category": "map",
                 "parameter": {"columnIndex": 0, "operator": ">", "value": "1"}},
                {"stepType": "fieldassign", "name": "First", "category": "map",
                 "parameter": {"fields": [{"name": "column2", "expression": "column2 + '!'"}]}},
                {"stepType": "cast", "name": "Price", "category": "map",
                 "parameter": {"fields": [{"columnIndex": 2, "type": "decimal(5,1)"}]}},
                {"stepType": "fieldassign", "name": "Second", "category": "map",
                 "parameter": {"fields": [{"name": "column2", "expression": "column2 + '?'"}]}},
                %s
              ],
              "order": {"hops": [
                {"from": "Reader", "to": "Large"}, {"from": "Large", "to": "First"}, {"from": "First", "to": "Price"},
                {"from": "Price", "to": "Second"}, {"from": "Second", "to": "Writer"}]},
              "setting": {"errorLimit": {"record": "1000"}}
            }
            """;

    private static final String INTO_SQLITE = """
            {"stepType": "sqlite", "name": "Writer", "category": "writer",
             "parameter": {"datasource": "shop", "table": "people", "column": ["id", "name", "price", "note"],
               "preSql": ["delete from people"]}}
            """;

    private static final String INTO_FILE = """
            {"stepType": "txtfile", "name": "Writer", "category": "writer",
             "parameter": {"path": "out", "fileName": "people.csv", "writeMode": "truncate", "header": ["a", "b", "c", "d"]}}
            """;

    @TempDir
    private static Path home;

    private static Services services;

    private Member member;
    private DirtyService dirty;
    private ReplayScene scene;

    @BeforeAll
    static void start() throws IOException {
        services = StoreKind.H2.start(home);
        Files.write(
                Files.createDirectories(home.resolve("files")).resolve("people.csv"),
                List.of("x,a,1,n", "1,b,1.5,n", "2,c,2.5,n", "3,d,abc,n", "4,e,4.5,much too long", "y,f,1,n"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void tables() throws SQLException, IOException {
        member = services.member(Role.OWNER);
        dirty = services.get(DirtyService.class);
        scene = new ReplayScene(services, member);
        try (Connection connection = shop();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists people");
            statement.execute("create table people (id integer, name text, price real, note text"
                    + " check (length(note) <= 5))");
        }
        services.get(DataSourceService.class)
                .save(
                        member,
                        new DataSourceDraft(null, "shop", "sqlite", "", ConfigValue.Obj.EMPTY.with("path", "shop.db")));
    }

    private static Connection shop() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("files/shop.db") + "?busy_timeout=20000");
    }

    private static List<String> people() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = shop();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id || '|' || name || '|' || price || '|' || note from people order by id")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private DirtyRow row(UUID run, String name) {
        return scene.rows(run).stream()
                .filter(row -> String.valueOf(row.values().get(1)).startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void correct(UUID run, String name, int column, String value) {
        assertThat(dirty.correct(member, run, row(run, name), column, value))
                .isInstanceOf(CorrectResult.Corrected.class);
    }

    private List<RunView> replay(UUID run) {
        ReplayResult result = dirty.replayCorrected(member, run);
        assertThat(result).isInstanceOf(ReplayResult.Started.class);
        return ((ReplayResult.Started) result).runs().stream().map(scene::ended).toList();
    }

    @Test
    void valuesAreThoseOfThePlaceWhereARecordWasFound() throws SQLException {
        UUID run = scene.load(TASK.formatted(INTO_SQLITE));
        assertThat(people()).containsExactly("2|c!?|2.5|n");
        assertThat(row(run, "a").form().stage()).isEqualTo(Stage.READER);
        assertThat(row(run, "a").values()).containsExactly("x", "a", "1", "n");
        assertThat(row(run, "d").form().stage()).isEqualTo(Stage.TRANSFORM);
        assertThat(row(run, "d").form().step()).isEqualTo(2);
        assertThat(row(run, "d").values()).containsExactly("3", "d!", "abc", "n");
        assertThat(row(run, "e").form().stage()).isEqualTo(Stage.WRITER);
        assertThat(row(run, "e").values()).containsExactly("4", "e!?", "4.5", "much too long");

        correct(run, "a", 0, "7");
        correct(run, "f", 0, "0");
        correct(run, "d", 2, "3.5");
        correct(run, "e", 3, "ok");
        assertThat(replay(run)).hasSize(3).allMatch(view -> view.state() == RunState.SUCCEEDED);
        assertThat(people()).containsExactly("2|c!?|2.5|n", "3|d!?|3.5|n", "4|e!?|4.5|ok", "7|a!?|1.0|n");
        assertThat(row(run, "f").state()).isEqualTo(DirtyState.FILTERED);
        assertThat(dirty.summary(member, run).open()).isZero();
    }

    @Test
    void aFileIsLeftAloneAndCorrectedRecordsComeBesideIt() throws IOException {
        UUID run = scene.load(TASK.formatted(INTO_FILE));
        assertThat(dirty.outlook(member, run)).isEqualTo(new ReplayOutlook.Possible(Guarantee.WHOLE_FILES, false));
        correct(run, "a", 0, "still no number");
        replay(run);
        assertThat(row(run, "a").state()).isEqualTo(DirtyState.OPEN);
        assertThat(files()).as("nothing was written").containsExactly("people.csv");

        correct(run, "a", 0, "7");
        correct(run, "f", 0, "0");
        correct(run, "d", 2, "3.5");
        replay(run);
        assertThat(row(run, "a").state()).isEqualTo(DirtyState.REPLAYED);
        assertThat(row(run, "f").state()).isEqualTo(DirtyState.FILTERED);
        assertThat(row(run, "d").state()).isEqualTo(DirtyState.REPLAYED);
        assertThat(dirty.summary(member, run).doubtful()).isZero();
        assertThat(files()).containsExactly("people.csv", "people__1.csv", "people__2.csv");
        assertThat(lines("people.csv")).containsExactly("a,b,c,d", "2,c!?,2.5,n", "4,e!?,4.5,much too long");
        assertThat(Stream.of(lines("people__1.csv"), lines("people__2.csv")).flatMap(List::stream))
                .containsExactlyInAnyOrder("a,b,c,d", "7,a!?,1.0,n", "a,b,c,d", "3,d!?,3.5,n");
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("files/out"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(home.resolve("files/out").resolve(file));
    }
}
