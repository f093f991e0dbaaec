package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form of a task in a browser: one task with its script. */
class FormIT extends StudioSession {
    private static final String COMMENTED = """
            {
              // Nightly, agreed with the shop.
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "sqlite",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "datasource": "shop", // the shop's own file
                    "table": ["orders"],
                    "where": "", "column": ["id", "total"],
                    "ourOwnNote": {"kept": 1.50}
                  }
                },
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": "2", "throttle": false}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private static final String SUGGESTION = ".suggest-widget.visible .monaco-list-row";

    private TestDatabase source;
    private TestDatabase target;

    @BeforeAll
    void createTables() {
        source = PostgreSqlServer.shared().database();
        target = MariaDbServer.shared().database();
        source.run(
                "create table orders (id bigint primary key, customer varchar(40) not null, total numeric(12,2),"
                        + " ordered_at timestamptz, note text)",
                "insert into orders select n, 'customer ' || n, n * 1.25, timestamptz '2026-11-24 08:00:00+00' + n *"
                        + " interval '1 minute', case when n % 3 = 0 then null else 'note ' || n end"
                        + " from generate_series(1, 2000) n");
    }

    private Locator side(String category) {
        return page.locator("#form-" + category);
    }

    private static Locator row(Locator card, String label) {
        return card.locator(".sl-formrow")
                .filter(new Locator.FilterOptions().setHas(card.page().getByText(label, exact())))
                .first();
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator input(Locator row) {
        return row.locator("input, textarea").first();
    }

    private void chooseItem(Locator row, String text) {
        input(row).fill(text);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .click();
    }

    private static void enter(Locator input, String value) {
        input.fill(value);
        input.press("Tab");
    }

    @Test
    void aChangeInTheFormIsOneEditOfTheScriptAndOneStepBack() {
        StudioPage studio = visitTask("one task", "both_ways");
        studio.write(COMMENTED);
        studio.look("Form");
        Locator filter = input(row(side("reader"), "Filter"));
        enter(filter, "status = 'paid'");
        assertThat(page.locator(".sl-saved")).not().containsText("Saved");
        chooseItem(row(side("reader"), "Table"), "customer");
        enter(page.getByLabel("Channels at once", new Page.GetByLabelOptions().setExact(true)), "4");
        Browser.screenshot(page, "form");
        studio.look("Script");
        String expected = COMMENTED
                .replace("\"where\": \"\"", "\"where\": \"status = 'paid'\"")
                .replace("[\"orders\"]", "[\"customer\"]")
                .replace("\"concurrent\": \"2\"", "\"concurrent\": \"4\"");
        page.waitForCondition(() -> studio.text().equals(expected));
        studio.look("Form");
        page.locator(".sl-outline-entry").first().focus();
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        page.waitForCondition(
                () -> studio.text().equals(COMMENTED.replace("\"where\": \"\"", "\"where\": \"status = 'paid'\"")));
        assertThat(input(row(side("reader"), "Table"))).hasValue("orders");
        page.keyboard().press("Control+z");
        page.waitForCondition(() -> studio.text().equals(COMMENTED));
        page.keyboard().press("Control+Shift+Z");
        assertThat(filter).hasValue("status = 'paid'");
        assertThat(page.locator(".sl-scriptonly-row")).containsText("ourOwnNote");
    }

    @Test
    void whatStandsBesideAChangedFieldStaysAsItIs() {
        StudioPage studio = visitTask("neighbours", "kept_beside");
        studio.write(COMMENTED.replace(
                "\"stream\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\": {}",
                "\"sqlite\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\": "
                        + "{\"datasource\": \"shop\", \"table\": \"orders\", \"column\": [\"id\", \"total\"],\n"
                        + "\"preSql\": [\"delete from orders\\nwhere id > 5\"],\n"
                        + "\"unrepresentable\": {\"infiniteDate\": \"${dates}\", /* asked for */ \"ours\": 1.50}}"));
        studio.look("Form");
        side("writer").locator("vaadin-details-summary").first().click();
        Locator statements = input(row(side("writer"), "Before the load"));
        assertThat(statements).hasValue("delete from orders\n    where id > 5");
        enter(statements, "delete from orders\n    where id > 5\nanalyze");
        side("writer").locator("vaadin-details-summary").last().click();
        assertThat(row(side("writer"), "Infinite dates")).containsText("${dates}");
        row(side("writer"), "NaN and infinite numbers")
                .locator("vaadin-select-value-button")
                .click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("NULL"))
                .first()
                .click();
        Browser.screenshot(page, "form-neighbours");
        studio.look("Script");
        studio.holds(
                "\"delete from orders\\nwhere id > 5\"",
                "\"analyze\"",
                "\"infiniteDate\": \"${dates}\", /* asked for */ \"ours\": 1.50",
                "\"nonFiniteNumber\": \"convertToNull\"");
    }

    @Test
    void besideEachOtherFormAndScriptFollowCaretAndFocus() {
        StudioPage studio = visitTask("beside", "split_view");
        studio.write(COMMENTED);
        studio.look("Split");
        studio.caret(13, 12);
        assertThat(page.locator(".sl-caret")).containsText("Filter");
        row(side("reader"), "Split key").locator("input").focus();
        assertThat(page.locator(".sl-formline").first()).isVisible();
        page.evaluate(
                "text => document.querySelector('sluice-script-editor').replace(text)",
                COMMENTED.replace("\"orders\"", "\"customers\""));
        assertThat(input(row(side("reader"), "Table"))).hasValue("customers");
        Browser.screenshot(page, "form-split");
    }

    @Test
    void aTextThatCannotBeParsedLeavesTheFormInSightAndLocksIt() {
        StudioPage studio = visitTask("broken text", "half_typed");
        studio.write(COMMENTED);
        studio.look("Split");
        assertThat(input(row(side("reader"), "Table"))).hasValue("orders");
        page.evaluate(
                "text => document.querySelector('sluice-script-editor').replace(text)",
                COMMENTED.replace("\"steps\": [", "\"steps\": [ {{"));
        assertThat(page.locator(".sl-form-obstacle")).containsText("Line 5");
        assertThat(input(row(side("reader"), "Table"))).hasAttribute("readonly", "");
        Browser.screenshot(page, "form-obstacle");
        page.evaluate("text => document.querySelector('sluice-script-editor').replace(text)", COMMENTED);
        assertThat(page.locator(".sl-form-obstacle")).isHidden();
        assertThat(input(row(side("reader"), "Table"))).not().hasAttribute("readonly", "");
        assertThat(studio.text()).isEqualTo(COMMENTED);
    }

    @Test
    void aTableThatTheTargetDoesNotHaveYetIsCreatedAndFilled() {
        StudioPage studio = visitTask("warehouse", "orders_to_maria");
        studio.look("Form");
        register("reader", "PostgreSQL", "shop_pg", source);
        register("writer", "MySQL", "dwh_maria", target);
        chooseItem(row(side("reader"), "Table"), "orders");
        side("writer").getByText("Create table…").click();
        assertThat(page.locator(".sl-createtable textarea"))
                .hasValue(java.util.regex.Pattern.compile(
                        "[\\s\\S]*(create|CREATE) (table|TABLE)[\\s\\S]*orders[\\s\\S]*"));
        assertThat(page.locator("#create-table-instants")).containsText("ordered_at");
        assertThat(page.locator("#create-table-zone input")).hasValue("UTC");
        Browser.screenshot(page, "form-create-table");
        page.locator("#create-table-instants vaadin-radio-button").nth(1).click();
        assertThat(page.locator(".sl-createtable textarea"))
                .hasValue(java.util.regex.Pattern.compile("[\\s\\S]*`ordered_at` TIMESTAMP[\\s\\S]*"));
        assertThat(page.locator("#create-table-zone")).isHidden();
        page.locator("#create-table-instants vaadin-radio-button").first().click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Create table").setExact(true))
                .click();
        assertThat(input(row(side("writer"), "Table"))).hasValue("orders");
        Locator zone = page.locator(".sl-cell", new Page.LocatorOptions().setHas(page.getByText("Time zone", exact())))
                .locator("input");
        assertThat(zone).hasValue("UTC");
        enter(zone, "");
        assertThat(page.locator("#mapping-zone-note")).containsText("1 line joins points in time");
        Browser.screenshot(page, "form-zone-missing");
        page.locator("#mapping-zone-set").click();
        assertThat(page.locator("#mapping-zone input")).hasValue("UTC");
        Browser.screenshot(page, "form-zone-dialog");
        page.locator("#mapping-answer").click();
        assertThat(page.locator("#mapping-zone-note")).hasCount(0);
        assertThat(zone).hasValue("UTC");
        Browser.screenshot(page, "form-complete");
        studio.tool("run").click();
        assertThat(studio.runState()).hasText(java.util.regex.Pattern.compile("Succeeded|Failed"));
        Browser.screenshot(page, "form-run");
        studio.runStateIs("Succeeded");
        assertThat(target.value("select count(*) from orders")).isEqualTo("2000");
        assertThat(target.value("select concat(count(note), ' ', sum(total)) from orders"))
                .isEqualTo("1334 2501250.00");
    }

    @Test
    void aSchemaIsOpenedInTheListAndOneOfItsTablesChosen() {
        source.run("create schema crm", "create table crm.lead (id bigint primary key, name text)");
        StudioPage studio = visitTask("schemas", "leads");
        studio.look("Form");
        register("reader", "PostgreSQL", "crm_pg", source);
        Locator table = row(side("reader"), "Table");
        Locator items = page.locator("vaadin-combo-box-item:visible");
        input(table).fill("cr");
        items.filter(new Locator.FilterOptions().setHasText("schema")).click();
        assertThat(items.filter(new Locator.FilterOptions().setHasText("crm.lead")))
                .isVisible();
        Browser.screenshot(page, "form-schema");
        items.filter(new Locator.FilterOptions().setHasText("crm.lead")).click();
        assertThat(input(table)).hasValue("crm.lead");
        page.waitForCondition(() -> studio.text().contains("\"crm.lead\""));
        input(table).fill("");
        page.keyboard().type("crm.");
        assertThat(items.first()).containsText("crm.lead");
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        input(table).fill("cr");
        assertThat(items.first()).containsText("crm.");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(items.first()).containsText("crm.lead");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(input(table)).hasValue("crm.lead");
    }

    @Test
    void aFilterSaysHowManyRowsItMeetsAndAWrongOneWhatIsWrong() {
        source.run("analyze orders");
        StudioPage studio = visitTask("filters", "filtered_orders");
        studio.look("Form");
        register("reader", "PostgreSQL", "filtered_pg", source);
        chooseItem(row(side("reader"), "Table"), "orders");
        Locator filter = row(side("reader"), "Filter");
        enter(input(filter), "id <= 500");
        assertThat(filter).containsText("About 500 rows match");
        Browser.screenshot(page, "form-filter");
        enter(input(filter), "ordered > '2026-01-01'");
        assertThat(filter.locator(".sl-problem")).containsText("column \"ordered\" does not exist");
        Browser.screenshot(page, "form-filter-refused");
        enter(input(filter), "id <= ${most}");
        assertThat(filter).containsText("No value yet for: most");
        assertThat(filter.locator(".sl-problem")).isHidden();
        enter(input(filter), "id <= ${bdp.system.bizdate}");
        assertThat(filter).containsText("About 2,000 rows match · bdp.system.bizdate 20");
        enter(input(filter), "");
        assertThat(filter).containsText("A condition without the word WHERE.");
    }

    /** The times are printed; the limits leave room for a busy machine. */
    @Test
    void oneOfThousandsOfTablesIsFoundAtOnce() {
        int many = Integer.getInteger("sluice.discovery.tables", 5_000);
        TestDatabase crowded = PostgreSqlServer.shared().database();
        crowded.run("""
                do $$ begin for i in 1..%d loop
                  execute format('create table t_%%s (id int, amount_of_%%s int)', lpad(i::text, 6, '0'), i);
                  if i %% 1000 = 0 then commit; end if;
                end loop; end $$""".formatted(many));
        StudioPage studio = visitTask("crowded", "crowded_orders");
        studio.look("Form");
        register("reader", "PostgreSQL", "crowded_pg", crowded);
        Locator table = row(side("reader"), "Table");
        print("list of tables", seen(() -> input(table).click(), "t_000001"));
        String last = "t_%06d".formatted(many);
        print("one table by a part of its name", seen(() -> input(table).fill(last.substring(3)), last));
        Browser.screenshot(page, "form-crowded");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> studio.text().contains("\"" + last + "\""));
        studio.look("Script");
        List<String> lines = studio.text().lines().toList();
        int line = IntStream.range(0, lines.size())
                .filter(one -> lines.get(one).contains(last))
                .findFirst()
                .orElseThrow();
        studio.caret(line + 1, lines.get(line).indexOf(last) + last.length() + 1);
        print("completion in the script", offered(() -> page.keyboard().press("Control+Space"), SUGGESTION, last));
    }

    private double seen(Runnable action, String table) {
        return offered(action, "vaadin-combo-box-item:visible", table);
    }

    /** Milliseconds until something is offered. */
    private double offered(Runnable action, String items, String text) {
        long begun = System.nanoTime();
        action.run();
        assertThat(page.locator(items)
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void print(String what, double milliseconds) {
        System.out.printf("%-40s %6.0f ms%n", what, milliseconds);
        assertThat(milliseconds).as(what).isLessThan(3_000);
    }

    private void register(String category, String type, String name, TestDatabase database) {
        Locator choice = row(side(category), "Data source");
        input(choice).click();
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText("New " + type))
                .first()
                .click();
        Locator drawer = page.locator(".sl-drawer");
        field(drawer, "Name").fill(name);
        field(drawer, "Host").fill(database.host());
        field(drawer, "Port").fill(Integer.toString(database.port()));
        field(drawer, "Database").fill(database.name());
        field(drawer, "User").fill(database.user());
        field(drawer, "Password").fill(database.password());
        drawer.getByText("Save", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(drawer).hasCount(0);
        assertThat(input(choice)).hasValue(name);
    }

    private static Locator field(Locator drawer, String label) {
        return drawer.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
