package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.sluice.testing.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A user steers a live run, tries a task without writing, and compares both sides. */
class RunControlIT extends StudioSession {
    private static final String LOAD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "txtfile", "name": "Reader", "category": "reader",
                  "parameter": {"path": "numbers.csv", "column": [{"index": 0, "type": "long"}]}
                },
                {
                  "stepType": "sqlite", "name": "Writer", "category": "writer",
                  "parameter": {"datasource": "shop", "table": "arrived", "column": ["n"], "preSql": ["delete from @table"]}
                }
              ],
              "setting": {"errorLimit": {"record": "10"}, "speed": {"concurrent": 1, "throttle": false, "record": 2000}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void aLiveRunIsSteeredByKeyboard() throws Exception {
        StudioPage studio = task("steered", 400_000);
        studio.tool("run").click();
        studio.runStateIs("Running");
        Locator records = page.locator("#pace-records");
        assertThat(page.locator("#pace-records-number")).hasValue("2000");
        records.focus();
        records.press("ArrowRight");
        assertThat(page.locator("#pace-records-number")).hasValue("5000");
        assertThat(studio.log()).containsText("Limit changed to 5,000 records/s by");
        assertThat(page.locator(".sl-chart-event-word")).hasText("limit changed");
        page.locator("#pace-bytes-number").fill("3.5");
        page.locator("#pace-bytes-number").press("Enter");
        assertThat(studio.log()).containsText("Limit changed to 3.50 MB/s and 5,000 records/s");
        assertThat(page.locator("#pace-channels")).isDisabled();
        Browser.screenshot(page, "run-pace");
        page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')");
        Browser.screenshot(page, "run-pace-dark");
        page.evaluate("document.documentElement.setAttribute('data-theme', 'light')");
        page.locator("#pace-bytes-number").fill("");
        page.locator("#pace-bytes-number").press("Enter");
        records.focus();
        records.press("End");
        assertThat(studio.log()).containsText("Limit changed to unlimited");
        studio.runStateIs("Succeeded");
    }

    @Test
    void dryRunAndComparisonStandBehindTheArrow() throws Exception {
        StudioPage studio = task("tried", 2_000);
        choose("Dry run");
        studio.runStateIs("Succeeded");
        assertThat(page.locator(".sl-run-head")).containsText("2,000 rows would be written");
        assertThat(page.locator(".sl-dry")).containsText("The statements before the load are not run");
        assertThat(page.locator(".sl-tile").first())
                .hasAttribute("title", Pattern.compile("Split 1 · .*numbers.csv · done · 2,000 rows in .*"));
        Browser.screenshot(page, "run-dry");
        choose("Verify");
        studio.runStateIs("Failed");
        assertThat(page.locator(".sl-verify")).containsText("does not hold the rows of the source");
        studio.tool("run").click();
        assertThat(page.locator(".sl-run-head")).containsText("Run 3");
        studio.runStateIs("Succeeded");
        choose("Verify");
        assertThat(page.locator(".sl-verify")).containsText("hold the same rows");
        Browser.screenshot(page, "run-verify");
        studio.dock("history").click();
        assertThat(page.locator(".sl-history-grid")).containsText("Dry run");
        assertThat(page.locator(".sl-history-grid")).containsText("Verify");
        Browser.screenshot(page, "run-kinds");
    }

    private void choose(String entry) {
        page.locator("#studio-run-more").click();
        page.locator("vaadin-context-menu-item")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
    }

    private StudioPage task(String flow, int rows) throws SQLException, IOException {
        StudioPage studio = visitTask(flow, flow + "_numbers");
        Files.write(
                home.resolve("files/numbers.csv"),
                IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList());
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve("files/demo/shop.db") + "?busy_timeout=20000");
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists arrived");
            statement.execute("create table arrived (n integer primary key)");
        }
        studio.write(LOAD);
        return studio;
    }
}
