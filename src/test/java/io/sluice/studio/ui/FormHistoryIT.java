package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Undo and redo across form, script and tabs: every step goes back to the text before it, byte for byte. */
class FormHistoryIT extends StudioSession {
    private static final String ODD = """
            { // odd, and ours
              "type" : "job" ,"version":"2.0",
              "steps":[
                {"stepType": "sqlite", "name": "Reader", "category": "reader",
                  "parameter": {
                    "datasource": "shop", /* a file */ "table": ["orders"] , // just one
                \t"where": "",
                    "column": [
                      "id", // the key
                      "total"  /* money */ ,

                      "status", "currency"
                      // nothing more
                    ],
                    "ours": {"kept": 1.50,},
                  }},
                // first this
                {"stepType": "filter", "name": "Paid", "category": "map", "parameter": {"name": "status", "operator": "==", "value": "paid"}}, // keep
                /* then that */ {"stepType": "mask", "name": "Hide", "category": "map", "parameter": {"name": ["currency" /* only */]}},
                {"stepType": "cast", "name": "Text", "category": "map",
                   "parameter": {"columns": [{"name": "total", "type": "string"}, // as text
                      {"name": "id", "type": "string"}]}},
                {"stepType":"sqlite","name":"Writer","category":"writer","parameter":{"datasource":"shop","table":"orders",
                   "column":["id","total","status","currency"], "preSql": [
                     "delete from orders where id > 5", // first
                     "analyze" ,  // then
                     "select 1"
                   ]}}
              ],
              "setting":{"errorLimit":{"record":"0"},"speed":{"concurrent":"2"/* few */,"throttle":false}},
              "order":{"hops":[{"from":"Reader","to":"Paid"},{"from":"Paid","to":"Hide"}, // odd
                {"from":"Hide","to":"Text"},{"from":"Text","to":"Writer"}]}
            }
            """;

    private StudioPage studio;

    /** Does something and remembers what the text is then. */
    private void step(List<String> texts, Runnable action) {
        String before = studio.text();
        action.run();
        try {
            page.waitForCondition(() -> !studio.text().equals(before));
        } catch (TimeoutError nothing) {
            throw new AssertionError("step " + texts.size() + " changes nothing", nothing);
        }
        texts.add(settled());
    }

    /** The text when the server has no more to say to it. */
    private String settled() {
        String text = studio.text();
        for (int quiet = 0; quiet < 3; quiet++) {
            page.waitForTimeout(120);
            if (!studio.text().equals(text)) {
                text = studio.text();
                quiet = 0;
            }
        }
        return text;
    }

    private void undo() {
        page.locator(".sl-outline-entry").first().focus();
        page.keyboard().press("Control+z");
    }

    private void redo() {
        page.locator(".sl-outline-entry").first().focus();
        page.keyboard().press("Control+Shift+Z");
    }

    private void becomes(String text, String when) {
        try {
            page.waitForCondition(() -> studio.text().equals(text));
        } catch (TimeoutError late) {
            assertThat(studio.text()).as(when).isEqualTo(text);
        }
    }

    private Locator input(String card, String label) {
        return page.locator("#form-" + card + " .sl-formrow")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .first()
                .locator("input, textarea")
                .first();
    }

    private static void enter(Locator input, String value) {
        input.fill(value);
        input.press("Tab");
    }

    private void delete(String step) {
        page.locator(".sl-mapstep[aria-label$=': " + step + "'] .sl-mapstep-delete")
                .click();
    }

    @Test
    void everyStepGoesBackAndForthWhicheverEditorMadeIt() {
        studio = visitTask("history", "back_and_forth");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "other");
        studio.open("back_and_forth");
        studio.write(ODD);
        studio.look("Form");
        List<String> texts = new ArrayList<>(List.of(ODD));
        assertThat(page.locator(".sl-mapstep")).hasCount(3);
        step(texts, () -> delete("Hide"));
        step(texts, () -> delete("Text"));
        step(texts, () -> delete("Paid"));
        page.locator("#form-writer vaadin-details-summary").first().click();
        step(texts, () -> enter(input("writer", "Before the load"), "delete from orders where id > 5\nselect 1"));
        step(texts, () -> enter(input("writer", "Before the load"), ""));
        step(texts, () -> page.locator("#mapping-clear").click());
        step(texts, () -> page.locator("#mapping-by-name").click());
        step(texts, () -> enter(page.getByLabel("Channels at once", new Page.GetByLabelOptions().setExact(true)), "4"));
        studio.look("Script");
        step(texts, () -> {
            studio.caret(1, 1);
            page.keyboard().press("Control+End");
            page.keyboard().type("//typed");
        });
        studio.open("other");
        studio.open("back_and_forth");
        studio.look("Form");
        step(texts, () -> enter(input("reader", "Filter"), "id > 1"));
        step(texts, () -> enter(input("reader", "Filter"), ""));

        for (int i = texts.size() - 2; i >= 0; i--) {
            undo();
            becomes(texts.get(i), "undo to step " + i);
        }
        assertThat(page.locator(".sl-mapstep")).hasCount(3);
        for (int i = 1; i < texts.size(); i++) {
            redo();
            becomes(texts.get(i), "redo to step " + i);
        }
        int kept = texts.size() - 5;
        for (int i = texts.size() - 2; i >= kept; i--) {
            undo();
            becomes(texts.get(i), "undo again to step " + i);
        }
        // The form hears of a step back from the server; what is typed before that would be taken back with it.
        assertThat(page.getByLabel("Channels at once", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("2");
        List<String> again = new ArrayList<>(texts.subList(0, kept + 1));
        step(again, () -> enter(page.getByLabel("Channels at once", new Page.GetByLabelOptions().setExact(true)), "7"));
        redo();
        assertThat(settled()).isEqualTo(again.getLast());
        studio.open("other");
        studio.open("back_and_forth");
        for (int i = again.size() - 2; i >= 0; i--) {
            undo();
            becomes(again.get(i), "undo to step " + i + " after an edit between");
        }
        assertThat(studio.text()).isEqualTo(ODD);
    }
}
