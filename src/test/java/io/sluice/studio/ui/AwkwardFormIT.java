package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sluice.testing.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form over a script that nobody wrote for a form. */
class AwkwardFormIT extends StudioSession {
    private static final String ODD = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {
                  "stepType": "mysql", "name": "Reader", "category": "reader",
                  "parameter": {
                    "datasource": {"name": "shop"}, // by whom?
                    "table": [{"schema": "crm", "name": "orders"}, null],
                    "column": ["id", "case\\r\\n\\twhen total > 1 then 'a'\\r\\nend", null, 1.50, "'x'"],
                    "where": "id > 5\\nand note <> '\\t'",
                    "splitPk": {"name": "id"},
                    "splitFactor": "${factor}", "fetchSize": [1, 2], "socketTimeout": null,
                    "session": ["set names utf8mb4", null, "null", "", {"x": [1.50]}],
                    "querySql": "", "ourOwn": "null", "ours": null, "mine": "5"
                  }
                },
                {"stepType": "filter", "name": "Odd", "category": "map", "parameter": {"name": {"column": "id"}, "operator": "${op}", "value": null}},
                {"stepType": "mask", "name": "Masked", "category": "map", "parameter": {"name": ["a", {"b": 1}], "kind": "${kind}"}},
                {
                  "stepType": "mysql", "name": "Writer", "category": "writer",
                  "parameter": {
                    "datasource": "nowhere", "table": {"name": "orders"}, "column": ["id", "kind", "a", "b", "x"],
                    "writeMode": "${mode}", "preSql": ["delete from t\\nwhere a = 1", null], "batchSize": "${rows}"
                  }
                }
              ],
              "setting": {
                "errorLimit": {"strategy": null, "record": {"max": 5}},
                "speed": {"concurrent": "${channels}", "throttle": null, "record": [5]},
                "common": {"column": {"timeZone": ["UTC"]}}, "failoverEnable": {"on": true}
              },
              "order": {"hops": [{"from": "Reader", "to": "Odd"}, {"from": "Odd", "to": "Masked"}, {"from": "Masked", "to": "Writer"}]}
            }
            """;

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private Locator row(String card, String label) {
        return page.locator("#form-" + card + " .sl-formrow")
                .filter(new Locator.FilterOptions().setHas(page.getByText(label, exact())))
                .first();
    }

    private void unfold() {
        page.locator("#form-ends vaadin-details-summary").all().forEach(Locator::click);
        page.locator(".sl-mapstep-fold").all().forEach(Locator::click);
    }

    private void pictures(String name) {
        for (String section : List.of("ends", "mapping", "processing", "channel")) {
            page.evaluate("id => document.getElementById(id).scrollIntoView()", "form-" + section);
            Browser.screenshot(page, "odd-" + name + "-" + section);
        }
    }

    @Test
    void whatNoFieldCanShowIsShownWithWhatIsWrongAndStays() {
        StudioPage studio = visitTask("odd", "odd_values");
        studio.write(ODD);
        studio.look("Form");
        assertThat(row("reader", "Data source")).containsText("Expected a text");
        assertThat(row("reader", "Table")).containsText("{\"schema\": \"crm\", \"name\": \"orders\"}, null]");
        assertThat(row("reader", "Split key")).containsText("{\"name\": \"id\"}");
        assertThat(row("writer", "Table")).containsText("{\"name\": \"orders\"}");
        unfold();
        assertThat(row("reader", "Parts per channel").locator("input")).hasValue("${factor}");
        assertThat(row("writer", "Before the load").locator("textarea"))
                .hasValue("delete from t\n    where a = 1\n⟨null⟩");
        assertThat(row("writer", "Before the load")).containsText("Entry 2: Expected a text");
        assertThat(row("processing", "Columns")).containsText("[\"a\", {\"b\": 1}]");
        assertThat(row("processing", "Columns")).containsText("Expected a text");
        assertThat(page.locator("#mapping-wrong")).hasText("Source, entry 3: Expected a text");
        assertThat(page.locator(".sl-channel-wrong > div")).hasText(new String[] {
            "'Tolerated' must be a whole number, 0 or more",
            "Time zone: Expected a text",
            "Resume once by itself after a transient failure: Expected true or false"
        });
        pictures("light");
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        pictures("dark");
        assertThat(studio.text()).isEqualTo(ODD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"job\": {\"content\": [{\"reader\": {\"name\": \"streamreader\"}}]}} | This is a job of DataX",
                "{\"type\": \"job\", \"steps\": {\"reader\": {}}} | must be a list",
                "[1, 2] | A script is an object"
            })
    void aScriptWithoutAPlaceForTheFormsChangesIsLookedAtOnly(String text, String why) {
        StudioPage studio = visitTask("foreign" + why.length() + text.length(), "foreign");
        studio.write(text);
        studio.look("Form");
        assertThat(page.locator(".sl-form-obstacle")).containsText(why);
        assertThat(row("reader", "Data source").locator("input")).hasAttribute("readonly", "");
        assertThat(page.locator("#processing-add vaadin-menu-bar-button").first())
                .isDisabled();
        Browser.screenshot(page, "form-unsuited");
    }
}
