package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sluice.script.ScriptDocument;
import io.sluice.script.SyncTask;
import io.sluice.testing.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps between reader and writer are added, filled in, reordered and looked at, in the form. */
class ProcessingIT extends StudioSession {
    private static void stepsAre(StudioPage studio, String... names) {
        studio.page().waitForCondition(() -> steps(studio).equals(List.of(names)));
    }

    private static List<String> steps(StudioPage studio) {
        return SyncTask.maps(ScriptDocument.parse(studio.text())).stream()
                .map(SyncTask.Step::name)
                .toList();
    }

    private static void add(Page page, String stepType) {
        page.locator("#processing-add vaadin-menu-bar-button").first().click();
        page.locator("#processing-add-" + stepType).click();
    }

    private static void fill(Locator card, String label, String text) {
        Locator row = card.locator(".sl-formrow:visible:has(> label span:text-is('" + label + "'))")
                .first();
        Locator input = row.locator("input, textarea").first();
        input.fill(text);
        input.press("Tab");
    }

    @Test
    void stepsAreAddedSeenOnRowsAndReorderedByKeyboard() {
        StudioPage studio = visit();
        studio.open("Orders to CSV");
        studio.look("Form");
        page.locator("#preview-rows").click();
        assertThat(page.locator(".sl-preview tbody tr")).hasCount(50);
        assertThat(page.locator(".sl-preview .sl-null").first()).isVisible();
        Browser.screenshot(page, "preview");
        assertThat(studio.dock("preview")).hasAttribute("aria-selected", "true");
        page.locator("#dock-fold").click();

        page.locator("#processing-rows").click();
        add(page, "filter");
        Locator filter = page.locator(".sl-mapstep").nth(0);
        fill(filter, "Column", "status");
        fill(filter, "Value", "paid");
        assertThat(filter.locator("tr.filtered").first()).isVisible();

        add(page, "stringreplace");
        Locator replace = page.locator(".sl-mapstep").nth(1);
        fill(replace, "Column", "currency");
        fill(replace, "Search for", "EUR");
        fill(replace, "Replace by", "€");
        assertThat(replace.locator("td.changed").first()).hasText("€");
        Browser.screenshot(page, "processing");
        stepsAre(studio, "Filter", "StringReplace");
        studio.holds("// a name from the list of data sources");

        replace.locator(".sl-mapstep-fold").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(page.locator(".sl-mapstep").nth(0)).hasAttribute("aria-label", "Step 1 of 2: StringReplace");
        stepsAre(studio, "StringReplace", "Filter");
        assertThat(page.locator(".sl-mapstep").nth(0).locator(".sl-mapstep-fold"))
                .isFocused();
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        Browser.screenshot(page, "processing-dark");

        page.locator(".sl-mapstep-delete").nth(1).click();
        assertThat(page.locator(".sl-mapstep")).hasCount(1);
        stepsAre(studio, "StringReplace");
    }
}
