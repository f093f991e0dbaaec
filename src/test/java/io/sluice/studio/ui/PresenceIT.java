package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.testing.Workbench;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at one task, and a text that nobody had saved when browser and server died. */
class PresenceIT {
    private static final String MINE =
            "{\n  // mine\n  \"type\": \"job\",\n  \"version\": \"2.0\",\n  \"steps\": []\n}\n";
    private static final String MASK =
            "{\"stepType\": \"mask\", \"category\": \"map\", \"name\": \"Hide\", \"parameter\": {\"name\": [\"id\", \"status\"]}},";

    private static final String THEIRS = MINE.replace("mine", "theirs").replace("[]", "[{}]");

    /** A second person, with the password of the first. */
    private static final String ADA = """
            INSERT INTO app_user
            SELECT '00000000-0000-4000-8000-00000000ada0', 'ada', 'ada', 'Ada Lovelace', '', password_hash, FALSE,
                created_at FROM app_user
            """;

    private static final String JOINS = """
            INSERT INTO workspace_member
            SELECT workspace_id, '00000000-0000-4000-8000-00000000ada0', 'DEVELOPER', joined_at FROM workspace_member
            """;

    /** A screen that left without a word is there for 16 seconds more, and others look every five. */
    private static final LocatorAssertions.IsVisibleOptions UNHEARD_OF =
            new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    private static final String KEPT_HERE =
            "() => Object.keys(sessionStorage).filter(name => name.startsWith('sluice-unsent')).length";

    private static final String FIELDS_KEPT_HERE =
            "() => Object.keys(sessionStorage).filter(name => name.startsWith('sluice-unsent-fields')).length";

    private static final String DRAFTS = "SELECT COUNT(*) FROM task_draft WHERE text LIKE '%mine%'";

    @Test
    void twoPeopleSeeEachOtherAndNeverOverwriteSilently(@TempDir Path home) throws Exception {
        TestDatabase store = MariaDbServer.shared().database();
        try (Browser browser = Browser.start();
                Workbench workbench = start(home, store)) {
            Page mine = browser.page();
            StudioPage lin = StudioPage.signIn(mine, workbench);
            lin.createFlow("together");
            lin.createTask(mine.locator(".sl-tnode[data-kind=SECTION]").last(), "shared");
            lin.tool("save").click();
            assertThat(mine.locator(".sl-task-tab.dirty")).hasCount(0);
            assertThat(mine.locator(".sl-presence")).not().isVisible();
            store.run(ADA, JOINS);
            Page theirs = browser.page(ColorScheme.DARK);
            StudioPage ada = StudioPage.signIn(theirs, workbench, "ada");
            ada.open("shared");
            assertThat(theirs.locator(".sl-presence-text")).hasText("lin is here too");
            assertThat(mine.locator(".sl-presence-text")).hasText("Ada Lovelace is here too");
            Locator avatar = mine.locator(".sl-presence-person");
            String since = avatar.getAttribute("aria-label");
            assertThat(since).startsWith("Ada Lovelace, here since ");
            theirs.reload();
            ada.editorReady("shared");
            saysWhoSaved(lin, ada);
            assertThat(avatar).hasAttribute("aria-label", since);
            asksBeforeOverwriting(lin, ada);
            theirs.context().close();
            assertThat(mine.locator(".sl-presence")).not().isVisible(UNHEARD_OF);
        }
    }

    private static void saysWhoSaved(StudioPage lin, StudioPage ada) {
        ada.write(THEIRS);
        ada.tool("save").click();
        assertThat(ada.page().locator(".sl-task-tab.dirty")).hasCount(0);
        Locator notice = lin.page().locator(".sl-notice").filter(containing("Ada Lovelace saved this task"));
        assertThat(notice).isVisible();
        Browser.screenshot(lin.page(), "presence");
        Axe.check(lin.page(), ".sl-work");
        lin.page().locator("#notice-answer").click();
        lin.page().waitForCondition(() -> lin.text().equals(THEIRS));
        assertThat(lin.page().locator(".sl-task-tab.dirty")).hasCount(0);
    }

