package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import io.sluice.testing.PostgreSqlServer;
import io.sluice.testing.TcpProxy;
import io.sluice.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A connection is lost during a load, and the chart says where the run tried again. */
class RetryIT extends StudioSession {
    private static final String LOAD = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "postgresql",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {"datasource": "far", "table": "numbers", "column": ["n", "pad"]}
                },
                {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}
              ],
              "setting": {
                "errorLimit": {"strategy": "ZeroTolerance"},
                "speed": {"concurrent": 1, "throttle": false, "record": 10000}
              },
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private static final String REFUSED = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "postgresql",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {"datasource": "near", "table": "few", "column": ["n"], "consistency": "snapshot"}
                },
                {
                  "stepType": "postgresql",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {"datasource": "near", "table": "fewer", "column": ["n"]}
                }
              ],
              "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    @Test
    void whatReadASnapshotIsNotOfferedToGoOn() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create table few (n int primary key)",
                "insert into few select n from generate_series(1, 10) n",
                "create table fewer (n int check (n < 9))");
        visit();
        register("postgresql", "near", database);
        StudioPage studio = visitTask("near", "near_numbers", ColorScheme.DARK);
        studio.write(REFUSED);
        studio.tool("run").click();
        studio.runStateIs("Failed");
        assertThat(page.locator(".sl-not-resumed")).containsText("its snapshot of the source ended with it");
        assertThat(page.locator(".sl-resume")).hasCount(0);
        Browser.screenshot(page, "run-not-resumed");
    }

    @Test
    void aRetryIsMarkedOnTheChart() throws Exception {
        TestDatabase database = PostgreSqlServer.shared().database();
        database.run(
                "create table numbers (n int primary key, pad text)",
                "insert into numbers select n, repeat('x', 400) from generate_series(1, 120000) n");
        try (TcpProxy proxy = TcpProxy.to(database.port())) {
            visit();
            register("postgresql", "far", proxy.before(database));
            StudioPage studio = visitTask("far", "far_numbers", ColorScheme.LIGHT);
            studio.write(LOAD);
            studio.tool("run").click();
            studio.runStateIs("Running");
            page.waitForCondition(() -> proxy.passed() > 4_000_000);
            proxy.reset();
            studio.dock("run").click();
            Locator mark = page.locator("text.sl-chart-event-word");
            assertThat(mark).hasText("tried again", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
            Browser.screenshot(page, "run-retried");
            studio.runStateIs("Succeeded");
            assertThat(mark).hasText("tried again");
            Axe.check(page, ".sl-dock");
            Browser.screenshot(page, "run-retried-end");
        }
    }
}
