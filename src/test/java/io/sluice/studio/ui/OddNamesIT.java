package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Names that people and databases give: shown as text, refused where they are typed, and read and written as they are. */
class OddNamesIT extends StudioSession {
    private static final String MARKUP = "<img src=x onerror=document.title=1>";
    private static final String TABLE = "odd <b>\"table\"</b> 'x' \\ 🚚";
    private static final List<String> COLUMNS = List.of(
            MARKUP,
            "it's \"quoted\"",
            "back\\slash",
            "  padded  ",
            "line\nbreak",
            "عمود عربي",
            "🚚 🏳️‍🌈",
            "..",
            "a/b",
            "a.b",
            "$1 ? :x @y {z}",
            "x".repeat(63),
            "{\"json\": 1}",
            "tab\there",
            "`tick`",
            "[bracket]",
            "--",
            "/* c */");

    private static final JsonMapper JSON = new JsonMapper();

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String columns(String type) {
        return COLUMNS.stream().map(name -> ", " + quoted(name) + type).collect(Collectors.joining());
    }

    private static String script() {
        String columns = JSON.writeValueAsString(List.of("id")).replace("]", ",")
                + JSON.writeValueAsString(COLUMNS).substring(1);
        return """
                {
                  "type": "job", "version": "2.0",
                  "steps": [
                    {"stepType": "postgresql", "name": "Reader", "category": "reader",
                     "parameter": {"datasource": "odd", "table": %1$s, "column": %3$s}},
                    {"stepType": "postgresql", "name": "Writer", "category": "writer",
                     "parameter": {"datasource": "odd", "table": %2$s, "column": %3$s}}
                  ],
                  "setting": {"errorLimit": {"record": "100"}, "speed": {"concurrent": 1}},
                  "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
                }
                """.formatted(
                JSON.writeValueAsString(quoted(TABLE)), JSON.writeValueAsString(quoted("to " + TABLE)), columns);
    }

    @Test
    void oddNamesOfTablesAndColumnsAreShownReadAndWritten() {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create table " + quoted(TABLE) + " (id int primary key" + columns(" varchar(10)") + ")",
                "create table " + quoted("to " + TABLE) + " (id int primary key" + columns(" varchar(10) not null")
                        + ")",
                "insert into " + quoted(TABLE) + " select i"
                        + ", case when i = 2 then null else 'v' || i end".repeat(COLUMNS.size())
                        + " from generate_series(1, 3) i");
        visit();
        register("postgresql", "odd", database);
        StudioPage studio = StudioPage.come(page, workbench.url("/"));
        studio.createFlow("<i>odd");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), MARKUP);
        studio.write(script());
        studio.look("Form");
        assertThat(page.locator(".sl-formpane").getByText("a.b", exactly()).first())
                .isVisible();
        Browser.screenshot(page, "odd-form");
        studio.dock("preview").click();
        assertThat(page.locator(".sl-preview")).containsText("3 rows");
        Browser.screenshot(page, "odd-preview");
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        assertThat(database.rows("select * from " + quoted("to " + TABLE) + " order by id"))
                .hasSize(2)
                .isEqualTo(database.rows("select * from " + quoted(TABLE) + " where id <> 2 order by id"));
        studio.dock("dirty").click();
        assertThat(page.locator("sluice-dirty-grid .sl-dg-row")).hasCount(1);
        Browser.screenshot(page, "odd-dirty");
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.title()).startsWith(MARKUP);
    }

    @Test
    void namesThatNobodyCouldReadAreRefusedAtTheField() {
        StudioPage studio = visit(ColorScheme.DARK);
        studio.createFlow("odd_names");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        for (String name : List.of("n".repeat(129), "a/b", "a\\b", "\u00a0", "\u202egnp.exe")) {
            studio.menu(section, "Create", "Data Integration", "Data Sync…");
            Locator field = page.locator(".sl-fields input").first();
            field.fill(name);
            field.press("Enter");
            assertThat(page.locator(".sl-fields [slot=error-message]").first())
                    .not()
                    .isEmpty();
            assertThat(field).hasAttribute("aria-invalid", "true");
            page.keyboard().press("Escape");
            assertThat(page.locator(".sl-fields")).hasCount(0);
        }
        for (String name : List.of("n".repeat(128), "مهمة يومية", "🚚 🏳️‍🌈", "..")) {
            studio.createForm(section, name);
        }
        assertThat(studio.node("n".repeat(128))).isVisible();
        Browser.screenshot(page, "odd-tree-dark");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
