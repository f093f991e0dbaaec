/**
 * The button that puts the tree of the studio away and brings it back, <sluice-tree-toggle>; Ctrl B does the same. This
 * browser remembers it. The tree itself only asks for {@link showTree}, when somebody wants to go there by a key.
 */
const KEPT = "sluice.tree.away";

const listeners = new Set();

/** @param {boolean} away */
function keep(away) {
    localStorage.setItem(KEPT, String(away));
    listeners.forEach((listener) => listener());
}

function isAway() {
    return localStorage.getItem(KEPT) === "true";
}

/** Brings the tree back when it was put away. */
export function showTree() {
    if (isAway()) {
        keep(false);
    }
}

class TreeToggle extends HTMLElement {
    connectedCallback() {
        if (!this.button) {
            this.button = document.createElement("button");
            this.button.type = "button";
            this.button.className = "sl-tool";
            this.button.id = "tree-toggle";
            const icon = document.createElement("span");
            icon.className = "sl-icon sl-i-sidebar";
            icon.setAttribute("aria-hidden", "true");
            this.button.append(icon);
            this.button.addEventListener("click", () => keep(!isAway()));
            this.append(this.button);
            this.listener = () => this.fit();
            this.keys = (/** @type {KeyboardEvent} */ event) => this.pressed(event);
        }
        listeners.add(this.listener);
        document.addEventListener("keydown", this.keys, true);
        this.fit();
    }

    disconnectedCallback() {
        listeners.delete(this.listener);
        document.removeEventListener("keydown", this.keys, true);
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
        if (event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "b") {
            event.preventDefault();
            event.stopPropagation();
            keep(!isAway());
        }
    }

    /** @param {string} text */
    setLabel(text) {
        this.button?.setAttribute("aria-label", text);
        if (this.button) {
            this.button.title = text;
        }
    }

    fit() {
        const away = isAway();
        const frame = this.closest(".sl-studio");
        const tree = frame?.querySelector(".sl-tree");
        if (away && tree?.contains(document.activeElement)) {
            this.button?.focus();
        }
        frame?.toggleAttribute("data-tree-away", away);
        this.button?.setAttribute("aria-expanded", String(!away));
    }
}

customElements.define("sluice-tree-toggle", TreeToggle);
