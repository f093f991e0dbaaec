package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.Keyboard;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A user looks at the dirty records of a run, corrects them by keyboard and mouse, and writes them. */
class DirtyIT extends StudioSession {
    private static final String LOAD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "txtfile",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "path": "orders.csv", "nullFormat": "NIL",
                    "column": [
                      {"index": 0, "type": "long"}, {"index": 1, "type": "string"},
                      {"index": 2, "type": "double"}, {"index": 3, "type": "string"}
                    ]
                  }
                },
                {
                  "stepType": "sqlite",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {
                    "datasource": "shop", "table": "arrived", "column": ["order_id", "status", "amount", "note"],
                    "preSql": ["delete from @table"]
                  }
                }
              ],
              "setting": {"errorLimit": {"record": "1000"}, "speed": {"concurrent": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void correctedRecordsAreWritten() throws Exception {
        StudioPage studio = load("corrected");
        studio.dock("dirty").click();
        assertThat(studio.dock("dirty").locator(".sl-count")).hasText("5");
        Locator grid = page.locator("sluice-dirty-grid");
        assertThat(grid.locator(".sl-dg-row")).hasCount(5);
        assertThat(page.locator(".sl-cause")).hasCount(5);
        Browser.screenshot(page, "dirty");

        page.locator(".sl-cause", new Page.LocatorOptions().setHasText("Value has another form"))
                .click();
        assertThat(grid.locator(".sl-dg-row")).hasCount(2);
        Locator bad = grid.locator(".sl-dg-cell.fault").first();
        bad.click();
        assertThat(page.locator(".sl-dirty-message")).containsText("twelve");
        page.keyboard().press("F2");
        page.keyboard().type("12.5");
        page.keyboard().press("Enter");
        assertThat(grid.locator(".sl-dg-cell.corrected")).hasCount(1);
        page.keyboard().press("Alt+n");
        assertThat(grid.locator(".sl-dg-cell.corrected")).hasCount(2);
        assertThat(grid.locator(".sl-dg-cell.corrected").last()).hasText("NULL");
        Browser.screenshot(page, "dirty-corrected");
        Axe.check(page, ".sl-dock");

        Locator replay = page.locator("#dirty-replay");
        assertThat(replay).containsText("Replay 2 records");
        replay.click();
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("is not written a second time");
        Browser.screenshot(page, "dirty-replay");
        Axe.check(page, "vaadin-confirm-dialog");
        confirm(page);
        assertThat(page.locator(".sl-dirty-notice")).containsText("2 written, 0 dirty again");
        assertThat(grid.locator(".sl-dg-state").first()).containsText("Written");
        Browser.screenshot(page, "dirty-replayed");
        assertThat(arrived()).containsExactly("1|paid|1.5|first", "3|paid|12.5|", "4|paid|∅|last", "8|paid|8.0|fine");

        page.locator(".sl-dirty-notice .sl-line-link").click();
        studio.runStateIs("Succeeded");
        assertThat(page.locator(".sl-run-head")).containsText("Replay");
        studio.dock("history").click();
        assertThat(page.locator(".sl-history-grid")).containsText("Replay");
    }

    @Test
    void aSecondTabHearsOfCorrectionsAndWritesNothingTwice() throws Exception {
        StudioPage first = load("twice");
        first.dock("dirty").click();
        page.locator(".sl-cause", new Page.LocatorOptions().setHasText("Value has another form"))
                .click();
        Page other = Browser.tab(page, ColorScheme.DARK);
        StudioPage second = StudioPage.come(other, page.url());
        second.dock("dirty").click();
        other.locator(".sl-cause", new Page.LocatorOptions().setHasText("Value has another form"))
                .click();
        assertThat(other.locator(".sl-dg-row")).hasCount(2);
        page.locator(".sl-dg-cell.fault").first().click();
        page.keyboard().press("Alt+n");
        assertThat(page.locator(".sl-dg-cell.corrected")).hasCount(1);
        assertThat(other.locator(".sl-dg-cell.corrected")).hasText("NULL");
        Locator replay = other.locator("#dirty-replay");
        assertThat(replay).containsText("Replay 1 record");
        Browser.screenshot(other, "dirty-second-tab-dark");
        page.locator("#dirty-replay").click();
        replay.click();
        confirm(page);
        confirm(other);
        assertThat(page.locator(".sl-dirty-notice")).containsText("1 written, 0 dirty again");
        assertThat(other.locator(".sl-dirty-notice")).not().isEmpty();
        Browser.screenshot(other, "dirty-second-replay-dark");
        assertThat(arrived().stream().filter(row -> row.startsWith("3|"))).hasSizeLessThanOrEqualTo(1);
        assertThat(arrived()).hasSize(3).doesNotHaveDuplicates();
        other.close();
    }

    private static void confirm(Page page) {
        page.locator(
                        "vaadin-confirm-dialog vaadin-button[slot=confirm-button], vaadin-confirm-dialog-overlay vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Replay"))
                .first()
                .click();
    }

    @Test
    void filesHoldTheRecordsThatAreShown() throws Exception {
        StudioPage studio = load("exported");
        studio.dock("dirty").click();
        assertThat(page.locator(".sl-dg-row")).hasCount(5);
        page.locator("#dirty-search input").fill("formula");
        assertThat(page.locator(".sl-dg-row")).hasCount(1);
        Download csv =
                page.waitForDownload(() -> page.locator("#dirty-export-csv").click());
        assertThat(csv.suggestedFilename()).isEqualTo("dirty-records.csv");
        assertThat(Files.readAllLines(csv.path())).hasSize(2).last().asString().contains("\"'=1+1 formula\"");
        comesBackChanged(csv);
        Download json =
                page.waitForDownload(() -> page.locator("#dirty-export-json").click());
        assertThat(Files.readAllLines(json.path()))
                .hasSize(1)
                .first()
                .asString()
                .contains("=1+1 formula");
    }

    private void comesBackChanged(Download exported) throws IOException {
        String text = Files.readString(exported.path());
        Path changed = Files.writeString(home.resolve("changed.csv"), text.replace("'=1+1 formula", "harmless"));
        page.locator(".sl-dirty-upload input[type=file]").setInputFiles(changed);
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("1 line read. 1 record is changed, in 1 value.");
        Browser.screenshot(page, "dirty-import");
        Axe.check(page, "vaadin-confirm-dialog");
        page.getByText("Change 1 record").click();
        page.locator("#dirty-search input").fill("harmless");
        assertThat(page.locator(".sl-dg-cell.corrected")).hasText("harmless");
        page.locator("#dirty-fix-column").click();
        page.locator("vaadin-select-overlay vaadin-select-item, vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("status"))
                .first()
                .click();
        page.locator("#dirty-fix-value input").fill("3");
        page.locator("#dirty-fix-apply").click();
        assertThat(page.locator(".sl-dirty-fix")).containsText("1 record changed");
        assertThat(page.locator(".sl-dg-cell.corrected").first()).hasText("pai");
        Browser.screenshot(page, "dirty-fixed");
    }

    @Test
    void whatIsCertainIsProposedAndTheRestIgnored() throws Exception {
        StudioPage studio = visitTask("proposed", "proposed_orders");
        prepare();
        Files.write(
                home.resolve("files/orders.csv"),
                List.of(
                        "1,paid,\"1,234.50\",one",
                        "2,paid,\"12,5\",two",
                        "3,paid,much,three",
                        "4,paid,1,this note is far too long for the table"));
        studio.write(LOAD);
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        studio.dock("dirty").click();
        Locator grid = page.locator("sluice-dirty-grid");
        assertThat(grid.locator(".sl-dg-row")).hasCount(4);
        assertThat(grid.locator(".sl-dg-state").first()).hasText("Proposed: 1234.50");
        page.locator(".sl-cause", new Page.LocatorOptions().setHasText("Value has another form"))
                .click();
        assertThat(page.locator("#dirty-fix-action")).containsText("As proposed");
        grid.locator(".sl-dg-cell.fault").nth(1).click();
        assertThat(page.locator(".sl-dirty-detail")).containsText("12.5");
        Browser.screenshot(page, "dirty-proposed");
        Axe.check(page, ".sl-dock");
        page.locator("#dirty-take").click();
        assertThat(grid.locator(".sl-dg-cell.corrected")).hasText("12.5");
        page.locator("#dirty-fix-apply").click();
        assertThat(page.locator(".sl-dirty-fix")).containsText("1 record changed");
        assertThat(grid.locator(".sl-dg-cell.corrected").first()).hasText("1234.50");

        page.locator(".sl-cause", new Page.LocatorOptions().setHasText("Rule of the table"))
                .click();
        assertThat(grid.locator(".sl-dg-row")).hasCount(1);
        page.locator("#dirty-ignore").click();
        assertThat(page.locator(".sl-dirty-notice")).containsText("1 record is ignored.");
        assertThat(grid.locator(".sl-dg-state").first()).hasText("Ignored");
        grid.locator(".sl-dg-row [data-column='1']").first().click();
        assertThat(page.locator("#dirty-reopen")).isVisible();
        Browser.screenshot(page, "dirty-ignored");
        page.locator(".sl-dirty-notice .sl-line-link").click();
        assertThat(grid.locator(".sl-dg-state").first()).hasText("Not in the target");

        grid.locator(".sl-dg-row [data-column='3']").first().click();
        assertThat(page.locator("#dirty-reopen")).hasCount(0);
        copiesTheInsertWhereTheBrowserLetsIt();
        chooseColumn("note");
        page.locator("#dirty-fix-value input").fill("20");
        page.locator("#dirty-fix-keep input").check();
        page.locator("#dirty-fix-apply").click();
        studio.holds("\"substring\"", "\"columnIndex\": [3]", "\"length\": 20");
        assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
        studio.caret(1, 1);
        page.keyboard().press("Control+z");
        page.waitForCondition(() -> studio.text().equals(LOAD));
    }

    private void chooseColumn(String name) {
        page.locator("#dirty-fix-column").click();
        page.locator("vaadin-select-overlay vaadin-select-item, vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private void copiesTheInsertWhereTheBrowserLetsIt() {
        page.locator("#dirty-insert").click();
        Browser.told(page, "The INSERT is copied.");
        page.evaluate(
                "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }");
        page.locator("#dirty-insert").click();
        assertThat(page.locator(".sl-dirty-copy")).containsText("INSERT INTO");
    }

    @Test
    void tenThousandRecordsFitTheToolbarAndTheKeys() throws Exception {
        StudioPage studio = visitTask("crowd", "crowd_orders");
        prepare();
        Files.write(
                home.resolve("files/orders.csv"),
                IntStream.range(0, 10_000).mapToObj(n -> n + ",paid,much,x").toList());
        studio.write(LOAD.replace("\"1000\"", "\"100000\""));
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        studio.dock("dirty").click();
        assertThat(page.locator(".sl-dirty-about")).containsText("10,000 records");
        page.locator("#dirty-fix-action").click();
        page.locator("vaadin-select-overlay vaadin-select-item, vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Set NULL"))
                .first()
                .click();
        page.locator("#dirty-fix-apply").click();
        assertThat(page.locator("#dirty-replay"))
                .containsText("Replay 10,000 records", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        for (int width : new int[] {1440, 1280, 1024}) {
            page.setViewportSize(width, 900);
            Browser.screenshot(page, "dirty-crowd-" + width);
            BoundingBox bar = page.locator(".sl-dirty-bar").boundingBox();
            BoundingBox button = page.locator("#dirty-replay").boundingBox();
            assertThat(button.x + button.width).as("at %s", width).isLessThanOrEqualTo(bar.x + bar.width);
            assertThat(page.locator("#dirty-replay").evaluate("one => one.scrollWidth <= one.clientWidth"))
                    .isEqualTo(true);
        }
        keysGoOnFromARecordOutOfSight();
    }

    private void keysGoOnFromARecordOutOfSight() {
        Locator grid = page.locator("sluice-dirty-grid");
        grid.locator(".sl-dg-viewport").evaluate("one => one.scrollTop = one.scrollHeight");
        assertThat(grid.locator("[data-place='9999']")).isVisible();
        assertThat(grid.locator("[data-place='0']")).hasCount(0);
        page.locator("#dirty-search input").focus();
        Keyboard keys = new Keyboard(page);
        keys.tabTo("sluice-dirty-grid .sl-dg-table[tabindex='0']");
        keys.press("ArrowDown");
        keys.comesTo("[data-place='1'] .sl-dg-cell");
    }

    @Test
    void looksAlikeInTheDark() throws Exception {
        StudioPage studio = load("dark");
        page.evaluate("document.documentElement.setAttribute('data-theme', 'dark')");
        studio.dock("dirty").click();
        assertThat(page.locator(".sl-dg-row")).hasCount(5);
        page.locator(".sl-dg-cell.fault").first().click();
        Browser.screenshot(page, "dirty-dark");
        Axe.check(page, ".sl-dock");
    }

    private StudioPage load(String flow) throws SQLException, IOException {
        StudioPage studio = visitTask(flow, flow + "_orders");
        prepare();
        studio.write(LOAD);
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        return studio;
    }

    private Connection shop() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("files/demo/shop.db") + "?busy_timeout=20000");
    }

    private void prepare() throws SQLException, IOException {
        Files.write(
                home.resolve("files/orders.csv"),
                List.of(
                        "1,paid,1.5,first",
                        "3,paid,twelve,\"\"",
                        "4,paid,much,last",
                        "5,NIL,2.5,without a status",
                        "6,paid,3.5,this note is much longer than the table of the target would ever take",
                        "1,paid,4.5,=1+1 formula",
                        "8,paid,8,fine"));
        try (Connection connection = shop();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists arrived");
            statement.execute("create table arrived (order_id integer primary key, status text not null,"
                    + " amount real, note text check (length(note) <= 20))");
        }
    }

    private List<String> arrived() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = shop();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select order_id || '|' || status || '|' || coalesce(amount, '∅') || '|' || note from arrived order by 1")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
