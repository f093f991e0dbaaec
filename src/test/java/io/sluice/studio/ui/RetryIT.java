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
