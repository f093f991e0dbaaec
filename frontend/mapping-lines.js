/**
 * The field mapping, <sluice-mapping>: two lists with curves between, or the same as a grid. Rows are 28 px high and
 * only the visible ones exist, lines too. Everything can be done with the pointer and with the keyboard.
 *
 * What the server gives: `setLabels`, `setModel` (once), `patch` (small changes), `setLoading`, `setView`, `reveal`.
 * What it is told: `connect(source, target)`, `disconnect(target)`, `cure(name, target)`, `change(source)`,
 * `deleteRow(source)`, `assign(target)`, `rename(target)`, `visited(side, id)`.
 */
import { chooser, curve, filled, glyph, make, popover, shape } from "./mapping-parts.js";
import { MappingModel } from "./mapping-model.js";
import { RowPool } from "./mapping-rows.js";
import { fillGridRow, gridHead, gridRow } from "./mapping-grid.js";
import { startDrag } from "./mapping-drag.js";

const ROW = 28;
const SPARE = 4;
const MOST_ROWS = 18;
const SKELETONS = 6;
const FITS = ["EXACT", "WIDENING", "LOSSY", "IMPOSSIBLE", "UNKNOWN"];
/** @typedef {"source" | "target"} Side */

class Mapping extends HTMLElement {
    constructor() {
        super();
        this.model = new MappingModel();
        /** @type {Record<string, string>} */
        this.labels = {};
        /** @type {"lines" | "grid"} */
        this.view = "lines";
        /** @type {{ source: number, target: number }} */
        this.current = { source: 0, target: 0 };
        /** The end that a line is being drawn from by keyboard. @type {{ side: Side, index: number } | undefined} */
        this.armed = undefined;
        this.loading = { source: false, target: false };
        this.frame = 0;
        this.dirty = true;
        this.told = "";
        /** @type {Map<number, SVGElement>} */
        this.drawn = new Map();
    }

    connectedCallback() {
        if (this.body) {
            this.schedule(true);
            return;
        }
        this.build();
        this.schedule(true);
    }

    disconnectedCallback() {
        cancelAnimationFrame(this.frame);
        this.frame = 0;
        this.resized?.disconnect();
        this.closeOverlay();
        this.body = undefined;
        this.drawn.clear();
        this.replaceChildren();
    }

    build() {
        this.heading = make("div", "sl-map-head");
        this.body = make("div", "sl-map-body");
        this.space = make("div", "sl-map-space");
        this.announcer = make("div", "sl-hidden");
        this.announcer.setAttribute("aria-live", "polite");
        this.lists = { source: this.buildList("source"), target: this.buildList("target") };
        this.middle = make("div", "sl-map-middle");
        this.svg = shape("svg", { class: "sl-map-lines", "aria-hidden": "true" });
        this.kinds = make("div", "sl-map-kinds");
        this.middle.append(this.svg, this.kinds);
        this.grid = make("div", "sl-map-grid");
        this.grid.setAttribute("role", "grid");
        this.grid.tabIndex = 0;
        this.grid.addEventListener("keydown", (event) => this.keyInGrid(event));
        this.grid.addEventListener("focus", () => this.schedule(true));
        this.grid.addEventListener("blur", () => this.schedule(true));
        this.pools = {
            source: new RowPool(this.lists.source, () => this.createRow("source"), (row, index) => this.fillRow("source", row, index), ROW),
            target: new RowPool(this.lists.target, () => this.createRow("target"), (row, index) => this.fillRow("target", row, index), ROW),
            kind: new RowPool(this.kinds, () => this.createKind(), (row, index) => this.fillKind(row, index), ROW),
            grid: new RowPool(this.grid, () => gridRow(this), (row, index) => fillGridRow(this, row, index), ROW),
        };
        this.body.append(this.space);
        this.append(this.heading, this.body, this.announcer);
        this.body.addEventListener("scroll", () => this.schedule(false), { passive: true });
        this.resized = new ResizeObserver(() => this.schedule(true));
        this.resized.observe(this.body);
    }

