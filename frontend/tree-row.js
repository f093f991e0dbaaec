/** One row of the tree that is on the page. It is written anew only when what it shows is different. */
import { highlight, make } from "./tree-parts.js";
import { ROOT } from "./tree-model.js";

const ICONS = { ROOT: "list", FLOW: "flow", SECTION: "folder", FOLDER: "folder", TASK: "task" };

/** What a closed folder tells of the tasks in it, the worst first. */
const TOLD = ["FAILED", "INTERRUPTED", "DIRTY", "RUNNING"];

export class TreeRow {
    /** @param {import("./task-tree.js").TaskTree} tree @param {string} id */
    constructor(tree, id) {
        this.tree = tree;
        this.element = make("div", "sl-tnode");
        this.element.id = `tree-${id}`;
        this.element.dataset.node = id;
        this.element.setAttribute("role", "treeitem");
        this.shown = "";
    }

    /** Makes the next drawing write the row anew. */
    forget() {
        this.shown = "";
    }

    /** @param {import("./tree-model.js").Row} row @param {number} top in pixels */
    show(row, top) {
        const { node, depth, open, leaf } = row;
        const { selection, model, editable, dirty } = this.tree;
        const chosen = selection.chosen.has(node.id);
        const current = selection.current === node.id;
        const marks = this.marks(row);
        const { filter } = model;
        const now = JSON.stringify([top, node.name, filter, depth, open, chosen, current, row.hit, row.place, row.of, marks, editable, dirty.has(node.id)]);
        if (now === this.shown) {
            return;
        }
        this.shown = now;
        const { element } = this;
        element.dataset.kind = node.kind;
        element.style.top = `${top}px`;
        element.style.setProperty("--depth", String(depth));
        element.draggable = editable && model.free(node.id);
        element.classList.toggle("current", current);
        element.classList.toggle("aside", !row.hit && node.id !== ROOT);
        const attributes = { "aria-level": depth + 1, "aria-posinset": row.place, "aria-setsize": row.of, "aria-selected": chosen };
        Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
        leaf ? element.removeAttribute("aria-expanded") : element.setAttribute("aria-expanded", String(open));
        const twist = make("span", "sl-twist");
        if (!leaf) {
            twist.append(make("span", `sl-icon sl-i-chevron-${open ? "down" : "right"}`));
        }
        const name = make("span", "sl-tnode-name");
        highlight(name, node.name, node.kind === "SECTION" ? "" : filter);
        name.title = node.name;
        element.replaceChildren(twist, make("span", `sl-icon sl-i-${ICONS[/** @type {keyof typeof ICONS} */ (node.kind)]}`), name);
        if (dirty.has(node.id)) {
            element.append(named(make("span", "sl-dot"), this.tree.labels.unsaved ?? ""));
        }
        marks.forEach(([glyph, words]) => element.append(named(make("span", `sl-icon sl-state sl-state-${glyph} sl-i-state-${glyph}`), words)));
    }

    /** Glyph and words of what is to tell about runs. @param {import("./tree-model.js").Row} row @returns {[string, string][]} */
    marks({ node, leaf, open }) {
        const { labels, model } = this.tree;
        const states = labels.states ?? {};
        if (leaf) {
            const [state, dirty] = model.runs.get(node.id) ?? ["NEVER", 0];
            const [glyph, words] = states[state] ?? ["none", state];
            return state === "SUCCEEDED" && dirty > 0
                ? [["warning", (labels.dirtyRecords ?? "").replace("#", dirty.toLocaleString())]]
                : [[glyph, words]];
        }
        const sums = open ? {} : model.sum(node.id);
        const told = TOLD.find((state) => sums[state] > 0);
        return told ? [[states[told][0], (labels.below?.[told] ?? "").replace("#", String(sums[told]))]] : [];
    }
}

/** A mark with words for screen readers and as tooltip. @param {HTMLElement} mark @param {string} words */
function named(mark, words) {
    mark.title = words;
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", words);
    return mark;
}
