/**
 * The place of a task's form. Undo and redo mean the last step of the task, whichever editor made it, and reach the
 * server as the events `form-undo` and `form-redo`; while a field holds text that was not handed over yet, the keys
 * are the browser's and mean the letters in that field. Alt-G, and a button at the row that is pointed at or has the
 * focus, go to the line of the script: the event `form-to-script` means the field entered last.
 *
 * Text that was typed into a field and did not reach the server is offered to it as `form-unsent`, with labels and values
 * and when it was; `putBack` types it again. Rows of the mapping without a line, which no script holds, are kept by
 * `keepUnjoined` and given back as `form-unjoined` with the next form of the task.
 */
import { UnsentFields } from "./unsent-fields.js";
import { UnsentTexts } from "./unsent-texts.js";

const ROWS = ".sl-formrow, .sl-cell";

/** Of a value that is offered again; the whole of it would hide the form. */
const MOST_LETTERS = 80;

/** How far below the top of the page a section counts as reached, in pixels. */
const REACH = 48;

/** How often the button is put beside its row again, in milliseconds: rows move when answers come in. */
const FOLLOW = 150;

class FormPane extends HTMLElement {
    constructor() {
        super();
        this.unsent = new UnsentFields(this, () => /** @type {any} */ (this).$server?.received());
        /** @type {import("./unsent-fields.js").Typed[]} */
        this.left = [];
        this.unjoined = new UnsentTexts("sluice-unjoined:");
    }

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
        this.addEventListener("input", (event) => this.unsent.typing(event.composedPath()[0]));
        this.addEventListener("change", (event) => this.unsent.changed(event.composedPath()[0]));
        this.addEventListener("custom-value-set", (event) =>
            this.unsent.changed(event.composedPath()[0], /** @type {CustomEvent} */ (event).detail));
        this.addEventListener("keydown", (event) => this.pressed(event), true);
        this.addEventListener("focusin", (event) => this.offer(event.target));
        this.addEventListener("pointerover", (event) => this.offer(event.target));
        this.addEventListener("pointerleave", (event) => this.leave(event));
        this.addEventListener("focusout", () => this.hide());
        this.addEventListener("scroll", () => this.put(), true);
        this.addEventListener("scroll", (event) => this.scrolled(event.target), { capture: true, passive: true });
        this.sizes = new ResizeObserver(() => this.mark());
        new MutationObserver(() => this.watch()).observe(this, { childList: true });
        this.watch();
    }

    /**
     * @param {string} task that is shown from now on
     * @param {string} owner who is signed in
     * @param {number} storedAfter milliseconds after which the store has what the server has heard
     */
    shows(task, owner, storedAfter) {
        this.unsent.show(task, owner, storedAfter);
        this.unjoined.owner = owner;
        const rows = this.unjoined.kept(task);
        if (rows) {
            this.dispatchEvent(new CustomEvent("form-unjoined", { detail: { rows } }));
        }
        requestAnimationFrame(() => requestAnimationFrame(() => this.offerUnsent()));
    }

    /** @param {string} task @param {string} rows of its mapping that no line uses; empty when there are none */
    keepUnjoined(task, rows) {
        if (rows) {
            this.unjoined.keep(task, rows, 0);
        } else {
            this.unjoined.drop(task);
        }
    }

    offerUnsent() {
        const left = this.unsent.left();
        if (left) {
            this.left = left.typed;
            const words = left.typed.map(({ label, value }) => `${label}: ${brief(value)}`).join(" · ");
            this.dispatchEvent(new CustomEvent("form-unsent", { detail: { words, at: left.at } }));
        }
    }

    putBack() {
        this.unsent.putBack(this.left);
    }

    forgetUnsent() {
        this.unsent.drop();
    }

    /** The outline is right again whenever a section grows or shrinks. */
    watch() {
        this.sizes.disconnect();
        this.querySelectorAll(".sl-fsection").forEach((section) => this.sizes.observe(section));
    }

    disconnectedCallback() {
        this.hide();
    }

    /** Shows the button at the row of an element. @param {EventTarget | null} element */
    offer(element) {
        const row = element instanceof Element ? element.closest(ROWS) : null;
        if (row && row !== this.row) {
            this.hide();
            this.row = row;
            this.put();
            this.follow = setInterval(() => this.put(), FOLLOW);
        }
    }

    /** Behind the label of its row, as long as that can be seen. */
    put() {
        const label = this.row?.querySelector("label > :last-child, .sl-cell-label");
        if (!label) {
            return;
        }
        const range = document.createRange();
        range.selectNodeContents(label);
        const line = range.getBoundingClientRect();
        const view = this.getBoundingClientRect();
        if (line.top < view.top || line.bottom > view.bottom) {
            this.hide();
            return;
        }
        this.button ??= this.create();
        this.button.style.left = `${line.right + 6}px`;
        this.button.style.top = `${line.top + line.height / 2 - 10}px`;
        if (!this.button.isConnected) {
            document.body.append(this.button);
        }
    }

    create() {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sl-toscript";
        button.tabIndex = -1;
        button.title = /** @type {any} */ (this).toScript ?? "";
        button.setAttribute("aria-label", button.title);
        const icon = document.createElement("span");
        icon.className = "sl-icon sl-i-terminal";
        button.append(icon);
        button.addEventListener("pointerdown", (event) => event.preventDefault());
        button.addEventListener("click", () => this.go());
        button.addEventListener("pointerleave", (event) => this.leave(event));
        return button;
    }

    /** @param {PointerEvent} event */
    leave(event) {
        const next = /** @type {Node | null} */ (event.relatedTarget);
        if (!this.button?.contains(next) && !this.contains(next)) {
            this.hide();
        }
    }

    hide() {
        clearInterval(this.follow);
        this.button?.remove();
        this.row = undefined;
    }

    /** Goes to the script from the row of the button; the field hears of the focus first. */
    go() {
        const row = this.row;
        if (row && !row.contains(document.activeElement)) {
            /** @type {HTMLElement | null} */ (row.querySelector("input, textarea, vaadin-select-value-button, [tabindex='0']"))?.focus();
        }
        this.hide();
        this.dispatchEvent(new CustomEvent("form-to-script"));
    }

    /** @param {EventTarget | null} target */
    scrolled(target) {
        if (target instanceof Element && target.matches(".sl-formpage")) {
            this.top = target.scrollTop;
        }
        this.mark();
    }

    /** The form of the same task was made anew: it is looked at where it was looked at before. */
    stay() {
        const top = this.top ?? 0;
        requestAnimationFrame(() => requestAnimationFrame(() => this.querySelector(".sl-formpage")?.scrollTo(0, top)));
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
        if (event.altKey && event.code === "KeyG" && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            event.stopPropagation();
            this.dispatchEvent(new CustomEvent("form-to-script"));
            return;
        }
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

/** @param {string} value */
function brief(value) {
    const line = value.trim().replace(/\s+/g, " ");
    return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
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
