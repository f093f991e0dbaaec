package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The palette, the tabs and the keys of the workbench, without a mouse wherever keys do the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardIT extends StudioSession {
    private static final int MANY = 16;
    private static final String TASK = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "stream",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {"column": [{"type": "long", "random": "1,9"}], "sliceRecordCount": 10}
                },
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1, "throttle": false}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void paletteFindsAndOpensThingsOnEveryPage() {
        StudioPage studio = visit();
        palette("new task");
        page.keyboard().press("Enter");
        studio.answerDialog("from_palette");
        studio.editorReady("from_palette");
        palette("suppri");
        assertThat(page.locator(".sl-palette-row[aria-selected=true]")).containsText("Supplier prices to shop");
        Browser.screenshot(page, "palette");
        page.keyboard().press("Enter");
        studio.editorReady("Supplier prices to shop");
        palette("data sources");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/data-sources"));
        page.keyboard().press("Control+k");
        assertThat(row("Data source", "shop")).isVisible();
        page.locator(".sl-palette-field").fill("custom");
        assertThat(row("Table", "customer")).isVisible();
        Browser.screenshot(page, "palette-tables");
        row("Table", "customer").click();
        page.waitForURL(Pattern.compile(".*/data-sources/[-0-9a-f]{36}"));
        palette("from_palette");
        page.keyboard().press("Enter");
        studio.editorReady("from_palette");
    }

    @Test
    void paletteRunsActionsAndFindsTheRun() {
        StudioPage studio = visit(ColorScheme.DARK);
        studio.createFlow("palette");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "by_keys");
        studio.write(TASK);
        studio.caret(1, 1);
        palette("save");
        Browser.screenshot(page, "palette-dark");
        page.keyboard().press("Enter");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        palette("run the");
        page.keyboard().press("Enter");
        studio.runStateIs("Succeeded");
        palette("light theme");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        palette("data sources");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/data-sources"));
        palette("run by_keys");
        assertThat(row("Run", "of by_keys").first()).containsText("Succeeded");
        row("Run", "of by_keys").first().click();
        studio.editorReady("by_keys");
        studio.runStateIs("Succeeded");
        palette("简体");
        page.keyboard().press("Enter");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(studio.tool("submit")).containsText("提交…");
        page.keyboard().press("Control+k");
        assertThat(page.locator(".sl-palette-row").first()).isVisible();
        Browser.screenshot(page, "palette-chinese");
        Axe.check(page);
        page.keyboard().press("Escape");
        assertThat(page.locator(".sl-palette")).hasCount(0);
    }

    @Test
    void keysWorkWhereverTheFocusIs() {
        StudioPage studio = visit();
        studio.createFlow("keys");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "keys_everywhere");
        studio.write(TASK);
        page.locator(".sl-tree-filter input").focus();
        page.keyboard().press("Control+s");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        studio.write(TASK.replace("10}", "20}"));
        page.locator(".sl-tree-filter input").focus();
        page.keyboard().press("Control+Enter");
        studio.runStateIs("Succeeded");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        studio.dock("run").focus();
        page.keyboard().press("?");
        assertThat(page.locator(".sl-shortcuts")).containsText("Search or run a command");
        Browser.screenshot(page, "shortcuts");
        page.keyboard().press("Escape");
        assertThat(page.locator(".sl-shortcuts")).hasCount(0);
        studio.dock("run").click();
        comments(studio);
        studio.node("keys_everywhere").click();
        page.keyboard().press("F2");
        page.locator(".sl-tree-rename").fill("keys_renamed");
        page.locator(".sl-tree-rename").press("Enter");
        assertThat(page.locator(".sl-tab-name")).hasText("keys_renamed");
    }

    private void comments(StudioPage studio) {
        page.locator("#dock-fold").click();
        studio.caret(2, 3);
        page.keyboard().press("Control+/");
        page.waitForCondition(() -> studio.text().contains("// \"type\": \"job\","));
        page.keyboard().press("Control+/");
        page.waitForCondition(() -> !studio.text().contains("//"));
    }

    /** Comes last, since a tree with so many tasks shows the other tests' flows only after scrolling. */
    @Test
    @Order(Integer.MAX_VALUE)
    void manyTabsScrollAndCloseTogether() {
        StudioPage studio = visit();
        studio.createFlow("many");
        for (int i = 1; i <= MANY; i++) {
            studio.createForm(page.locator(".sl-tnode[data-kind=SECTION]").last(), "many_" + i);
        }
        Locator tabs = page.locator(".sl-task-tab");
        assertThat(tabs).hasCount(MANY);
        assertThat(front()).isInViewport();
        Browser.screenshot(page, "tabs-many");
        page.reload();
        studio.editorReady("many_" + MANY);
        assertThat(tabs.nth(MANY - 2)).hasText("many_" + (MANY - 1));
        assertThat(front()).isInViewport();
        page.locator(".sl-tabs-all").click();
        page.locator(".sl-menu-item")
                .filter(new Locator.FilterOptions().setHasText("many_7"))
                .first()
                .click();
        studio.editorReady("many_7");
        assertThat(front()).isInViewport();
        front().focus();
        page.keyboard().press("ArrowRight");
        assertThat(tabs.nth(7)).isFocused();
        page.keyboard().press("Enter");
        studio.editorReady("many_8");
        page.keyboard().press("Shift+F10");
        choose("Close to the right");
        assertThat(tabs).hasCount(8);
        tabs.first().click(new Locator.ClickOptions().setButton(MouseButton.MIDDLE));
        assertThat(tabs).hasCount(7);
        closesOthers(studio, tabs);
    }

    private void closesOthers(StudioPage studio, Locator tabs) {
        studio.write(TASK);
        tabs.nth(1).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        choose("Close others");
        assertThat(page.locator(".sl-dialog-text")).containsText("many_8");
        Browser.screenshot(page, "tabs-close-many");
        page.getByText("Save all and close").click();
        assertThat(tabs).hasCount(1);
        studio.editorReady("many_3");
        page.keyboard().press("Alt+w");
        assertThat(tabs).hasCount(0);
        studio.open("many_8");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        assertThat(studio.text()).isEqualTo(TASK);
    }

    @Test
    void deleteClosesTheTabAndKeepsTheFocusInTheStrip() {
        StudioPage studio = visit(ColorScheme.DARK);
        studio.createFlow("focus");
        for (String name : List.of("left", "middle", "right")) {
            studio.createForm(page.locator(".sl-tnode[data-kind=SECTION]").last(), name);
        }
        Locator tabs = page.locator(".sl-task-tab");
        tabs.nth(2).focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Delete");
        assertThat(page.locator(".sl-tab-name")).hasText(new String[] {"left", "right"});
        assertThat(page.locator(".sl-task-tab:focus")).hasCount(1);
        page.keyboard().press("Shift+F10");
        Browser.screenshot(page, "tabs-menu-dark");
        choose("Close all");
        assertThat(tabs).hasCount(0);
    }

    private Locator front() {
        return page.locator(".sl-task-tab[aria-selected=true]");
    }

    private Locator row(String kind, String name) {
        return page.locator(".sl-palette-row:has(.sl-palette-kind:text-is('" + kind + "'))")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private void choose(String entry) {
        page.locator(".sl-menu-item:has(.sl-menu-text:text-is('" + entry + "'))")
                .press("Enter");
    }

    private void palette(String query) {
        page.keyboard().press("Control+k");
        page.locator(".sl-palette-field").fill(query);
        assertThat(page.locator(".sl-palette-row mark").first()).isVisible();
    }
}
