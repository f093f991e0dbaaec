/**
 * Suggestions for a field of the form that holds SQL: <sluice-field-completion> stands beside the field and watches it.
 * The list opens a moment after a letter or a dot was typed, or on Ctrl-Space, and closes on Escape; typing never waits
 * for it. Arrows choose, Enter and Tab take. The field is a combobox whose list stands at the caret.
 *
 * What the server gives: `setLabels`, and `suggested` with the answer to a question. What it is told:
 * `suggest(question, text, caret)` and `dropQuestion(question)`.
 */
const PAUSE = 80;
const PAGE = 8;
const MARGIN = 8;

/** The end of a text behind which the next letter belongs to a name. */
const WORD = /[\p{L}\p{N}_$.{"`]$/u;

/**
 * @typedef {{ kind: string, label: string, detail: string, about: string, insert: string }} Item
 */

const ICONS = { KEY: "key", TABLE: "list", VIEW: "eye", PARAMETER: "bolt", SCHEMA: "folder" };

let numbered = 0;

class FieldCompletion extends HTMLElement {
    constructor() {
        super();
        /** @type {Record<string, string>} */
        this.labels = {};
        this.question = 0;
        this.timer = 0;
        this.at = 0;
        this.start = 0;
        /** @type {Item[]} */
        this.items = [];
        this.closeOutside = (/** @type {Event} */ event) => {
            if (!this.list?.contains(/** @type {Node} */ (event.target))) {
                this.close();
            }
        };
    }

    connectedCallback() {
        this.place = this.parentElement;
        this.listeners ??= [
            ["focusin", (/** @type {Event} */ event) => this.prepare(event.target)],
            ["input", () => this.typed()],
            ["keydown", (/** @type {Event} */ event) => this.key(/** @type {KeyboardEvent} */ (event))],
            ["pointerdown", () => this.close()],
            ["focusout", () => this.close()],
        ];
        this.listeners.forEach(([name, listener]) => this.place?.addEventListener(name, listener, true));
    }

    disconnectedCallback() {
        this.close();
        this.listeners?.forEach(([name, listener]) => this.place?.removeEventListener(name, listener, true));
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
    }

    /** @param {EventTarget | null} target */
    prepare(target) {
        if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
            this.field = target;
            this.id ||= `sl-completion-${++numbered}`;
            target.setAttribute("role", "combobox");
            target.setAttribute("aria-autocomplete", "list");
            target.setAttribute("aria-expanded", String(Boolean(this.list)));
            target.setAttribute("aria-haspopup", "listbox");
        }
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        if (!this.field || event.target !== this.field || this.field.readOnly) {
            return;
        }
        if (event.code === "Space" && event.ctrlKey) {
            this.quiet = false;
            this.ask(true);
        } else if (!this.list || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        } else if (!this.choose(event.key)) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {string} key @returns whether the list took it */
    choose(key) {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[key];
        if (key === "Escape") {
            this.quiet = WORD.test(this.before());
            this.close();
        } else if (this.items.length === 0) {
            return false;
        } else if (step) {
            const last = this.items.length - 1;
            const wrapped = Math.abs(step) === 1 && (this.at + step < 0 || this.at + step > last);
            this.at = wrapped ? last - this.at : Math.max(0, Math.min(last, this.at + step));
            this.mark();
        } else if (key === "Enter" || key === "Tab") {
            this.take(this.items[this.at]);
        } else {
            return false;
        }
        return true;
    }

    /** What stands before the caret. */
    before() {
        return this.field?.value.slice(0, this.field.selectionStart ?? 0) ?? "";
    }

    typed() {
        if (!this.field || this.taking) {
            return;
        }
        const word = WORD.test(this.before());
        this.quiet = this.quiet && word;
        clearTimeout(this.timer);
        if (word && !this.quiet) {
            this.timer = setTimeout(() => this.ask(false), PAUSE);
        } else {
            this.close();
        }
    }

    /** @param {boolean} asked whether somebody wants to hear that there is nothing, too */
    ask(asked) {
        clearTimeout(this.timer);
        if (!this.field || !this.server()) {
            return;
        }
        this.drop();
        this.question = ++numbered;
        this.wanted = { asked, text: this.field.value, caret: this.field.selectionStart ?? 0 };
        this.server().suggest(this.question, this.wanted.text, this.wanted.caret);
    }

    drop() {
        if (this.question) {
            this.server()?.dropQuestion(this.question);
            this.question = 0;
        }
    }

    /** @param {number} question @param {string} answer as JSON */
    suggested(question, answer) {
        const wanted = this.wanted;
        if (question !== this.question || !wanted || this.field?.value !== wanted.text || this.field.selectionStart !== wanted.caret) {
            return;
        }
        this.question = 0;
        const { items, start, message } = JSON.parse(answer);
        if (items.length === 0 && !wanted.asked) {
            this.close();
            return;
        }
        this.items = items;
        this.start = start;
        this.at = 0;
        this.show(message);
    }

    /** @param {string} message why there is nothing */
    show(message) {
        if (!this.list) {
            this.list = document.createElement("div");
            this.list.className = "sl-completion";
            this.list.id = `${this.id}-list`;
            this.list.setAttribute("role", "listbox");
            this.list.setAttribute("aria-label", this.labels.list ?? "");
            this.list.addEventListener("pointerdown", (event) => event.preventDefault());
            document.body.append(this.list);
            addEventListener("scroll", this.closeOutside, true);
            addEventListener("resize", this.closeOutside);
        }
        this.list.replaceChildren(...this.items.map((item, index) => this.choice(item, index)));
        if (this.items.length === 0) {
            const none = document.createElement("div");
            none.className = "sl-completion-none";
            none.setAttribute("role", "status");
            none.textContent = message || (this.labels.none ?? "");
            this.list.append(none);
        }
        this.field?.setAttribute("aria-expanded", "true");
        this.field?.setAttribute("aria-controls", this.list.id);
        this.put();
        this.mark();
    }

    /** @param {Item} item @param {number} index */
    choice(item, index) {
        const choice = document.createElement("div");
        choice.className = "sl-completion-item";
        choice.id = `${this.id}-${index}`;
        choice.setAttribute("role", "option");
        const icon = document.createElement("span");
        const name = ICONS[/** @type {keyof typeof ICONS} */ (item.kind)];
        icon.className = name ? `sl-icon sl-i-${name}` : "sl-completion-dot";
        const label = document.createElement("span");
        label.className = "sl-completion-label";
        label.textContent = item.label;
        const detail = document.createElement("span");
        detail.className = "sl-completion-detail";
        detail.textContent = [item.detail, item.kind === "KEY" ? this.labels.key : ""].filter(Boolean).join(" · ");
        choice.title = item.about;
        choice.append(icon, label, detail);
        choice.addEventListener("click", () => this.take(item));
        return choice;
    }

    mark() {
        const options = [...(this.list?.querySelectorAll("[role=option]") ?? [])];
        options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.at)));
        options[this.at]?.scrollIntoView({ block: "nearest" });
        if (options.length) {
            this.field?.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
        } else {
            this.field?.removeAttribute("aria-activedescendant");
        }
    }

    /** Below the word, or above it where there is no room. */
    put() {
        const list = /** @type {HTMLElement} */ (this.list);
        const field = /** @type {HTMLTextAreaElement} */ (this.field);
        const { left, top, height } = placeOf(field, this.start);
        const size = list.getBoundingClientRect();
        const below = top + height + 2;
        const fits = below + size.height <= innerHeight - MARGIN || top - size.height - 2 < MARGIN;
        list.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - size.width - MARGIN))}px`;
        list.style.top = `${fits ? below : top - size.height - 2}px`;
    }

    close() {
        clearTimeout(this.timer);
        this.drop();
        if (this.list) {
            this.list.remove();
            this.list = undefined;
            this.items = [];
            removeEventListener("scroll", this.closeOutside, true);
            removeEventListener("resize", this.closeOutside);
            this.field?.setAttribute("aria-expanded", "false");
            this.field?.removeAttribute("aria-controls");
            this.field?.removeAttribute("aria-activedescendant");
        }
    }

    /** Puts a choice in place of the word around the caret; the browser can take it back. @param {Item} item */
    take(item) {
        const field = /** @type {HTMLTextAreaElement} */ (this.field);
        const start = this.start;
        let end = field.selectionStart;
        const word = item.kind === "PARAMETER" ? /[\p{L}\p{N}_.]/u : /[\p{L}\p{N}_$]/u;
        while (end < field.value.length && word.test(field.value[end])) {
            end++;
        }
        const closing = item.kind === "PARAMETER" ? "}" : field.value[start];
        if (/[}"`]/.test(closing) && field.value[end] === closing) {
            end++;
        }
        this.close();
        this.taking = true;
        field.focus();
        field.setSelectionRange(start, end);
        if (!document.execCommand("insertText", false, item.insert)) {
            field.setRangeText(item.insert, start, end, "end");
            field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        }
        this.taking = false;
    }
}

/**
 * Where a character of a text field stands in the window.
 * @param {HTMLTextAreaElement} field @param {number} index
 */
function placeOf(field, index) {
    const style = getComputedStyle(field);
    const mirror = document.createElement("div");
    for (const property of ["boxSizing", "width", "padding", "border", "font", "letterSpacing", "tabSize", "textIndent"]) {
        mirror.style.setProperty(property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), style[/** @type {any} */ (property)]);
    }
    Object.assign(mirror.style, { position: "fixed", visibility: "hidden", left: "0", top: "0", overflowWrap: "break-word" });
    mirror.style.whiteSpace = field instanceof HTMLTextAreaElement ? "pre-wrap" : "pre";
    mirror.textContent = field.value.slice(0, index);
    const mark = document.createElement("span");
    mark.textContent = field.value.slice(index) || ".";
    mirror.append(mark);
    document.body.append(mirror);
    const box = field.getBoundingClientRect();
    const [first] = mark.getClientRects();
    mirror.remove();
    const height = parseFloat(style.lineHeight) || first.height;
    return { left: box.left + first.left - field.scrollLeft, top: box.top + first.top - field.scrollTop, height };
}

customElements.define("sluice-field-completion", FieldCompletion);