    private static void asksBeforeOverwriting(StudioPage lin, StudioPage ada) {
        lin.write(MINE);
        ada.write(THEIRS.replace("[{}]", "[{}, {}]"));
        ada.tool("save").click();
        Locator notice = lin.page().locator(".sl-notice").filter(containing("Your text is based on an older one"));
        assertThat(notice).isVisible();
        lin.page().locator("#notice-answer").click();
        assertThat(lin.page().locator(".sl-compare sluice-script-diff[ready]")).isVisible();
        Browser.screenshot(lin.page(), "presence-compare");
        lin.page().keyboard().press("Escape");
        assertThat(lin.page().locator(".sl-compare")).hasCount(0);
        assertThat(lin.text()).isEqualTo(MINE);
        lin.tool("save").click();
        assertThat(lin.page().locator(".sl-compare")).isVisible();
        assertThat(lin.page().locator(".sl-changes")).isVisible();
        lin.page().keyboard().press("Enter");
        assertThat(lin.page().locator(".sl-compare")).isVisible();
        lin.page().getByText("Take theirs").click();
        lin.page().waitForCondition(() -> lin.text().contains("[{}, {}]"));
        Browser.screenshot(ada.page(), "presence-dark");
    }

    @Test
    void twoTabsOfOnePersonLoseNoUnsavedTextAndRunOnlyWhatTheyShow(@TempDir Path home) throws Exception {
        TestDatabase store = MariaDbServer.shared().database();
        try (Browser browser = Browser.start();
                Workbench workbench = start(home, store)) {
            Page front = browser.page();
            StudioPage first = StudioPage.signIn(front, workbench);
            StudioPage second = besideIt(first, workbench);
            Page back = second.page();
            back.waitForCondition(() -> second.text().equals(MINE));
            second.write(THEIRS);
            back.waitForCondition(() -> "1".equals(store.value(DRAFTS.replace("mine", "theirs"))));
            first.tool("save").click();
            assertThat(front.locator(".sl-task-tab.dirty")).hasCount(0);
            assertThat(store.value(DRAFTS.replace("mine", "theirs"))).isEqualTo("1");
            back.reload();
            second.editorReady("twice");
            back.waitForCondition(() -> second.text().equals(THEIRS));
            second.tool("save").click();
            second.page().getByText("Overwrite with mine").click();
            assertThat(back.locator(".sl-task-tab.dirty")).hasCount(0);
            first.tool("run").click();
            assertThat(front.locator(".sl-notice").filter(containing("so nothing was run")))
                    .isVisible();
            Browser.screenshot(front, "run-newer");
            assertThat(front.locator(".sl-run-head .sl-chip")).hasCount(0);
            front.locator("#notice-answer").click();
            front.waitForCondition(() -> first.text().equals(THEIRS));
        }
    }

    @Test
    void unsavedTextSurvivesTheDeathOfServerAndBrowser(@TempDir Path home) throws Exception {
        TestDatabase store = MariaDbServer.shared().database();
        try (Browser browser = Browser.start()) {
            try (Workbench workbench = start(home, store)) {
                Page page = browser.page();
                StudioPage studio = StudioPage.signIn(page, workbench);
                createMine(studio, "drafts", "half_done");
                page.waitForCondition(() -> "1".equals(store.value(DRAFTS)));
                workbench.process().destroyForcibly().waitFor(20, TimeUnit.SECONDS);
                page.context().close();
            }
            try (Workbench workbench = start(home, store)) {
                Page page = browser.page();
                StudioPage studio = StudioPage.signIn(page, workbench);
                studio.open("half_done");
                page.waitForCondition(() -> studio.text().equals(MINE));
                assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
                Locator notice = page.locator(".sl-notice").filter(containing("was restored"));
                assertThat(notice).isVisible();
                Axe.check(page, ".sl-work");
                Browser.screenshot(page, "draft-restored");
                page.reload();
                studio.editorReady("half_done");
                page.waitForCondition(() -> studio.text().equals(MINE));
                page.locator("#notice-answer").click();
                page.waitForCondition(() -> !studio.text().contains("mine"));
                assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
                page.reload();
                studio.editorReady("half_done");
                assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
                assertThat(notice).not().isVisible();
            }
        }
    }