    /** @param {Side} side */
    buildList(side) {
        const list = make("div", `sl-map-list sl-map-${side}`);
        list.setAttribute("role", "listbox");
        list.tabIndex = 0;
        list.addEventListener("keydown", (event) => this.keyInList(side, event));
        list.addEventListener("focus", () => this.schedule(true));
        list.addEventListener("blur", () => this.schedule(true));
        return list;
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        this.schedule(true);
    }

    /** @param {string} json */
    setModel(json) {
        this.began = performance.now();
        const before = { source: this.idAt("source"), target: this.idAt("target") };
        this.model.replace(JSON.parse(json));
        for (const side of /** @type {Side[]} */ (["source", "target"])) {
            const place = this.model.rows(side).findIndex((row) => row.id === before[side]);
            this.current[side] = Math.max(0, place < 0 ? Math.min(this.current[side], this.model.rows(side).length - 1) : place);
        }
        this.armed = undefined;
        this.schedule(true);
    }

    /** @param {string} json */
    patch(json) {
        const { removed, lines } = JSON.parse(json);
        this.model.patch(removed, lines);
        this.schedule(true);
    }

    /** @param {boolean} source @param {boolean} target */
    setLoading(source, target) {
        this.loading = { source, target };
        this.schedule(true);
    }

    /** @param {"lines" | "grid"} view */
    setView(view) {
        this.view = view;
        this.closeOverlay();
        this.schedule(true);
    }

    /** Marks a row and brings it into view. @param {Side} side @param {string} id */
    reveal(side, id) {
        const index = this.model.rows(side).findIndex((row) => row.id === id);
        if (index >= 0) {
            this.current[side] = index;
            const line = this.model.line(side, index);
            if (line) {
                this.current = { source: line.source, target: line.target };
            }
            this.marked = { side, index };
            this.scrollTo(this.view === "grid" ? this.current.target : index);
            this.scrollIntoView({ block: "nearest" });
            this.schedule(true);
        } else if (this.marked) {
            this.marked = undefined;
            this.schedule(true);
        }
    }

    /** @param {Side} side */
    idAt(side) {
        return this.model.rows(side)[this.current[side]]?.id ?? "";
    }

    /** @param {boolean} renew */
    schedule(renew) {
        this.dirty = this.dirty || renew;
        if (!this.frame && this.body) {
            this.frame = requestAnimationFrame(() => {
                this.frame = 0;
                const began = performance.now();
                this.render();
                this.cost = performance.now() - began;
                if (this.began) {
                    this.opened = performance.now() - this.began;
                    this.began = 0;
                }
            });
        }
    }

    render() {
        if (!this.body) {
            return;
        }
        const renew = this.dirty;
        this.dirty = false;
        const rows = this.view === "grid" ? this.model.targets.length : Math.max(this.rowsOf("source"), this.rowsOf("target"));
        if (renew) {
            this.frameParts(rows);
        }
        const first = Math.max(0, Math.floor(this.body.scrollTop / ROW) - SPARE);
        const last = Math.ceil((this.body.scrollTop + this.body.clientHeight) / ROW) + SPARE;
        if (this.view === "grid") {
            this.pools.grid.show(first, Math.min(last, this.model.targets.length - 1), renew);
            return;
        }
        for (const side of /** @type {Side[]} */ (["source", "target"])) {
            this.pools[side].show(first, Math.min(last, this.rowsOf(side) - 1), renew);
        }
        this.pools.kind.show(first, Math.min(last, this.model.targets.length - 1), renew);
        this.drawLines(first, last, renew);
    }

    /** @param {Side} side */
    rowsOf(side) {
        const rows = this.model.rows(side).length;
        return rows === 0 && this.loading[side] ? SKELETONS : rows;
    }

