package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sluice.testing.Browser;
import org.junit.jupiter.api.Test;

/** What a form offers for files, which have no tables, no keys and no statements, and what it says of the rest. */
class FileFormIT extends StudioSession {
    private StudioPage studio;

    private Locator addition(String name) {
        page.locator("#mapping-add").click();
        return page.locator("vaadin-context-menu-item:visible", new Page.LocatorOptions().setHasText(name));
    }

    private void show(String section) {
        page.evaluate("id => document.getElementById(id).scrollIntoView()", "form-" + section);
    }

    @Test
    void aFileIsPreviewedMappedTriedProfiledProcessedAndPromised() {
        studio = visit();
        studio.open("Supplier prices to shop");
        studio.look("Form");
        assertThat(page.locator("#form-reader .sl-endnote"))
                .containsText("a step of the processing can leave out rows");
        page.locator("#preview-rows").click();
        assertThat(page.locator(".sl-preview tbody tr")).hasCount(50);
        page.locator("#dock-fold").click();
        addsAConstantOfTwoLines();
        page.locator("#mapping-profile").click();
        assertThat(page.locator("#mapping-profiled")).containsText("1,600 rows looked at, every value fits.");
        page.locator("#processing-rows").click();
        page.locator("#processing-add vaadin-menu-bar-button").first().click();
        page.locator("#processing-add-mask").click();
        Locator step = page.locator(".sl-mapstep");
        Locator columns = step.locator(".sl-formrow").first().locator("input");
        columns.fill("supplier");
        columns.press("Enter");
        assertThat(step.locator("td.changed").first()).isVisible();
        show("processing");
        Browser.screenshot(page, "file-processing");
        assertThat(page.locator(".sl-promise")).containsText("Effectively once by key");
    }

    private void addsAConstantOfTwoLines() {
        show("mapping");
        assertThat(addition("Functions and expressions")).isDisabled();
        Browser.screenshot(page, "file-additions");
        page.keyboard().press("Escape");
        addition("Constant").click();
        assertThat(page.locator(".sl-dialog-text")).containsText("as it is typed here");
        page.locator("#mapping-add-value textarea").fill("two\nlines");
        page.locator("#mapping-try").click();
        assertThat(page.locator("#mapping-tried")).containsText("two ↵ lines");
        Browser.screenshot(page, "file-constant");
        page.locator("#mapping-answer").click();
        assertThat(page.locator(".sl-map-source .sl-map-row").last()).containsText("'two ↵ lines'");
    }
}
