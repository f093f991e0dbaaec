/**
 * The business-flow tree, <sluice-task-tree>: filter, rows of 28 px of which only the visible ones exist, right-click
 * menu, rename in place, drag and drop, and the whole of it by keyboard.
 *
 * What the server gives: `setNodes`, `patchNodes`, `setRuns`, `setDirty`, `setActive`, `reveal`, `setLabels`,
 * `setEditable`. What it is told: `open(id)`, `create(parent, kind)`, `rename(id, name)` (answers what is wrong with the
 * name, or nothing), `remove(ids)`, `copy(ids)`, `move(ids, parent, before)`, `moveTo(ids)`, `undo()`, `history(id)`,
 * `linkCopied(address, done)`, `importJobs(folder, text, files)`, `exportNode(id)`.
 */
import { ROOT, TreeModel } from "./tree-model.js";
import { TreeSelection } from "./tree-selection.js";
import { acceptJobs } from "./tree-import.js";
import { creations, nodeMenu } from "./tree-menu.js";
import { dragNodes } from "./tree-drag.js";
import { editName, make } from "./tree-parts.js";
import { linkTo } from "./tree-links.js";
import { toClipboard } from "./clipboard.js";
import { openMenu } from "./menu.js";
import { treeKey } from "./tree-keys.js";
import { showTree } from "./tree-toggle.js";
import { TreeRow } from "./tree-row.js";

const ROW = 28;
const SPARE = 6;

export class TaskTree extends HTMLElement {
    constructor() {
        super();
        this.model = new TreeModel();
        this.selection = new TreeSelection(this.model);
        this.active = "";
        /** The task of the address that was asked for and has not come to the front yet; there may be none. */
        this.asked = "";
        /** @type {Set<string>} */
        this.dirty = new Set();
        /** @type {Record<string, any>} */
        this.labels = {};
        /** @type {Map<string, TreeRow>} the rows that exist, by node */
        this.drawn = new Map();
        /** @type {string[] | undefined} */
        this.dragged = undefined;
        this.editable = false;
        this.memory = "";
        this.frame = 0;
        this.typed = "";
        this.typedAt = 0;
        this.menuByKey = false;
    }