    /** What does not change while one scrolls. @param {number} rows */
    frameParts(rows) {
        const grid = this.view === "grid";
        this.classList.toggle("sl-map-as-grid", grid);
        this.classList.toggle("sl-map-fixed", !this.model.editable);
        const wanted = grid ? [this.grid] : [this.lists.source, this.middle, this.lists.target];
        if (this.space.firstElementChild !== wanted[0]) {
            this.space.replaceChildren(...wanted);
        }
        this.space.style.height = `${Math.max(1, rows) * ROW}px`;
        this.body.style.maxHeight = `${MOST_ROWS * ROW}px`;
        this.heading.replaceChildren(...(grid ? gridHead(this) : this.listHead()));
        this.width = this.middle.clientWidth;
        this.svg.setAttribute("width", String(this.width));
        this.svg.setAttribute("height", String(rows * ROW));
        this.grid.setAttribute("aria-label", this.labels.grid ?? "");
        this.grid.setAttribute("aria-rowcount", String(this.model.targets.length + 1));
        this.grid.setAttribute("aria-activedescendant", `${this.id}-grid-${this.current.target}`);
        for (const side of /** @type {Side[]} */ (["source", "target"])) {
            this.lists[side].setAttribute("aria-label", this.labels[side] ?? "");
            this.lists[side].setAttribute("aria-activedescendant", `${this.id}-${side}-${this.current[side]}`);
            this.lists[side].setAttribute("aria-busy", String(this.loading[side]));
        }
    }

    listHead() {
        const counts = this.model.counts();
        const middle = make("div", "sl-map-counts");
        for (const fit of FITS.filter((each) => counts[each])) {
            const count = make("span", `sl-map-count sl-fit-${fit.toLowerCase()}`);
            count.append(glyph(fit), filled(this.labels[`count.${fit}`], counts[fit]));
            middle.append(count);
        }
        return [this.sideHead("source"), middle, this.sideHead("target")];
    }

    /** @param {Side} side */
    sideHead(side) {
        const head = make("div", `sl-map-sidehead sl-map-sidehead-${side}`);
        const [name, count] = this.model.head[side].split("\n");
        head.append(make("strong", "sl-cut", name), make("span", "sl-map-total", count ? `· ${count}` : ""), make("span", "sl-grow"), make("span", "", this.labels.type));
        return head;
    }

    /** @param {Side} side */
    createRow(side) {
        const row = make("div", "sl-map-row");
        const dot = make("span", "sl-map-dot");
        row.append(make("span", "sl-map-mark"), make("span", "sl-map-name sl-cut"), make("span", "sl-map-note"), make("span", "sl-map-type"), make("span", "sl-map-tools"), dot);
        dot.addEventListener("pointerdown", (event) => startDrag(this, side, Number(row.dataset.row), event));
        row.addEventListener("click", () => this.choose(side, Number(row.dataset.row)));
        row.addEventListener("dblclick", () => this.edit(side, Number(row.dataset.row)));
        return row;
    }

    /** @param {Side} side @param {HTMLElement} row @param {number} index */
    fillRow(side, row, index) {
        const given = this.model.rows(side)[index];
        const [mark, name, note, type, tools, dot] = /** @type {HTMLElement[]} */ ([...row.children]);
        row.id = `${this.id}-${side}-${index}`;
        row.classList.toggle("sl-map-skeleton", !given);
        if (!given) {
            row.removeAttribute("role");
            [mark, name, note, type, tools].forEach((part) => part.replaceChildren());
            name.append(make("span", "sl-skeleton"));
            dot.hidden = true;
            return;
        }
        const line = this.model.line(side, index);
        const focused = document.activeElement === this.lists[side] && this.current[side] === index;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", String(this.current[side] === index));
        row.setAttribute("aria-setsize", String(this.model.rows(side).length));
        row.setAttribute("aria-posinset", String(index + 1));
        row.setAttribute("aria-label", this.describe(side, index));
        row.classList.toggle("sl-map-here", focused);
        row.classList.toggle("sl-map-armed", this.armed?.side === side && this.armed.index === index);
        row.classList.toggle("sl-map-free", !line);
        row.classList.toggle("sl-map-marked", this.marked?.side === side && this.marked.index === index);
        row.classList.toggle("sl-map-chosen", Boolean(line && this.chosen === line.target));
        row.dataset.fit = line?.fit ?? "";
        dot.hidden = false;
        dot.className = `sl-map-dot ${line ? `sl-fit-${line.fit.toLowerCase()}` : "sl-map-open"}`;
        mark.className = `sl-map-mark ${given.key ? "sl-icon sl-i-key" : given.kind === "COLUMN" ? "" : "sl-map-fx"}`;
        mark.textContent = given.key || given.kind === "COLUMN" ? "" : "fx";
        mark.title = given.key ? this.labels.key : "";
        name.textContent = given.name || this.labels.next;
        name.classList.toggle("sl-map-code", given.kind !== "COLUMN");
        name.classList.toggle("sl-parameter", given.kind === "PARAMETER");
        name.title = given.name;
        note.textContent = given.missing ? this.labels.missing : "";
        type.textContent = given.type || (given.kind === "COLUMN" ? "" : given.kind === "PARAMETER" ? this.labels.parameter : this.labels.unrecognised);
        this.fillTools(side, index, tools, given);
    }

