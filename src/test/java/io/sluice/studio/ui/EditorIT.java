package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import org.junit.jupiter.api.Test;

/** What helps while a script is written: live suggestions, the guide, repairs. */
class EditorIT extends StudioSession {
    private Locator suggestions() {
        return page.locator(".suggest-widget.visible .monaco-list-row");
    }

    private Locator suggestion(String name) {
        return suggestions().filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void tablesAndColumnsOfTheLiveShopAreOffered() {
        StudioPage studio = visitScript("live", ColorScheme.LIGHT, SHOP_SCRIPT.replace("\"orders\"", "\"\""));
        studio.caret(11, column("        \"table\": \"", "\"table\": \""));
        page.keyboard().type("item");
        assertThat(suggestion("order_item")).isVisible();
        assertThat(suggestions()).hasCount(1);
        page.keyboard().press("Enter");
        studio.holds("\"table\": \"order_item\",");
        studio.caret(12, column("        \"column\": [\"id\"", "[\"id\""));
        page.keyboard().type(", \"");
        assertThat(suggestion("unit_price")).isVisible();
        assertThat(suggestion("unit_price")).containsText("DECIMAL");
        assertThat(suggestion("order_id")).containsText("INTEGER · key");
        Browser.screenshot(page, "editor-columns");
        page.keyboard().type("qua");
        assertThat(suggestions()).hasCount(1);
        page.keyboard().press("Enter");
        studio.holds("[\"id\", \"quantity\", \"total\"]");
    }

    @Test
    void wordsOfAFilterAndParametersAreOffered() {
        StudioPage studio = visitScript("filter", ColorScheme.DARK, SHOP_SCRIPT);
        studio.caret(13, column("        \"where\": \"", "\"where\": \""));
        page.keyboard().type("order");
        assertThat(suggestion("ordered_at")).isVisible();
        Browser.screenshot(page, "editor-filter-dark");
        page.keyboard().press("Enter");
        page.keyboard().type(" > '${");
        assertThat(suggestion("${bizdate}")).isVisible();
        page.keyboard().press("Enter");
        studio.holds("\"where\": \"ordered_at > '${bizdate}");
    }

    @Test
    void guideTellsOfTheKeyAtTheCaretAndCanBeFolded() {
        StudioPage studio = visitScript("guided", ColorScheme.LIGHT, SHOP_SCRIPT);
        Locator guide = page.locator(".sl-guide");
        studio.caret(11, 12);
        assertThat(guide.locator(".sl-guide-key")).hasText("table");
        assertThat(guide).containsText("t_[0-99] stands for 100 tables");
        Browser.screenshot(page, "editor-guide");
        studio.caret(18, 35);
        assertThat(guide.locator(".sl-guide-key")).hasText("strategy");
        assertThat(guide).containsText("The first dirty record fails the task.");
        page.locator("#guide-fold").click();
        assertThat(guide.locator(".sl-guide-key")).isHidden();
        page.reload();
        assertThat(page.locator("#guide-unfold")).isVisible();
        page.locator("#guide-unfold").click();
        assertThat(guide.locator(".sl-guide-key")).isVisible();
    }

    @Test
    void problemsAreRepairedFromTheirListAndFromTheEditor() {
        StudioPage studio = visitScript(
                "repaired",
                ColorScheme.LIGHT,
                SHOP_SCRIPT.replace("\"where\": \"\"", "\"wher\": \"id > 1\",").replace("\"total\"]", "“total”]"));
        studio.dock("problems").click();
        assertThat(page.locator(".sl-finding-code")).hasCount(3);
        Browser.screenshot(page, "editor-problems");
        page.locator(".sl-repair")
                .filter(new Locator.FilterOptions().setHasText("Use plain quotes"))
                .click();
        studio.holds("[\"id\", \"total\"]");
        assertThat(page.locator(".sl-finding-code")).hasCount(2);
        studio.caret(13, 12);
        page.keyboard().press("Control+.");
        Locator fix = page.locator(".action-widget .monaco-list-row");
        assertThat(fix.filter(new Locator.FilterOptions().setHasText("Write where")))
                .isVisible();
        Browser.screenshot(page, "editor-fix");
        assertThat(fix.filter(new Locator.FilterOptions().setHasText("Repair all 2 places")))
                .isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        studio.holds("\"where\": \"id > 1\"\n");
        assertThat(page.locator(".sl-finding-code")).hasCount(0);
        studio.caret(1, 2);
        page.keyboard().press("Control+z");
        studio.holds("\"wher\": \"id > 1\",");
    }
}
