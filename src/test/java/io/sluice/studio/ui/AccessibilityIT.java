package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import io.sluice.testing.Axe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every screen and what opens on it, looked at by axe-core in both themes. What needs more to come about is looked at by
 * the test that brings it about.
 */
class AccessibilityIT extends StudioSession {
    private static final Path JOBS = Path.of("src/test/resources/datax");
    private static final Path PRICES = Path.of("src/main/resources/demo/prices-to-shop.json");
    private static final String DIALOG = "vaadin-dialog[opened]";
    private static final String MENU = "vaadin-context-menu-list-box";

    @Test
    void formAndItsDialogs() {
        StudioPage studio = visit();
        Axe.check(page, ".sl-nothing");
        studio.open("Supplier prices to shop");
        studio.look("Form");
        assertThat(page.locator(".sl-map-kind:visible").first()).isVisible();
        addStep();
        page.locator("#form-writer vaadin-details-summary").last().click();
        Axe.check(page);
        page.locator("#mapping-grid").click();
        Axe.check(page, "#form-mapping");
        page.locator("#mapping-lines").click();
        page.locator(".sl-map-kind:visible").first().click();
        Axe.check(page, "#form-mapping");
        page.keyboard().press("Escape");
        page.locator("#mapping-add").click();
        Axe.check(page, MENU);
        page.locator("vaadin-context-menu-item").nth(1).click();
        dialog();
        page.locator("#preview-rows").click();
        assertThat(page.locator(".sl-preview tbody tr").first()).isVisible();
        Axe.check(page, ".sl-dock");
        page.locator("#dock-fold").click();
        page.locator("#form-writer").getByText("Create table…").click();
        assertThat(page.locator(".sl-createtable textarea")).isVisible();
        dialog();
        page.locator("#form-writer .sl-formrow input").first().click();
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText("New MySQL"))
                .click();
        assertThat(page.locator(DIALOG + " .sl-drawer")).isVisible();
        dialog();
    }

    private void addStep() {
        page.locator("#processing-add vaadin-menu-bar-button").first().click();
        Axe.check(page, "vaadin-menu-bar-list-box");
        page.locator("#processing-add-mask").click();
        assertThat(page.locator(".sl-mapstep")).hasCount(1);
    }

    @Test
    void everyKindOfStep() {
        StudioPage studio = visitTask("kinds_of_steps", "stepwise");
        studio.write(SHOP_SCRIPT);
        studio.look("Form");
        Locator add = page.locator("#processing-add vaadin-menu-bar-button").first();
        add.click();
        int kinds = page.locator("[id^=processing-add-]").count();
        for (int kind = 0; kind < kinds; kind++) {
            page.locator("[id^=processing-add-]").nth(kind).click();
            assertThat(page.locator(".sl-mapstep")).hasCount(kind + 1);
            add.click();
        }
        page.keyboard().press("Escape");
        page.locator(".sl-mapstep vaadin-details-summary").last().click();
        Axe.check(page, "#form-processing");
    }

    private void dialog() {
        assertThat(page.locator(DIALOG)).hasCount(1);
        Axe.check(page, DIALOG);
        page.keyboard().press("Escape");
        assertThat(page.locator(DIALOG)).hasCount(0);
    }

    @Test
    void scriptAndItsVersions() {
        StudioPage studio = visit();
        studio.open("Orders to CSV");
        studio.tool("submit").click();
        assertThat(page.locator("#submit-comment")).isVisible();
        Axe.check(page, DIALOG);
        studio.answerDialog("As it came");
        studio.look("Script");
        assertThat(page.locator("sluice-script-editor .view-line").first()).isVisible();
        studio.write(studio.text().replace("\"category\": \"reader\"", "\"category\": \"raeder\""));
        studio.dock("problems").click();
        assertThat(page.locator(".sl-finding").first()).isVisible();
        studio.look("Split");
        Axe.check(page, ".sl-surface");
        page.locator("#properties-versions").click();
        page.locator(".sl-version-compare").first().click();
        assertThat(page.locator("sluice-script-diff[ready]")).isVisible();
        Axe.check(page, ".sl-dock");
        Axe.check(page, ".sl-versions");
        studio.tool("template").click();
        assertThat(page.locator("#template-source-type")).isVisible();
        dialog();
    }

    @Test
    void whatHasChanged() {
        StudioPage studio = visitScript("changed", ColorScheme.LIGHT, SHOP_SCRIPT);
        studio.tool("submit").click();
        studio.answerDialog("As it was");
        studio.write(SHOP_SCRIPT
                .replace("\"where\": \"\"", "\"where\": \"id > 3\"")
                .replace("ZeroTolerance", "Ignore")
                .replace("\"concurrent\": 1", "\"concurrent\": 4"));
        studio.dock("diff").click();
        changes();
        assertThat(page.locator(".sl-compare-words")).containsText("id > 3");
        Axe.check(page, ".sl-dock");
        studio.tool("submit").click();
        assertThat(page.locator(".sl-submit-changes")).containsText("id > 3");
        Axe.check(page, DIALOG);
        studio.answerDialog("Fewer rows");
        page.locator("#properties-versions").click();
        assertThat(page.locator(".sl-version")).hasCount(2);
        page.locator(".sl-version-compare").last().click();
        changes();
        Axe.check(page, ".sl-dock");
        Axe.check(page, ".sl-versions");
        page.setViewportSize(1024, 768);
        changes();
        Axe.check(page, ".sl-dock");
    }

    private void changes() {
        assertThat(page.locator("sluice-script-diff[ready] .line-delete, sluice-script-diff[ready] .char-delete")
                        .first())
                .isAttached();
        assertThat(page.locator(".sl-change").first()).isVisible();
    }

    /** In a task of its own: what other tests change and do not save stays in those they share. */
    @Test
    void runAndWhatTheDockTellsOfIt() throws IOException {
        StudioPage studio = visitScript("prices", ColorScheme.LIGHT, Files.readString(PRICES));
        page.locator("#studio-run-more").click();
        Axe.check(page, MENU);
        page.keyboard().press("Escape");
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
        for (String tab : new String[] {"run", "log", "dirty", "history"}) {
            studio.dock(tab).click();
            assertThat(studio.dock(tab)).hasAttribute("aria-selected", "true");
            Axe.check(page, ".sl-dock");
        }
    }

    @Test
    void importPaletteAndMenus() {
        StudioPage studio = visit();
        studio.node("Sample shop").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        Axe.check(page, ".sl-menu");
        page.keyboard().press("Escape");
        studio.menu(studio.node("Data integration"), "Import jobs…");
        assertThat(page.locator(".sl-import-text textarea")).isVisible();
        Axe.check(page, DIALOG);
        page.locator("vaadin-upload input[type=file]").setInputFiles(JOBS.resolve("mysql-to-postgresql.json"));
        assertThat(page.locator(".sl-import-summary")).isVisible();
        dialog();
        studio.open("Orders to CSV");
        page.locator("#studio-more vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Export"))
                .click();
        dialog();
        page.keyboard().press("Control+k");
        page.locator(".sl-palette-field").fill("order");
        assertThat(page.locator(".sl-palette-row mark").first()).isVisible();
        Axe.check(page, "sluice-palette");
        page.keyboard().press("Escape");
        page.locator("#shell-help").click();
        assertThat(page.locator(".sl-shortcuts")).isVisible();
        dialog();
        page.locator(".sl-rail > button").last().click();
        Axe.check(page, MENU);
        page.navigate(workbench.url("/nowhere"));
        assertThat(page.locator("body")).containsText("no page here");
        Axe.check(page);
    }

    private void describedByWhatIsSaidBelow() {
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name)
                .hasAccessibleDescription(
                        page.locator(".sl-problem:visible").first().textContent());
        name.fill("described");
        name.press("Tab");
        assertThat(name).hasAccessibleDescription(Pattern.compile("^Scripts use this name: .*"));
    }

    @Test
    void dataSources() {
        visit();
        page.navigate(workbench.url("/data-sources"));
        assertThat(page.locator(".sl-namecell").first()).isVisible();
        Axe.check(page);
        page.locator(".sl-pagehead vaadin-button").last().click();
        assertThat(page.locator(".sl-typecard").first()).isVisible();
        dialog();
        page.navigate(workbench.url("/data-sources/new/mysql"));
        Locator foot = page.locator(".sl-drawerfoot vaadin-button");
        foot.last().click();
        assertThat(page.locator(".sl-problem:visible").first()).isVisible();
        Axe.check(page, ".sl-drawer");
        describedByWhatIsSaidBelow();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("nowhere");
        page.getByLabel("Host", new Page.GetByLabelOptions().setExact(true)).fill("127.0.0.1");
        page.getByLabel("Port", new Page.GetByLabelOptions().setExact(true)).fill("1");
        page.getByLabel("User", new Page.GetByLabelOptions().setExact(true)).fill("nobody");
        foot.first().click();
        assertThat(page.locator(".sl-layers")).isVisible();
        Axe.check(page, ".sl-drawer");
        page.navigate(workbench.url("/data-sources"));
        page.locator(".sl-namecell").first().click();
        page.locator(".sl-drawerhead vaadin-button").first().click();
        assertThat(page.locator(DIALOG)).hasCount(1);
        dialog();
    }
}
