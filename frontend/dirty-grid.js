/**
 * The dirty records of a run, <sluice-dirty-grid>: a grid of 32 px rows of which only the visible ones exist, with cells that
 * can be corrected. Values are put in as text nodes, never as markup.
 *
 * Keys: arrows, Home, End, Page Up and Down move; Space selects the row; Enter, F2 or a letter begins to edit; Enter keeps
 * and goes down, Tab keeps and goes on, Escape gives up, Alt+N sets NULL. A field left empty over NULL stays NULL unless Enter
 * or Tab says that an empty text is meant.
 *
 * What the server gives: `reset(columns, total, editable)`, `refresh(total, editable)` and `setLabels`; it is asked with
 * `page(offset, limit)`, `all()`, `value(sequence, index)`, `correct(json)` and told with `selected(json)` and `focused(sequence)`.
 */
const ROW = 32;
const PAGE = 100;
const SPARE = 6;
/** Room for a state and a short proposal. */
const STATE = 190;
const CHECK = 38;
const FEW = 40;
const WIDTH = { least: 84, most: 260, letter: 7.4, room: 34 };

class DirtyGrid extends HTMLElement {
    constructor() {
        super();
        /** @type {{ name: string, type: string, end: boolean }[]} */
        this.columns = [];
        /** @type {Map<number, any>} rows by their position */
        this.rows = new Map();
        /** @type {Set<number>} */
        this.asked = new Set();
        /** @type {Set<number>} selected sequences */
        this.chosen = new Set();
        /** @type {Record<string, string>} */
        this.labels = {};
        this.total = 0;
        this.ticket = 0;
        this.stale = false;
        /** @type {[number, number]} columns that are drawn */
        this.visible = [0, 0];
        this.editable = false;
        this.at = { row: 0, column: 0 };
        this.anchor = 0;
        this.input = null;
        /** @type {any} the row that is in the field */
        this.edited = null;
    }

    connectedCallback() {
        if (!this.viewport) {
            this.build();
        }
        this.draw();
    }

    build() {
        this.viewport = make("div", "sl-dg-viewport");
        this.table = make("div", "sl-dg-table");
        this.table.setAttribute("role", "grid");
        this.table.setAttribute("aria-multiselectable", "true");
        this.head = make("div", "sl-dg-head");
        this.head.setAttribute("role", "row");
        this.body = make("div", "sl-dg-body");
        this.body.setAttribute("role", "rowgroup");
        this.hint = make("div", "sl-dg-hint");
        this.table.append(this.head, this.body);
        this.viewport.append(this.table);
        this.append(this.viewport, this.hint);
        this.viewport.addEventListener("scroll", () => this.draw(), { passive: true });
        this.table.addEventListener("keydown", (event) => this.key(event));
        this.table.addEventListener("mousedown", (event) => this.pressed(event));
        this.table.addEventListener("dblclick", (event) => this.doubled(event));
        new ResizeObserver(() => this.draw()).observe(this.viewport);
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        if (this.viewport) {
            this.drawHead();
        }
    }

    /** @param {string} columns @param {number} total @param {boolean} editable */
    reset(columns, total, editable) {
        if (!this.viewport) {
            this.build();
        }
        this.columns = JSON.parse(columns);
        this.editable = editable;
        this.widths = [];
        this.chosen.clear();
        this.at = { row: 0, column: 0 };
        this.viewport.scrollTop = 0;
        this.input = null;
        this.rows.clear();
        this.refresh(total, editable);
    }

    /**
     * Rows that are known stay until they come anew, so that nothing flickers.
     * @param {number} total @param {boolean} editable
     */
    refresh(total, editable) {
        this.total = total;
        this.editable = editable;
        this.asked.clear();
        this.stale = true;
        this.ticket++;
        this.at.row = Math.max(0, Math.min(this.at.row, total - 1));
        this.drawHead();
        this.draw();
    }

