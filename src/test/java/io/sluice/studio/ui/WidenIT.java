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

    private static final String ALTERING =
            " from pg_stat_activity where state = 'active' and datname = current_database()"
                    + " and query like 'alter table steps alter column note%'";

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
        assertThat(answer()).containsText("the server does not change it while it is used by: seen");
        assertThat(page.locator("#widen-do")).not().isVisible();
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
    void aServerAtWorkIsSeenAndCanBeStopped() throws Exception {
        postgreSql.run("create table steps (id int primary key, note varchar(20), amount numeric(6,2))");
        StudioPage studio = visitTask("stopped", "stopped_notes", ColorScheme.LIGHT);
        studio.write(LOAD.formatted("postgresql", "warehouse").replace("\"notes\"", "\"steps\""));
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        studio.dock("dirty").click();
        widenWith("alter table steps alter column note type integer");
        assertThat(page.locator(".sl-widen").getByText("touches no row")).isHidden();
        assertThat(answer()).containsText("cannot be cast automatically to type integer");
        assertThat(answer()).containsText("Hint: You might need to specify");
        Browser.screenshot(page, "widen-failed");
        Axe.check(page, ".sl-widen");

        widenSlowly();
        page.keyboard().press("Escape");
        assertThat(page.locator("#widen-do")).hasText("The server is working…");
        Browser.screenshot(page, "widen-at-work");
        page.locator("#widen-cancel").click();
        assertThat(answer()).hasText("The server has stopped. The column is as it was.");
        assertThat(page.locator("#widen-do")).isEnabled();
        Browser.screenshot(page, "widen-stopped");
        assertThat(altering()).isZero();

        widenSlowly();
        postgreSql.rows("select pg_terminate_backend(pid, 20000)" + ALTERING);
        assertThat(answer()).containsText("terminating connection due to administrator command");
        assertThat(answer()).containsText("looked at again: note is still character varying(20)");
        Browser.screenshot(page, "widen-lost");
        Axe.check(page, ".sl-widen");

        widenSlowly();
        page.reload();
        page.waitForCondition(() -> altering() == 0);
        assertThat(postgreSql.rows("select character_maximum_length from information_schema.columns"
                        + " where table_name = 'steps' and column_name = 'note'"))
                .containsExactly("20");
    }

    private Locator answer() {
        return page.locator(".sl-widen .sl-widen-answer");
    }

    private void widenWith(String sql) {
        if (!statement().isVisible()) {
            page.locator(".sl-dirty-widen", new Page.LocatorOptions().setHasText("steps.note"))
                    .getByText("Widen target…")
                    .click();
        }
        statement().fill(sql);
        page.locator("#widen-do").click();
    }

    private void widenSlowly() {
        widenWith("alter table steps alter column note type varchar(50)"
                + " using case when pg_sleep(60) is null then note else note end");
        page.waitForCondition(() -> altering() == 1);
        assertThat(page.locator("#widen-cancel")).hasText("Stop");
    }

    private int altering() {
        return Integer.parseInt(postgreSql.rows("select count(*)" + ALTERING).getFirst());
    }

    @Test
    void aTableNamedByAParameterIsTheOneOfTheRun() throws Exception {
        mariaDb.run("create table notes_2024 (id int primary key, note varchar(20), amount decimal(8,2))");
        StudioPage studio = visitTask("years", "years_notes", ColorScheme.LIGHT);
        studio.write(LOAD.formatted("mysql", "books").replace("\"notes\"", "\"notes_${year}\""));
        studio.tool("run").click();
        page.locator("vaadin-dialog vaadin-text-field input").last().fill("2024");
        page.keyboard().press("Enter");
        studio.runStateIs("Succeeded");
        studio.dock("dirty").click();
        Locator offered = page.locator(".sl-dirty-widen", new Page.LocatorOptions().setHasText("notes_2024.note"));
        offered.getByText("Widen target…").click();
        assertThat(statement()).hasValue("ALTER TABLE `notes_2024` MODIFY COLUMN `note` VARCHAR(50) DEFAULT NULL");
        Browser.screenshot(page, "widen-parameter");
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
