package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.sluice.script.ScriptDocument;
import io.sluice.testing.Axe;
import io.sluice.testing.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Job files in and out of Data Studio. Every test has a business flow of its own. */
class ImportIT extends StudioSession {
    private static final Path JOBS = Path.of("src/test/resources/datax");
    private static final String STREAM = """
            {"job": {"setting": {"speed": {"channel": 1}}, "content": [{
              "reader": {"name": "streamreader",
                "parameter": {"column": [{"value": "1", "type": "long"}], "sliceRecordCount": 10}},
              "writer": {"name": "streamwriter", "parameter": {"print": false}}}]}}
            """;

    /** Drops files or a text on a node of the tree, as a browser does. */
    private static final String DROP = """
            ([node, name, text]) => {
                const transfer = new DataTransfer();
                if (name) {
                    transfer.items.add(new File([text], name, { type: "application/json" }));
                } else {
                    transfer.setData("text/plain", text);
                }
                const row = [...document.querySelectorAll(".sl-tnode")].find((one) => one.textContent.trim() === node);
                for (const type of ["dragenter", "dragover", "drop"]) {
                    row.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                }
            }
            """;

    private Locator dialog() {
        return page.locator("vaadin-dialog[opened]");
    }

    private Locator answer() {
        return page.locator("#import-answer");
    }