    /** @param {number} page */
    async ask(page) {
        if (this.asked.has(page)) {
            return;
        }
        this.asked.add(page);
        const ticket = this.ticket;
        const rows = JSON.parse(await this.$server.page(page * PAGE, PAGE));
        if (ticket !== this.ticket) {
            return;
        }
        if (this.stale) {
            this.stale = false;
            this.rows.clear();
        }
        rows.forEach((row, index) => this.rows.set(page * PAGE + index, row));
        const first = !this.widths?.length;
        if (first) {
            this.measure(rows);
        }
        this.draw();
        if (first) {
            this.showFault(rows);
        }
    }

    /** Widths by what the first rows hold. @param {any[]} rows */
    measure(rows) {
        this.widths = this.columns.map((column, index) => {
            const longest = rows.slice(0, 50).map((row) => String(row.cells[index]?.value ?? "NULL").length);
            const letters = Math.max(column.name.length + 1, ...longest);
            return Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, letters * WIDTH.letter + WIDTH.room)));
        });
        this.starts = this.columns.map(() => 0);
        for (let index = 1; index < this.columns.length; index++) {
            this.starts[index] = this.starts[index - 1] + this.widths[index - 1];
        }
        this.drawHead();
    }

    drawHead() {
        const known = this.columns.map((_, index) => this.widths?.[index] ?? 120);
        const widest = known.lastIndexOf(Math.max(...known));
        const widths = known.map((width, index) => (index === widest ? `minmax(${width}px, 1fr)` : `${width}px`));
        this.table.style.setProperty("--sl-dg-columns", `${CHECK}px ${widths.join(" ")} ${STATE}px`);
        this.table.setAttribute("aria-label", this.labels.grid ?? "");
        this.table.setAttribute("aria-rowcount", String(this.total + 1));
        this.table.setAttribute("aria-colcount", String(this.columns.length + 2));
        this.hint.textContent = this.editable ? (this.labels.hint ?? "") : "";
        const box = make("div", "sl-dg-cell sl-dg-check");
        box.setAttribute("role", "columnheader");
        this.everything = checkbox(this.labels.all ?? "");
        this.everything.addEventListener("click", (event) => this.chooseAll(event));
        box.append(this.everything);
        const heads = this.columns.map((column) => {
            const head = make("div", `sl-dg-cell${column.end ? " end" : ""}`);
            head.setAttribute("role", "columnheader");
            head.textContent = column.name;
            head.title = column.type ? `${column.name} ${column.type}` : column.name;
            return head;
        });
        const state = make("div", "sl-dg-cell");
        state.setAttribute("role", "columnheader");
        state.textContent = this.labels.state ?? "";
        this.head.replaceChildren(box, ...heads, state);
        this.showChosen();
    }

    draw() {
        if (!this.viewport || this.input) {
            return;
        }
        const height = this.viewport.clientHeight || 200;
        this.visible = this.visibleColumns();
        const first = Math.max(0, Math.floor(this.viewport.scrollTop / ROW) - SPARE);
        const last = Math.min(this.total, first + Math.ceil(height / ROW) + 2 * SPARE);
        const hadFocus = this.table.contains(document.activeElement) && !this.head.contains(document.activeElement);
        this.body.style.height = `${this.total * ROW}px`;
        const shown = [];
        for (let place = first; place < last; place++) {
            shown.push(this.rowElement(place));
            if (this.stale || !this.rows.has(place)) {
                this.ask(Math.floor(place / PAGE));
            }
        }
        this.body.replaceChildren(...shown);
        this.keepStop(hadFocus);
    }

    /**
     * The cell in front is where Tab stops. While it is still to come, or out of sight, the grid itself takes its place: from
     * there the keys go on from that cell. @param {boolean} hadFocus
     */
    keepStop(hadFocus) {
        const front = this.cellAt(this.at);
        this.table.tabIndex = front || !this.total ? -1 : 0;
        if (hadFocus) {
            (front ?? this.table).focus({ preventScroll: true });
        }
    }

    /** The columns that are in sight, first and behind last: a record may have a thousand. */
    visibleColumns() {
        if (this.columns.length <= FEW || !this.widths?.length) {
            return [0, this.columns.length];
        }
        const left = this.viewport.scrollLeft - WIDTH.most;
        const right = this.viewport.scrollLeft + this.viewport.clientWidth + WIDTH.most;
        const first = this.starts.findLastIndex((start) => start <= left);
        const last = this.starts.findIndex((start) => start > right);
        return [Math.max(0, first), last < 0 ? this.columns.length : last];
    }

    /** @param {number} place */
    rowElement(place) {
        const row = this.rows.get(place);
        const element = make("div", "sl-dg-row");
        element.setAttribute("role", "row");
        element.setAttribute("aria-rowindex", String(place + 2));
        element.style.top = `${place * ROW}px`;
        element.dataset.place = String(place);
        if (!row) {
            element.classList.add("loading");
            return element;
        }
        const chosen = this.chosen.has(row.sequence);
        element.classList.toggle("chosen", chosen);
        element.classList.toggle("front", place === this.at.row);
        element.classList.toggle("gone", !row.open);
        element.setAttribute("aria-selected", String(chosen));
        const box = make("div", "sl-dg-cell sl-dg-check");
        box.setAttribute("role", "gridcell");
        const check = checkbox(`${this.labels.select ?? ""} ${row.sequence}`);
        check.checked = chosen;
        check.disabled = !row.open;
        check.tabIndex = -1;
        box.append(check);
        element.append(box);
        for (let index = this.visible[0]; index < this.visible[1]; index++) {
            element.append(this.cell(place, index, this.columns[index], row));
        }
        const state = make("div", "sl-dg-cell sl-dg-state");
        state.style.gridColumn = String(this.columns.length + 2);
        state.setAttribute("role", "gridcell");
        state.title = row.message;
        state.append(make("span", `sl-icon sl-state sl-state-${row.tone} sl-i-state-${row.tone}`), row.state);
        element.append(state);
        return element;
    }

    cell(place, index, column, row) {
        const cell = row.cells[index];
        const element = make("div", `sl-dg-cell${column.end ? " end" : ""}`);
        element.setAttribute("role", "gridcell");
        element.setAttribute("aria-colindex", String(index + 2));
        element.dataset.column = String(index);
        element.style.gridColumn = String(index + 2);
        const front = place === this.at.row && index === this.at.column;
        element.tabIndex = front ? 0 : -1;
        const notes = [];
        if (cell.fault && row.open) {
            element.classList.add("fault");
            notes.push(`${this.labels.fault}: ${row.message}`);
        }
        if (cell.corrected) {
            element.classList.add("corrected");
            notes.push(this.labels.corrected);
        }
        if (cell.cut) {
            notes.push(this.labels.cut);
        }
        element.append(valueOf(cell, this.labels));
        if (notes.length) {
            element.title = notes.join(" · ");
            element.setAttribute("aria-description", notes.join(", "));
        }
        if (cell.fault) {
            element.setAttribute("aria-invalid", String(row.open && !cell.corrected));
        }
        return element;
    }

    cellAt({ row, column }) {
        return this.body.querySelector(`[data-place="${row}"] [data-column="${column}"]`);
    }

    move(row, column) {
        this.at = {
            row: Math.max(0, Math.min(row, this.total - 1)),
            column: Math.max(0, Math.min(column, this.columns.length - 1)),
        };
        const top = this.at.row * ROW;
        const view = this.viewport;
        const room = view.clientHeight - ROW - ROW;
        if (top < view.scrollTop) {
            view.scrollTop = top;
        } else if (top > view.scrollTop + room) {
            view.scrollTop = top - room;
        }
        this.showColumn(this.at.column);
        this.draw();
        this.cellAt(this.at)?.focus({ preventScroll: true });
        const sequence = this.rows.get(this.at.row)?.sequence;
        if (sequence !== undefined) {
            this.$server.focused(String(sequence));
        }
    }

    /** Scrolls sideways until a column is between the boxes at the left and the states at the right. @param {number} column */
    showColumn(column) {
        const view = this.viewport;
        const start = CHECK + (this.starts?.[column] ?? 0);
        const end = start + (this.widths?.[column] ?? 0);
        const room = view.clientWidth - (this.body.querySelector(".sl-dg-state")?.clientWidth ?? 0);
        if (start < view.scrollLeft + CHECK) {
            view.scrollLeft = start - CHECK;
        } else if (end > view.scrollLeft + room) {
            view.scrollLeft = end - room;
        }
    }

    /** What was not accepted is what people come for, even when it stands far to the right. @param {{ cells: { fault?: boolean }[] }[]} rows */
    showFault(rows) {
        const fault = rows[0]?.cells.findIndex((cell) => cell.fault) ?? -1;
        if (fault >= 0) {
            this.showColumn(fault);
        }
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        if (this.input || !this.total || event.target === this.everything) {
            return;
        }
        const { row, column } = this.at;
        const page = Math.max(1, Math.floor(this.viewport.clientHeight / ROW) - 2);
        const moves = {
            ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1],
            Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? this.total - 1 : row, this.columns.length - 1],
            PageDown: [row + page, column], PageUp: [row - page, column],
        };
        const move = moves[/** @type {keyof typeof moves} */ (event.key)];
        if (move) {
            this.move(move[0], move[1]);
        } else if (event.key === " ") {
            this.choose(row, event.shiftKey);
        } else if (event.key === "Enter" || event.key === "F2") {
            this.edit(null);
        } else if (event.altKey && event.key.toLowerCase() === "n") {
            this.keep(null);
        } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
            this.edit(event.key);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {MouseEvent} event */
    pressed(event) {
        const target = /** @type {HTMLElement} */ (event.target);
        const row = target.closest(".sl-dg-row");
        if (!row || this.input) {
            return;
        }
        const place = Number(row.dataset.place);
        if (target.closest(".sl-dg-check")) {
            event.preventDefault();
            this.choose(place, event.shiftKey);
            return;
        }
        const cell = target.closest("[data-column]");
        event.preventDefault();
        this.move(place, cell ? Number(cell.dataset.column) : this.at.column);
    }

    /** @param {MouseEvent} event */
    doubled(event) {
        if (/** @type {HTMLElement} */ (event.target).closest("[data-column]")) {
            this.edit(null);
        }
    }

    /** @param {number} place @param {boolean} range */
    choose(place, range) {
        const on = !this.chosen.has(this.rows.get(place)?.sequence);
        const [from, to] = range ? [Math.min(this.anchor, place), Math.max(this.anchor, place)] : [place, place];
        for (let one = from; one <= to; one++) {
            const row = this.rows.get(one);
            if (row?.open) {
                on || range ? this.chosen.add(row.sequence) : this.chosen.delete(row.sequence);
            }
        }
        this.anchor = place;
        this.tellChosen();
    }

    async chooseAll(event) {
        event.preventDefault();
        if (this.chosen.size) {
            this.chosen.clear();
        } else {
            JSON.parse(await this.$server.all()).forEach((/** @type {number} */ one) => this.chosen.add(one));
        }
        this.tellChosen();
    }

    tellChosen() {
        this.showChosen();
        this.draw();
        this.$server.selected(JSON.stringify([...this.chosen]));
    }

    showChosen() {
        if (this.everything) {
            this.everything.checked = this.chosen.size > 0 && this.chosen.size >= this.total;
            this.everything.indeterminate = this.chosen.size > 0 && this.chosen.size < this.total;
        }
    }

    /** @param {string | null} begun the letter that began it; null to edit what is there */
    async edit(begun) {
        const { row: place, column } = this.at;
        const cut = this.rows.get(place)?.cells[column];
        if (begun === null && cut?.length && this.editable) {
            cut.value = await this.$server.value(String(this.rows.get(place).sequence), cut.index);
            delete cut.length;
            this.draw();
            if (this.at.row !== place || this.at.column !== column) {
                return;
            }
        }
        const row = this.rows.get(this.at.row);
        const cell = row?.cells[this.at.column];
        const element = this.cellAt(this.at);
        if (!this.editable || !row?.open || !element || cell.index < 0) {
            return;
        }
        const field = document.createElement("input");
        field.className = "sl-dg-input";
        field.value = begun ?? cell.value ?? "";
        field.setAttribute("aria-label", this.columns[this.at.column].name);
        const none = make("button", "sl-dg-null");
        none.type = "button";
        none.tabIndex = -1;
        none.textContent = "NULL";
        none.title = this.labels.setNull ?? "";
        none.setAttribute("aria-label", this.labels.setNull ?? "NULL");
        none.addEventListener("mousedown", (event) => {
            event.preventDefault();
            this.keep(null);
        });
        element.classList.add("editing");
        element.replaceChildren(field, none);
        this.input = field;
        // As it was when the field was opened: what others do to it meanwhile is not to be overwritten unseen.
        this.edited = row;
        field.addEventListener("keydown", (event) => this.typed(event, field));
        field.addEventListener("blur", () => {
            if (this.input === field) {
                this.keep(field.value === "" && cell.value === null ? null : field.value);
            }
        });
        field.focus();
        if (begun === null) {
            field.select();
        }
    }

    /** @param {KeyboardEvent} event @param {HTMLInputElement} field */
    typed(event, field) {
        const { row, column } = this.at;
        if (event.key === "Enter") {
            this.keep(field.value, [row + 1, column]);
        } else if (event.key === "Tab") {
            this.keep(field.value, [row, column + (event.shiftKey ? -1 : 1)]);
        } else if (event.key === "Escape") {
            this.input = null;
            this.draw();
            this.cellAt(this.at)?.focus();
        } else if (event.altKey && event.key.toLowerCase() === "n") {
            this.keep(null);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {string | null} value @param {[number, number]} [next] where to go then */
    async keep(value, next) {
        const place = this.at.row;
        const row = this.input ? this.edited : this.rows.get(place);
        const cell = row?.cells[this.at.column];
        const hadInput = this.input !== null;
        this.input = null;
        if (!this.editable || !row?.open || !cell || cell.index < 0) {
            this.draw();
            return;
        }
        const same = cell.missing ? false : (cell.value ?? null) === value;
        if (next) {
            this.move(next[0], next[1]);
        } else {
            this.draw();
            if (hadInput) {
                this.cellAt(this.at)?.focus({ preventScroll: true });
            }
        }
        if (same) {
            return;
        }
        const now = await this.$server.correct(
            JSON.stringify({ sequence: row.sequence, revision: row.revision, index: cell.index, value }));
        if (now && this.rows.get(place)?.sequence === row.sequence) {
            this.rows.set(place, JSON.parse(now));
        }
        this.draw();
    }
}

/** The value of a cell; NULL, an empty text and a missing value each look different. */
function valueOf(cell, labels) {
    if (cell.none) {
        return document.createTextNode("");
    }
    if (cell.missing) {
        return pill("sl-dg-mark", labels.missing ?? "");
    }
    if (cell.value === null) {
        return pill("sl-null", "NULL");
    }
    if (cell.value === "") {
        return pill("sl-dg-mark", labels.empty ?? "");
    }
    const text = make("span", "sl-dg-text");
    text.textContent = cell.shown ?? cell.value;
    const length = cell.length ?? [...cell.value].length;
    if (!(cell.fault || cell.length) || length < 40) {
        return text;
    }
    const both = document.createDocumentFragment();
    both.append(text, pill("sl-dg-length", String(length)));
    return both;
}

/** @param {string} className @param {string} text */
function pill(className, text) {
    const created = make("span", className);
    created.textContent = text;
    return created;
}

/** @param {string} name */
function checkbox(name) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", name);
    return box;
}

/** @param {string} name @param {string} className */
function make(name, className) {
    const created = document.createElement(name);
    created.className = className;
    return /** @type {any} */ (created);
}

customElements.define("sluice-dirty-grid", DirtyGrid);