    @Test
    void whatWasTypedWhileTheServerWasGoneIsOfferedAgain(@TempDir Path home) throws Exception {
        try (Browser browser = Browser.start();
                Workbench workbench = Workbench.start(home, StudioSession.firstUser())) {
            Page page = browser.page();
            StudioPage script = StudioPage.signIn(page, workbench);
            createMine(script, "outage", "typed_on");
            Page filled = Browser.tab(page, ColorScheme.LIGHT);
            StudioPage form = StudioPage.come(filled, workbench.url("/"));
            createFilledForm(filled, form);
            workbench.process().destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            script.write(THEIRS);
            input(filled, "Filter").fill("id > 2\nand total > 5");
            input(filled, "Filter").press("Tab");
            input(filled, "Channels at once").fill("4");
            choose(filled);
            assertThat(filled.locator("#form-reader .sl-formrow[data-unsent]")).hasCount(1);
            Browser.screenshot(filled, "fields-not-sent");
            try (Workbench again = workbench.startAgain()) {
                toSignIn(page);
                toSignIn(filled);
                StudioPage.signIn(page, again).open("typed_on");
                requireTextOffered(page, script);
                StudioPage.come(filled, again.url("/")).open("filled_in");
                requireFieldsOffered(filled, form);
            }
        }
    }

