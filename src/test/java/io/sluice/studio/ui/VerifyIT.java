package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A user compares source and target and looks at the rows that differ. */
class VerifyIT extends StudioSession {
    private static final String COPY = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "sqlite", "name": "Reader", "category": "reader",
                  "parameter": {"datasource": "shop", "table": "%1$s", "column": ["id", "note", "amount", "city"]}
                },
                {
                  "stepType": "sqlite", "name": "Writer", "category": "writer",
                  "parameter": {"datasource": "shop", "table": "%2$s", "column": ["id", "note", "amount", "city"],
                    "writeMode": "replace"}
                }
              ],
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1, "throttle": false}%3$s},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private StudioPage task(String flow, String setting, int rows, String... changes) throws SQLException {
        StudioPage studio = visitTask(flow, flow + "_copy");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + home.resolve("files/demo/shop.db") + "?busy_timeout=20000");
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {flow + "_a", flow + "_b"}) {
                statement.execute("create table " + table
                        + " (id integer primary key, note text, amount decimal(10,2), city text)");
            }
            statement.execute("insert into " + flow
                    + "_a with recursive n(i) as (select 1 union all select i + 1 from n"
                    + " where i < " + rows + ") select i, 'Leave the parcel with the neighbour at no. ' || i, i / 4.0,"
                    + " case when i % 3 = 0 then 'Lübeck' else 'Kiel' end from n");
            statement.execute("insert into " + flow + "_b select * from " + flow + "_a");
            for (String change : changes) {
                statement.execute(change);
            }
        }
        studio.write(COPY.formatted(flow + "_a", flow + "_b", setting));
        return studio;
    }

    private void verify(StudioPage studio) {
        page.locator("#studio-run-more").click();
        page.locator("vaadin-context-menu-item")
                .filter(new Locator.FilterOptions().setHasText("Verify"))
                .click();
        studio.runStateIs("Failed");
    }

    private Locator choice(String name) {
        return page.locator(".sl-verify-choice").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void bothSidesOfRowsThatDifferAreShownAndLoadedDown() throws Exception {
        StudioPage studio = task(
                "compared",
                "",
                5_000,
                "update compared_b set note = 'Leave the parcel with the neighbor at no. 40' where id = 40",
                "update compared_b set amount = null, city = 'Kiel ' where id = 41",
                "delete from compared_b where id between 700 and 702",
                "insert into compared_b values (6000, '<b>bold</b>', 1.5, '')");
        verify(studio);
        Locator grid = page.locator("sluice-difference-grid");
        assertThat(grid.locator("tbody")).hasCount(6);
        assertThat(choice("All")).containsText("6");
        assertThat(page.locator(".sl-verify")).containsText("Missing in the target");
        Locator changed = grid.locator("tbody.different").first();
        assertThat(changed.locator("tr")).hasCount(2);
        assertThat(grid.locator("td.differs.target mark", new Locator.LocatorOptions()))
                .not()
                .hasCount(0);
        assertThat(grid).containsText("<b>bold</b>");
        assertThat(grid.locator("th", new Locator.LocatorOptions().setHasText("amount")))
                .containsText("in 1 row");
        Browser.screenshot(page, "verify-rows");
        Axe.check(page, ".sl-dock");
        page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')");
        Browser.screenshot(page, "verify-rows-dark");
        Axe.check(page, ".sl-dock");
        page.evaluate("document.documentElement.setAttribute('data-theme', 'light')");
        choice("Missing in the target").click();
        assertThat(grid.locator("tbody")).hasCount(3);
        choice("6000").click();
        assertThat(grid.locator("tbody")).hasCount(1);
        assertThat(grid.locator("tbody.additional")).containsText("empty text");
        choice("6000").click();
        assertThat(grid.locator("tbody")).hasCount(6);
        Download csv = page.waitForDownload(() -> page.locator("#verify-csv").click());
        assertThat(Files.readAllLines(csv.path()))
                .hasSize(9)
                .anySatisfy(
                        line -> assertThat(line).contains("\"DIFFERENT\",\"target\",\"41\",\"amount, city\",\"41\""));
        page.reload();
        studio.dock("run").click();
        assertThat(page.locator("sluice-difference-grid tbody")).hasCount(6);
    }

    @Test
    void manyRowsAreCutAndTheNoteSaysHowMany() throws Exception {
        StudioPage studio = task("many", "", 30_000, "update many_b set amount = amount + 1");
        verify(studio);
        Locator grid = page.locator("sluice-difference-grid");
        assertThat(grid.locator("tbody").nth(99)).isAttached();
        assertThat(page.locator(".sl-verify-bar")).containsText("1,000 rows are listed, 29,000 are not shown");
        grid.evaluate("one => one.scrollTop = one.scrollHeight");
        assertThat(grid.locator("tbody").nth(199)).isAttached();
        Browser.screenshot(page, "verify-many");
    }

    @Test
    void aRunThatVerifiesShowsTheRowsBesideItsFailure() throws Exception {
        StudioPage studio = task(
                "checked", ", \"verify\": true", 200, "insert into checked_b values (900, 'left over', 1, 'Kiel')");
        studio.tool("run").click();
        studio.runStateIs("Failed");
        assertThat(page.locator("sluice-difference-grid tbody")).hasCount(1);
        assertThat(page.locator("sluice-difference-grid")).containsText("left over");
        Browser.screenshot(page, "verify-after-run");
    }
}
