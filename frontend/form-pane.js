/**
 * The place of a task's form. Undo and redo mean the last step of the task, whichever editor made it, and reach the
 * server as the events `form-undo` and `form-redo`; while a field holds text that was not handed over yet, the keys
 * are the browser's and mean the letters in that field.
 */

/** How far below the top of the page a section counts as reached, in pixels. */
const REACH = 48;

class FormPane extends HTMLElement {
    connectedCallback() {
        if (this.listening) {
            return;
        }
        this.listening = true;
        /** @type {WeakMap<EventTarget, string>} what the server knows of a field */
        this.handedOver = new WeakMap();
        for (const moment of ["focusin", "change"]) {
            this.addEventListener(moment, (event) => this.note(event), true);
        }
        this.addEventListener("keydown", (event) => this.pressed(event), true);
        this.addEventListener("scroll", () => this.mark(), { capture: true, passive: true });
        this.sizes = new ResizeObserver(() => this.mark());
        new MutationObserver(() => this.watch()).observe(this, { childList: true });
        this.watch();
    }

    /** The outline is right again whenever a section grows or shrinks. */
    watch() {
        this.sizes.disconnect();
        this.querySelectorAll(".sl-fsection").forEach((section) => this.sizes.observe(section));
    }

    /** The outline shows which section stands at the top; at the end of the page that is the last one. */
    mark() {
        const page = this.querySelector(".sl-formpage");
        if (!page) {
            return;
        }
        const sections = [...page.querySelectorAll(":scope > .sl-fsection")];
        const top = page.getBoundingClientRect().top + REACH;
        const ended = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1;
        const passed = sections.filter((section) => section.getBoundingClientRect().top <= top).length;
        const current = ended ? sections.length - 1 : Math.max(0, passed - 1);
        this.querySelectorAll(".sl-outline-entry").forEach((entry, at) =>
            at === current ? entry.setAttribute("aria-current", "location") : entry.removeAttribute("aria-current"));
    }

    /** @param {Event} event */
    note(event) {
        const field = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
        if ("value" in field) {
            this.handedOver.set(field, field.value);
        }
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
        const step = stepOf(event);
        const field = /** @type {HTMLInputElement} */ (event.composedPath()[0]);
        const typing = "value" in field && this.handedOver.has(field) && this.handedOver.get(field) !== field.value;
        if (step && !typing) {
            event.preventDefault();
            event.stopPropagation();
            this.dispatchEvent(new CustomEvent(step));
        }
    }
}

/** @param {KeyboardEvent} event */
function stepOf(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) {
        return undefined;
    }
    const key = event.key.toLowerCase();
    if (key === "z") {
        return event.shiftKey ? "form-redo" : "form-undo";
    }
    return key === "y" && !event.shiftKey ? "form-redo" : undefined;
}

customElements.define("sluice-form-pane", FormPane);
