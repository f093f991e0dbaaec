package io.sluice.studio.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Browser;
import io.sluice.testing.TestDatabase;
import io.sluice.testing.Workbench;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the browser tests of the studio have in common: one workbench and one browser for a class, in which visitors
 * come one after the other. Tests of a class share the tree, so each has a business flow of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StudioSession {
    /** A job script that reads orders of the demo shop; to be varied by replacing parts of it. */
    static final String SHOP_SCRIPT = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "sqlite",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "datasource": "shop",
                    "table": "orders",
                    "column": ["id", "total"],
                    "where": ""
                  }
                },
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1, "throttle": false}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    Path home;
    Workbench workbench;
    Browser browser;

    /** The visitor who is here; the next one takes the place. */
    Page page;

    /** The settings of a workbench whose first user is the one that signs in here. */
    static Map<String, String> firstUser() {
        return Map.of("SLUICE_ADMIN_USER", StudioPage.USER, "SLUICE_ADMIN_PASSWORD", StudioPage.PASSWORD);
    }

    @BeforeAll
    void startWorkbench(@TempDir Path folder) {
        home = folder;
        workbench = Workbench.start(home, firstUser());
        browser = Browser.start();
    }

    @AfterAll
    void stopWorkbench() {
        browser.close();
        workbench.close();
    }

    /** Comes with a light screen and nothing open; the first visitor signs in, the one before leaves. */
    StudioPage visit() {
        return visit(ColorScheme.LIGHT);
    }

    StudioPage visit(ColorScheme scheme) {
        if (page == null) {
            page = browser.page(scheme);
            return StudioPage.signIn(page, workbench);
        }
        Page before = page;
        page = Browser.tab(before, scheme);
        before.close();
        return StudioPage.come(page, workbench.url("/"));
    }

    /** A new visitor before the script of a new task in a new business flow. */
    StudioPage visitTask(String flow, String task) {
        return visitTask(flow, task, ColorScheme.LIGHT);
    }

    StudioPage visitTask(String flow, String task, ColorScheme scheme) {
        StudioPage studio = visit(scheme);
        studio.createFlow(flow);
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), task);
        return studio;
    }

    /** A new visitor before a new task that holds a script. */
    StudioPage visitScript(String task, ColorScheme scheme, String script) {
        StudioPage studio = visitTask(task + "_flow", task, scheme);
        studio.write(script);
        return studio;
    }

    /** Registers a database through the drawer, for the visitor who is here. @param type of the data source */
    void register(String type, String name, TestDatabase database) {
        page.navigate(workbench.url("/data-sources/new/" + type));
        Map.of(
                        "Name", name,
                        "Host", database.host(),
                        "Port", Integer.toString(database.port()),
                        "Database", database.name(),
                        "User", database.user(),
                        "Password", database.password())
                .forEach((label, value) -> page.locator(".sl-drawer")
                        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                        .fill(value));
        page.locator(".sl-drawerfoot vaadin-button[theme~=primary]").click();
        PlaywrightAssertions.assertThat(page.locator(".sl-namecell", new Page.LocatorOptions().setHasText(name)))
                .isVisible();
    }

    /** The column behind a part of a line of the editor, from 1. */
    static int column(String line, String behind) {
        return line.indexOf(behind) + behind.length() + 1;
    }
}
