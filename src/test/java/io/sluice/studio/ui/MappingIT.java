package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The field mapping as people use it, with pointer and keyboard, over the tables of a real server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MappingIT extends StudioSession {
    private static final System.Logger LOG = System.getLogger(MappingIT.class.getName());
    private static final int MANY = 1000;
    private static final String TASK = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "mysql",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "datasource": "shop_maria",
                    "table": "%s",
                    "column": [
            %s
                    ]
                  }
                },
                {
                  "stepType": "mysql",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {"datasource": "shop_maria", "table": "%s", "column": [%s]}
                }
              ],
              "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1, "throttle": false}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private StudioPage studio;

    @BeforeAll
    void createTask() {
        TestDatabase database = MariaDbServer.shared().database();
        database.run(
                "create table orders (order_id bigint not null primary key, user_id int not null,"
                        + " status varchar(16) not null, total_amount decimal(12,2), currency char(3),"
                        + " coupon_code varchar(32), note varchar(500), ordered_at datetime(3) not null,"
                        + " updated_at timestamp(3) not null default current_timestamp(3), internal_flags int)",
                "create table ods_orders (order_id bigint not null primary key, user_id bigint not null,"
                        + " status varchar(16) not null, currency char(3), total_amount decimal(12,2),"
                        + " note varchar(255), coupon_code varchar(32), biz_date date, ordered_at datetime(6) not null,"
                        + " updated_at timestamp(3) null, loaded_at timestamp(6) null)",
                "insert into orders (order_id, user_id, status, note, ordered_at)"
                        + " values (1, 1, 'new', repeat('x', 300), '2026-11-19'), (2, 1, 'new', 'y', '2026-11-19')",
                wide("wide_source"),
                wide("wide_target"));
        studio = visit();
        createDataSource(database);
        studio.createFlow("loads");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        studio.menu(section, "Create", "Data Integration", "Data Sync…");
        studio.answerDialog("orders_daily");
        studio.editorReady("orders_daily");
    }

    private static String wide(String name) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> "c%04d int".formatted(i))
                .collect(Collectors.joining(", ", "create table " + name + " (", ")"));
    }

    private void createDataSource(TestDatabase database) {
        register("mysql", "shop_maria", database);
        page.navigate(workbench.url("/studio"));
        studio.node("Business flow").waitFor();
    }

    private void open(String source, String sourceColumns, String target, String targetColumns) {
        segment("Split").click();
        studio.write(TASK.formatted(source, sourceColumns, target, targetColumns));
        form();
        assertThat(page.locator("sluice-mapping .sl-map-sidehead-source")).containsText(source);
    }

    /** Waits until the mapping has all the room: a pointer must not be on its way meanwhile. */
    private void form() {
        segment("Form").click();
        assertThat(page.locator("sluice-script-editor")).isHidden();
        page.locator("#form-mapping").scrollIntoViewIfNeeded();
    }

    private Locator segment(String name) {
        return page.locator(".sl-toolbar .sl-segment", new Page.LocatorOptions().setHasText(name));
    }

    private Locator row(String side, String name) {
        return page.locator(".sl-map-" + side + " .sl-map-row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".sl-map-name", new Page.LocatorOptions().setHasText(name))))
                .first();
    }

    /** Opens what there is to say about a line, and waits until it stands still. */
    private Locator openLine(String target) {
        page.locator(".sl-map-kind[aria-label*='" + target + "']").click();
        Locator popover = page.locator(".sl-map-popover");
        popover.evaluate("box => Promise.all(box.getAnimations().map(motion => motion.finished))");
        return popover;
    }

    private Locator tool(String name) {
        return page.locator("#mapping-" + name);
    }

    private void scriptHolds(String... parts) {
        segment("Split").click();
        studio.holds(parts);
        form();
    }

    @Test
    @Order(1)
    void mapsByNameAndKeepsTheComments() {
        open(
                "orders",
                "          \"status\", // how far it is\n          \"note\"",
                "ods_orders",
                "\"status\", \"note\"");
        assertThat(row("source", "order_id")).hasAttribute("data-fit", "");
        tool("by-name").click();
        assertThat(row("target", "order_id")).hasAttribute("data-fit", "EXACT");
        assertThat(row("target", "user_id")).hasAttribute("data-fit", "WIDENING");
        assertThat(row("target", "note")).hasAttribute("data-fit", "LOSSY");
        assertThat(tool("unmapped")).hasText("3 columns not mapped");
        Browser.screenshot(page, "mapping-by-name");
        scriptHolds(
                "\"status\", // how far it is\n",
                "\"note\",\n          \"coupon_code\",\n          \"ordered_at\"",
                "\"order_id\",\n          \"user_id\"");
    }

    @Test
    @Order(2)
    void saysWhatMayBeLostAndWhatHelps() {
        Locator popover = openLine("note");
        assertThat(popover).containsText("Possible loss");
        Browser.screenshot(page, "mapping-loss");
        popover.locator("[data-cure=widen]").click();
        assertThat(page.locator("#widen-statement textarea"))
                .hasValue("ALTER TABLE `ods_orders` MODIFY COLUMN `note` VARCHAR(500) DEFAULT NULL");
        Browser.screenshot(page, "mapping-widen");
        page.keyboard().press("Escape");
        assertThat(page.locator("#widen-statement")).hasCount(0);
        openLine("note").locator("[data-cure=cut]").click();
        assertThat(row("target", "note")).hasAttribute("data-fit", "EXACT");
        scriptHolds("substring", "\"length\": 255");
    }

    @Test
    @Order(20)
    void saysWhatTheTaskChoosesForValuesThatDoNotFit() {
        segment("Split").click();
        String columns = "\"ordered_at\", \"updated_at\"";
        studio.write(TASK.replaceFirst(
                        "\"table\": \"%s\",",
                        "\"table\": \"%s\", \"unrepresentable\": {\"zeroDate\": \"convertToNull\"},")
                .formatted("orders", columns, "ods_orders", columns));
        form();
        assertThat(row("target", "ordered_at")).hasAttribute("data-fit", "LOSSY");
        Locator popover = openLine("ordered_at");
        assertThat(popover).containsText("Zero dates become NULL, as the task says");
        assertThat(popover).containsText("NULL does not fit a column that is NOT NULL");
        Browser.screenshot(page, "mapping-chosen");
        page.keyboard().press("Escape");
        assertThat(row("target", "updated_at")).hasAttribute("data-fit", "EXACT");
        assertThat(openLine("updated_at")).containsText("Zero dates become NULL, as the task says");
        page.keyboard().press("Escape");
    }

    @Test
    @Order(3)
    void drawsALineByDragging() {
        drag(row("source", "internal_flags"), row("target", "loaded_at"));
        assertThat(row("target", "loaded_at")).hasAttribute("data-fit", "WIDENING");
        drag(row("source", "updated_at"), row("target", "loaded_at"));
        assertThat(row("target", "loaded_at")).hasAttribute("data-fit", "WIDENING");
        assertThat(row("target", "updated_at")).hasAttribute("data-fit", "");
        assertThat(row("source", "internal_flags")).hasAttribute("data-fit", "");
        Browser.screenshot(page, "mapping-dragged");
    }

    private void drag(Locator from, Locator to) {
        from.locator(".sl-map-dot").hover();
        page.mouse().down();
        to.locator(".sl-map-dot").hover();
        page.mouse().up();
    }

    @Test
    @Order(4)
    void drawsAndRemovesALineByKeyboard() {
        page.locator(".sl-map-source").focus();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(row("source", "internal_flags")).hasAttribute("data-fit", "WIDENING");
        assertThat(page.locator(".sl-map-source")).isFocused();
        page.keyboard().press("Delete");
        assertThat(row("target", "loaded_at")).hasAttribute("data-fit", "");
    }

    @Test
    @Order(5)
    void doesTheSameInTheGrid() {
        tool("grid").click();
        Locator grid = page.locator(".sl-map-grid");
        grid.focus();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.locator(".sl-map-find").fill("updated");
        page.keyboard().press("Enter");
        Locator last = page.locator(".sl-map-gridrow[data-row='10']");
        assertThat(last).hasAttribute("data-fit", "WIDENING");
        Browser.screenshot(page, "mapping-grid");
        assertThat(grid).isFocused();
        page.keyboard().press("Delete");
        assertThat(last).hasAttribute("data-fit", "");
        tool("lines").click();
    }

    @Test
    @Order(6)
    void givesATargetAConstantOrAParameter() {
        tool("add").click();
        page.locator("vaadin-context-menu-item", new Page.LocatorOptions().setHasText("Scheduling parameter"))
                .click();
        page.locator("#mapping-add-value textarea").fill("bizdate");
        page.locator("#mapping-add-target input").fill("biz_date");
        page.locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText("biz_date"))
                .first()
                .click();
        page.locator("#mapping-answer").click();
        assertThat(row("source", "${bizdate}")).hasAttribute("data-fit", "UNKNOWN");
        Browser.screenshot(page, "mapping-parameter");
        tool("tidy").click();
        assertThat(row("source", "${bizdate}")).hasAttribute("data-row", "7");
        Browser.screenshot(page, "mapping-tidy");
        scriptHolds("\"'${bizdate}'\"");
    }

    @Test
    @Order(6)
    void keepsARowWithoutALineAndTellsOfAnOpenDialogAfterAReload() {
        open("orders", "          \"order_id\", \"note\"", "ods_orders", "\"order_id\", \"note\"");
        askForAConstant("kept");
        page.locator("#mapping-answer").click();
        assertThat(row("source", "'kept'")).hasAttribute("data-fit", "");
        askForAConstant("open");
        page.reload();
        assertThat(page.locator(".sl-surface .sl-notice")).containsText("It held: Value: open");
        new StudioPage(page).look("Form");
        assertThat(row("source", "'kept'")).isVisible();
        Browser.screenshot(page, "mapping-after-reload");
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        Browser.screenshot(page, "mapping-after-reload-dark");
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        page.reload();
        new StudioPage(page).look("Form");
        assertThat(row("source", "'kept'")).isVisible();
        assertThat(page.locator(".sl-surface > .sl-notice")).not().isVisible();
    }

    private void askForAConstant(String value) {
        tool("add").click();
        page.locator("vaadin-context-menu-item", new Page.LocatorOptions().setHasText("Constant"))
                .click();
        page.locator("#mapping-add-value textarea").fill(value);
    }

    @Test
    @Order(7)
    void profilesWhatWouldReallyBeLost() {
        open("orders", "          \"order_id\", \"note\"", "ods_orders", "\"order_id\", \"note\"");
        tool("profile").click();
        assertThat(tool("profiled")).containsText("2 rows looked at, 1 value would be dirty");
        assertThat(openLine("note")).containsText("1 of 2 values longer than 255");
        Browser.screenshot(page, "mapping-profile");
        page.keyboard().press("Escape");
    }

    @Test
    @Order(8)
    void mapsWhatTheScriptSaysWhenTheTableIsNotThere() {
        open("gone", "          \"a\", \"b\"", "ods_orders", "\"order_id\", \"note\"");
        assertThat(tool("retry-source")).isVisible();
        assertThat(row("source", "a")).hasAttribute("data-fit", "UNKNOWN");
        assertThat(page.locator("#form-reader")).not().containsText("Suggested");
        tool("grid").click();
        page.locator(".sl-map-grid").focus();
        page.keyboard().press("Home");
        page.keyboard().press("Delete");
        assertThat(page.locator(".sl-map-gridrow[data-row='0']")).hasAttribute("data-fit", "");
        Browser.screenshot(page, "mapping-unknown");
        tool("lines").click();
    }

    @Test
    @Order(9)
    void showsAThousandColumnsAtOnce() {
        open("wide_source", "          \"*\"", "wide_target", "\"*\"");
        page.locator("#mapping-list-columns").click();
        assertThat(tool("list-columns")).hasCount(0);
        Map<?, ?> taken = (Map<?, ?>) page.evaluate("""
                async () => {
                    const map = document.querySelector("sluice-mapping");
                    const body = map.querySelector(".sl-map-body");
                    const frames = [];
                    const costs = [];
                    let last = performance.now();
                    for (let i = 0; i < 180; i++) {
                        body.scrollTop += 140;
                        await new Promise(requestAnimationFrame);
                        const now = performance.now();
                        frames.push(now - last);
                        costs.push(map.cost);
                        last = now;
                    }
                    const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)];
                    return { opened: map.opened, rows: map.querySelectorAll(".sl-map-row").length, scrolled: body.scrollTop,
                        frame: at(frames, 0.5), slow: at(frames, 0.95), cost: at(costs, 0.5) };
                }""");
        LOG.log(System.Logger.Level.INFO, "a thousand columns, in milliseconds: {0}", taken);
        assertThat(number(taken, "rows")).isBetween(20.0, 80.0);
        assertThat(number(taken, "scrolled")).isGreaterThan(20_000);
        assertThat(number(taken, "opened")).isLessThan(1000);
        assertThat(number(taken, "cost"))
                .as("milliseconds of work in a frame, usually 2")
                .isLessThan(16);
        Browser.screenshot(page, "mapping-thousand");
    }

    private static double number(Map<?, ?> values, String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    @Test
    @Order(10)
    void looksGoodInTheDark() {
        studio = visit(ColorScheme.DARK);
        studio.open("orders_daily");
        open("orders", "          \"order_id\"", "ods_orders", "\"order_id\"");
        tool("by-name").click();
        assertThat(row("target", "note")).hasAttribute("data-fit", "LOSSY");
        openLine("note");
        Browser.screenshot(page, "mapping-dark");
    }
}
