/**
 * Which nodes of the tree are chosen, which one the keyboard is at, and from where Shift goes on. No DOM.
 */
import { ROOT } from "./tree-model.js";

export class TreeSelection {
    /** @param {import("./tree-model.js").TreeModel} model */
    constructor(model) {
        this.model = model;
        /** @type {Set<string>} */
        this.chosen = new Set();
        this.current = ROOT;
        this.anchor = ROOT;
    }

    /** @param {string} id */
    only(id) {
        this.chosen = new Set([id]);
        this.current = id;
        this.anchor = id;
    }

    /** @param {string[]} ids */
    these(ids) {
        if (ids.length > 0) {
            this.only(ids[0]);
            this.chosen = new Set(ids);
        }
    }

    /** @param {string} id */
    toggle(id) {
        this.chosen.has(id) ? this.chosen.delete(id) : this.chosen.add(id);
        this.current = id;
        this.anchor = id;
    }

    /**
     * Chooses all rows from the anchor to one. A row that the filter leaves only because of something below it is passed
     * over: whoever deletes what was found must not delete what was not.
     * @param {string} id
     */
    upTo(id) {
        const [from, to] = [this.model.rowOf(this.anchor), this.model.rowOf(id)].sort((a, b) => a - b);
        const rows = this.model.rows.slice(Math.max(0, from), to + 1).filter((row) => row.hit);
        this.chosen = new Set(rows.map((row) => row.node.id));
        this.current = id;
    }

    /** Chooses all that was found, or without a filter the siblings of the current node. */
    all() {
        const parent = this.model.nodes.get(this.current)?.parent;
        const rows = this.model.rows.filter((row) => this.model.filter ? row.hit : row.node.parent === parent);
        this.chosen = new Set(rows.map((row) => row.node.id));
    }

    /** The chosen nodes that can be moved, cloned and deleted. */
    free() {
        return [...this.chosen].filter((id) => this.model.free(id));
    }

    /**
     * Lets go of what is not there any more.
     * @param {number} index of the row that was current
     */
    prune(index) {
        const { nodes, rows } = this.model;
        this.chosen = new Set([...this.chosen].filter((id) => nodes.has(id)));
        if (!nodes.has(this.current)) {
            const id = rows[Math.max(0, Math.min(index, rows.length - 1))]?.node.id ?? ROOT;
            this.chosen.size > 0 ? (this.current = id) : this.only(id);
        }
        if (!nodes.has(this.anchor)) {
            this.anchor = this.current;
        }
    }
}
