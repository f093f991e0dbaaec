package io.sluice.testing;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;

/** Somebody who has no mouse: goes on by Tab, and sees at each stop where the focus is. */
public final class Keyboard {
    private static final int STOPS = 90;

    /**
     * Says what has the focus and how that is seen: by an outline or a ring on it, on the field around it, or on the row
     * of a list that it points at.
     */
    private static final String SEEN = """
            () => {
                let deepest = document.activeElement;
                while (deepest?.shadowRoot?.activeElement) {
                    deepest = deepest.shadowRoot.activeElement;
                }
                const shown = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
                const ringed = (element) => element && [undefined, "::before", "::after"].some((part) =>
                    shown(getComputedStyle(element, part)) && (!part || getComputedStyle(element, part).content !== "none"));
                const select = deepest.closest("vaadin-select-value-button") && deepest.closest("vaadin-select[focused]");
                const host = select ?? deepest.closest("[focused]") ?? deepest.getRootNode().host;
                const around = [
                    deepest, host, host?.shadowRoot?.querySelector("[part~=input-field], [part~=checkbox]"),
                    deepest.closest(".sl-tree-filter, .sl-palette-head, .sl-dg-cell, .sl-dg-viewport, .monaco-editor"),
                    deepest.getRootNode().getElementById?.(deepest.getAttribute("aria-activedescendant") ?? ""),
                ];
                const typing = deepest.closest(".monaco-editor") !== null;
                const name = `${deepest.tagName.toLowerCase()}#${deepest.id}.${deepest.className} ${deepest.getAttribute("aria-label") ?? deepest.textContent.trim().slice(0, 40)}`;
                return { name, lost: deepest === document.body, seen: typing || around.some(ringed) };
            }
            """;

    private static final String AT = """
            (selector) => {
                for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement) {
                    if (at.closest(selector)) {
                        return true;
                    }
                }
                return false;
            }
            """;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    public void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    public void type(String text) {
        page.keyboard().type(text);
    }

    /** Whether the focus is on, or inside, what a selector describes. */
    public boolean isAt(String selector) {
        return Boolean.TRUE.equals(page.evaluate(AT, selector));
    }

    /** Waits until the focus has come to a place by itself, and can be seen there. */
    public void comesTo(String selector) {
        page.waitForCondition(() -> isAt(selector));
        assertSeen();
    }

    /** Goes on by Tab until a place has the focus. */
    public void tabTo(String selector) {
        go("Tab", selector);
    }

    /** Goes back by Shift and Tab until a place has the focus. */
    public void backTo(String selector) {
        go("Shift+Tab", selector);
    }

    private void go(String key, String selector) {
        StringBuilder way = new StringBuilder();
        for (int stop = 0; stop < STOPS; stop++) {
            press(key);
            way.append(assertSeen()).append('\n');
            if (isAt(selector)) {
                return;
            }
        }
        Assertions.fail("The keyboard does not come to " + selector + ". Its way:\n" + way);
    }

    /** Between the last stop of the page and the first one lies the browser's own frame, which is no place of ours. */
    private String assertSeen() {
        @SuppressWarnings("unchecked")
        java.util.Map<String, Object> found = (java.util.Map<String, Object>) page.evaluate(SEEN);
        String name = String.valueOf(found.get("name"));
        if (!Boolean.TRUE.equals(found.get("lost"))) {
            Assertions.assertThat(found.get("seen"))
                    .as("focus is seen at " + name)
                    .isEqualTo(true);
        }
        return name;
    }
}
