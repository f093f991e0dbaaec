package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.testing.Workbench;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The tree of Data Studio with 15,000 tasks in it, on MariaDB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TreeIT {
    private static final Locator.ClickOptions WITH_CONTROL =
            new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL));
    private static final Locator.ClickOptions WITH_SHIFT =
            new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT));

    /** Milliseconds until the page has drawn what a filter leaves. */
    private static final String FILTER = """
            (text) => new Promise((done) => {
                const field = document.querySelector(".sl-tree-filter input");
                const begin = performance.now();
                field.value = text;
                field.dispatchEvent(new Event("input"));
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
            })
            """;

    /** Milliseconds of the longest frame while the tree scrolls. */
    private static final String SCROLL = """
            () => new Promise((done) => {
                const list = document.querySelector(".sl-tree-list");
                let worst = 0, frames = 0, last = performance.now();
                const step = () => {
                    const now = performance.now();
                    worst = frames > 2 ? Math.max(worst, now - last) : 0;
                    last = now;
                    list.scrollTop += 400;
                    ++frames < 60 ? requestAnimationFrame(step) : done(worst);
                };
                requestAnimationFrame(step);
            })
            """;

    /** Milliseconds in which the server answered the request that brought the tree. */
    private static final String SERVER = """
            () => Math.max(...performance.getEntriesByType("resource").filter((entry) => entry.name.includes("v-r="))
                .map((entry) => entry.responseStart - entry.requestStart))
            """;

    private Workbench workbench;
    private Browser browser;
    private TestDatabase store;
    private Page signedIn;
    private Page page;
    private StudioPage studio;

    @BeforeAll
    void start(@TempDir Path home) {
        store = MariaDbServer.shared().database();
        Map<String, String> environment = new HashMap<>(StudioSession.firstUser());
        StoreKind.settings(store).forEach((name, value) -> environment.put(name, value.toString()));
        workbench = Workbench.start(home, environment);
        ManyTasks.create(store);
        browser = Browser.start();
        signedIn = browser.page();
        StudioPage.signIn(signedIn, workbench);
    }

    @AfterAll
    void stop() {
        browser.close();
        workbench.close();
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void staysQuickWith15000Tasks() {
        open(ColorScheme.LIGHT, "/studio");
        studio.node("Region 01").waitFor();
        double server = number(SERVER, "");
        for (int visit = 2; visit <= 3 && server >= 1_000; visit++) {
            page.reload();
            studio.node("Region 01").waitFor();
            server = Math.min(server, number(SERVER, ""));
        }
        print("server's answer", server);
        assertThat(server).isLessThan(1_000);
        for (String words : List.of("0", "orders", "region 07 batch stock_1", "nothing like this")) {
            double took = quickest(FILTER, words);
            print("filter “" + words + "”", took);
            assertThat(took).isLessThan(300);
        }
        assertThat(page.locator(".sl-tree-none")).isVisible();
        number(FILTER, "orders 007");
        choosesOnlyWhatIsFound();
        Browser.screenshot(page, "tree-filter");
        number(FILTER, "");
        expand("Region 01", "Data integration", "batch 000");
        assertThat(page.locator(".sl-tree-list .sl-tnode[aria-setsize='5000']").first())
                .isVisible();
        double frame = quickest(SCROLL, "");
        print("longest frame of scrolling", frame);
        assertThat(frame).isLessThan(300);
        Browser.screenshot(page, "tree-many");
        page.reload();
        studio.node("batch 000").waitFor();
    }

    /** Whoever deletes what a filter finds must not delete the folders it is in. */
    private void choosesOnlyWhatIsFound() {
        assertThat(page.locator(".sl-tree-count")).hasText("25 found");
        page.locator(".sl-tree-filter input").press("ArrowDown");
        page.keyboard().press("Control+a");
        Object chosen = page.evaluate("() => document.querySelector('sluice-task-tree').selection.free().length");
        assertThat(chosen).isEqualTo(25);
        assertThat(page.locator(".sl-tnode[aria-selected=true][data-kind=FOLDER]"))
                .hasCount(0);
    }

    private void expand(String... names) {
        for (String name : names) {
            Locator row = studio.node(name);
            if (!"true".equals(row.getAttribute("aria-expanded"))) {
                row.locator(".sl-twist").click();
                assertThat(row).hasAttribute("aria-expanded", "true");
            }
        }
    }

    @Test
    void keysChooseMoveCloneDeleteAndTakeBack() {
        desk(ColorScheme.DARK, "keys");
        studio.open("keys_b");
        studio.node("keys_a").click();
        studio.editorReady("keys_a");
        list().focus();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".sl-tnode[aria-selected=true]")).hasCount(3);
        page.keyboard().press("Shift+F10");
        menuIsThere();
        Browser.screenshot(page, "tree-menu-many-dark");
        choose("Move 3 to…");
        assertThat(page.locator("#move-search input")).isFocused();
        page.keyboard().type("keys arch");
        assertThat(page.locator(".sl-move-target")).hasText("Moves to keys › keys archive");
        Axe.check(page, "vaadin-dialog");
        Browser.screenshot(page, "tree-move-dark");
        page.keyboard().press("Enter");
        toast("3 tasks moved.");
        assertThat(studio.node("keys_a")).hasAttribute("aria-level", "5");
        Browser.screenshot(page, "tree-moved-dark");
        assertThat(list()).isFocused();
        page.keyboard().press("Control+z");
        toast("3 tasks back in place.");
        assertThat(studio.node("keys_a")).hasAttribute("aria-level", "4");
        assertThat(page.locator(".sl-tnode[aria-selected=true]")).hasCount(3);
        clonesByMenu();
        movesUpAndUndoesTheName();
        deletesAndRestoresTabs();
    }

    private void clonesByMenu() {
        studio.node("keys_c").click();
        studio.editorReady("keys_c");
        list().focus();
        page.keyboard().press("Shift+F10");
        menuIsThere();
        Browser.screenshot(page, "tree-menu-dark");
        choose("Clone");
        Locator name = page.locator(".sl-tree-rename");
        assertThat(name).hasValue("keys_c (copy)");
        Browser.screenshot(page, "tree-clone-dark");
        name.fill("keys_b");
        name.press("Enter");
        assertThat(name).hasClass(Pattern.compile("wrong"));
        name.fill("keys_cloned");
        name.press("Enter");
        studio.node("keys_cloned").waitFor();
        assertThat(list()).isFocused();
        page.keyboard().press("Enter");
        studio.editorReady("keys_cloned");
        assertThat(studio.text()).isEqualTo(ManyTasks.TEXT);
    }

    private void movesUpAndUndoesTheName() {
        list().focus();
        page.keyboard().press("Alt+ArrowUp");
        toast("“keys_cloned” moved.");
        Locator names = page.locator(".sl-tnode-name").filter(containing("keys_"));
        assertThat(names).hasText(new String[] {"keys_kept", "keys_a", "keys_b", "keys_cloned", "keys_c", "keys_d"});
        page.keyboard().press("Control+z");
        assertThat(names).hasText(new String[] {"keys_kept", "keys_a", "keys_b", "keys_c", "keys_cloned", "keys_d"});
        page.keyboard().press("Control+z");
        assertThat(studio.node("keys_c (copy)")).isVisible();
        page.keyboard().press("F2");
        page.locator(".sl-tree-rename").fill("keys_cloned");
        page.locator(".sl-tree-rename").press("Enter");
        assertThat(page.locator(".sl-tab-name").last()).hasText("keys_cloned");
    }

    private void deletesAndRestoresTabs() {
        Locator tabs = page.locator(".sl-tab-name");
        assertThat(tabs).hasText(new String[] {"keys_b", "keys_a", "keys_c", "keys_cloned"});
        studio.node("keys_a").click();
        studio.editorReady("keys_a");
        studio.node("keys_b").click(WITH_CONTROL);
        page.keyboard().press("Delete");
        toast("2 tasks deleted. Runs stay in the history.");
        assertThat(tabs).hasText(new String[] {"keys_c", "keys_cloned"});
        page.getByText("Undo").click();
        toast("2 tasks restored.");
        assertThat(tabs).hasText(new String[] {"keys_b", "keys_a", "keys_c", "keys_cloned"});
        studio.editorReady("keys_a");
    }

    @Test
    void severalAreDraggedUnlessANameWouldBeThereTwice() {
        desk(ColorScheme.LIGHT, "drag");
        store.run(ManyTasks.rename("drag_kept", "drag_b"));
        studio.node("drag_a").click();
        studio.node("drag_b").click(WITH_SHIFT);
        studio.node("drag_a").dragTo(studio.node("drag archive"));
        Locator notice = page.locator(".sl-tree-notice");
        assertThat(notice).containsText("Nothing was moved: drag_b would be there twice.");
        Axe.check(page, ".sl-tree");
        Browser.screenshot(page, "tree-clash");
        assertThat(studio.node("drag_a")).hasAttribute("aria-level", "4");
        studio.node("drag_a").click();
        studio.node("drag_a").dragTo(studio.node("drag_c"), new Locator.DragToOptions().setTargetPosition(60, 24));
        toast("“drag_a” moved.");
        assertThat(notice).isHidden();
        assertThat(page.locator(".sl-tnode[aria-level='4'] .sl-tnode-name").filter(containing("drag_")))
                .hasText(new String[] {"drag_b", "drag_c", "drag_a", "drag_d"});
    }

    @Test
    void lastRunsAreToldAsTheyComeAndFoldedFoldersTellOfThem() {
        String folder = ManyTasks.desk(store, "runs");
        store.run(
                ManyTasks.run("runs_a", 100_001, "SUCCEEDED", 0),
                ManyTasks.run("runs_b", 100_002, "SUCCEEDED", 1_200),
                ManyTasks.run("runs_c", 100_003, "RUNNING", 0));
        open(ColorScheme.LIGHT, "/studio?folder=" + folder);
        told("runs_a", "ok", "Last run: Succeeded");
        told("runs_b", "warning", "Last run: Succeeded. Dirty records: 1,200");
        told("runs_c", "running", "Last run: Running");
        told("runs_d", "waiting", "Never run");
        Axe.check(page, ".sl-tree");
        Browser.screenshot(page, "tree-states");
        store.run(
                "UPDATE task_run SET state = 'FAILED' WHERE number = 100003",
                ManyTasks.run("runs_d", 100_004, "CANCELLED", 0));
        told("runs_c", "failed", "Last run: Failed");
        told("runs_d", "none", "Last run: Stopped");
        studio.node("runs").locator(".sl-twist").click();
        told("runs", "failed", "Last run failed: 1 below");
        studio.node("runs").locator(".sl-twist").click();
        studio.menu(studio.node("runs_b"), "Run history");
        studio.editorReady("runs_b");
        assertThat(studio.dock("history")).hasAttribute("aria-selected", "true");
        assertThat(page.locator(".sl-history-grid")).isVisible();
    }

    private void told(String node, String glyph, String words) {
        assertThat(studio.node(node).locator(".sl-state-" + glyph)).hasAttribute("aria-label", words);
    }

    @Test
    void addressesOpenTasksAndFoldersAndSayWhatIsNotThere() {
        desk(ColorScheme.DARK, "links");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        studio.menu(studio.node("links_b"), "Copy link");
        toast("Link copied.");
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");
        page.navigate(link);
        studio.editorReady("links_b");
        Locator notice = page.locator(".sl-notice").filter(containing("There is no"));
        for (String nothing : List.of("11111111-0000-4000-8000-00000000ffff", "no-id-at-all")) {
            page.navigate(workbench.url("/studio/" + nothing));
            assertThat(notice).containsText("There is no task at this address.");
            assertThat(page.locator(".sl-tab-name")).hasText("links_b");
        }
        Browser.screenshot(page, "tree-no-such-task-dark");
        studio.menu(studio.node("links archive"), "Copy link");
        toast("Link copied.");
        page.navigate((String) page.evaluate("() => navigator.clipboard.readText()"));
        assertThat(studio.node("links archive")).hasAttribute("aria-selected", "true");
        page.navigate(workbench.url("/studio?folder=11111111-0000-4000-8000-00000000ffff"));
        assertThat(notice).containsText("There is no folder at this address.");
    }

    @Test
    void whatSomebodyElseDoesIsSeenAndSaid() {
        desk(ColorScheme.LIGHT, "team");
        studio.open("team_a");
        store.run(
                ManyTasks.delete("team_a"),
                ManyTasks.delete("team_b"),
                ManyTasks.rename("team_c", "team_renamed"),
                ManyTasks.CHANGED);
        studio.node("team_b").click(WITH_CONTROL);
        page.keyboard().press("Delete");
        Locator told = page.locator(".sl-notice").filter(containing("was deleted"));
        assertThat(told.filter(containing("“team_a” was deleted. Its text stays here")))
                .isVisible();
        assertThat(studio.node("team_renamed")).isVisible();
        assertThat(studio.node("team_a")).hasCount(0);
        assertThat(page.locator(".sl-tab-name")).hasText("team_a");
        Browser.screenshot(page, "tree-deleted-by-others");
    }

    /** A new tab of the visitor, in which nothing is open. */
    private void open(ColorScheme scheme, String address) {
        page = Browser.tab(signedIn, scheme);
        studio = StudioPage.come(page, workbench.url(address));
    }

    /** Makes a desk and opens the studio at it. */
    private void desk(ColorScheme scheme, String name) {
        open(scheme, "/studio?folder=" + ManyTasks.desk(store, name));
        studio.node(name + "_d").waitFor();
    }

    private Locator list() {
        return page.locator(".sl-tree-list");
    }

    private void toast(String sentence) {
        Browser.told(page, sentence);
    }

    private void menuIsThere() {
        page.locator(".sl-menu")
                .evaluate("menu => Promise.all(menu.getAnimations().map((one) => one.finished)).then(() => true)");
    }

    private void choose(String entry) {
        page.locator(".sl-menu-item:has(.sl-menu-text:text-is('" + entry + "'))")
                .press("Enter");
    }

    /** The best of five: what a busy machine adds differs from time to time, what the page needs does not. */
    private double quickest(String measured, String argument) {
        double best = Double.MAX_VALUE;
        for (int time = 0; time < 5 && best >= 300; time++) {
            best = Math.min(best, number(measured, argument));
        }
        return best;
    }

    private double number(String script, String argument) {
        return ((Number) page.evaluate(script, argument)).doubleValue();
    }

    private static void print(String what, double milliseconds) {
        System.out.printf("%-40s %6.0f ms%n", what, milliseconds);
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