    /** @param {Side} side @param {number} index @param {HTMLElement} tools @param {import("./mapping-model.js").Row} given */
    fillTools(side, index, tools, given) {
        tools.replaceChildren();
        if (!this.model.editable) {
            return;
        }
        const offer = (/** @type {string} */ icon, /** @type {string} */ label, /** @type {() => void} */ run) => {
            const button = make("button", "sl-map-tool");
            button.tabIndex = -1;
            button.setAttribute("aria-hidden", "true");
            button.title = label;
            button.append(make("span", `sl-icon sl-i-${icon}`));
            button.addEventListener("click", (event) => {
                event.stopPropagation();
                run();
            });
            tools.append(button);
        };
        if (side === "source" && given.added) {
            offer("pencil", this.labels.change, () => this.server()?.change(given.id));
            offer("trash", this.labels.delete, () => this.server()?.deleteRow(given.id));
        } else if (side === "target" && !this.model.byTarget.has(index) && this.model.free) {
            offer("plus", this.labels.assign, () => this.server()?.assign(given.id));
        } else if (side === "target" && this.model.renames && given.name) {
            offer("pencil", this.labels.rename, () => this.server()?.rename(given.id));
        }
    }

    /** @param {Side} side @param {number} index */
    describe(side, index) {
        const row = this.model.rows(side)[index];
        const line = this.model.line(side, index);
        const parts = [row.name || this.labels.next, row.type, row.key ? this.labels.key : "", row.missing ? this.labels.missing : ""];
        if (line) {
            const other = side === "source" ? this.model.targets[line.target] : this.model.sources[line.source];
            parts.push(filled(this.labels[side === "source" ? "goesTo" : "comesFrom"], other?.name), this.labels[`fit.${line.fit}`], line.reason);
        } else {
            parts.push(this.labels.unmapped);
        }
        return parts.filter(Boolean).join(", ");
    }

    createKind() {
        const row = make("div", "sl-map-kindrow");
        const button = make("button", "sl-map-kind");
        button.tabIndex = -1;
        button.addEventListener("click", () => this.openLine(Number(row.dataset.row)));
        row.append(button);
        return row;
    }

    /** @param {HTMLElement} row @param {number} index */
    fillKind(row, index) {
        const line = this.model.byTarget.get(index);
        const button = /** @type {HTMLElement} */ (row.firstElementChild);
        button.hidden = !line;
        if (!line) {
            button.removeAttribute("aria-label");
            button.title = "";
        } else {
            button.replaceChildren(glyph(line.fit));
            const words = [this.labels[`fit.${line.fit}`], line.reason].filter(Boolean).join(": ");
            button.title = words;
            button.setAttribute("aria-label", `${this.model.targets[index].name}: ${words}`);
        }
    }

    /** @param {number} first @param {number} last @param {boolean} renew */
    drawLines(first, last, renew) {
        for (const [target, group] of this.drawn) {
            const line = this.model.byTarget.get(target);
            if (renew || !line || Math.min(line.source, target) > last || Math.max(line.source, target) < first) {
                group.remove();
                this.drawn.delete(target);
            }
        }
        for (const line of this.model.byTarget.values()) {
            const visible = Math.min(line.source, line.target) <= last && Math.max(line.source, line.target) >= first;
            if (visible && !this.drawn.has(line.target)) {
                const group = this.drawLine(line);
                this.drawn.set(line.target, group);
                this.svg.append(group);
            }
        }
    }

