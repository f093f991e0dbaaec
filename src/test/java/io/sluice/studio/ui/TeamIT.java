package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two people at the runs and the dirty records of one task. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamIT {
    private static final String LOAD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "txtfile", "name": "Reader", "category": "reader",
                  "parameter": {"path": "%s.csv", "column": [{"index": 0, "type": "long"}, {"index": 1, "type": "string"}]}
                },
                {
                  "stepType": "sqlite", "name": "Writer", "category": "writer",
                  "parameter": {"datasource": "shop", "table": "%s", "column": ["n", "amount"]}
                }
              ],
              "setting": {"errorLimit": {"record": "100000"}, "speed": {"concurrent": 1, "throttle": false, "record": %s}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    /** A second person, with the password of the first. */
    private static final String ADA = """
            INSERT INTO app_user
            SELECT '00000000-0000-4000-8000-00000000ada0', 'ada', 'ada', 'Ada Lovelace', '', password_hash, FALSE,
                created_at FROM app_user
            """;

    private static final String JOINS = """
            INSERT INTO workspace_member
            SELECT workspace_id, '00000000-0000-4000-8000-00000000ada0', 'DEVELOPER', joined_at FROM workspace_member
            """;

    private static final String STOPS = "SELECT COUNT(*) FROM audit_event WHERE kind = 'RUN_STOPPED'";

    private static final String STOP_AT =
            "at => setTimeout(() => document.querySelector('#studio-stop').click(), Number(at) - Date.now())";

    private static final LocatorAssertions.ContainsTextOptions AFTER_A_BEAT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final TestDatabase store = MariaDbServer.shared().database();
    private Path home;
    private Workbench workbench;
    private Browser browser;
    private StudioPage lin;
    private StudioPage ada;

    @BeforeAll
    void twoPeople(@TempDir Path folder) {
        home = folder;
        Map<String, String> environment = new HashMap<>(StudioSession.firstUser());
        StoreKind.settings(store).forEach((name, value) -> environment.put(name, value.toString()));
        workbench = Workbench.start(home, environment);
        browser = Browser.start();
        lin = StudioPage.signIn(browser.page(), workbench);
        store.run(ADA, JOINS);
        ada = StudioPage.signIn(browser.page(ColorScheme.DARK), workbench, "ada");
    }

    @AfterAll
    void leave() {
        browser.close();
        workbench.close();
    }

    private Connection shop() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("files/demo/shop.db") + "?busy_timeout=20000");
    }

    /** Lin makes a task whose rows do not fit, except for the first; Ada opens it. */
    private void prepare(String task, int rows, int pace) throws SQLException, IOException {
        Files.write(
                home.resolve("files/" + task + ".csv"),
                IntStream.range(0, rows)
                        .mapToObj(n -> n + (n == 0 ? ",1" : ",much"))
                        .toList());
        try (Connection connection = shop();
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + task
                    + " (n integer primary key, amount integer check (amount is null or typeof(amount) = 'integer'))");
        }
        lin.createFlow(task + "_flow");
        lin.createTask(lin.page().locator(".sl-tnode[data-kind=SECTION]").last(), task);
        lin.write(LOAD.formatted(task, task, pace));
        lin.tool("save").click();
        assertThat(lin.page().locator(".sl-task-tab.dirty")).hasCount(0);
        ada.open(task);
    }

    /** Both look at the dirty records of a run of the task. */
    private void load(String task, int rows) throws SQLException, IOException {
        prepare(task, rows, 100_000);
        lin.tool("run").click();
        lin.runStateIs("Succeeded");
        ada.page().reload();
        ada.editorReady(task);
        for (StudioPage one : List.of(lin, ada)) {
            one.dock("dirty").click();
            assertThat(one.page().locator(".sl-dg-row").first()).isVisible();
        }
    }

    /** Whoever changes this record waits, until the connection is closed. */
    private Connection holding(long sequence) throws SQLException {
        Connection connection = store.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT sequence FROM dirty_record WHERE sequence = " + sequence
                    + " AND run_id = (SELECT id FROM task_run ORDER BY started_at DESC LIMIT 1) FOR UPDATE");
        }
        return connection;
    }

    private static void setNull(Page page) {
        page.locator("#dirty-fix-action").click();
        page.locator("vaadin-select-overlay vaadin-select-item, vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Set NULL"))
                .first()
                .click();
        page.locator("#dirty-fix-apply").click();
    }

    @Test
    void manyRecordsAreCorrectedWhileOthersLookAndOneOfThemCancels() throws Exception {
        load("many", 5_001);
        Page mine = lin.page();
        Page theirs = ada.page();
        try (Connection held = holding(2_500)) {
            setNull(mine);
            assertThat(mine.locator(".sl-going:visible")).containsText("Correcting records: 2,000 of 5,000");
            assertThat(mine.locator("#dirty-fix-apply")).isDisabled();
            Browser.screenshot(mine, "bulk-going");
            Axe.check(mine, ".sl-dock");
            assertThat(theirs.locator(".sl-going:visible"))
                    .containsText("lin: Correcting records: 2,000 of 5,000", AFTER_A_BEAT);
            Browser.screenshot(theirs, "bulk-going-dark");
            mine.reload();
            lin.editorReady("many");
            lin.dock("dirty").click();
            assertThat(mine.locator(".sl-going:visible")).containsText("2,000 of 5,000");
            theirs.locator("#dirty-cancel").click();
            held.rollback();
        }
        for (Page page : List.of(mine, theirs)) {
            assertThat(page.locator(".sl-dirty-notice"))
                    .containsText(
                            "lin: 3,000 records changed. Cancelled by Ada Lovelace; 2,000 records were not looked at");
            assertThat(page.locator("#dirty-replay")).containsText("Replay 3,000 records");
            assertThat(page.locator(".sl-going:visible")).hasCount(0);
        }
        Browser.screenshot(mine, "bulk-cancelled");
    }

    @Test
    void othersHearOfAReplayAndOfItsEnd() throws Exception {
        load("replayed", 301);
        Page mine = lin.page();
        Page theirs = ada.page();
        setNull(mine);
        assertThat(mine.locator(".sl-dirty-fix")).containsText("300 records changed");
        assertThat(theirs.locator("#dirty-replay")).containsText("Replay 300 records", AFTER_A_BEAT);
        try (Connection held = shop()) {
            held.setAutoCommit(false);
            held.createStatement().execute("delete from replayed where n = -1");
            theirs.locator("#dirty-replay").click();
            theirs.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button], vaadin-confirm-dialog-overlay"
                            + " vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Replay"))
                    .first()
                    .click();
            assertThat(theirs.locator(".sl-going:visible"))
                    .containsText("by Ada Lovelace: 0 of 300 records", AFTER_A_BEAT);
            assertThat(mine.locator(".sl-going:visible"))
                    .containsText("by Ada Lovelace: 0 of 300 records", AFTER_A_BEAT);
            Browser.screenshot(mine, "replay-of-another");
            Axe.check(mine, ".sl-dock");
            held.rollback();
        }
        for (Page page : List.of(mine, theirs)) {
            assertThat(page.locator(".sl-dirty-notice")).containsText("300 written, 0 dirty again", AFTER_A_BEAT);
            assertThat(page.locator(".sl-dg-state").first()).containsText("Written");
            assertThat(page.locator(".sl-going:visible")).hasCount(0);
        }
        Browser.screenshot(theirs, "replay-ended-dark");
    }

    @Test
    void whoCorrectsARecordLaterIsToldAndSeesTheOthersValue() throws Exception {
        load("one_record", 4);
        Page mine = lin.page();
        Page theirs = ada.page();
        mine.locator(".sl-dg-row [data-column='1']").first().click();
        mine.keyboard().press("F2");
        mine.keyboard().type("77");
        theirs.locator(".sl-dg-row [data-column='1']").first().click();
        theirs.keyboard().press("F2");
        theirs.keyboard().type("12");
        theirs.keyboard().press("Enter");
        assertThat(theirs.locator(".sl-dg-cell.corrected")).hasText("12");
        mine.waitForTimeout(7_000);
        mine.keyboard().press("Enter");
        assertThat(mine.locator(".sl-dirty-notice")).containsText("Somebody else has changed this record");
        assertThat(mine.locator(".sl-dg-cell.corrected")).hasText("12");
        Browser.screenshot(mine, "corrected-by-another");
        assertThat(store.value("SELECT corrected FROM dirty_record WHERE corrected LIKE '%,\"12\"]' AND revision = 1"))
                .isNotNull();
        assertThat(store.value("SELECT COUNT(*) FROM dirty_record WHERE corrected LIKE '%,\"77\"]'"))
                .isEqualTo("0");
        mine.locator(".sl-dg-row [data-column='1']").first().click();
        mine.keyboard().press("F2");
        mine.keyboard().type("78");
        mine.keyboard().press("Enter");
        assertThat(mine.locator(".sl-dg-cell.corrected")).hasText("78");
        assertThat(mine.locator(".sl-dirty-notice")).isEmpty();
        assertThat(theirs.locator(".sl-dg-cell.corrected"))
                .hasText("78", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    @Test
    void twoWhoPressStopStopOnceAndBothSeeWho() throws Exception {
        prepare("stopped", 20_000, 10);
        lin.tool("run").click();
        lin.runStateIs("Running");
        ada.runStateIs("Running");
        String before = store.value(STOPS);
        long at = System.currentTimeMillis() + 1_500;
        for (StudioPage one : List.of(lin, ada)) {
            one.page().evaluate(STOP_AT, Long.toString(at));
        }
        for (StudioPage one : List.of(lin, ada)) {
            one.runStateIs("Stopped");
            assertThat(one.log()).containsText(Pattern.compile("Stopped by (lin|Ada Lovelace)\\."));
        }
        Browser.screenshot(ada.page(), "stopped-by-two");
        assertThat(Long.parseLong(store.value(STOPS))).isEqualTo(Long.parseLong(before) + 1);
        assertThat(store.value("SELECT COUNT(*) FROM run_log WHERE text LIKE 'Stopped by %'"))
                .isEqualTo(store.value(STOPS));
    }

    @Test
    void whoHasADeletedTaskOpenLosesNeitherTextNorRun() throws Exception {
        prepare("deleted", 20_000, 10);
        ada.tool("run").click();
        ada.runStateIs("Running");
        ada.write(LOAD.formatted("deleted", "deleted", 77));
        lin.menu(lin.node("deleted"), "Delete");
        assertThat(lin.page().getByText("Runs stay in the history.")).isVisible();
        Page theirs = ada.page();
        assertThat(theirs.locator(".sl-studio"))
                .containsText("“deleted” was deleted. Its text stays here until you close the tab.", AFTER_A_BEAT);
        ada.holds("77");
        ada.runStateIs("Running");
        ada.tool("save").click();
        assertThat(theirs.locator("vaadin-confirm-dialog")).containsText("Your text is only in this editor");
        Browser.screenshot(theirs, "deleted-by-another-dark");
        Axe.check(theirs, "vaadin-confirm-dialog");
        theirs.keyboard().press("Enter");
        assertThat(theirs.locator("vaadin-confirm-dialog[opened]")).hasCount(0);
        ada.holds("77");
        ada.tool("stop").click();
        ada.runStateIs("Stopped");
        assertThat(theirs.locator(".sl-run-head")).containsText("deleted");
    }
}
