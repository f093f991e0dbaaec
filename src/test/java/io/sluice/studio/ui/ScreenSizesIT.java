package io.sluice.studio.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.sluice.testing.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that can be operated is cut off in the sizes of window that people have, down to 1024 by 768. */
class ScreenSizesIT extends StudioSession {
    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1280, 800), new Size(1024, 768));

    /** What is out of the window, or out of what clips it: nobody can scroll there, or would have to scroll sideways. */
    private static final String CUT = """
            () => {
                const operable = "button, a[href], input, textarea, select, vaadin-button, [role=tab], [role=separator]";
                const cut = [];
                const name = (element) => `${element.tagName.toLowerCase()}#${element.id}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
                if (document.scrollingElement.scrollWidth > innerWidth || document.scrollingElement.scrollHeight > innerHeight) {
                    cut.push("the page itself scrolls");
                }
                for (const element of document.querySelectorAll(operable)) {
                    const box = element.getBoundingClientRect();
                    const style = getComputedStyle(element);
                    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width < 2
                            || style.clipPath !== "none" || element.closest(".monaco-editor, vaadin-grid, .sl-sample, .sl-offscreen, .sl-dg-viewport")) {
                        continue;
                    }
                    if (box.left < -1 || box.right > innerWidth + 1) {
                        cut.push(`out of the window: ${name(element)}`);
                    }
                    for (let around = element.parentElement; around; around = around.parentElement) {
                        const overflow = getComputedStyle(around).overflowX;
                        const edge = around.getBoundingClientRect();
                        if (overflow !== "visible" && (box.left < edge.left - 1 || box.right > edge.right + 1)) {
                            cut.push(`cut by ${name(around)}: ${name(element)}`);
                            break;
                        }
                    }
                }
                return cut;
            }
            """;

    /** What follows the size of the window by script has begun to do so. */
    private static final String TWO_FRAMES =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

    private record Size(int width, int height) {}

    @Test
    void studioFits() {
        StudioPage studio = visit();
        studio.open("Supplier prices to shop");
        studio.look("Form");
        assertThat(page.locator(".sl-map-kind:visible").first()).isVisible();
        atEverySize("form");
        assertThat(page.locator("#mapping-grid").boundingBox().y)
                .as("the tools of the mapping stand in one row")
                .isCloseTo(page.locator("#mapping-by-name").boundingBox().y, org.assertj.core.data.Offset.offset(6.0));
        page.locator("#mapping-grid").click();
        studio.look("Split");
        atEverySize("split");
        guideLeavesTheScriptFree("split");
        studio.look("Script");
        atEverySize("script");
        guideLeavesTheScriptFree("script");
        loadDirty(studio);
        for (String tab : List.of("run", "dirty", "problems", "history")) {
            studio.dock(tab).click();
            atEverySize("dock-" + tab);
        }
        studio.dock("dirty").click();
        page.locator(".sl-dg-cell.fault").first().click();
        assertThat(page.locator(".sl-dirty-message")).isVisible();
        page.locator("#dock-expand").click();
        atEverySize("dirty-detail");
        page.locator("#dock-fold").click();
        page.locator("#properties-versions").click();
        assertThat(page.locator(".sl-versions")).isVisible();
        atEverySize("versions");
        BoundingBox versions = page.locator(".sl-versions").boundingBox();
        BoundingBox script = page.locator("sluice-script-editor").boundingBox();
        assertThat(script.x + script.width)
                .as("the versions leave the script free")
                .isLessThanOrEqualTo(versions.x + 1);
        page.navigate(workbench.url("/data-sources/new/mysql"));
        assertThat(page.locator(".sl-drawer")).isVisible();
        atEverySize("data-source");
    }

    /** Beside the script where there is room for both, else below it. */
    private void guideLeavesTheScriptFree(String screen) {
        if (page.locator("#guide-unfold").isVisible()) {
            page.locator("#guide-unfold").click();
        }
        assertThat(page.locator(".sl-guide-body")).isVisible();
        atEverySize(screen + "-guide");
        BoundingBox guide = page.locator(".sl-guide").boundingBox();
        BoundingBox script = page.locator("sluice-script-editor").boundingBox();
        assertThat(script.width).isGreaterThan(260);
        assertThat(script.x + script.width <= guide.x + 1 || script.y + script.height <= guide.y + 1)
                .as("the guide leaves the script free")
                .isTrue();
    }

    private void loadDirty(StudioPage studio) {
        studio.write(studio.text()
                .replace("\"sku\", \"type\": \"string\"", "\"sku\", \"type\": \"long\"")
                .replace("\"record\": \"0\"", "\"record\": \"9999\""));
        studio.tool("run").click();
        assertThat(studio.dock("dirty").locator(".sl-count")).hasText("1,600");
    }

    private void atEverySize(String screen) {
        for (Size size : SIZES) {
            page.setViewportSize(size.width(), size.height());
            page.evaluate(TWO_FRAMES);
            try {
                page.waitForCondition(() -> cut().isEmpty());
            } catch (TimeoutError late) {
                assertThat(cut()).as(screen + " at " + size).isEmpty();
            }
            Browser.screenshot(page, "size-" + size.width() + "-" + screen);
        }
    }

    private List<?> cut() {
        return (List<?>) page.evaluate(CUT);
    }

    @Test
    void toolbarGivesWayToItsMenu() {
        StudioPage studio = visit();
        page.setViewportSize(1024, 768);
        studio.open("Orders to CSV");
        studio.look("Split");
        assertThat(studio.tool("template")).isVisible();
        page.locator(".sl-frame").evaluate("frame => frame.querySelector('.sl-tree').style.flexBasis = '480px'");
        assertThat(studio.tool("template")).isHidden();
        page.locator("#studio-more vaadin-menu-bar-button").first().click();
        page.locator("#studio-more-template").click();
        assertThat(page.locator("#template-source-type")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Control+b");
        assertThat(page.locator(".sl-tree")).isHidden();
        assertThat(studio.tool("template")).isVisible();
        assertThat(studio.tool("save").locator(".sl-word")).hasText("Save");
        page.keyboard().press("/");
        assertThat(page.locator(".sl-tree-filter input")).isFocused();
    }

    @Test
    void barBetweenFormAndScriptMoves() {
        StudioPage studio = visit();
        studio.open("Orders to CSV");
        studio.look("Split");
        Locator form = page.locator("sluice-form-pane");
        Locator bar = page.locator("sluice-split-divider");
        bar.focus();
        double before = form.boundingBox().width;
        page.keyboard().press("ArrowLeft");
        assertThat(form.boundingBox().width).isLessThan(before);
        page.keyboard().press("Home");
        assertThat(form.boundingBox().width).isGreaterThanOrEqualTo(320);
        double middle = bar.boundingBox().x;
        page.mouse().move(middle, 400);
        page.mouse().down();
        page.mouse().move(middle + 200, 400);
        page.mouse().up();
        page.waitForCondition(() -> Math.abs(bar.boundingBox().x - (middle + 200)) < 12);
        page.reload();
        studio.editorReady("Orders to CSV");
        studio.look("Split");
        assertThat(bar).isVisible();
        page.waitForCondition(() -> Math.abs(bar.boundingBox().x - (middle + 200)) < 12);
        page.setViewportSize(800, 768);
        assertThat(bar).hasAttribute("aria-orientation", "horizontal");
    }

    @Test
    void barsBesideTheTreeAndAboveTheDockMoveByKeys() {
        StudioPage studio = visit();
        studio.open("Orders to CSV");
        studio.dock("problems").click();
        Locator tree = page.locator(".sl-tree");
        Locator dock = page.locator(".sl-dock");
        Locator beside = bar("Tree and task");
        Locator above = bar("Task and dock");
        assertThat(beside).hasAttribute("aria-orientation", "vertical");
        assertThat(above).hasAttribute("aria-orientation", "horizontal");
        double width = tree.boundingBox().width;
        double height = dock.boundingBox().height;
        String share = beside.getAttribute("aria-valuenow");
        beside.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(tree.boundingBox().width).isCloseTo(width + 48, org.assertj.core.data.Offset.offset(4.0));
        assertThat(beside).not().hasAttribute("aria-valuenow", share);
        page.keyboard().press("Home");
        assertThat(tree.boundingBox().width).isLessThan(width);
        above.focus();
        page.keyboard().press("ArrowUp");
        assertThat(dock.boundingBox().height).isCloseTo(height + 24, org.assertj.core.data.Offset.offset(4.0));
        Browser.screenshot(page, "divider-focused");
        double tall = dock.boundingBox().height;
        double wide = tree.boundingBox().width;
        studio.dock("run").click();
        studio.dock("problems").click();
        page.reload();
        studio.editorReady("Orders to CSV");
        studio.dock("problems").click();
        page.waitForCondition(() -> Math.abs(dock.boundingBox().height - tall) < 6);
        page.waitForCondition(() -> Math.abs(tree.boundingBox().width - wide) < 6);
        studio.dock("diff").click();
        assertThat(studio.dock("diff")).hasAttribute("aria-selected", "true");
        above.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        double high = dock.boundingBox().height;
        studio.dock("history").click();
        assertThat(page.locator("#dock-history")).hasAttribute("aria-selected", "true");
        assertThat(dock.boundingBox().height).isCloseTo(high, org.assertj.core.data.Offset.offset(6.0));
    }

    private Locator bar(String name) {
        return page.getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName(name));
    }
}