    /** @param {import("./mapping-model.js").Line} line */
    drawLine(line) {
        const d = curve(line.source * ROW + ROW / 2, line.target * ROW + ROW / 2, this.width ?? 0);
        const group = /** @type {SVGElement} */ (shape("g", { class: `sl-map-line sl-fit-${line.fit.toLowerCase()}`, "data-target": line.target }));
        group.classList.toggle("sl-map-chosen", this.chosen === line.target);
        group.append(shape("path", { class: "sl-map-halo", d }), shape("path", { class: "sl-map-curve", d }));
        group.addEventListener("click", () => this.openLine(line.target));
        return group;
    }

    /** @param {number} index */
    scrollTo(index) {
        if (!this.body) {
            return;
        }
        const top = index * ROW;
        if (top < this.body.scrollTop) {
            this.body.scrollTop = top;
        } else if (top + ROW > this.body.scrollTop + this.body.clientHeight) {
            this.body.scrollTop = top + ROW - this.body.clientHeight;
        }
    }

    /** @param {string} words */
    announce(words) {
        if (this.announcer) {
            this.announcer.textContent = words;
        }
    }

    /** Makes a row the current one. @param {Side} side @param {number} index */
    choose(side, index) {
        const rows = this.model.rows(side);
        this.marked = undefined;
        this.current[side] = Math.max(0, Math.min(rows.length - 1, index));
        this.scrollTo(this.current[side]);
        this.schedule(true);
        const id = this.idAt(side);
        if (id && this.told !== side + id) {
            this.told = side + id;
            this.server()?.visited(side, id);
        }
    }

    /** @param {number} source @param {number} target */
    join(source, target) {
        if (this.model.editable && this.model.sources[source] && this.model.targets[target]) {
            this.current = { source, target };
            this.server()?.connect(this.model.sources[source].id, this.model.targets[target].id);
        }
    }

    /** @param {number} target */
    cut(target) {
        if (this.model.editable && this.model.free && this.model.byTarget.has(target)) {
            this.server()?.disconnect(this.model.targets[target].id);
        }
    }

    /** @param {Side} side @param {number} index */
    edit(side, index) {
        const row = this.model.rows(side)[index];
        if (!row || !this.model.editable) {
            return;
        }
        if (side === "source" && row.added) {
            this.server()?.change(row.id);
        } else if (side === "target" && this.model.renames && row.name) {
            this.server()?.rename(row.id);
        } else if (side === "target" && !this.model.byTarget.has(index)) {
            this.server()?.assign(row.id);
        }
    }

