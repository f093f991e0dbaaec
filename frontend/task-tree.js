/**
 * The business-flow tree, <sluice-task-tree>: filter, rows of 28 px of which only the visible ones exist, right-click
 * menu, rename in place, drag and drop, and the whole of it by keyboard.
 *
 * What the server gives: `setNodes`, `setStates`, `setDirty`, `setActive`, `setLabels`, `setEditable`. What it is told:
 * `open(id)`, `create(parent, kind)`, `rename(id, name)` (answers what is wrong with the name, or nothing),
 * `remove(ids)`, `move(ids, parent, position)`, `linkCopied(id)`.
 */
import { ROOT, TreeModel } from "./tree-model.js";
import { acceptJobs } from "./tree-import.js";
import { openMenu } from "./menu.js";
import { creations, nodeMenu } from "./tree-menu.js";
import { editName, highlight, make } from "./tree-parts.js";

const ROW = 28;
const SPARE = 6;
const MOST_OPEN_AT_FIRST = 400;
const ICONS = { ROOT: "list", FLOW: "flow", SECTION: "folder", FOLDER: "folder", TASK: "task" };

class TaskTree extends HTMLElement {
    constructor() {
        super();
        this.model = new TreeModel();
        /** @type {Set<string>} */
        this.chosen = new Set();
        this.current = ROOT;
        this.active = "";
        /** The task of the address that was asked for and has not come to the front yet; there may be none. */
        this.asked = "";
        /** @type {Record<string, [string, string]>} glyph and words of each task's last run */
        this.states = {};
        /** @type {Set<string>} */
        this.dirty = new Set();
        /** @type {Record<string, string>} */
        this.labels = {};
        this.editable = false;
        this.frame = 0;
    }

    connectedCallback() {
        if (this.list) {
            return;
        }
        this.append(this.buildFind(), this.buildList());
        new ResizeObserver(() => this.schedule()).observe(/** @type {Element} */ (this.list));
        this.slash = (/** @type {KeyboardEvent} */ event) => {
            const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
            if (event.key === "/" && !event.ctrlKey && !target.closest("input, textarea, [contenteditable]")) {
                this.field.focus();
                event.preventDefault();
            }
        };
        document.addEventListener("keydown", this.slash);
        this.arrived = () => this.followAddress();
        window.addEventListener("vaadin-navigated", this.arrived);
    }

    disconnectedCallback() {
        document.removeEventListener("keydown", this.slash);
        window.removeEventListener("vaadin-navigated", this.arrived);
        this.list?.remove();
        this.list = undefined;
        this.replaceChildren();
    }

