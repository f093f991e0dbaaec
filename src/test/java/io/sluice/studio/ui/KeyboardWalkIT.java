package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.sluice.testing.Keyboard;
import org.junit.jupiter.api.Test;

/** From signing in to a corrected record and back to an earlier version, by keyboard alone; the focus is seen throughout. */
class KeyboardWalkIT extends StudioSession {
    private Keyboard keys;
    private StudioPage studio;

    @Test
    void everyPathOfATask() {
        signIn();
        makeDataSource();
        makeTask();
        chooseEnds();
        map();
        addStep();
        channel();
        run();
        correctAndReplay();
        versions();
        scriptAndBack();
        paletteAndHelp();
    }

    private void signIn() {
        page = browser.page();
        page.navigate(workbench.url("/"));
        keys = new Keyboard(page);
        studio = new StudioPage(page);
        keys.comesTo("vaadin-text-field");
        keys.type(StudioPage.USER);
        keys.tabTo("vaadin-password-field");
        keys.type(StudioPage.PASSWORD);
        keys.press("Enter");
        page.locator(".sl-tnode").first().waitFor();
    }

    private void makeDataSource() {
        keys.tabTo(".sl-railitem[href=data-sources]");
        keys.press("Enter");
        keys.tabTo(".sl-pagehead vaadin-button[theme~=primary]");
        keys.press("Enter");
        keys.comesTo("vaadin-dialog vaadin-text-field");
        keys.type("sqlite");
        assertThat(page.locator(".sl-typecard:visible")).hasCount(1);
        keys.tabTo(".sl-typecard");
        keys.press("Enter");
        keys.comesTo(".sl-drawer vaadin-text-field");
        keys.type("by_keys");
        keys.press("Tab");
        keys.type("demo/shop.db");
        keys.tabTo(".sl-drawerfoot vaadin-button");
        keys.press("Enter");
        assertThat(page.locator(".sl-layers")).isVisible();
        keys.tabTo(".sl-drawerfoot vaadin-button[theme~=primary]");
        keys.press("Enter");
        keys.comesTo(".sl-drawer");
        assertThat(page.locator(".sl-namecell")).hasCount(2);
    }

    private void makeTask() {
        keys.press("F6");
        keys.backTo(".sl-rail a:first-of-type");
        keys.press("Enter");
        page.locator(".sl-tnode").first().waitFor();
        keys.tabTo(".sl-tree-list");
        keys.press("Home", "ArrowDown", "ArrowDown", "Shift+F10");
        assertThat(page.locator(".sl-menu")).hasCount(1);
        keys.press("Enter");
        assertThat(page.locator(".sl-menu")).hasCount(2);
        keys.press("Enter");
        assertThat(page.locator(".sl-menu")).hasCount(3);
        keys.press("Enter");
        keys.comesTo("#new-task-name");
        keys.type("walk");
        keys.press("Enter");
        studio.editorReady("walk");
        keys.comesTo(".sl-tree-list");
    }

    private void chooseEnds() {
        keys.tabTo("#form-reader input");
        choose("by_keys");
        assertThat(page.locator("#form-reader .sl-tablefield")).isVisible();
        keys.tabTo("#form-reader .sl-tablefield input");
        choose("customer");
        keys.tabTo("#form-writer input");
        choose("by_keys");
        assertThat(page.locator("#form-writer .sl-tablefield")).isVisible();
        keys.tabTo("#form-writer .sl-tablefield input");
        keys.type("customer_walk");
        keys.press("Tab");
        keys.tabTo("#form-writer .sl-endfoot > vaadin-button");
        keys.press("Enter");
        assertThat(page.locator(".sl-createtable textarea")).isVisible();
        keys.tabTo("vaadin-dialog vaadin-button[theme~=primary]");
        keys.press("Enter");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        keys.comesTo("#form-writer .sl-endfoot > vaadin-button");
    }

