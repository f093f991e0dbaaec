package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that come with the line ends of other systems. */
class LineEndsIT extends StudioSession {
    private static final String DROP = """
            ([node, name, text]) => {
                const transfer = new DataTransfer();
                transfer.items.add(new File([text], name, { type: "application/json" }));
                const row = [...document.querySelectorAll(".sl-tnode")].find((one) => one.textContent.trim() === node);
                for (const type of ["dragenter", "dragover", "drop"]) {
                    row.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
            }
            """;

    private static String text(String ends) {
        String text = SHOP_SCRIPT.replace("\"where\": \"\"", "\"where\": \"\" // kept");
        return switch (ends) {
            case "crlf" -> text.replace("\n", "\r\n");
            case "mixed" -> text.replace(",\n", ",\r\n");
            case "bom" -> "\uFEFF" + text;
            default -> text;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf", "mixed", "bom"})
    void aFieldChangesItsValueOnly(String ends) {
        StudioPage studio = visit();
        studio.createFlow(ends);
        page.evaluate(DROP, List.of(ends, ends + "_task.json", text(ends)));
        page.locator("#import-answer").click();
        studio.editorReady(ends + "_task");
        studio.look("Script");
        studio.look("Form");
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        Locator filter = page.locator("#form-reader .sl-formrow")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText("Filter", new Page.GetByTextOptions().setExact(true))))
                .locator("textarea");
        filter.fill("id > 1");
        filter.press("Tab");
        studio.holds("\"where\": \"id > 1\" // kept");
        assertThat(filter).hasValue("id > 1");
        filter.fill("id > 2");
        filter.press("Tab");
        studio.holds("\"where\": \"id > 2\" // kept");
        page.locator(".sl-outline-entry").first().focus();
        page.keyboard().press("Control+z");
        assertThat(filter).hasValue("id > 1");
        page.keyboard().press("Control+z");
        assertThat(filter).hasValue("");
        assertThat(studio.text().replace("\r", ""))
                .isEqualTo(text(ends).replace("\r", "").replace("\uFEFF", ""));
    }
}