    /**
     * The address names the task in front, also after the back button was pressed while another task was just opening:
     * the router takes such a step for the end of the one before and tells the server nothing.
     */
    followAddress() {
        const task = location.pathname.match(/\/studio\/([-0-9a-f]{36})$/)?.[1];
        if (task && task !== this.active && task !== this.asked) {
            this.asked = task;
            this.server().open(task);
        }
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    buildFind() {
        const bar = make("div", "sl-tree-find");
        const box = make("label", "sl-tree-filter");
        this.field = document.createElement("input");
        this.field.type = "search";
        this.field.addEventListener("input", () => this.filter());
        this.field.addEventListener("keydown", (event) => {
            if (event.key === "ArrowDown" || (event.key === "Enter" && !event.ctrlKey)) {
                this.go(Math.max(0, this.model.rows.findIndex((row) => row.leaf)));
                this.list.focus();
                event.preventDefault();
            } else if (event.key === "Escape") {
                this.field.value = "";
                this.filter();
            }
        });
        this.hint = make("span", "sl-key");
        this.hint.textContent = "/";
        box.append(make("span", "sl-icon sl-i-search"), this.field, this.hint);
        this.plus = document.createElement("button");
        this.plus.type = "button";
        this.plus.className = "sl-tool";
        this.plus.append(make("span", "sl-icon sl-i-plus"));
        this.plus.addEventListener("click", () => {
            const place = this.plus.getBoundingClientRect();
            openMenu(creations(this, this.current), place.left, place.bottom + 2, this.plus);
        });
        bar.append(box, this.plus);
        return bar;
    }

    buildList() {
        const list = make("div", "sl-tree-list");
        list.tabIndex = 0;
        list.setAttribute("role", "tree");
        list.setAttribute("aria-multiselectable", "true");
        this.spacer = make("div", "sl-tree-spacer");
        list.append(this.spacer);
        list.addEventListener("scroll", () => this.schedule(), { passive: true });
        list.addEventListener("keydown", (event) => this.key(event));
        list.addEventListener("contextmenu", (event) => this.context(event));
        this.list = list;
        acceptJobs(this, list);
        return list;
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        this.field.placeholder = labels.filter;
        this.field.setAttribute("aria-label", labels.filter);
        this.list.setAttribute("aria-label", labels.tree);
        this.plus.title = labels.create;
        this.plus.setAttribute("aria-label", labels.create);
    }

    /** @param {boolean} editable */
    setEditable(editable) {
        this.editable = editable;
        this.plus.hidden = !editable;
    }

    /** @param {string} json list of [id, parent, kind, name] */
    setNodes(json) {
        const list = JSON.parse(json);
        const first = this.model.nodes.size === 0;
        this.model.replace(list, this.labels.root ?? "");
        if (first && list.length > MOST_OPEN_AT_FIRST) {
            for (const [id, , kind] of list) {
                if (kind === "FLOW") {
                    this.model.closed.add(id);
                }
            }
            this.model.refresh();
        }
        if (this.awaited && this.model.nodes.has(this.awaited)) {
            this.model.show(this.awaited);
            this.awaited = undefined;
        }
        if (this.active) {
            this.model.show(this.active);
        }
        this.chosen = new Set([...this.chosen].filter((id) => this.model.nodes.has(id)));
        this.schedule();
    }

    /** @param {string} json glyph and words by task */
    setStates(json) {
        this.states = JSON.parse(json);
        this.schedule();
    }

    /** @param {string} json ids of tasks with unsaved changes */
    setDirty(json) {
        this.dirty = new Set(JSON.parse(json));
        this.schedule();
    }

    /** @param {string} id of the task that is open, or nothing */
    setActive(id) {
        this.active = id;
        this.asked = "";
        if (id) {
            this.awaited = id;
            this.chosen = new Set([id]);
            this.current = id;
            this.model.show(id);
            this.bringIntoView(id);
        }
        this.schedule();
    }

    /** @param {string} id */
    bringIntoView(id) {
        const index = this.model.rowOf(id);
        const top = index * ROW;
        this.layout();
        if (index >= 0 && (top < this.list.scrollTop || top + ROW > this.list.scrollTop + this.list.clientHeight)) {
            this.list.scrollTop = top - this.list.clientHeight / 2;
        }
    }

    filter() {
        this.model.setFilter(this.field.value);
        this.hint.hidden = this.field.value !== "";
        this.list.scrollTop = 0;
        this.schedule();
    }

    schedule() {
        if (!this.frame && this.list) {
            this.frame = requestAnimationFrame(() => {
                this.frame = 0;
                this.draw();
            });
        }
    }

    layout() {
        this.spacer.style.height = `${this.model.rows.length * ROW}px`;
    }

    draw() {
        if (!this.list || this.renaming) {
            return;
        }
        this.layout();
        const first = Math.max(0, Math.floor(this.list.scrollTop / ROW) - SPARE);
        const last = Math.min(this.model.rows.length, Math.ceil((this.list.scrollTop + this.list.clientHeight) / ROW) + SPARE);
        const rows = [];
        for (let index = first; index < last; index++) {
            rows.push(this.row(this.model.rows[index], index));
        }
        if (this.model.filter && this.model.rows.length === 0) {
            const none = make("div", "sl-tree-none");
            none.textContent = this.labels.none ?? "";
            rows.push(none);
        }
        this.spacer.replaceChildren(...rows);
        this.list.setAttribute("aria-activedescendant", `tree-${this.current}`);
    }

    /** @param {import("./tree-model.js").Row} row @param {number} index */
    row(row, index) {
        const { node, depth, open, leaf } = row;
        const element = make("div", "sl-tnode");
        element.id = `tree-${node.id}`;
        element.dataset.node = node.id;
        element.dataset.kind = node.kind;
        element.style.top = `${index * ROW}px`;
        element.style.setProperty("--depth", String(depth));
        element.setAttribute("role", "treeitem");
        element.setAttribute("aria-level", String(depth + 1));
        element.setAttribute("aria-selected", String(this.chosen.has(node.id)));
        element.classList.toggle("current", this.current === node.id);
        const twist = make("span", "sl-twist");
        if (!leaf) {
            element.setAttribute("aria-expanded", String(open));
            twist.append(make("span", `sl-icon sl-i-chevron-${open ? "down" : "right"}`));
            twist.addEventListener("click", (event) => {
                this.toggle(node.id, !open);
                event.stopPropagation();
            });
        }
        const name = make("span", "sl-tnode-name");
        highlight(name, node.name, node.kind === "SECTION" ? "" : this.model.filter);
        name.title = node.name;
        element.append(twist, make("span", `sl-icon sl-i-${ICONS[/** @type {keyof typeof ICONS} */ (node.kind)]}`), name);
        this.addMarks(element, node);
        element.addEventListener("click", (event) => this.click(event, row));
        element.addEventListener("dblclick", () => !leaf && this.toggle(node.id, !open));
        this.makeDraggable(element, node);
        return element;
    }

    /** @param {HTMLElement} element @param {import("./tree-model.js").Node} node */
    addMarks(element, node) {
        if (this.dirty.has(node.id)) {
            const dot = make("span", "sl-dot");
            dot.title = this.labels.unsaved ?? "";
            element.append(dot);
        }
        const state = this.states[node.id];
        if (state) {
            const glyph = make("span", `sl-icon sl-state sl-state-${state[0]} sl-i-state-${state[0]}`);
            glyph.title = state[1];
            glyph.setAttribute("role", "img");
            glyph.setAttribute("aria-label", state[1]);
            element.append(glyph);
        }
    }

    /** @param {MouseEvent} event @param {import("./tree-model.js").Row} row */
    click(event, row) {
        const id = row.node.id;
        if (event.ctrlKey || event.metaKey) {
            this.chosen.has(id) ? this.chosen.delete(id) : this.chosen.add(id);
        } else if (event.shiftKey) {
            this.chooseUpTo(id);
        } else {
            this.chosen = new Set([id]);
            if (row.leaf) {
                this.server()?.open(id);
            }
        }
        this.current = id;
        this.schedule();
    }

    /** @param {string} id */
    chooseUpTo(id) {
        const [from, to] = [this.model.rowOf(this.current), this.model.rowOf(id)].sort((a, b) => a - b);
        this.chosen = new Set(this.model.rows.slice(Math.max(0, from), to + 1).map((row) => row.node.id));
    }

    /** @param {string} id @param {boolean} open */
    toggle(id, open) {
        this.model.setOpen(id, open);
        this.schedule();
    }

    /** @param {number} index */
    go(index) {
        const row = this.model.rows[Math.min(Math.max(0, index), this.model.rows.length - 1)];
        if (row) {
            this.current = row.node.id;
            this.chosen = new Set([this.current]);
            this.bringIntoView(this.current);
            this.schedule();
        }
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        if (this.renaming) {
            return;
        }
        const index = this.model.rowOf(this.current);
        const row = this.model.rows[index];
        const actions = /** @type {Record<string, () => void>} */ ({
            ArrowDown: () => this.go(index + 1),
            ArrowUp: () => this.go(index - 1),
            Home: () => this.go(0),
            End: () => this.go(this.model.rows.length - 1),
            ArrowRight: () => (row && !row.leaf && !row.open ? this.toggle(row.node.id, true) : this.go(index + 1)),
            ArrowLeft: () => (row && !row.leaf && row.open && row.node.id !== ROOT
                ? this.toggle(row.node.id, false)
                : row && this.go(this.model.rowOf(row.node.parent))),
            Enter: () => row && (row.leaf ? this.server()?.open(row.node.id) : this.toggle(row.node.id, !row.open)),
            F2: () => row && this.rename(row.node.id),
            Delete: () => this.remove(),
            ContextMenu: () => this.menuAtRow(),
        });
        const action = event.shiftKey && event.key === "F10" ? actions.ContextMenu : actions[event.key];
        if (action) {
            action();
            event.preventDefault();
        }
    }

    menuAtRow() {
        const place = this.querySelector(`[data-node="${this.current}"]`)?.getBoundingClientRect();
        if (place) {
            openMenu(nodeMenu(this, this.current), place.left + 40, place.bottom, this.list);
        }
    }

    /** @param {MouseEvent} event */
    context(event) {
        const id = /** @type {HTMLElement} */ (event.target).closest?.(".sl-tnode")?.getAttribute("data-node") ?? ROOT;
        event.preventDefault();
        if (!this.chosen.has(id)) {
            this.chosen = new Set([id]);
        }
        this.current = id;
        this.draw();
        openMenu(nodeMenu(this, id), event.clientX, event.clientY, this.list);
    }

    /** The files that were dropped last, once. */
    takeFiles() {
        const files = this.droppedFiles ?? [];
        this.droppedFiles = undefined;
        return files;
    }

    /** @param {string} id */
    async copyLink(id) {
        const address = new URL(`studio/${id}`, document.baseURI).href;
        await navigator.clipboard?.writeText(address);
        this.server()?.linkCopied(id);
    }

    remove() {
        const ids = [...this.chosen].filter((id) => {
            const kind = this.model.nodes.get(id)?.kind;
            return kind && kind !== "ROOT" && kind !== "SECTION";
        });
        if (this.editable && ids.length) {
            this.server()?.remove(ids.join(","));
        }
    }

    /** @param {string} id */
    rename(id) {
        const node = this.model.nodes.get(id);
        if (!this.editable || !node || node.kind === "ROOT" || node.kind === "SECTION") {
            return;
        }
        this.renaming = false;
        this.bringIntoView(id);
        this.draw();
        const name = this.querySelector(`[data-node="${id}"] .sl-tnode-name`);
        if (!name) {
            return;
        }
        this.renaming = true;
        const input = document.createElement("input");
        input.className = "sl-tree-rename";
        input.value = node.name;
        input.setAttribute("aria-label", this.labels.rename);
        name.replaceChildren(input);
        input.focus();
        input.select();
        editName(input, node.name, {
            rename: (text) => this.server()?.rename(id, text),
            done: (refocus) => {
                this.renaming = false;
                this.draw();
                if (refocus) {
                    this.list.focus();
                }
            },
        });
    }

    /** @param {HTMLElement} element @param {import("./tree-model.js").Node} node */
    makeDraggable(element, node) {
        element.draggable = this.editable && node.kind !== "ROOT" && node.kind !== "SECTION";
        element.addEventListener("dragstart", (event) => {
            this.dragged = this.chosen.has(node.id) ? [...this.chosen] : [node.id];
            event.dataTransfer?.setData("text/plain", node.name);
        });
        element.addEventListener("dragend", () => (this.dragged = undefined));
        element.addEventListener("dragover", (event) => {
            const place = this.dragged && this.model.place(this.dragged[0], node.id);
            if (place) {
                event.preventDefault();
                element.classList.add("target");
            }
        });
        element.addEventListener("dragleave", () => element.classList.remove("target"));
        element.addEventListener("drop", (event) => {
            event.preventDefault();
            element.classList.remove("target");
            const place = this.dragged && this.model.place(this.dragged[0], node.id);
            if (place && this.dragged) {
                this.model.setOpen(place.parent, true);
                this.server()?.move(this.dragged.join(","), place.parent === ROOT ? "" : place.parent, place.position);
            }
        });
    }
}

customElements.define("sluice-task-tree", TaskTree);
