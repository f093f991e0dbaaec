package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    /**
     * Edits a text in many ways and back: outside the lines that were edited every byte stays, undo and redo give each
     * text as it was, and the text says what the editor shows.
     */
    private static final String ANY_EDITS = """
            async (sequences) => {
                const { ScriptText, plain, spelling } = await import("/sluice/script-text.js");
                const { api } = document.querySelector("sluice-script-editor");
                let seed = 42;
                const random = (below) => {
                    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
                    return Math.floor((seed / 0x80000000) * below);
                };
                const one = (of) => of[random(of.length)];
                const pieces = ["\\n", "\\r\\n", "\\r", "x", "", "\\u2028", "\\u4f60", "  ", "yy"];
                const any = (most) => Array.from({ length: random(most) }, () => one(pieces)).join("");
                const starts = (text) => [0, ...[...text.matchAll(/\\r\\n|\\r|\\n/g)].map((end) => end.index + end[0].length)];
                const fail = (why, ...texts) => {
                    throw new Error(why + " " + JSON.stringify(texts));
                };
                const model = api.editor.createModel("", "plaintext");
                const text = new ScriptText(api, model, "");
                for (let sequence = 0; sequence < sequences; sequence++) {
                    const first = one(["", "\\uFEFF"]) + any(14);
                    text.load(first);
                    if (text.value() !== first) fail("load", first, text.value());
                    const texts = [first];
                    for (let step = 0; step < 8; step++) {
                        const before = text.value();
                        if (random(4) === 0) {
                            const mark = spelling(before).mark.length;
                            const from = mark + random(before.length + 1 - mark);
                            const to = from + random(before.length + 1 - from);
                            const wanted = before.slice(0, from) + any(5) + before.slice(to);
                            text.become(wanted, (left, right) => [{ start: 0, end: left.length, insert: right }]);
                            if (text.value() !== wanted) fail("become", before, wanted, text.value());
                            if (plain(wanted) === plain(before)) {
                                texts[texts.length - 1] = wanted;
                                continue;
                            }
                        } else {
                            const range = api.Range.fromPositions(model.getPositionAt(random(model.getValueLength() + 1)),
                                model.getPositionAt(random(model.getValueLength() + 1)));
                            const insert = any(4);
                            if (api.Range.isEmpty(range) && insert === "") continue;
                            model.pushStackElement();
                            model.pushEditOperations([], [{ range, text: insert }], () => null);
                            model.pushStackElement();
                            const after = text.value();
                            const lines = starts(before);
                            const head = before.slice(0, lines[range.startLineNumber - 1]);
                            const tail = before.slice(lines[range.endLineNumber] ?? before.length);
                            if (!after.startsWith(head) || !after.endsWith(tail)) fail("edit", before, range, insert, after);
                        }
                        if (plain(text.value()) !== model.getValue()) fail("lines", before, text.value(), model.getValue());
                        texts.push(text.value());
                    }
                    const last = texts.length - 1;
                    for (let back = last - 1; back >= 0; back--) {
                        model.undo();
                        if (text.value() !== texts[back]) fail("undo", texts[back], text.value(), texts, back);
                    }
                    for (let on = 1; on <= last; on++) {
                        model.redo();
                        if (text.value() !== texts[on]) fail("redo", texts[on], text.value());
                    }
                }
                model.dispose();
                return `${sequences} sequences`;
            }
            """;

    /** More edits at once than Monaco keeps apart. */
    private static final String MANY_EDITS = """
            async () => {
                const { ScriptText } = await import("/sluice/script-text.js");
                const { api } = document.querySelector("sluice-script-editor");
                const script = Array.from({ length: 3000 }, (none, line) => "x" + ["\\n", "\\r\\n", "\\r"][line * 7 % 3]).join("");
                const model = api.editor.createModel("", "plaintext");
                const text = new ScriptText(api, model, script);
                model.pushEditOperations([], model.findMatches("x", false, false, true, null, false, 9999)
                    .map(({ range }) => ({ range, text: "yy" })), () => null);
                return text.value() === script.replaceAll("x", "yy");
            }
            """;

    private static String text(String ends) {
        String text = SHOP_SCRIPT.replace("\"where\": \"\"", "\"where\": \"\" // kept");
        return switch (ends) {
            case "crlf" -> text.replace("\n", "\r\n");
            case "mixed" -> text.replace(",\n", ",\r\n");
            default -> text;
        };
    }

    /** The button means something else until the file was looked at. */
    private void drop(String flow, String task, String text) {
        page.evaluate(DROP, List.of(flow, task + ".json", text));
        assertThat(page.locator("#import-answer")).hasText("Import 1 job");
        page.locator("#import-answer").click();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf", "mixed"})
    void aFieldChangesItsValueOnly(String ends) {
        StudioPage studio = visit();
        studio.createFlow(ends);
        drop(ends, ends + "_task", text(ends));
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
        assertThat(studio.text()).isEqualTo(text(ends));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf", "mixed"})
    void typingInTheScriptChangesNothingElse(String ends) {
        StudioPage studio = visit();
        studio.createFlow("typed_" + ends);
        drop("typed_" + ends, ends + "_typed", text(ends));
        studio.editorReady(ends + "_typed");
        studio.look("Script");
        studio.caret(13, column("        \"where\": \"\"", "\"where\": \""));
        page.keyboard().type("id");
        page.keyboard().press("Escape");
        studio.caret(2, 1);
        page.keyboard().press("Control+/");
        studio.caret(3, 1);
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.keyboard().type("// mine");
        page.keyboard().press("Escape");
        String typed = text(ends)
                .replace("\"where\": \"\"", "\"where\": \"id\"")
                .replace("\"type\"", "// \"type\"")
                .replace("\"2.0\",\r\n", "\"2.0\",\r\n  // mine\r\n");
        assertThat(studio.text()).isEqualTo(typed);
        studio.tool("save").click();
        assertThat(page.locator(".sl-task-tab.dirty")).hasCount(0);
        page.evaluate("sessionStorage.clear()");
        page.reload();
        studio.editorReady(ends + "_typed");
        studio.look("Script");
        page.waitForCondition(() -> studio.text().equals(typed));
    }

    /** Any edits of any texts, 10,000 times over: {@code frontend/script-text.js} with the models of the editor. */
    @Test
    void noEditTouchesTheEndsOfOtherLines() {
        visitTask("any_edits", "any_edit");
        assertThat(page.evaluate(ANY_EDITS, 10_000)).isEqualTo("10000 sequences");
        assertThat(page.evaluate(MANY_EDITS)).isEqualTo(true);
    }
}
