package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench dies in the middle of a load, and a user goes on with it. */
class ResumeIT {
    private static final int ROWS = 60_000;

    /** Takes half a minute as long as nobody lifts its limit, so that it can be met while it runs. */
    private static final String LOAD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "txtfile",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {"path": "numbers.csv", "column": [{"index": 0, "type": "long"}]}
                },
                {
                  "stepType": "sqlite",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {"datasource": "shop", "table": "arrived", "column": ["n"]}
                }
              ],
              "setting": {
                "errorLimit": {"strategy": "ZeroTolerance"},
                "speed": {"concurrent": 1, "throttle": false, "record": 2000}
              },
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void aRunWhoseWorkbenchWasKilledGoesOnWhereItWas(@TempDir Path home) throws Exception {
        try (Browser browser = Browser.start()) {
            try (Workbench workbench = Workbench.start(home, StudioSession.firstUser())) {
                Page page = browser.page();
                StudioPage studio = StudioPage.signIn(page, workbench);
                studio.createFlow("loads");
                studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "long_load");
                prepare(home);
                studio.write(LOAD);
                studio.tool("run").click();
                studio.runStateIs("Running");
                page.waitForCondition(() -> arrived(home) > 0);
                workbench.process().destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            assertThat(arrived(home)).isBetween(1, ROWS - 1);
            try (Workbench workbench = Workbench.start(home, StudioSession.firstUser())) {
                Page page = browser.page();
                StudioPage studio = StudioPage.signIn(page, workbench);
                studio.open("long_load");
                studio.dock("run").click();
                studio.runStateIs("Interrupted");
                Locator resume = page.locator(".sl-resume");
                assertThat(resume).isVisible();
                Browser.screenshot(page, "studio-interrupted");
                Axe.check(page, ".sl-dock");
                resume.click();
                studio.runStateIs("Running");
                page.locator("#pace-records").focus();
                page.locator("#pace-records").press("End");
                studio.runStateIs("Succeeded");
                assertThat(studio.log()).containsText("goes on with");
                Browser.screenshot(page, "studio-resumed");
            }
        }
        assertThat(arrived(home)).isEqualTo(ROWS);
    }

    @Test
    void aLoadThatIsGivenUpCannotGoOn(@TempDir Path home) throws Exception {
        try (Browser browser = Browser.start();
                Workbench workbench = Workbench.start(home, StudioSession.firstUser())) {
            Page page = browser.page();
            StudioPage studio = StudioPage.signIn(page, workbench);
            studio.createFlow("loads");
            studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "bad_row");
            prepare(home);
            Files.write(home.resolve("files/numbers.csv"), List.of("no number"), StandardOpenOption.APPEND);
            studio.write(LOAD.replace(", \"record\": 2000", ""));
            studio.tool("run").click();
            studio.runStateIs("Failed");
            page.locator(".sl-give-up").click();
            Locator question = page.locator("vaadin-confirm-dialog");
            assertThat(question).containsText("cannot be resumed any more");
            Browser.screenshot(page, "studio-give-up");
            Axe.check(page, "vaadin-confirm-dialog");
            question.getByText("Give up", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".sl-resume")).hasCount(0);
            try (Stream<Path> kept = Files.list(home.resolve("checkpoints"))) {
                assertThat(kept).noneMatch(file -> file.toString().endsWith(".jsonl"));
            }
            Browser.screenshot(page, "studio-given-up");
        }
    }

    private static Connection shop(Path home) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("files/demo/shop.db") + "?busy_timeout=20000");
    }

    private static void prepare(Path home) throws SQLException, IOException {
        Files.write(
                home.resolve("files/numbers.csv"),
                IntStream.rangeClosed(1, ROWS).mapToObj(Integer::toString).toList());
        try (Connection connection = shop(home);
                Statement statement = connection.createStatement()) {
            statement.execute("create table arrived (n integer)");
        }
    }

    /** How many different numbers have arrived, however often. */
    private static int arrived(Path home) {
        try (Connection connection = shop(home);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(distinct n) from arrived")) {
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
