package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a member may not do is not offered, and refused where the role was lowered while a screen is open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {
    private static final String ID = "'00000000-0000-4000-8000-00000000ada0'";

    /** A second person, with the password of the first. */
    private static final String ADA = "INSERT INTO app_user SELECT " + ID
            + ", 'ada', 'ada', 'Ada Lovelace', '', password_hash, FALSE, created_at FROM app_user";

    private static final String JOINS =
            "INSERT INTO workspace_member SELECT workspace_id, " + ID + ", 'VISITOR', joined_at FROM workspace_member";

    private static final String REFUSED = "SELECT COUNT(*) FROM audit_event WHERE kind = 'PERMISSION_DENIED'";

    private static final String MINE = StudioSession.SHOP_SCRIPT.replace("\"where\": \"\"", "\"where\": \"id > 7\"");

    /** Screens look at the role every five seconds. */
    private static final LocatorAssertions.IsVisibleOptions AFTER_A_BEAT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private TestDatabase store;
    private Workbench workbench;
    private Browser browser;

    @BeforeAll
    void twoPeople(@TempDir Path home) throws Exception {
        store = MariaDbServer.shared().database();
        Map<String, String> environment = new HashMap<>(StudioSession.firstUser());
        StoreKind.settings(store).forEach((name, value) -> environment.put(name, value.toString()));
        workbench = Workbench.start(home, environment);
        browser = Browser.start();
        Page page = browser.page();
        StudioPage lin = StudioPage.signIn(page, workbench);
        lin.createFlow("roles");
        for (String task : List.of("looked_at", "lowered", "refused", "taken", "closed")) {
            lin.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), task);
            lin.write(StudioSession.SHOP_SCRIPT);
            lin.tool("save").click();
            assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        }
        store.run(ADA, JOINS);
    }

    @AfterAll
    void leave() {
        browser.close();
        workbench.close();
    }

    private StudioPage ada(String role) throws Exception {
        become(role);
        return StudioPage.signIn(browser.page(), workbench, "ada");
    }

    private void become(String role) throws Exception {
        store.run("UPDATE workspace_member SET role = '" + role + "' WHERE user_id = " + ID);
    }

    @Test
    void visitorIsOfferedNothingThatWouldBeRefused() throws Exception {
        StudioPage ada = ada("VISITOR");
        Page page = ada.page();
        String refused = store.value(REFUSED);
        ada.open("looked_at");
        page.locator(".sl-segment", new Page.LocatorOptions().setHasText("Form"))
                .click();
        assertThat(page.locator("#mapping-lines")).isVisible();
        for (String button :
                List.of("preview-rows", "processing-rows", "mapping-retry-source", "mapping-retry-target")) {
            assertThat(page.locator("#" + button)).not().isVisible();
        }
        assertThat(page.locator(".sl-formpane input:visible:not([readonly]):not([type=checkbox]):not([disabled])"))
                .hasCount(0);
        ada.dock("preview").click();
        assertThat(page.getByText("The rows of a source are shown to members only"))
                .isVisible();
        Browser.screenshot(page, "visitor-form");
        ada.menu(ada.node("looked_at"));
        assertThat(page.locator(".sl-menu-item").getByText("Export…")).isVisible();
        for (String entry : List.of("Create", "Rename", "Delete", "Move to…", "Clone")) {
            assertThat(page.locator(".sl-menu-item").getByText(entry, new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(0);
        }
        page.keyboard().press("Escape");
        ada.look("Script");
        typesInVain(ada, ada.text());
        assertThat(store.value(REFUSED)).isEqualTo(refused);
    }

    private static void typesInVain(StudioPage ada, String before) {
        Page page = ada.page();
        page.locator("#dock-fold").click();
        ada.caret(3, 1);
        page.keyboard().type("hello");
        assertThat(page.locator(".monaco-editor-overlaymessage")).containsText("Your role may read tasks");
        for (String key : List.of("Control+s", "Control+Enter", "Shift+Alt+f", "Control+Shift+s")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator(".sl-surface .sl-notice")).containsText("Your role may read tasks");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(ada.text()).isEqualTo(before);
        Browser.screenshot(page, "visitor-script");
    }

    @Test
    void visitorLooksAtDataSourcesOnly() throws Exception {
        Page page = ada("VISITOR").page();
        page.navigate(workbench.url("/data-sources/new/mysql"));
        assertThat(page).hasURL(Pattern.compile("data-sources/?$"));
        assertThat(page.locator(".sl-drawer")).hasCount(0);
        page.locator(".sl-namecell").first().click();
        assertThat(page.locator(".sl-drawer")).isVisible();
        assertThat(page.getByText("Test connection")).hasCount(0);
        page.locator(".sl-drawer vaadin-tab").last().click();
        assertThat(page.locator(".sl-drawer input").first()).isVisible();
        assertThat(page.locator(".sl-drawer input:not([readonly])")).hasCount(0);
        assertThat(page.locator(".sl-drawer vaadin-button[theme~=primary]")).hasCount(0);
        Browser.screenshot(page, "visitor-data-source");
        Axe.check(page, ".sl-drawer");
    }

    @Test
    void aTestThatIsRefusedEnds() throws Exception {
        Page page = ada("OPERATOR").page();
        page.navigate(workbench.url("/data-sources"));
        page.locator(".sl-namecell").first().click();
        Locator test = page.locator(".sl-drawerfoot vaadin-button").first();
        assertThat(test).isVisible();
        become("VISITOR");
        test.click();
        assertThat(page.getByText("(Visitor) does not allow this")).isVisible();
        assertThat(test).isEnabled();
        assertThat(page.getByText("Not tested with these settings")).isVisible();
    }

    @Test
    void anOpenScreenFollowsALoweredRoleAndNothingTypedIsLost() throws Exception {
        StudioPage ada = ada("DEVELOPER");
        Page page = ada.page();
        ada.open("lowered");
        ada.look("Split");
        ada.write(MINE);
        ada.dock("preview").click();
        Locator where = page.locator("#form-reader textarea:visible").first();
        where.fill("id > 8");
        become("VISITOR");
        Locator notice = page.locator(".sl-rolenotice");
        assertThat(notice).isVisible(AFTER_A_BEAT);
        assertThat(notice).containsText("Your role in this workspace is now Visitor");
        for (String tool : List.of("save", "submit", "run", "template", "format")) {
            assertThat(ada.tool(tool)).isDisabled();
        }
        assertThat(page.locator(".sl-formpane input:visible:not([readonly]):not([type=checkbox]):not([disabled])"))
                .hasCount(0);
        assertThat(page.locator("#preview-rows")).not().isVisible();
        assertThat(page.getByText("The rows of a source are shown to members only"))
                .isVisible();
        assertThat(page.getByText("does not allow this")).hasCount(0);
        String mine = MINE.replace("id > 7", "id > 8");
        page.waitForCondition(() -> ada.text().equals(mine));
        typesInVain(ada, mine);
        Browser.screenshot(page, "role-lowered");
        Axe.check(page, "vaadin-notification-container");
        page.waitForCondition(
                () -> "1".equals(store.value("SELECT COUNT(*) FROM task_draft WHERE text LIKE '%id > 8%'")));
        assertThat(store.value("SELECT text FROM task t JOIN tree_node n ON n.id = t.node_id WHERE n.name = 'lowered'"))
                .isEqualTo(StudioSession.SHOP_SCRIPT);
        become("DEVELOPER");
        assertThat(notice)
                .containsText("is now Developer", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        ada.tool("save").click();
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        assertThat(store.value("SELECT text FROM task t JOIN tree_node n ON n.id = t.node_id WHERE n.name = 'lowered'"))
                .isEqualTo(mine);
    }

    @Test
    void whatIsClickedBeforeTheScreenFollowsIsRefused() throws Exception {
        StudioPage ada = ada("DEVELOPER");
        Page page = ada.page();
        ada.open("refused");
        ada.look("Script");
        ada.write(MINE);
        become("VISITOR");
        ada.tool("save").click();
        assertThat(page.getByText("(Visitor) does not allow this")).isVisible();
        assertThat(page.locator(".sl-rolenotice")).isVisible();
        assertThat(ada.tool("save")).isDisabled();
        assertThat(ada.text()).isEqualTo(MINE);
    }

    @Test
    void anOpenDataSourceFollowsALoweredRole() throws Exception {
        Page page = ada("ADMINISTRATOR").page();
        page.navigate(workbench.url("/data-sources"));
        page.locator(".sl-namecell").first().click();
        page.locator(".sl-drawer vaadin-tab").last().click();
        Locator name = page.locator(".sl-drawer input").first();
        name.fill("renamed");
        become("VISITOR");
        assertThat(page.locator(".sl-rolenotice")).isVisible(AFTER_A_BEAT);
        assertThat(page.locator(".sl-drawer input:not([readonly])")).hasCount(0);
        assertThat(name).hasValue("renamed");
        assertThat(page.locator(".sl-drawerfoot")).not().isVisible();
        assertThat(page.getByText("New data source")).not().isVisible();
    }

    @Test
    void whoIsRemovedSeesNothingMoreAndFindsTheTextWhenBack() throws Exception {
        StudioPage ada = ada("DEVELOPER");
        Page page = ada.page();
        ada.open("taken");
        ada.look("Script");
        ada.write(MINE);
        store.run("DELETE FROM workspace_member WHERE user_id = " + ID);
        assertThat(page.getByText("You have no access to a workspace")).isVisible(AFTER_A_BEAT);
        assertThat(page.locator(".sl-shell")).hasCount(0);
        Browser.screenshot(page, "no-workspace");
        Axe.check(page);
        store.run(JOINS.replace("VISITOR", "DEVELOPER") + " LIMIT 1");
        StudioPage.come(page, workbench.url("/")).open("taken");
        ada.look("Script");
        page.waitForCondition(() -> ada.text().equals(MINE));
    }

    @Test
    void whoseAccountWasClosedSeesNothingMoreAndFindsTheTextWhenBack() throws Exception {
        StudioPage ada = ada("DEVELOPER");
        Page page = ada.page();
        ada.open("closed");
        ada.look("Script");
        ada.write(MINE);
        store.run("UPDATE app_user SET disabled = TRUE WHERE id = " + ID);
        assertThat(page.getByText("your account was closed")).isVisible(AFTER_A_BEAT);
        assertThat(page.locator(".sl-shell")).hasCount(0);
        store.run("UPDATE app_user SET disabled = FALSE WHERE id = " + ID);
        StudioPage.come(page, workbench.url("/")).open("closed");
        ada.look("Script");
        page.waitForCondition(() -> ada.text().equals(MINE));
    }
}
