package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.MouseButton;
import io.sluice.testing.Workbench;
import java.util.List;
import java.util.stream.Stream;

/** Data Studio in a browser, in the words of its users. */
record StudioPage(Page page) {
    static final String USER = "lin";
    static final String PASSWORD = "seven slow copper herons";

    static StudioPage signIn(Page page, Workbench workbench) {
        return signIn(page, workbench, USER);
    }

    static StudioPage signIn(Page page, Workbench workbench, String user) {
        page.navigate(workbench.url("/"));
        page.locator("vaadin-text-field input").first().fill(user);
        page.locator("vaadin-password-field input").first().fill(PASSWORD);
        page.keyboard().press("Enter");
        return there(page);
    }

    /** Comes as somebody who is signed in already. */
    static StudioPage come(Page page, String address) {
        page.navigate(address);
        return there(page);
    }

    /** The first page of a workbench that has just started takes by far the longest. */
    private static StudioPage there(Page page) {
        StudioPage studio = new StudioPage(page);
        studio.node("Business flow").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        return studio;
    }

    Locator node(String name) {
        return page.locator(".sl-tnode:has(.sl-tnode-name[title='" + name + "'])")
                .first();
    }

    /** Chooses entries of the right-click menu of a node, from menu to sub-menu. */
    void menu(Locator node, String... entries) {
        node.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        for (String entry : entries) {
            page.locator(".sl-menu-item")
                    .getByText(entry, new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
    }

    /** Fills the first field of the open dialog and gives its answer. */
    void answerDialog(String text) {
        Locator field = page.locator(".sl-fields input").first();
        field.fill(text);
        field.press("Enter");
        assertThat(page.locator(".sl-fields")).hasCount(0);
    }

    void createFlow(String name) {
        menu(node("Business flow"), "Create", "Business flow…");
        answerDialog(name);
        node(name).waitFor();
    }

    /** Creates a task below a node, waits for its editor and shows its script. */
    void createTask(Locator parent, String name) {
        createForm(parent, name);
        look("Script");
    }

    /** Creates a task below a node, which opens as a form. */
    void createForm(Locator parent, String name) {
        menu(parent, "Create", "Data Integration", "Data Sync…");
        answerDialog(name);
        editorReady(name);
    }

    /** Chooses how to look at the task, Form, Split or Script, and agrees to switch it to script mode. */
    void look(String mode) {
        Locator segment = page.locator(".sl-segment", new Page.LocatorOptions().setHasText(mode));
        Locator agree = page.locator("#script-mode-switch");
        segment.click();
        page.waitForCondition(() -> agree.isVisible() || "true".equals(segment.getAttribute("aria-checked")));
        if (agree.isVisible()) {
            agree.click();
            assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        }
    }

    void open(String task) {
        node(task).click();
        editorReady(task);
    }

    void editorReady(String task) {
        assertThat(page.locator(".sl-crumbs .sl-file")).hasText(task + ".json");
    }

    /** Waits until the address names the task in front, and nobody is on the way to another. */
    void settled() {
        page.waitForFunction("() => !window.Vaadin.Flow.navigation"
                + " && location.pathname.endsWith(document.querySelector('sluice-task-tabs').front)");
    }

    /** Replaces the text of the editor and waits until the server has judged it. */
    void write(String text) {
        page.evaluate("text => document.querySelector('sluice-script-editor').replace(text)", text);
        assertThat(page.locator(".sl-saved")).not().containsText("Saved");
    }

    String text() {
        return (String) page.evaluate("() => document.querySelector('sluice-script-editor').text()");
    }

    /** Waits until the text of the editor has all these parts. */
    void holds(String... parts) {
        try {
            page.waitForCondition(() -> Stream.of(parts).allMatch(text()::contains));
        } catch (TimeoutError late) {
            throw new AssertionError(List.of(parts) + " is not in " + text(), late);
        }
    }

    /** Sets the caret into the editor. */
    void caret(int line, int column) {
        page.evaluate(
                "([line, column]) => document.querySelector('sluice-script-editor').reveal(line, column)",
                List.of(line, column));
    }

    Locator tool(String name) {
        return page.locator("#studio-" + name);
    }

    Locator dock(String name) {
        return page.locator("#dock-" + name);
    }

    Locator runState() {
        return page.locator(".sl-run-head .sl-chip").first();
    }

    void runStateIs(String word) {
        assertThat(runState()).hasText(word, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    Locator log() {
        return page.locator("sluice-run-log");
    }
}
