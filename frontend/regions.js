/**
 * F6 goes from part to part of the screen and Shift F6 back: rail, tree, tabs, toolbar, form, script, panel, dock. Each
 * part gets the focus where it had it last. This also leads out of the script editor, which needs Tab for itself.
 */
const PARTS = [
    ".sl-rail", ".sl-tree", ".sl-tabstrip", ".sl-toolbar", "sluice-form-pane", "sluice-script-editor", ".sl-properties", ".sl-dock",
    ".sl-pagehead", ".sl-sourcelist", ".sl-drawer",
];
const STOPS = "a[href], button, input, textarea, select, vaadin-button, vaadin-grid, [tabindex]";

/** @type {WeakMap<Element, HTMLElement>} what had the focus last, by part */
const last = new WeakMap();

function parts() {
    return PARTS.flatMap((selector) => [...document.querySelectorAll(selector)]).filter((part) => part.checkVisibility());
}

/** @param {Element} part */
function firstStop(part) {
    const before = last.get(part);
    if (before?.isConnected && part.contains(before) && before.checkVisibility()) {
        return before;
    }
    const stops = /** @type {HTMLElement[]} */ ([...part.querySelectorAll(STOPS)]);
    return stops.find((stop) => stop.tabIndex >= 0 && !stop.hasAttribute("disabled") && stop.checkVisibility());
}

document.addEventListener("focusin", (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    const part = at.closest(PARTS.join());
    if (part) {
        last.set(part, at);
    }
});

window.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || document.querySelector("vaadin-dialog[opened], vaadin-confirm-dialog[opened], .sl-palette")) {
        return;
    }
    const around = parts();
    const at = around.findIndex((part) => part.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    for (let by = 1; by <= around.length; by++) {
        const stop = firstStop(around[(at + step * by + around.length * 2) % around.length]);
        if (stop) {
            event.preventDefault();
            event.stopPropagation();
            stop.focus();
            return;
        }
    }
}, true);
