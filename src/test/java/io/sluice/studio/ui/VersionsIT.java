package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Versions of a task in a browser: made, compared in words and lines, and brought back. */
class VersionsIT extends StudioSession {
    private static final String TASK = """
            {
              // copies the orders of the shop
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "sqlite",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {"datasource": "shop", "table": "orders", "column": ["id", "status"]}
                },
                {
                  "stepType": "sqlite",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {
                    "datasource": "shop",
                    "table": "orders_copy",
                    "writeMode": "insert",
                    "column": ["id", "status"]
                  }
                }
              ],
              "setting": {
                "errorLimit": {"strategy": "ZeroTolerance"},
                "speed": {"concurrent": 3, "throttle": false}
              },
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;
    private static final String NEXT = TASK.replace("\"insert\"", "\"replace\"")
            .replace("orders_copy", "orders_2024")
            .replace("\"concurrent\": 3", "\"concurrent\": 8")
            .replace("\"writeMode\"", "\"preSql\": [\"delete from orders_2024\"],\n        \"writeMode\"");

    @Test
    void versionsAreSubmittedComparedAndRestored() {
        StudioPage studio = visitTask("versions", "orders_daily");
        studio.write(TASK);
        submit(studio, "First load");
        page.locator("#properties-versions").click();
        assertThat(page.locator(".sl-version")).hasCount(1);
        studio.write(NEXT);
        studio.tool("submit").click();
        Locator changes = page.locator(".sl-submit-changes");
        assertThat(changes).containsText("Write mode insert → replace");
        assertThat(changes).containsText("Deletes and inserts rows that exist");
        assertThat(changes).containsText("Table of Writer: orders_copy → orders_2024");
        assertThat(changes).containsText("Concurrency 3 → 8");
        assertThat(changes).containsText("The table is emptied before loading");
        assertThat(changes.locator(".sl-change.dangerous")).hasCount(3);
        Browser.screenshot(page, "versions-submit");
        studio.answerDialog("Into the new table");
        assertThat(page.locator(".sl-version")).hasCount(2);
        assertThat(page.locator(".sl-version").first()).containsText("Into the new table");
        assertThat(page.locator(".sl-version").first()).containsText(StudioPage.USER);
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        Browser.screenshot(page, "versions-panel");
        compares(studio);
        restores(studio);
    }

    private void compares(StudioPage studio) {
        studio.write(NEXT.replace("\"concurrent\": 8", "\"concurrent\": 4"));
        page.locator(".sl-version-compare").last().click();
        Locator dialog = page.locator(".sl-compare-panel");
        assertThat(studio.dock("diff")).hasAttribute("aria-selected", "true");
        assertThat(dialog).containsText("Concurrency 3 → 4");
        assertThat(dialog.locator("sluice-script-diff[ready] .line-insert").first())
                .isVisible();
        Browser.screenshot(page, "versions-compare");
        page.locator("#compare-to").click();
        option("Version 2").click();
        assertThat(dialog).containsText("Concurrency 3 → 8");
        page.locator("#compare-from").click();
        option("Version 2").click();
        assertThat(dialog).containsText("The texts are equal.");
        page.locator("#compare-from").click();
        option("As saved").click();
        page.locator("#compare-to").click();
        option("Current text").click();
        assertThat(dialog).containsText("Concurrency 8 → 4");
        studio.write(NEXT.replace("\"concurrent\": 8", "\"concurrent\": 5"));
        assertThat(dialog).containsText("Concurrency 8 → 5");
        studio.write(NEXT.replace("\"concurrent\": 8", "\"concurrent\": 4"));
        page.locator("#dock-fold").click();
        assertThat(dialog).not().isVisible();
    }

    private Locator option(String name) {
        return page.locator("vaadin-select-list-box vaadin-select-item:visible").filter(containing(name));
    }

    private void restores(StudioPage studio) {
        page.locator(".sl-version-restore").last().click();
        page.waitForCondition(() -> studio.text().equals(TASK));
        assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
        studio.caret(1, 1);
        page.keyboard().press("Control+z");
        page.waitForCondition(() -> studio.text().contains("\"concurrent\": 4"));
        page.keyboard().press("Control+y");
        page.waitForCondition(() -> studio.text().equals(TASK));
        studio.tool("save").click();
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        assertThat(page.locator(".sl-version")).hasCount(2);
    }

    @Test
    void errorsAndUnchangedTextsMakeNoVersion() {
        StudioPage studio = visitTask("refusals", "no_version", ColorScheme.DARK);
        studio.write(TASK.replace("\"category\": \"writer\"", "\"category\": \"wirter\""));
        assertThat(page.locator(".sl-saved")).containsText("error");
        studio.tool("submit").click();
        assertThat(page.locator(".sl-notice").filter(containing("Submit"))).isVisible();
        assertThat(page.locator(".sl-submit-changes")).hasCount(0);
        studio.write(TASK);
        submit(studio, "");
        assertThat(page.locator(".sl-notice").filter(containing("Submit")))
                .not()
                .isVisible();
        studio.tool("submit").click();
        assertThat(page.getByText("Nothing has changed since version 1.")).isVisible();
        studio.write(NEXT);
        page.keyboard().press("Control+Shift+s");
        assertThat(page.locator(".sl-submit-changes")).containsText("Concurrency 3 → 8");
        Browser.screenshot(page, "versions-submit-dark");
        studio.answerDialog("By keyboard");
        page.locator("#properties-versions").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".sl-version")).hasCount(2);
        page.locator(".sl-version-compare").last().click();
        assertThat(page.locator(".sl-compare-body")).containsText("Concurrency 3 → 8");
        assertThat(page.locator("sluice-script-diff[ready] .line-delete").first())
                .isVisible();
        Browser.screenshot(page, "versions-compare-dark");
        page.locator("#compare-restore").click();
        page.waitForCondition(() -> studio.text().equals(TASK));
        Browser.screenshot(page, "versions-panel-dark");
    }

    @Test
    void panelFollowsTheTaskInFront() {
        StudioPage studio = visitTask("fronts", "with_version");
        studio.write(TASK);
        submit(studio, "only here");
        page.locator("#properties-versions").click();
        assertThat(page.locator(".sl-version")).hasCount(1);
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "without_version");
        assertThat(page.locator(".sl-version")).hasCount(0);
        assertThat(page.locator(".sl-version-none")).isVisible();
        studio.open("with_version");
        assertThat(page.locator(".sl-version")).containsText("only here");
        page.locator("#properties-versions").click();
        assertThat(page.locator(".sl-versions")).not().isVisible();
    }

    private static void submit(StudioPage studio, String comment) {
        studio.tool("submit").click();
        studio.answerDialog(comment);
        assertThat(studio.page().locator(".sl-saved")).hasText(Pattern.compile("Saved .*"));
        assertThat(studio.page()
                        .getByText(Pattern.compile("Version \\d+ of .* submitted"))
                        .last())
                .isVisible();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
