package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A column of the target was too narrow for some records: it is widened, and they are written as they are. */
class WidenIT extends StudioSession {
    private static final String LONG_NOTE = "this note has some forty characters; no less";

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
                    "path": "notes.csv",
                    "column": [
                      {"index": 0, "type": "long"}, {"index": 1, "type": "string"}, {"index": 2, "type": "string"}
                    ]
                  }
                },
                {
                  "stepType": "%s",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {"datasource": "%s", "table": "notes", "column": ["id", "note", "amount"]}
                }
              ],
              "setting": {"errorLimit": {"record": "1000"}, "speed": {"concurrent": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private final TestDatabase postgreSql = PostgreSqlServer.shared().database();
    private final TestDatabase mariaDb = MariaDbServer.shared().database();

    @BeforeAll
    void prepare() throws IOException {
        Files.write(
                home.resolve("files/notes.csv"),
                List.of("1,short,1.50", "2," + LONG_NOTE + ",2.50", "3,fits,1234567.125", "4," + LONG_NOTE + "!,4"));
        postgreSql.run("create table notes (id int primary key, note varchar(20) not null default 'none',"
                + " amount numeric(6,2))");
        mariaDb.run("create table notes (id int primary key, note varchar(20) character set utf8mb4 not null"
                + " default 'it''s' comment 'said, (by) them', amount decimal(6,2) unsigned default 1.00)");
        visit();
        register("postgresql", "warehouse", postgreSql);
        register("mysql", "books", mariaDb);
    }

    private void register(String type, String name, TestDatabase database) {
        page.navigate(workbench.url("/data-sources/new/" + type));
        Map.of(
                        "Name", name,
                        "Host", database.host(),
                        "Port", Integer.toString(database.port()),
                        "Database", database.name(),
                        "User", database.user(),
                        "Password", database.password())
                .forEach((label, value) -> page.locator(".sl-drawer")
                        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                        .fill(value));
        page.locator(".sl-drawerfoot vaadin-button[theme~=primary]").click();
        assertThat(page.locator(".sl-namecell", new Page.LocatorOptions().setHasText(name)))
                .isVisible();
    }

    private StudioPage load(String flow, String type, String dataSource, ColorScheme scheme) {
        StudioPage studio = visitTask(flow, flow + "_notes", scheme);
        studio.write(LOAD.formatted(type, dataSource));
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        studio.dock("dirty").click();
        assertThat(page.locator(".sl-dg-row")).hasCount(3);
        return studio;
    }

    private Locator offer(String column) {
        return page.locator(".sl-dirty-widen", new Page.LocatorOptions().setHasText("notes." + column));
    }

    private Locator statement() {
        return page.locator("#widen-statement textarea");
    }

    private void widenAndReplay(String column, String records) {
        offer(column).getByText("Widen target…").click();
        statement().waitFor();
        page.locator("#widen-do").click();
        assertThat(page.locator(".sl-dirty-notice")).containsText(column + " is ");
        page.locator(".sl-dirty-notice .sl-line-link").click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                .filter(new Locator.FilterOptions().setHasText("Replay"))
                .first()
                .click();
        assertThat(page.locator(".sl-dirty-notice")).containsText(records + " written, 0 dirty again");
    }

    @Test
    void onPostgreSqlWhatWasRefusedIsWrittenAsItIs() throws Exception {
        load("pg", "postgresql", "warehouse", ColorScheme.LIGHT);
        assertThat(offer("note")).containsText("2 of the 3 records can be written as they are");
        Browser.screenshot(page, "widen-offered");
        Axe.check(page, ".sl-dock");
        offer("note").getByText("Widen target…").click();
        assertThat(statement()).hasValue("ALTER TABLE \"notes\" ALTER COLUMN \"note\" TYPE VARCHAR(50)");
        assertThat(page.locator(".sl-widen")).containsText("the longest of 45 characters");
        assertThat(page.locator(".sl-widen")).containsText("touches no row");
        Browser.screenshot(page, "widen-postgresql");
        Axe.check(page, ".sl-widen");
        page.keyboard().press("Escape");

        postgreSql.run("create view seen as select note from notes");
        offer("note").getByText("Widen target…").click();
        statement().waitFor();
        page.locator("#widen-do").click();
        assertThat(page.locator(".sl-widen .sl-note-failed"))
                .containsText("cannot alter type of a column used by a view");
        assertThat(page.locator("#widen-do")).isEnabled();
        Browser.screenshot(page, "widen-refused");
        postgreSql.run("drop view seen");
        page.keyboard().press("Escape");

        widenAndReplay("note", "2");
        widenAndReplay("amount", "1");
        Browser.screenshot(page, "widen-replayed");
        assertThat(page.locator(".sl-dirty-widening")).not().isVisible();
        assertThat(postgreSql.rows("select * from notes order by id"))
                .containsExactly(
                        "1|short|1.500",
                        "2|" + LONG_NOTE + "|2.500",
                        "3|fits|1234567.125",
                        "4|" + LONG_NOTE + "!|4.000");
    }

    @Test
    void onMariaDbTheOtherAttributesOfTheColumnStay() throws Exception {
        load("my", "mysql", "books", ColorScheme.DARK);
        String before = mariaDb.rows("show create table notes").getFirst();
        page.locator(".sl-cause", new Page.LocatorOptions().setHasText("column3"))
                .click();
        assertThat(page.locator(".sl-dirty-widen")).hasCount(1);
        offer("amount").getByText("Widen target…").click();
        assertThat(statement())
                .hasValue("ALTER TABLE `notes` MODIFY COLUMN `amount` DECIMAL(12,3) UNSIGNED DEFAULT 1.00");
        assertThat(page.locator(".sl-widen")).containsText("the table can be read but not written");
        Browser.screenshot(page, "widen-mariadb");
        Axe.check(page, ".sl-widen");
        page.keyboard().press("Escape");
        widenAndReplay("amount", "1");
        page.locator(".sl-cause").first().click();
        widenAndReplay("note", "2");
        assertThat(mariaDb.rows("show create table notes").getFirst())
                .isEqualTo(before.replace("varchar(20)", "varchar(50)")
                        .replace("decimal(6,2) unsigned DEFAULT 1.00", "decimal(12,3) unsigned DEFAULT 1.000"));
        assertThat(mariaDb.rows("select id, note from notes order by id"))
                .containsExactly("1|short", "2|" + LONG_NOTE, "3|fits", "4|" + LONG_NOTE + "!");
    }
}