    /** @param {Side} side @param {KeyboardEvent} event */
    keyInList(side, event) {
        const at = this.current[side];
        const page = Math.max(1, Math.floor((this.body?.clientHeight ?? ROW) / ROW) - 1);
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: this.model.rows(side).length - 1 - at }[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (step !== undefined) {
            this.choose(side, at + step);
        } else if (event.key === "Enter") {
            this.arm(side, at);
        } else if (event.key === "Escape" && this.armed) {
            this.disarm();
        } else if (event.key === "Delete" || event.key === "Backspace") {
            this.remove(side, at);
        } else if (event.key === " ") {
            this.openLine(this.model.line(side, at)?.target ?? -1);
        } else if (event.key === "F2") {
            this.edit(side, at);
        } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
            this.lists[event.key === "ArrowRight" ? "target" : "source"].focus();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** Starts a line at a row, or ends the one that was started at the other side. @param {Side} side @param {number} index */
    arm(side, index) {
        if (!this.model.editable) {
            return;
        }
        const other = side === "source" ? "target" : "source";
        if (this.armed?.side === other) {
            const ends = { [side]: index, [other]: this.armed.index };
            this.armed = undefined;
            this.join(ends.source, ends.target);
            this.announce(filled(this.labels.connected, this.model.sources[ends.source]?.name, this.model.targets[ends.target]?.name));
            this.lists.source.focus();
        } else {
            this.armed = { side, index };
            const line = this.model.line(side, index);
            this.current[other] = line ? line[other] : Math.min(index, this.model.rows(other).length - 1);
            this.announce(filled(this.labels[side === "source" ? "chooseTarget" : "chooseSource"], this.model.rows(side)[index]?.name));
            this.scrollTo(this.current[other]);
            this.lists[other].focus();
        }
        this.schedule(true);
    }

    disarm() {
        const from = this.armed;
        this.armed = undefined;
        if (from) {
            this.lists[from.side].focus();
        }
        this.schedule(true);
    }

    /** @param {Side} side @param {number} index */
    remove(side, index) {
        const line = this.model.line(side, index);
        const row = this.model.rows(side)[index];
        if (line) {
            this.cut(line.target);
            this.announce(filled(this.labels.removed, row.name));
        } else if (side === "source" && row?.added && this.model.editable) {
            this.server()?.deleteRow(row.id);
        }
    }

    /** @param {KeyboardEvent} event */
    keyInGrid(event) {
        const at = this.current.target;
        const page = Math.max(1, Math.floor((this.body?.clientHeight ?? ROW) / ROW) - 1);
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: this.model.targets.length - 1 - at }[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (step !== undefined) {
            this.choose("target", at + step);
        } else if (event.key === "Enter") {
            this.openChooser(at);
        } else if (event.key === " ") {
            this.openLine(at);
        } else if (event.key === "Delete" || event.key === "Backspace") {
            this.cut(at);
        } else if (event.key === "F2") {
            const line = this.model.byTarget.get(at);
            this.edit(line ? "source" : "target", line ? line.source : at);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** Lets one choose the source of a target, in the grid. @param {number} target */
    openChooser(target) {
        if (!this.model.editable) {
            return;
        }
        const back = document.activeElement;
        const close = () => this.closeOverlay(back);
        const line = this.model.byTarget.get(target);
        const { box, field } = chooser({
            label: filled(this.labels.chooseSource, this.model.targets[target].name),
            none: this.labels.none,
            rows: this.model.sources.map((row, index) => ({ id: row.id, name: row.name, type: row.type, used: this.model.bySource.has(index) })),
            chosen: line ? this.model.sources[line.source].id : "",
            take: (id) => {
                close();
                this.join(this.model.sources.findIndex((row) => row.id === id), target);
            },
            closed: close,
        });
        this.place(box, target, "40%");
        field.focus();
    }

    /** Opens what there is to say about a line, and to do. @param {number} target */
    openLine(target) {
        const line = this.model.byTarget.get(target);
        if (!line) {
            return;
        }
        this.current = { source: line.source, target };
        this.scrollTo(target);
        const back = document.activeElement;
        const cures = Object.entries(line.cures ?? {}).map(([name, label]) => ({ name, label, run: () => this.server()?.cure(name, this.model.targets[target].id) }));
        if (this.model.editable && this.model.free) {
            cures.push({ name: "remove", label: this.labels.removeLine, run: () => this.cut(target) });
        }
        const box = popover({
            title: this.labels[`fit.${line.fit}`],
            fit: line.fit,
            types: [this.model.sources[line.source], this.model.targets[target]].map((row) => row.type || this.labels.unrecognised),
            reason: line.reason || this.labels[`why.${line.fit}`],
            found: line.found ?? "",
            close: this.labels.close,
            cures,
            closed: () => this.closeOverlay(back),
        });
        this.chosen = target;
        this.place(box, target, "");
        /** @type {HTMLElement | null} */ (box.querySelector(".sl-map-cure") ?? box.querySelector("button"))?.focus({ preventScroll: true });
        this.schedule(true);
    }

    /** @param {HTMLElement} box @param {number} row @param {string} left */
    place(box, row, left) {
        this.closeOverlay();
        this.chosen = left ? undefined : row;
        box.style.left = left;
        box.style.top = `${(this.heading?.clientHeight ?? 0) + (row + 1) * ROW - (this.body?.scrollTop ?? 0) + 4}px`;
        this.overlay = box;
        this.append(box);
    }

    /** @param {Element | null} [back] */
    closeOverlay(back) {
        const open = this.overlay;
        this.overlay = undefined;
        if (open) {
            this.chosen = undefined;
            open.remove();
            if (back instanceof HTMLElement && back.isConnected && back !== document.body) {
                back.focus({ preventScroll: true });
            }
            this.schedule(true);
        }
    }
}

customElements.define("sluice-mapping", Mapping);
