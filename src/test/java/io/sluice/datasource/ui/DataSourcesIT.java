package io.sluice.datasource.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import io.sluice.testing.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Data sources in a browser, on a real server: create, test, edit, find, delete. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataSourcesIT {
    private static final String USER = "mara.klein";
    private static final String PASSWORD = "nine patient lighthouse keepers";

    private TestDatabase database;
    private Workbench workbench;
    private Browser browser;
    private Page page;

    @BeforeAll
    void start(@TempDir Path home) {
        database = MariaDbServer.shared().database();
        workbench = Workbench.start(home, Map.of("SLUICE_ADMIN_USER", USER, "SLUICE_ADMIN_PASSWORD", PASSWORD));
        browser = Browser.start();
        page = browser.page();
        signIn(page);
    }

    @AfterAll
    void stop() {
        browser.close();
        workbench.close();
    }

    @Test
    @Order(1)
    void saysWhatIsMissingAtItsField() {
        page.getByRole(AriaRole.BUTTON, named("New data source")).first().click();
        field(page, "Search types").fill("maria");
        page.locator(".sl-typecard:has-text('MySQL')").click();
        save();
        Locator host = page.locator(".sl-formrow", new Page.LocatorOptions().setHas(field(page, "Host")));
        assertThat(host.locator(".sl-problem")).isVisible();
        assertThat(host.locator(".sl-hint")).isHidden();
        Browser.screenshot(page, "data-source-incomplete");
    }

    @Test
    @Order(2)
    void tellsWhichLayerOfTheConnectionFails() {
        field(drawer(), "Name").fill("shop_maria");
        field(drawer(), "Host").fill(database.host());
        field(drawer(), "Port").fill(Integer.toString(database.port()));
        field(drawer(), "Database").fill(database.name());
        field(drawer(), "User").fill(database.user());
        field(drawer(), "Password").fill("not the password");
        test();
        assertThat(layer("TCP connection")).hasAttribute("aria-label", "Passed");
        assertThat(layer("Login")).hasAttribute("aria-label", "Failed");
        assertThat(page.locator(".sl-layer:has-text('Login') .sl-curehow")).isVisible();
        Browser.screenshot(page, "data-source-login-fails");
    }

    @Test
    @Order(3)
    void savesAndTestsANewDataSource() {
        page.getByRole(AriaRole.TAB, named("Settings")).click();
        field(drawer(), "Password").fill(database.password());
        save();
        assertThat(row("shop_maria")).isVisible();
        assertThat(layer("Login")).hasAttribute("aria-label", "Passed");
        assertThat(page.locator(".sl-statecell:has-text('not encrypted') [aria-label=Degraded]"))
                .isVisible();
        Browser.screenshot(page, "data-sources");
    }

    @Test
    @Order(4)
    void keepsTheSecretOnTheServer() {
        Page visitor = browser.page(ColorScheme.DARK);
        List<String> received = new CopyOnWriteArrayList<>();
        visitor.onWebSocket(socket -> socket.onFrameReceived(frame -> received.add(text(frame))));
        visitor.onResponse(response -> {
            if (response.request().resourceType().equals("fetch")) {
                received.add(response.text());
            }
        });
        signIn(visitor);
        visitor.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("shop_maria"))
                .first()
                .click();
        visitor.getByRole(AriaRole.TAB, named("Settings")).click();
        Locator field = field(visitor.locator(".sl-drawer"), "Password");
        assertThat(field).hasValue("");
        assertThat(field).hasAttribute("placeholder", "Set; leave empty to keep it");
        Browser.screenshot(visitor, "data-source-settings-dark");
        assertThat(received).isNotEmpty().noneMatch(text -> text.contains(database.password()));
        visitor.context().close();
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? "" : frame.text();
    }

    @Test
    @Order(5)
    void keepsThePasswordWhenOnlyTheDescriptionChanges() {
        page.getByRole(AriaRole.TAB, named("Settings")).click();
        field(drawer(), "Description").fill("Orders of the shop");
        save();
        assertThat(layer("Login")).hasAttribute("aria-label", "Passed");
        page.reload();
        page.getByRole(AriaRole.TAB, named("Settings")).click();
        assertThat(field(drawer(), "Description")).hasValue("Orders of the shop");
    }

    @Test
    @Order(6)
    void findsByNameHostAndType() {
        field(page, "Name, host or person").fill("127.0.0");
        assertThat(row("shop_maria")).isVisible();
        field(page, "Name, host or person").fill("no such thing");
        assertThat(page.getByText("No data source matches.")).isVisible();
        field(page, "Name, host or person").fill("");
        assertThat(row("shop_maria")).isVisible();
    }

    @Test
    @Order(7)
    void refusesANameThatIsTaken() {
        page.navigate(workbench.url("/data-sources/new/mysql"));
        field(drawer(), "Name").fill("shop_maria");
        field(drawer(), "Host").fill(database.host());
        field(drawer(), "User").fill(database.user());
        save();
        assertThat(page.getByText("The workspace has a data source shop_maria already."))
                .isVisible();
    }

    @Test
    @Order(8)
    void deletesWhatNoTaskUsesAndSaysWhatIsLost() {
        page.navigate(workbench.url("/data-sources"));
        row("shop_maria").click();
        drawer().getByRole(AriaRole.BUTTON, inside("Delete")).click();
        assertThat(page.getByText("Its address and its stored password are destroyed for good."))
                .isVisible();
        Browser.screenshot(page, "data-source-delete");
        page.getByRole(AriaRole.BUTTON, named("Delete data source")).click();
        assertThat(row("shop_maria")).hasCount(0);
        assertThat(page.locator(".sl-drawer")).hasCount(0);
    }

    @Test
    @Order(9)
    void keepsWhatTasksUseAndNamesThem() {
        row("shop").click();
        drawer().getByRole(AriaRole.BUTTON, inside("Delete")).click();
        assertThat(page.getByText("shop is used by 2 tasks")).isVisible();
        assertThat(page.locator(".sl-plainlist li")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, named("Close")).last().click();
        assertThat(row("shop")).isVisible();
    }

    private void signIn(Page visitor) {
        visitor.navigate(workbench.url("/data-sources"));
        field(visitor, "User name").fill(USER);
        field(visitor, "Password").fill(PASSWORD);
        visitor.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(visitor.getByRole(AriaRole.HEADING, named("Data sources"))).isVisible();
    }

    private Locator drawer() {
        return page.locator(".sl-drawer");
    }

    private void save() {
        drawer().getByRole(AriaRole.BUTTON, inside("Save")).click();
    }

    private void test() {
        drawer().locator(".sl-drawerfoot vaadin-button").first().click();
        assertThat(page.locator(".sl-layers")).isVisible();
    }

    /** The glyph of a layer, whose name is the layer's state. */
    private Locator layer(String name) {
        return page.locator(".sl-layer:has-text('" + name + "') [role=img]");
    }

    private Locator row(String name) {
        return page.locator(".sl-namecell", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator field(Locator part, String label) {
        return part.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
