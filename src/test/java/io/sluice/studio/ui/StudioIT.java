package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a user does in Data Studio, against the packaged product. */
class StudioIT extends StudioSession {
    private static final String STREAM = """
            {
              // random rows, at a pace that leaves time to look
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "stream",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "column": [{"type": "long", "random": "1,1000"}, {"type": "string", "value": "${bizdate}"}],
                    "sliceRecordCount": ROWS
                  }
                },
                {
                  "stepType": "stream",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {}
                }
              ],
              "setting": {
                "errorLimit": {"strategy": "ZeroTolerance"},
                "speed": {"concurrent": 2, "throttle": false, "record": 20000}
              },
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;
    private static final String MISSING_FILE = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "txtfile",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "path": "no-such-file.csv",
                    "column": ["*"]
                  }
                },
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1, "throttle": false}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    /** Goes back in the very moment in which the address of the next step appears. */
    private static final String BACK_WITH_THE_NEXT_STEP = """
            () => {
                const push = history.pushState;
                history.pushState = function (...step) {
                    history.pushState = push;
                    push.apply(history, step);
                    window.addEventListener("popstate", () => (window.wentBack = true), { once: true });
                    history.back();
                };
            }
            """;

    @Test
    void demoTasksRunAtOnce() {
        StudioPage studio = visit();
        Locator tasks = page.locator(".sl-tnode[data-kind=TASK]");
        tasks.nth(1).waitFor();
        List<String> names = tasks.locator(".sl-tnode-name").allInnerTexts().subList(0, 2);
        for (String name : names) {
            studio.open(name);
            studio.tool("run").click();
            studio.runStateIs("Succeeded");
            assertThat(studio.node(name).locator(".sl-state-ok")).isVisible();
            Browser.screenshot(page, "studio-demo-" + (names.indexOf(name) + 1));
        }
    }

    @Test
    void treeCreatesRenamesMovesDeletesAndFinds() {
        StudioPage studio = visit();
        studio.createFlow("warehouse");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        studio.menu(section, "Create", "Folder…");
        studio.answerDialog("daily");
        studio.createTask(section, "stock_levels");
        studio.node("stock_levels").click();
        page.keyboard().press("F2");
        page.locator(".sl-tree-rename").fill("stock_daily");
        page.locator(".sl-tree-rename").press("Enter");
        assertThat(studio.node("stock_daily")).isVisible();
        assertThat(page.locator(".sl-tab-name")).hasText("stock_daily");
        studio.node("stock_daily").dragTo(studio.node("daily"));
        assertThat(studio.node("stock_daily")).hasAttribute("aria-level", "5");
        Browser.screenshot(page, "studio-tree");
        page.locator(".sl-tree-filter input").fill("stock_d");
        assertThat(page.locator(".sl-tnode[data-kind=TASK]")).hasCount(1);
        page.locator(".sl-tree-filter input").press("Escape");
        studio.menu(studio.node("stock_daily"), "Delete");
        assertThat(studio.node("stock_daily")).hasCount(0);
        page.getByText("Undo").click();
        assertThat(studio.node("stock_daily")).isVisible();
    }

    @Test
    void addressNamesTheTaskAndTheBackButtonReturns() {
        StudioPage studio = visit();
        studio.createFlow("links");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        studio.createForm(section, "first_task");
        page.waitForURL(Pattern.compile(".*/studio/[-0-9a-f]{36}"));
        String first = page.url();
        studio.createForm(section, "second_task");
        assertThat(page).not().hasURL(first);
        page.goBack();
        studio.editorReady("first_task");
        studio.settled();
        assertThat(page).hasURL(first);
        page.reload();
        studio.editorReady("first_task");
        assertThat(page.locator(".sl-tab-name")).hasText(new String[] {"first_task", "second_task"});
        page.locator(".sl-task-tab")
                .nth(1)
                .click(new Locator.ClickOptions().setButton(com.microsoft.playwright.options.MouseButton.MIDDLE));
        assertThat(page.locator(".sl-tab-name")).hasText(new String[] {"first_task"});
    }

    @Test
    void backButtonIsHeardEvenWhileATaskOpens() {
        StudioPage studio = visit();
        studio.createFlow("hurry");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        studio.createTask(section, "one_task");
        studio.createTask(section, "two_task");
        studio.open("one_task");
        studio.settled();
        page.evaluate(BACK_WITH_THE_NEXT_STEP);
        studio.node("two_task").click();
        page.waitForFunction("() => window.wentBack");
        studio.editorReady("one_task");
    }

    @Test
    void editorCompletesExplainsMarksFormatsAndSaves() {
        StudioPage studio = visitTask("editing", "edited");
        studio.write(STREAM.replace("ROWS", "10").replace("\"category\": \"writer\"", "\"category\":    \"wirter\""));
        studio.dock("problems").click();
        assertThat(page.locator(".sl-finding").filter(containing("S011"))).isVisible();
        assertThat(page.locator(".squiggly-error").first()).isVisible();
        Browser.screenshot(page, "studio-problems");
        page.locator(".sl-finding").filter(containing("S011")).first().click();
        assertThat(page.locator(".sl-place")).containsText("Ln 18");
        studio.write(STREAM.replace("ROWS", "10").replace("\"type\": \"job\"", "\"type\":     \"job\""));
        assertThat(page.locator(".sl-finding")).hasCount(0);
        studio.tool("format").click();
        studio.holds("\"type\": \"job\"", "// random rows, at a pace that leaves time to look");
        studio.caret(1, 2);
        page.keyboard().press("Control+z");
        studio.holds("\"type\":     \"job\"");
        completes(studio);
        page.locator(".view-line span")
                .filter(containing("\"sliceRecordCount\""))
                .last()
                .hover();
        assertThat(page.locator(".monaco-hover").filter(containing("Records of each channel")))
                .isVisible();
        studio.caret(1, 2);
        page.keyboard().press("Control+s");
        assertThat(page.locator(".sl-saved")).containsText("Saved");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
    }

    private void completes(StudioPage studio) {
        studio.caret(12, 1);
        page.keyboard().press("End");
        page.keyboard().type(",\n\"se");
        Locator seed = page.locator(".suggest-widget .monaco-list-row").filter(containing("seed"));
        assertThat(seed.first()).isVisible();
        double caret = page.locator(".monaco-editor .cursor").first().boundingBox().x;
        assertThat(seed.first().boundingBox().x).isBetween(caret - 100, caret + 100);
        Browser.screenshot(page, "studio-completion");
        page.keyboard().press("Escape");
        studio.write(STREAM.replace("ROWS", "10"));
    }

    @Test
    void importTemplateWritesACommentedSkeleton() {
        StudioPage studio = visitTask("templates", "from_template");
        studio.tool("template").click();
        choose("template-source-type", "Stream");
        choose("template-target-type", "Text file");
        Browser.screenshot(page, "studio-template");
        page.getByText("Replace script").click();
        studio.holds("\"txtfile\"", "\"sliceRecordCount\"", "// ");
        assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
    }

    @Test
    void nobodyIsAskedForParametersOfATaskThatCannotRun() {
        StudioPage studio = visitTask("blocked", "cannot_run");
        studio.write(STREAM.replace("ROWS", "10").replace("\"writer\"", "\"wirter\""));
        studio.tool("run-more").click();
        page.locator("#studio-run-parameters").click();
        assertThat(page.locator(".sl-finding")).hasCount(3);
        assertThat(page.getByText("The task has 3 problems")).isVisible();
        assertThat(page.locator(".sl-fields")).hasCount(0);
        Browser.screenshot(page, "studio-blocked-parameters");
        studio.tool("run").click();
        assertThat(page.locator(".sl-fields")).hasCount(0);
    }

    @Test
    void runAsksForParametersStaysLiveElsewhereAndStops() {
        StudioPage studio = visitTask("runs", "slow");
        studio.write(STREAM.replace("ROWS", "5000000"));
        studio.tool("run").click();
        studio.answerDialog("20261119");
        studio.runStateIs("Running");
        assertThat(page.locator(".sl-run-head")).containsText("bizdate 20261119");
        assertThat(page.locator(".sl-status")).containsText("1 running");
        assertThat(page.locator(".sl-chart-line")).isVisible();
        assertThat(studio.log()).containsText("Splits: 2");
        Browser.screenshot(page, "studio-run");
        Axe.check(page, ".sl-dock");
        page.reload();
        studio.runStateIs("Running");
        assertThat(studio.log()).containsText("Splits: 2");
        Page elsewhere = browser.page(ColorScheme.DARK);
        StudioPage.signIn(elsewhere, workbench);
        StudioPage other = StudioPage.come(elsewhere, page.url());
        other.runStateIs("Running");
        assertThat(elsewhere.locator(".sl-chart-line")).isVisible();
        Browser.screenshot(elsewhere, "studio-run-dark");
        stops(studio);
        assertThat(page.locator(".sl-status")).containsText("Nothing is running");
        other.runStateIs("Stopped");
        elsewhere.context().close();
    }

    private static void stops(StudioPage studio) {
        long asked = System.nanoTime();
        studio.tool("stop").click();
        studio.runStateIs("Stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void historyKeepsEarlierRunsWithTheirLogs() {
        StudioPage studio = visitTask("history", "twice");
        studio.write(STREAM.replace("ROWS", "100"));
        for (String day : List.of("20261118", "20261119")) {
            studio.tool("run").click();
            studio.answerDialog(day);
            assertThat(page.locator(".sl-run-head")).containsText("bizdate " + day);
            studio.runStateIs("Succeeded");
        }
        studio.dock("history").click();
        Locator earlier = page.locator(".sl-history vaadin-grid-cell-content").filter(containing("bizdate 20261118"));
        Browser.screenshot(page, "studio-history");
        earlier.click();
        assertThat(page.locator(".sl-run-head")).containsText("bizdate 20261118");
        assertThat(studio.log()).containsText("succeeded");
    }

    @Test
    void failedRunNamesItsCauseAndLeadsToTheLine() {
        StudioPage studio = visitTask("failures", "broken");
        studio.write(MISSING_FILE);
        studio.tool("run").click();
        studio.runStateIs("Failed");
        assertThat(page.locator(".sl-failure-message")).containsText("no-such-file.csv");
        assertThat(page.locator(".sl-failure-code")).not().isEmpty();
        Browser.screenshot(page, "studio-failed");
        Axe.check(page, ".sl-dock");
        page.locator(".sl-line-link").click();
        assertThat(page.locator(".sl-place")).hasText(Pattern.compile("Ln (5|6|9|10), .*"));
        assertThat(studio.node("broken").locator(".sl-state-failed")).isVisible();
    }

    @Test
    void savingOverSomebodyElsesTextAsksFirst() {
        StudioPage studio = visitTask("conflicts", "shared");
        Page elsewhere = browser.page();
        StudioPage other = StudioPage.signIn(elsewhere, workbench);
        other.open("shared");
        other.write(STREAM.replace("ROWS", "1"));
        other.tool("save").click();
        assertThat(elsewhere.locator(".sl-task-tab.dirty")).hasCount(0);
        elsewhere.context().close();
        studio.write(STREAM.replace("ROWS", "2"));
        studio.tool("save").click();
        assertThat(page.locator(".sl-compare")).isVisible();
        Browser.screenshot(page, "studio-conflict");
        Axe.check(page, "vaadin-dialog[opened]");
        page.getByText("Take theirs").click();
        page.waitForCondition(() -> studio.text().contains("\"sliceRecordCount\": 1\n"));
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
    }

    private void choose(String field, String label) {
        page.locator("#" + field + " input").click();
        page.locator("vaadin-combo-box-item:not([hidden])")
                .filter(containing(label))
                .first()
                .click();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