    private void choose(String text) {
        keys.type(text);
        assertThat(page.locator("vaadin-combo-box-item:visible")
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
        keys.press("Enter");
    }

    private void map() {
        keys.tabTo("#mapping-by-name");
        assertThat(page.locator(".sl-map-kind:visible").first()).isVisible();
        keys.press("Enter");
        keys.tabTo("#mapping-lines");
        keys.press("ArrowRight");
        keys.comesTo("#mapping-grid");
        assertThat(page.locator("#mapping-grid")).hasAttribute("aria-checked", "true");
        keys.tabTo(".sl-map-grid");
        keys.press("End", "Delete");
        assertThat(page.locator("#mapping-unmapped")).isVisible();
        keys.press("Enter");
        keys.comesTo(".sl-map-find");
        keys.type("newsletter");
        keys.press("Enter");
        keys.comesTo(".sl-map-grid");
        assertThat(page.locator("#mapping-unmapped")).isHidden();
    }

    /** A step that every record fails in, so that there is something to correct. */
    private void addStep() {
        keys.tabTo("#processing-add");
        keys.press("Enter");
        keys.comesTo("vaadin-menu-bar-item");
        for (int entry = 0; entry < 60 && !keys.isAt("#processing-add-cast"); entry++) {
            keys.press("ArrowDown");
        }
        keys.comesTo("#processing-add-cast");
        keys.press("Enter");
        keys.comesTo(".sl-mapstep");
        keys.tabTo(".sl-mapstep-body input");
        keys.type("name");
        keys.press("Tab");
        keys.type("int64");
        keys.press("Tab");
    }

    private void channel() {
        keys.tabTo(".sl-channel input");
        keys.press("Control+a");
        keys.type("2");
        keys.tabTo(".sl-channel vaadin-select");
        keys.press("Enter");
        keys.comesTo("vaadin-select-item");
        keys.press("End", "Enter");
        keys.comesTo(".sl-channel vaadin-select");
        keys.press("Control+s");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
    }

    private void run() {
        keys.press("Control+Enter");
        studio.runStateIs("Succeeded");
        part(".sl-dock");
        keys.backTo("#dock-run");
        keys.press("ArrowRight");
        keys.comesTo("#dock-log");
        assertThat(studio.dock("log")).hasAttribute("aria-selected", "true");
        keys.press("ArrowRight");
        keys.comesTo("#dock-dirty");
    }

    private void correctAndReplay() {
        assertThat(page.locator(".sl-dg-row .sl-dg-cell").first()).isVisible();
        keys.tabTo(".sl-dg-row .sl-dg-cell");
        keys.press("ArrowRight", "F2");
        keys.comesTo(".sl-dg-input");
        keys.press("Control+a");
        keys.type("12");
        keys.press("Enter");
        assertThat(page.locator(".sl-dg-cell.corrected")).hasCount(1);
        keys.backTo("#dirty-replay");
        keys.press("Enter");
        keys.comesTo("vaadin-confirm-dialog vaadin-button");
        keys.press("Enter");
        assertThat(page.locator(".sl-dirty-notice")).containsText("1 written, 0 dirty again");
        keys.comesTo("#dirty-replay");
        keys.backTo("#dock-dirty");
        keys.press("End");
        keys.comesTo("#dock-history");
    }

    private void versions() {
        keys.press("Control+Shift+S");
        keys.comesTo("#submit-comment");
        keys.type("first");
        keys.press("Enter");
        keys.comesTo("#dock-history");
        keys.tabTo("#properties-versions");
        keys.press("Enter");
        keys.comesTo(".sl-properties");
        keys.tabTo(".sl-version-compare");
        keys.press("Enter");
        keys.comesTo("#dock-diff");
        assertThat(page.locator(".sl-compare-panel")).isVisible();
        part(".sl-properties");
        keys.tabTo(".sl-version-restore");
        keys.press("Enter");
        keys.backTo(".sl-properties-head vaadin-button");
        keys.press("Enter");
        keys.comesTo("#properties-versions");
    }

    private void scriptAndBack() {
        part(".sl-toolbar");
        keys.backTo(".sl-toolbar .sl-segment");
        keys.press("End");
        keys.comesTo(".sl-segment:last-child");
        keys.press("Enter");
        keys.comesTo("vaadin-dialog");
        keys.tabTo("#script-mode-switch");
        keys.press("Enter");
        keys.comesTo(".sl-segment:last-child");
        part("sluice-script-editor");
        keys.press("Control+End");
        part(".sl-toolbar");
        keys.press("Home");
        keys.comesTo(".sl-segment:first-child");
        keys.press("Enter");
        assertThat(page.locator("sluice-form-pane")).isVisible();
    }

    private void paletteAndHelp() {
        keys.press("Control+k");
        keys.comesTo(".sl-palette-field");
        keys.type("orders");
        keys.press("Escape");
        keys.comesTo(".sl-segment:first-child");
        keys.press("?");
        keys.comesTo("vaadin-dialog");
        keys.press("Escape");
        keys.comesTo(".sl-segment:first-child");
    }

    /** Goes to a part of the screen by the key for that. */
    private void part(String selector) {
        for (int press = 0; press < 12 && !keys.isAt(selector); press++) {
            keys.press("F6");
        }
        keys.comesTo(selector);
    }
}
