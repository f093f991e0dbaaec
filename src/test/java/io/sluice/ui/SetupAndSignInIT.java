package io.sluice.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.Workbench;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The first start in a browser: one administrator is made, everybody else signs in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupAndSignInIT {
    private static final String USER = "lin.chen";
    private static final String PASSWORD = "seven slow copper herons";

    private Workbench workbench;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path home) {
        workbench = Workbench.start(home);
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        browser.close();
        workbench.close();
    }

    @Test
    @Order(1)
    void sendsTheFirstVisitorToTheSetUp() {
        Page page = browser.page();
        page.navigate(workbench.url("/"));
        assertThat(page.getByRole(AriaRole.HEADING, named("Create the administrator")))
                .isVisible();
        field(page, "One-time token").fill("not-the-token");
        assertThat(page.locator(".sl-token [slot=error-message]"))
                .containsText("This is not the token on the console.");
        assertThat(page.getByText("Valid", exactly())).isHidden();
    }

    @Test
    @Order(2)
    void createsTheAdministratorFromTheLinkOfTheConsole() {
        Page page = browser.page();
        page.navigate(workbench.setupLink());
        assertThat(page.getByText("Valid", exactly())).isVisible();
        field(page, "User name").fill(USER);
        field(page, "Password").fill("short");
        submit(page, "Create administrator and sign in");
        assertThat(page.locator(".sl-pair [slot=error-message]").last()).containsText("Enter your name.");
        assertThat(page.locator("vaadin-password-field [slot=error-message]")).containsText("12 characters or more.");
        field(page, "Full name").fill("Lin Chen");
        field(page, "Password").fill(PASSWORD);
        assertThat(page.getByText("Strong.")).isVisible();
        Browser.screenshot(page, "first-run");
        Axe.check(page);
        submit(page, "Create administrator and sign in");
        assertThat(navigation(page)).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Signed in as Lin Chen, Owner")))
                .isVisible();
    }

    @Test
    @Order(3)
    void setUpLinkWorksOnce() {
        Page page = browser.page();
        page.navigate(workbench.setupLink());
        assertThat(page.getByText("This server has an administrator already.")).isVisible();
        assertThat(field(page, "Password")).isHidden();
    }

    @Test
    @Order(4)
    void saysTheSameForAWrongPasswordAndAnUnknownUser() {
        String wrongPassword = refusal(USER, "not " + PASSWORD);
        String unknownUser = refusal("nobody", PASSWORD);
        assertThat(wrongPassword).startsWith("User name or password is wrong.").isEqualTo(unknownUser);
    }

    private String refusal(String user, String password) {
        Page page = browser.page();
        page.navigate(workbench.url("/sign-in"));
        signIn(page, user, password);
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        Browser.screenshot(page, "sign-in-refused");
        Axe.check(page);
        return page.getByRole(AriaRole.ALERT).innerText();
    }

    @Test
    @Order(5)
    void signsInAndOutAgain() {
        Page page = browser.page();
        page.navigate(workbench.url("/data-sources"));
        signIn(page, USER, PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/data-sources.*"));
        page.getByRole(AriaRole.BUTTON, named("Signed in as Lin Chen, Owner")).click();
        page.getByText("Sign out").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
        page.navigate(workbench.url("/data-sources"));
        assertThat(page.getByRole(AriaRole.HEADING, named("Sign in"))).isVisible();
        assertThat(navigation(page)).isHidden();
    }

    @Test
    @Order(6)
    void remembersLanguageAndTheme() {
        Page page = browser.page();
        page.navigate(workbench.url("/sign-in"));
        page.getByRole(AriaRole.BUTTON, named("Theme")).click();
        page.getByText("Dark", exactly()).click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.getByRole(AriaRole.BUTTON, named("Language")).click();
        page.getByText("简体中文").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("登录"))).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        Browser.screenshot(page, "sign-in-dark-zh");
        signIn(page, USER, PASSWORD, "用户名", "密码", "登录");
        assertThat(navigation(page)).isVisible();
        Browser.screenshot(page, "shell-dark-zh");
    }

    @Test
    @Order(7)
    void followsTheThemeOfTheSystem() {
        Page page = browser.page(ColorScheme.DARK);
        page.navigate(workbench.url("/sign-in"));
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }

    private static void signIn(Page page, String user, String password) {
        signIn(page, user, password, "User name", "Password", "Sign in");
    }

    private static void signIn(Page page, String user, String password, String... labels) {
        field(page, labels[0]).fill(user);
        field(page, labels[1]).fill(password);
        submit(page, labels[2]);
    }

    private static void submit(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Locator navigation(Page page) {
        return page.locator("nav.sl-rail");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