    private void give(FilePayload file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    private static FilePayload zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String job : List.of(
                    "mysql-to-postgresql",
                    "mysql-shards-to-mysql",
                    "oracle-to-oracle",
                    "stream-to-stream-transformers",
                    "clickhouse-to-clickhouse",
                    "txtfile-to-mysql")) {
                put(zip, "nightly/" + job + ".json", Files.readAllBytes(JOBS.resolve(job + ".json")));
            }
            put(zip, "订单.json", STREAM.getBytes(java.nio.charset.Charset.forName("GBK")));
            put(zip, "../../broken.json", "{\"job\": {\n  \"content\": [".getBytes(StandardCharsets.UTF_8));
            put(zip, "logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        }
        return new FilePayload("nightly.zip", "application/zip", bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void anArchiveOfJobsBecomesTasksAndDataSources() throws IOException {
        StudioPage studio = visit();
        studio.createFlow("legacy");
        Locator section = page.locator(".sl-tnode[data-kind=SECTION]").last();
        studio.menu(section, "Import jobs…");
        assertThat(dialog()).containsText("tasks below legacy.");
        Browser.screenshot(page, "import-give");
        give(zip());
        assertThat(dialog().locator(".sl-import-summary")).containsText("8 jobs");
        assertThat(dialog()).containsText("3 jobs cannot run here and are not chosen.");
        assertThat(dialog().locator(".sl-import-ends").getByText("There is no reader for 'oracle'"))
                .isVisible();
        assertThat(dialog().locator(".sl-import-refused")).containsText("logo.png");
        assertThat(answer()).hasText("Import 4 jobs");
        dialog().locator("vaadin-grid-cell-content")
                .getByText("oracle → oracle")
                .click();
        assertThat(dialog().locator(".sl-remarks")).containsText("There is no reader for 'oracle'");
        Browser.screenshot(page, "import-report");
        Locator names = dialog().locator(".sl-import-jobs vaadin-text-field input");
        names.nth(0).fill("txtfile-to-mysql");
        assertThat(answer()).hasText("1 name cannot stay");
        Browser.screenshot(page, "import-names");
        names.nth(0).fill("copy_orders");
        assertThat(answer()).hasText("Import 4 jobs");
        answer().click();
        studio.node("copy_orders").waitFor();
        assertThat(dialog()).hasCount(0);
        studio.open("copy_orders");
        studio.holds("\"datasource\": \"mysql_shop\"");
        assertThat(studio.text()).doesNotContain("canary");
        page.navigate(workbench.url("/data-sources"));
        assertThat(page.locator("vaadin-grid").getByText("mysql_shop").first()).isVisible();
    }

    @Test
    void aFileDroppedOnAFolderBecomesATask() {
        StudioPage studio = visit(ColorScheme.DARK);
        studio.createFlow("dropped");
        page.evaluate(DROP, List.of("dropped", "orders_daily.json", STREAM));
        assertThat(dialog().locator(".sl-import-summary")).containsText("1 job");
        assertThat(dialog().locator(".sl-import-jobs vaadin-text-field input")).hasValue("orders_daily");
        Browser.screenshot(page, "import-report-dark");
        answer().click();
        studio.editorReady("orders_daily");
        studio.holds("\"stepType\": \"stream\"");
        studio.tool("run").click();
        studio.runStateIs("Succeeded");
    }

    @Test
    void aTextPastedIntoTheTreeBecomesATask() {
        StudioPage studio = visit();
        studio.createFlow("pasted");
        studio.node("pasted").click();
        page.evaluate("""
                text => {
                    const clipboardData = new DataTransfer();
                    clipboardData.setData("text/plain", text);
                    const list = document.querySelector(".sl-tree-list");
                    list.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }
                """, STREAM);
        assertThat(dialog().locator(".sl-import-jobs vaadin-text-field input")).hasValue("stream_to_stream");
        assertThat(answer()).hasText("Import 1 job");
        answer().press("Enter");
        studio.editorReady("stream_to_stream");
    }

    @Test
    void aLoneStepGoesIntoTheTaskInFront() {
        StudioPage studio = visit();
        studio.createFlow("steps");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "built");
        more("Import jobs…");
        dialog().locator("textarea")
                .fill("{\"stepType\": \"stream\", \"name\": \"Writer\", \"category\": \"writer\", "
                        + "\"parameter\": {\"print\": false}},");
        assertThat(answer()).isEnabled();
        answer().click();
        page.locator("#import-put").click();
        studio.holds("\"category\": \"writer\"");
        assertThat(dialog()).hasCount(0);
        assertThat(page.locator(".sl-task-tab.dirty")).isVisible();
    }

    @Test
    void exportsATaskAndAFolderWithoutSecrets() throws IOException {
        StudioPage studio = visit(ColorScheme.DARK);
        studio.createFlow("leaving");
        String text = Files.readString(JOBS.resolve("mongodb-to-odps.json"));
        page.evaluate(DROP, List.of("leaving", "mongo.json", text));
        assertThat(answer()).isDisabled();
        dialog().locator(".sl-import-jobs vaadin-checkbox").last().click();
        assertThat(answer()).hasText("Import 1 job");
        answer().click();
        studio.editorReady("mongo");
        more("Export…");
        dialog().getByText("DataX job").click();
        assertThat(dialog().locator(".sl-export-report")).containsText("mongo.datax.json");
        assertThat(dialog().locator(".sl-remarks")).containsText("order");
        Browser.screenshot(page, "export-dark");
        Download file =
                page.waitForDownload(() -> page.locator("#export-download").click());
        assertThat(file.suggestedFilename()).isEqualTo("mongo.datax.json");
        assertThat(new String(file.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"mongodbreader\"", "${reader_userPassword}")
                .doesNotContain("canary");
        page.keyboard().press("Escape");
        studio.menu(studio.node("leaving"), "Export…");
        Download zip =
                page.waitForDownload(() -> page.locator("#export-download").click());
        assertThat(zip.suggestedFilename()).isEqualTo("leaving.zip");
    }

    @Test
    void theFoundingSampleShowsItsRepairs() throws IOException {
        StudioPage studio = visit();
        studio.createFlow("founding");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "sample");
        String sample = Files.readString(Path.of("src/test/resources/founding-sample.json"));
        studio.write(sample.replace("\"odps\"", "\"mysql\""));
        studio.dock("problems").click();
        for (String code : List.of("W101", "W102", "W103", "S030")) {
            assertThat(page.locator(".sl-finding-code").getByText(code).first()).isVisible();
        }
        Browser.screenshot(page, "founding-problems");
        studio.write(sample);
        assertThat(page.locator(".sl-finding").filter(new Locator.FilterOptions().setHasText("S011")))
                .containsText("odps");
        studio.tool("format").click();
        page.waitForCondition(() -> studio.text().contains("\"steps\""));
        ScriptDocument formatted = ScriptDocument.parse(studio.text());
        String repaired = Files.readString(Path.of("src/test/resources/founding-sample-repaired.json"));
        assertThat(formatted.read(io.sluice.script.Path.ROOT))
                .isEqualTo(ScriptDocument.parse(repaired).read(io.sluice.script.Path.ROOT));
        assertThat(formatted.text()).contains("// the kind, never changed", "/* dirty records */");
        for (String code : List.of("W101", "W103")) {
            assertThat(page.locator(".sl-finding-code").getByText(code)).hasCount(0);
        }
        Browser.screenshot(page, "founding-formatted");
    }

    @Test
    void switchingToScriptModeAsksOnceAndTheWayBackIsOpen() {
        StudioPage studio = visit();
        studio.createFlow("modes");
        studio.createTask(page.locator(".sl-tnode[data-kind=SECTION]").last(), "mode");
        studio.write("{\n  // kept\n  \"type\": \"job\", \"extend\": {\"mode\": \"code\"}\n}");
        segment("Form").click();
        assertThat(segment("Form")).hasAttribute("aria-checked", "true");
        segment("Script").click();
        assertThat(dialog()).containsText("Switch mode to script mode?");
        Browser.screenshot(page, "script-mode");
        Axe.check(page, "vaadin-dialog[opened]");
        dialog().getByText("Cancel").click();
        assertThat(segment("Form")).hasAttribute("aria-checked", "true");
        segment("Script").click();
        page.locator("#script-mode-switch").click();
        assertThat(segment("Script")).hasAttribute("aria-checked", "true");
        studio.holds("\"code\"", "// kept");
    }

    private Locator segment(String name) {
        return page.locator(".sl-segment").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    /** Chooses an entry behind the three dots. */
    private void more(String entry) {
        page.locator("#studio-more vaadin-menu-bar-button").first().click();
        page.locator("vaadin-menu-bar-item").getByText(entry).click();
    }
}