    connectedCallback() {
        if (this.list) {
            return;
        }
        this.append(this.buildFind(), this.buildList());
        this.sized = new ResizeObserver(() => this.schedule());
        this.sized.observe(/** @type {Element} */ (this.list));
        this.slash = (/** @type {KeyboardEvent} */ event) => {
            const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
            if (event.key === "/" && !event.ctrlKey && !target.closest("input, textarea, [contenteditable]")) {
                showTree();
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
        this.sized?.disconnect();
        this.list?.remove();
        this.list = undefined;
        this.drawn.clear();
        this.replaceChildren();
    }

    /**
     * The address names the task in front, also after the back button was pressed while another task was just opening:
     * the router takes such a step for the end of the one before and tells the server nothing.
     */
    followAddress() {
        const task = location.pathname.match(/\/studio\/([-0-9a-f]{36})$/)?.[1];
        if (task && task !== this.active && task !== this.asked && this.model.nodes.has(task)) {
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
                const row = this.model.rows.find((one) => one.leaf && one.hit) ?? this.model.rows[0];
                if (row) {
                    this.selection.only(row.node.id);
                    this.bringIntoView(row.node.id);
                    this.list.focus();
                }
                event.preventDefault();
            } else if (event.key === "Escape") {
                this.field.value = "";
                this.filter();
            }
        });
        this.hint = make("span", "sl-key");
        this.hint.textContent = "/";
        this.count = make("span", "sl-tree-count");
        this.count.setAttribute("role", "status");
        box.append(make("span", "sl-icon sl-i-search"), this.field, this.count, this.hint);
        this.plus = document.createElement("button");
        this.plus.type = "button";
        this.plus.className = "sl-tool";
        this.plus.append(make("span", "sl-icon sl-i-plus"));
        this.plus.addEventListener("click", () => {
            const place = this.plus.getBoundingClientRect();
            openMenu(creations(this, this.selection.current), place.left, place.bottom + 2, this.plus);
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
        this.spacer.setAttribute("role", "presentation");
        list.append(this.spacer);
        list.addEventListener("scroll", () => this.schedule(), { passive: true });
        list.addEventListener("keydown", (event) => !this.renaming && treeKey(this, event));
        list.addEventListener("pointerdown", () => (this.menuByKey = false));
        list.addEventListener("contextmenu", (event) => this.context(event));
        list.addEventListener("click", (event) => this.click(event));
        list.addEventListener("dblclick", (event) => this.twice(event));
        this.list = list;
        dragNodes(this, list);
        acceptJobs(this, list);
        return list;
    }

    /** @param {Record<string, any>} labels */
    setLabels(labels) {
        this.labels = labels;
        this.memory = labels.memory;
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

    /**
     * @param {[string, number, string, number, number][]} list all nodes, as {@link TreeModel.replace} takes them
     * @param {[number, number, number?][]} runs place of the task in the list, state and dirty records of its last run
     */
    setNodes(list, runs) {
        this.model.replace(list, this.labels.root ?? "", this.recall());
        this.setRuns(runs.map(([place, state, dirty]) => [list[place][0], state, dirty]));
        if (this.active) {
            this.show(this.active);
            this.bringIntoView(this.active);
        }
        this.reveal();
    }

    /** @param {string[]} gone @param {[string, number, string, number, string][]} set as {@link TreeModel.patch} takes them */
    patchNodes(gone, set) {
        const index = this.model.rowOf(this.selection.current);
        this.model.patch(gone, set);
        this.selection.prune(index);
        this.reveal();
    }

    /** @param {[string, number, number?][]} runs task, state and dirty records of last runs; adds to what is known */
    setRuns(runs) {
        this.model.setRuns(runs.map(([task, state, dirty]) => [task, this.labels.stateOrder[state], dirty ?? 0]));
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
            if (!this.selection.chosen.has(id)) {
                this.selection.only(id);
            }
            this.show(id);
            this.bringIntoView(id);
        }
        this.schedule();
    }

    /** Opens what is above nodes. @param {string[]} ids */
    show(...ids) {
        this.model.show(...ids);
        if (this.model.nodes.size > 0) {
            this.remember();
        }
    }

    /**
     * Chooses nodes and scrolls to the first, as soon as they are there.
     * @param {string[]} [wanted] their ids
     * @param {boolean} [edit] whether to ask for the name of the first
     */
    reveal(wanted, edit) {
        if (wanted) {
            this.awaited = { ids: wanted, rename: Boolean(edit) };
        }
        const { ids, rename } = this.awaited ?? { ids: [], rename: false };
        if (ids.length > 0 && ids.every((id) => this.model.nodes.has(id))) {
            this.awaited = undefined;
            this.show(...ids);
            this.selection.these(ids);
            this.bringIntoView(ids[0]);
            if (rename) {
                this.rename(ids[0]);
            }
        }
        this.schedule();
    }

    /** What was open when the member was here last. */
    recall() {
        const known = localStorage.getItem(this.memory);
        return known === null ? undefined : known.split(",");
    }

    /** @param {string} id */
    bringIntoView(id) {
        const index = this.model.rowOf(id);
        const top = index * ROW;
        this.layout();
        const above = top < this.list.scrollTop;
        if (index >= 0 && (above || top + ROW > this.list.scrollTop + this.list.clientHeight)) {
            const far = Math.abs(top - this.list.scrollTop) > 2 * this.list.clientHeight;
            const edge = above ? top : top + ROW - this.list.clientHeight;
            this.list.scrollTop = far ? top - this.list.clientHeight / 2 : edge;
        }
    }

    /** How many rows fit on a page. */
    page() {
        return Math.max(1, Math.floor(this.list.clientHeight / ROW) - 1);
    }

    filter() {
        this.model.setFilter(this.field.value);
        this.hint.hidden = this.field.value !== "";
        const found = (this.labels.found ?? "").replace("#", this.model.hits.toLocaleString());
        this.count.textContent = this.model.filter ? found : "";
        this.list.scrollTop = 0;
        if (!this.model.filter) {
            this.bringIntoView(this.selection.current);
        }
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
        const { rows } = this.model;
        const first = Math.max(0, Math.floor(this.list.scrollTop / ROW) - SPARE);
        const height = this.list.clientHeight || innerHeight;
        const last = Math.min(rows.length, Math.ceil((this.list.scrollTop + height) / ROW) + SPARE);
        const kept = [this.selection.current, ...(this.dragged ?? []).slice(0, 1)].map((id) => this.model.rowOf(id));
        const wanted = new Set(kept.filter((index) => index >= 0));
        for (let index = first; index < last; index++) {
            wanted.add(index);
        }
        this.arrange([...wanted].sort((a, b) => a - b));
        const none = this.spacer.querySelector(".sl-tree-none");
        if (this.model.filter && rows.length === 0 && !none) {
            this.spacer.append(Object.assign(make("div", "sl-tree-none"), { textContent: this.labels.none ?? "" }));
        } else if (rows.length > 0) {
            none?.remove();
        }
        const current = this.drawn.has(this.selection.current);
        current ? this.list.setAttribute("aria-activedescendant", `tree-${this.selection.current}`)
            : this.list.removeAttribute("aria-activedescendant");
    }

    /** Brings exactly these rows into the page and leaves those alone that are there already. @param {number[]} indexes */
    arrange(indexes) {
        const { rows } = this.model;
        const ids = new Set(indexes.map((index) => rows[index].node.id));
        for (const [id, row] of this.drawn) {
            if (!ids.has(id)) {
                row.element.remove();
                this.drawn.delete(id);
            }
        }
        let before = /** @type {Element | null} */ (null);
        for (const index of indexes) {
            const id = rows[index].node.id;
            const row = this.drawn.get(id) ?? new TreeRow(this, id);
            this.drawn.set(id, row);
            row.show(rows[index], index * ROW);
            if (before ? before.nextElementSibling !== row.element : this.spacer.firstElementChild !== row.element) {
                before ? before.after(row.element) : this.spacer.prepend(row.element);
            }
            before = row.element;
        }
    }

    /** The row an event happened in. @param {Event} event */
    rowAt(event) {
        const element = /** @type {HTMLElement} */ (event.target).closest?.(".sl-tnode");
        return this.model.rows[this.model.rowOf(element?.getAttribute("data-node") ?? "")];
    }

    /** @param {MouseEvent} event */
    click(event) {
        const row = this.rowAt(event);
        if (!row) {
            return;
        }
        const id = row.node.id;
        if (/** @type {HTMLElement} */ (event.target).closest(".sl-twist") && !row.leaf) {
            this.toggle(id, !row.open);
        } else if (event.ctrlKey || event.metaKey) {
            this.selection.toggle(id);
        } else if (event.shiftKey) {
            this.selection.upTo(id);
        } else {
            this.selection.only(id);
            if (row.leaf) {
                this.server()?.open(id);
            }
        }
        this.schedule();
    }

    /** @param {MouseEvent} event */
    twice(event) {
        const row = this.rowAt(event);
        if (row && !row.leaf && !(/** @type {HTMLElement} */ (event.target).closest(".sl-twist"))) {
            this.toggle(row.node.id, !row.open);
        }
    }

    /** @param {string} id @param {boolean} open */
    toggle(id, open) {
        this.model.setOpen(id, open);
        this.remember();
        this.schedule();
    }

    /** Keeps what is open for the next time. */
    remember() {
        localStorage.setItem(this.memory, [...this.model.opened].filter((id) => this.model.nodes.has(id)).join(","));
    }

    /** @param {MouseEvent} event */
    context(event) {
        event.preventDefault();
        if (this.menuByKey) {
            this.menuByKey = false;
            return;
        }
        const id = this.rowAt(event)?.node.id ?? ROOT;
        if (!this.selection.chosen.has(id)) {
            this.selection.only(id);
        }
        this.selection.current = id;
        this.draw();
        openMenu(nodeMenu(this, id), event.clientX, event.clientY, this.list);
    }

    /** The files that were dropped last, once. */
    takeFiles() {
        const files = this.droppedFiles ?? [];
        this.droppedFiles = undefined;
        return files;
    }

    /** @param {string[]} ids */
    async copyLinks(ids) {
        const links = ids.map((id) => linkTo(id, this.model.nodes.get(id)?.kind ?? "TASK"));
        const done = await toClipboard(links.join("\n"));
        this.server()?.linkCopied(links[0], links.length, done);
    }

    /** Moves the chosen nodes one place up or down among their siblings. @param {-1 | 1} by */
    shift(by) {
        const ids = this.selection.free();
        const parent = this.model.nodes.get(ids[0] ?? "")?.parent;
        const siblings = this.model.children.get(parent ?? "") ?? [];
        const places = ids.map((id) => siblings.findIndex((one) => one.id === id)).sort((a, b) => a - b);
        const passed = siblings[by < 0 ? places[0] - 1 : places[places.length - 1] + 1];
        if (this.editable && passed && places[0] >= 0) {
            const before = by < 0 ? passed : siblings[siblings.indexOf(passed) + 1];
            this.server()?.move(ids.join(","), parent === ROOT ? "" : parent, before?.id ?? "");
        }
    }

    remove() {
        const ids = this.selection.free();
        if (this.editable && ids.length) {
            this.server()?.remove(ids.join(","));
        }
    }

    /** @param {string} id */
    rename(id) {
        const node = this.model.nodes.get(id);
        if (!this.editable || !node || !this.model.free(id)) {
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
                this.drawn.get(id)?.forget();
                this.draw();
                if (refocus) {
                    this.list.focus();
                }
            },
        });
    }
}

customElements.define("sluice-task-tree", TaskTree);