    /** What is chosen while nobody answers. */
    private static void choose(Page page) {
        page.locator("vaadin-checkbox", withText("Resume once by itself"))
                .locator("input")
                .check();
        Locator dirty = page.locator(".sl-cell", withText("Dirty records")).locator("vaadin-select");
        dirty.click();
        page.locator("vaadin-select-item:visible", withText("Any number")).click();
        assertThat(dirty).containsText("Any number");
        Locator masked = page.locator(".sl-mapstep vaadin-multi-select-combo-box");
        masked.locator("vaadin-multi-select-combo-box-chip[title=id]")
                .locator("[part=remove-button]")
                .click();
        masked.locator("input").fill("total");
        masked.locator("input").press("Enter");
        masked.locator("input").press("Tab");
        assertThat(masked.locator("vaadin-multi-select-combo-box-chip[title=id]"))
                .hasCount(0);
        Browser.screenshot(page, "choices-not-sent");
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void toSignIn(Page page) {
        page.waitForURL(Pattern.compile("sign-in"), new Page.WaitForURLOptions().setTimeout(60_000));
        assertThat(page.locator("#sign-in-kept")).isVisible();
    }

    private static void createFilledForm(Page page, StudioPage studio) {
        studio.createForm(page.locator(".sl-tnode[data-kind=SECTION]").last(), "filled_in");
        studio.write(
                StudioSession.SHOP_SCRIPT.replace("{\"stepType\": \"stream\"", MASK + "{\"stepType\": \"stream\""));
        page.locator(".sl-mapstep-fold").click();
        Locator filter = input(page, "Filter");
        filter.fill("id > 1");
        filter.press("Tab");
        studio.holds("id > 1");
        studio.tool("save").click();
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        page.waitForCondition(() -> page.evaluate(KEPT_HERE).equals(0));
    }

    private static void requireTextOffered(Page page, StudioPage studio) {
        studio.look("Script");
        Locator notice = page.locator(".sl-notice").filter(containing("another text of yours"));
        assertThat(notice).isVisible();
        assertThat(studio.text()).isNotEqualTo(THEIRS);
        Axe.check(page, ".sl-work");
        Browser.screenshot(page, "typed-while-gone");
        page.locator("#notice-answer").click();
        page.waitForCondition(() -> studio.text().equals(THEIRS));
        assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo(1);
        studio.tool("save").click();
        page.waitForCondition(() -> page.evaluate(KEPT_HERE).equals(0));
    }

    private static void requireFieldsOffered(Page page, StudioPage studio) {
        studio.look("Form");
        Locator notice = page.locator(".sl-formpage .sl-notice");
        assertThat(notice)
                .containsText(
                        "Filter: id > 2 and total > 5 · Channels at once: 4"
                                + " · Resume once by itself after a transient failure: ☑ · Dirty records: Any number · Columns: status, total");
        assertThat(input(page, "Filter")).hasValue("id > 1");
        Axe.check(page, ".sl-work");
        Browser.screenshot(page, "fields-typed-while-gone");
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        Browser.screenshot(page, "fields-typed-while-gone-dark");
        notice.locator("#notice-answer").click();
        studio.holds("\"id > 2\\nand total > 5\"", "\"concurrent\": 4", "\"failoverEnable\": true", "\"Ignore\"");
        studio.holds("[\n      \"status\",\n      \"total\"\n    ]");
        assertThat(input(page, "Filter")).hasValue("id > 2\nand total > 5");
        page.waitForCondition(() -> page.evaluate(FIELDS_KEPT_HERE).equals(0));
    }

    private static Locator input(Page page, String label) {
        return page.locator(".sl-formrow, .sl-cell")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .first()
                .locator("input, textarea")
                .first();
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsOfferedAgain(@TempDir Path home) {
        try (Browser browser = Browser.start();
                Workbench workbench = Workbench.start(home, StudioSession.firstUser())) {
            Page page = browser.page();
            StudioPage studio = StudioPage.signIn(page, workbench);
            createMine(studio, "signed_out", "typed_on");
            Page other = Browser.tab(page, ColorScheme.DARK);
            StudioPage.come(other, workbench.url("/"));
            other.locator("button[aria-label^='Signed in as']").click();
            other.getByText("Sign out").click();
            other.waitForURL(Pattern.compile("sign-in"));
            assertThat(other.locator("#sign-in-kept")).not().isVisible();
            page.evaluate("text => document.querySelector('sluice-script-editor')?.replace(text)", THEIRS);
            page.waitForURL(Pattern.compile("sign-in"), new Page.WaitForURLOptions().setTimeout(60_000));
            assertThat(page.locator("#sign-in-kept")).isVisible();
            Axe.check(page);
            Browser.screenshot(page, "signed-out-while-typing");
            page.locator("vaadin-text-field input").first().fill(StudioPage.USER);
            page.locator("vaadin-password-field input").first().fill(StudioPage.PASSWORD);
            page.keyboard().press("Enter");
            studio.editorReady("typed_on");
            page.locator("#notice-answer").click();
            page.waitForCondition(() -> studio.text().equals(THEIRS));
        }
    }

    @Test
    void eachTabOfOnePersonFindsItsOwnUnsavedTextAgain(@TempDir Path home) throws Exception {
        TestDatabase store = MariaDbServer.shared().database();
        try (Browser browser = Browser.start();
                Workbench workbench = start(home, store)) {
            Page front = browser.page();
            StudioPage first = StudioPage.signIn(front, workbench);
            StudioPage second = besideIt(first, workbench);
            Page back = second.page();
            second.write(THEIRS);
            back.waitForCondition(() -> "1".equals(store.value(DRAFTS.replace("mine", "theirs"))));
            front.reload();
            first.editorReady("twice");
            assertThat(front.locator(".sl-notice").filter(containing("another text of yours")))
                    .isVisible();
            assertThat(first.text()).isEqualTo(THEIRS);
            front.locator("#notice-answer").click();
            front.waitForCondition(() -> first.text().equals(MINE));
            back.waitForCondition(() -> "1".equals(store.value(DRAFTS)));
            back.reload();
            second.editorReady("twice");
            back.locator("#notice-answer").click();
            back.waitForCondition(() -> second.text().equals(THEIRS));
        }
    }

    private static void createMine(StudioPage studio, String flow, String task) {
        studio.createFlow(flow);
        studio.createTask(studio.page().locator(".sl-tnode[data-kind=SECTION]").last(), task);
        studio.write(MINE);
    }

    /** A second tab of the same person, at the same task. */
    private static StudioPage besideIt(StudioPage first, Workbench workbench) {
        createMine(first, "alone", "twice");
        StudioPage second = StudioPage.come(Browser.tab(first.page(), ColorScheme.LIGHT), workbench.url("/"));
        second.open("twice");
        second.look("Script");
        return second;
    }

    private static Workbench start(Path home, TestDatabase store) {
        Map<String, String> environment = new HashMap<>(StudioSession.firstUser());
        StoreKind.settings(store).forEach((name, value) -> environment.put(name, value.toString()));
        return Workbench.start(home, environment);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
