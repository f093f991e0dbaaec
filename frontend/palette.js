/**
 * The palette, <sluice-palette>: Ctrl K opens it on every screen; what is typed is searched on the server.
 *
 * What the server gives: `setLabels`; finds as the answers of `opened()` and `search(query)`. What it is told:
 * `further(query)` when the typing rests, which is answered by `add`; `choose(entry)`; `closed()`.
 *
 * @typedef {{ entry: number, icon: string, kind: string, name: string, detail: string, key: string, marks: number[] }} Find
 */

const SEARCH_DELAY = 40;
/** Data sources are asked for tables when the typing rests for so long. */
const FURTHER_DELAY = 250;

class Palette extends HTMLElement {
    constructor() {
        super();
        /** @type {Record<string, string>} */
        this.labels = {};
        /** @type {Find[]} */
        this.finds = [];
        this.current = 0;
        this.asked = 0;
        this.answered = 0;
        this.timer = 0;
        this.wanted = false;
    }

    connectedCallback() {
        this.keys = (/** @type {KeyboardEvent} */ event) => {
            if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
                event.preventDefault();
                event.stopPropagation();
                this.veil ? this.close() : this.open();
            }
        };
        // Before the script editor, which would take Ctrl K for the first of two keys.
        window.addEventListener("keydown", this.keys, true);
    }

    disconnectedCallback() {
        window.removeEventListener("keydown", /** @type {any} */ (this.keys), true);
        this.close();
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
    }

    open() {
        // A dialog that waits for an answer does not let the server hear anything else.
        if (this.veil || document.querySelector("vaadin-dialog[opened], vaadin-confirm-dialog[opened]")) {
            return;
        }
        this.before = /** @type {HTMLElement | null} */ (document.activeElement);
        this.build();
        this.ask(() => this.server().opened());
    }

    build() {
        this.veil = make("div", "sl-palette-veil");
        const panel = make("div", "sl-palette");
        panel.setAttribute("role", "dialog");
        panel.setAttribute("aria-modal", "true");
        panel.setAttribute("aria-label", this.labels.name ?? "");
        this.field = /** @type {HTMLInputElement} */ (make("input", "sl-palette-field"));
        this.field.placeholder = this.labels.hint ?? "";
        this.field.spellcheck = false;
        for (const [key, value] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", "sl-palette-list"],
            ["aria-autocomplete", "list"], ["aria-label", this.labels.name ?? ""]]) {
            this.field.setAttribute(key, value);
        }
        const head = make("div", "sl-palette-head");
        head.append(make("span", "sl-icon sl-i-search"), this.field);
        this.list = make("div", "sl-palette-list");
        this.list.id = "sl-palette-list";
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", this.labels.name ?? "");
        this.say = make("div", "sl-palette-none");
        this.say.setAttribute("role", "status");
        panel.append(head, this.list, this.say, make("div", "sl-palette-keys", this.labels.keys));
        this.veil.append(panel);
        this.veil.addEventListener("pointerdown", (event) => event.target === this.veil && this.close());
        panel.addEventListener("keydown", (event) => this.key(event));
        this.field.addEventListener("input", () => this.typed());
        document.body.append(this.veil);
        this.field.focus();
    }

    close() {
        clearTimeout(this.timer);
        if (!this.veil) {
            return;
        }
        this.veil.remove();
        this.veil = undefined;
        this.asked++;
        this.finds = [];
        this.wanted = false;
        this.server()?.closed();
        if (this.before?.isConnected) {
            this.before.focus();
        }
    }

    typed() {
        clearTimeout(this.timer);
        this.asked++;
        this.timer = setTimeout(() => {
            const query = this.field?.value ?? "";
            this.ask(() => this.server().search(query));
            this.timer = setTimeout(() => this.server().further(query), FURTHER_DELAY);
        }, SEARCH_DELAY);
    }

    /** @param {() => Promise<string>} question */
    async ask(question) {
        const turn = ++this.asked;
        const answer = await question();
        if (turn === this.asked && this.veil) {
            this.answered = turn;
            this.finds = JSON.parse(answer);
            this.current = 0;
            this.draw();
            if (this.wanted) {
                this.choose(0);
            }
        }
    }

    /**
     * Adds what was found later, unless something else is searched for by now.
     * @param {string} query
     * @param {string} json
     */
    add(query, json) {
        if (this.veil && this.field?.value === query && this.answered === this.asked) {
            this.finds = [...this.finds, ...JSON.parse(json)];
            this.draw();
        }
    }

    draw() {
        const rows = this.finds.map((find, index) => this.row(find, index));
        this.list?.replaceChildren(...rows);
        if (this.say) {
            this.say.textContent = rows.length === 0 ? this.labels.none ?? "" : "";
        }
        this.mark();
    }

    /** @param {Find} find @param {number} index */
    row(find, index) {
        const row = make("div", "sl-palette-row");
        row.id = `sl-palette-${index}`;
        row.setAttribute("role", "option");
        const name = make("span", "sl-palette-name");
        const marks = new Set(find.marks);
        let at = 0;
        while (at < find.name.length) {
            let end = at + 1;
            while (end < find.name.length && marks.has(end) === marks.has(at)) {
                end++;
            }
            name.append(marks.has(at) ? make("mark", "", find.name.slice(at, end)) : find.name.slice(at, end));
            at = end;
        }
        row.append(make("span", `sl-icon ${find.icon}`), name, make("span", "sl-palette-detail", find.detail));
        for (const key of find.key ? find.key.split(" ") : []) {
            row.append(make("span", "sl-key", key));
        }
        row.append(make("span", "sl-palette-kind", find.kind));
        row.addEventListener("pointermove", () => this.go(index));
        row.addEventListener("click", () => this.choose(index));
        return row;
    }

    mark() {
        [...(this.list?.children ?? [])].forEach((row, index) =>
            row.setAttribute("aria-selected", String(index === this.current)));
        const row = this.list?.children[this.current];
        if (row) {
            this.field?.setAttribute("aria-activedescendant", row.id);
            row.scrollIntoView({ block: "nearest" });
        } else {
            this.field?.removeAttribute("aria-activedescendant");
        }
    }

    /** @param {number} index */
    go(index) {
        if (this.finds.length > 0 && index !== this.current) {
            this.current = (index + this.finds.length) % this.finds.length;
            this.mark();
        }
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            this.go(this.current + (event.key === "ArrowDown" ? 1 : -1));
        } else if (event.key === "PageDown" || event.key === "PageUp") {
            const far = this.current + (event.key === "PageDown" ? 8 : -8);
            this.go(Math.max(0, Math.min(this.finds.length - 1, far)));
        } else if (event.key === "Enter" && !event.isComposing) {
            this.enter();
        } else if (event.key === "Escape" || event.key === "Tab") {
            this.close();
        } else {
            event.stopPropagation();
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** Enter that is faster than the answer takes the first find of the answer. */
    enter() {
        if (this.answered === this.asked) {
            this.choose(this.current);
        } else {
            this.wanted = true;
        }
    }

    /** @param {number} index */
    choose(index) {
        const find = this.finds[index];
        this.wanted = false;
        if (find) {
            this.close();
            this.server().choose(find.entry);
        }
    }
}

/** @param {string} tag @param {string} cssClass @param {string} [text] */
function make(tag, cssClass, text) {
    const element = document.createElement(tag);
    if (cssClass) {
        element.className = cssClass;
    }
    if (text) {
        element.textContent = text;
    }
    return element;
}

customElements.define("sluice-palette", Palette);
