/**
 * The field mapping, <sluice-mapping>: two lists with curves between, or the same as a grid. Rows are 28 px high and
 * only the visible ones exist, lines too. Everything can be done with the pointer and with the keyboard.
 *
 * What the server gives: `setLabels`, `setModel` (once), `patch` (small changes), `setLoading`, `setView`, `reveal`.
 * What it is told: `connect(source, target)`, `disconnect(target)`, `cure(name, target)`, `change(source)`,
 * `deleteRow(source)`, `assign(target)`, `rename(target)`, `visited(side, id)`.
 */
import { keyInGrid, keyInList } from "./mapping-keys.js";
import { createRow, fillRow, listHead } from "./mapping-list.js";
import { closeOverlay, follow, openLine } from "./mapping-overlay.js";
import { curve, filled, glyph, make, shape } from "./mapping-parts.js";
import { MappingModel } from "./mapping-model.js";
import { RowPool } from "./mapping-rows.js";
import { fillGridRow, gridHead, gridRow } from "./mapping-grid.js";

const ROW = 28;
const SPARE = 4;
const MOST_ROWS = 18;
const SKELETONS = 6;
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
        closeOverlay(this);
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
        this.grid.addEventListener("keydown", (event) => keyInGrid(this, event));
        this.grid.addEventListener("focus", () => this.schedule(true));
        this.grid.addEventListener("blur", () => this.schedule(true));
        this.pools = {
            source: new RowPool(this.lists.source, () => createRow(this, "source"), (row, index) => fillRow(this, "source", row, index), ROW),
            target: new RowPool(this.lists.target, () => createRow(this, "target"), (row, index) => fillRow(this, "target", row, index), ROW),
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
        list.addEventListener("keydown", (event) => keyInList(this, side, event));
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
        closeOverlay(this);
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

    /** Focuses the list or grid whose row was revealed last. */
    focusMarked() {
        this.scrollIntoView({ block: "nearest" });
        const place = this.view === "grid" ? this.grid : this.lists[this.marked?.side ?? "source"];
        place?.focus({ preventScroll: true });
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
        follow(this);
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
        this.heading.replaceChildren(...(grid ? gridHead(this) : listHead(this)));
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

    createKind() {
        const row = make("div", "sl-map-kindrow");
        const button = make("button", "sl-map-kind");
        button.tabIndex = -1;
        button.addEventListener("click", () => openLine(this, Number(row.dataset.row)));
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
        group.addEventListener("click", () => openLine(this, line.target));
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
        if (!this.model.editable || !this.model.byTarget.has(target)) {
            return;
        }
        if (this.model.removes) {
            this.server()?.disconnect(this.model.targets[target].id);
            this.announce(filled(this.labels.removed, this.model.targets[target].name));
        } else {
            this.announce(this.labels.kept);
        }
    }
}

customElements.define("sluice-mapping", Mapping);
