/**
 * The business-flow tree as data: who hangs below whom, what is open, what a filter leaves. No DOM.
 *
 * @typedef {{ id: string, parent: string, kind: string, name: string }} Node
 * @typedef {{ node: Node, depth: number, open: boolean, leaf: boolean }} Row
 */

export const ROOT = "root";

export class TreeModel {
    constructor() {
        /** @type {Map<string, Node>} */
        this.nodes = new Map();
        /** @type {Map<string, Node[]>} */
        this.children = new Map();
        /** @type {Set<string>} nodes somebody closed */
        this.closed = new Set();
        this.filter = "";
        /** @type {Row[]} */
        this.rows = [];
    }

    /**
     * @param {[string, string | null, string, string][]} list id, parent, kind and name of each node in order
     * @param {string} rootName
     */
    replace(list, rootName) {
        const root = { id: ROOT, parent: "", kind: "ROOT", name: rootName };
        this.nodes = new Map([[ROOT, root]]);
        this.children = new Map();
        for (const [id, parent, kind, name] of list) {
            const node = { id, parent: parent ?? ROOT, kind, name };
            this.nodes.set(id, node);
            const siblings = this.children.get(node.parent);
            siblings ? siblings.push(node) : this.children.set(node.parent, [node]);
        }
        this.refresh();
    }

    /** @param {string} filter */
    setFilter(filter) {
        this.filter = filter.trim().toLowerCase();
        this.refresh();
    }

    /** @param {string} id @param {boolean} open */
    setOpen(id, open) {
        open ? this.closed.delete(id) : this.closed.add(id);
        this.refresh();
    }

    /** Opens everything above a node. @param {string} id */
    show(id) {
        for (let node = this.nodes.get(id); node && node.parent; node = this.nodes.get(node.parent)) {
            this.closed.delete(node.parent);
        }
        this.refresh();
    }

    refresh() {
        const kept = this.filter ? this.matching() : undefined;
        const rows = /** @type {Row[]} */ ([]);
        const visit = (/** @type {Node} */ node, /** @type {number} */ depth) => {
            if (kept && !kept.has(node.id)) {
                return;
            }
            const below = this.children.get(node.id) ?? [];
            const open = kept ? true : !this.closed.has(node.id);
            rows.push({ node, depth, open, leaf: node.kind === "TASK" });
            if (open) {
                below.forEach((child) => visit(child, depth + 1));
            }
        };
        const root = this.nodes.get(ROOT);
        if (root) {
            visit(root, 0);
        }
        this.rows = kept && kept.size === 0 ? [] : rows;
    }

    /** Nodes that match the filter, with everything above them and below them. */
    matching() {
        const kept = new Set();
        for (const node of this.nodes.values()) {
            if (node.id === ROOT || node.kind === "SECTION" || !node.name.toLowerCase().includes(this.filter)) {
                continue;
            }
            for (let above = /** @type {Node | undefined} */ (node); above && !kept.has(above.id); above = this.nodes.get(above.parent)) {
                kept.add(above.id);
            }
        }
        return kept;
    }

    /** @param {string} id */
    rowOf(id) {
        return this.rows.findIndex((row) => row.node.id === id);
    }

    /** Whether one node lies below another or is it. @param {string} id @param {string} above */
    within(id, above) {
        for (let node = this.nodes.get(id); node; node = this.nodes.get(node.parent)) {
            if (node.id === above) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a dragged node would go when dropped on another: into it, or behind it among its siblings.
     * @param {string} dragged
     * @param {string} target
     * @returns {{ parent: string, position: number } | undefined} undefined where it has no place
     */
    place(dragged, target) {
        const moved = this.nodes.get(dragged);
        const onto = this.nodes.get(target);
        if (!moved || !onto || this.within(target, dragged)) {
            return undefined;
        }
        if (fits(moved.kind, onto.kind)) {
            return { parent: onto.id, position: (this.children.get(onto.id) ?? []).length };
        }
        const parent = this.nodes.get(onto.parent);
        if (!parent || !fits(moved.kind, parent.kind)) {
            return undefined;
        }
        const siblings = (this.children.get(parent.id) ?? []).filter((sibling) => sibling.id !== dragged);
        return { parent: parent.id, position: siblings.indexOf(onto) + 1 };
    }

    /** The folder or section below which something new goes when this node is chosen. @param {string} id */
    container(id) {
        for (let node = this.nodes.get(id); node; node = this.nodes.get(node.parent)) {
            if (node.kind === "FOLDER" || node.kind === "SECTION") {
                return node.id;
            }
            if (node.kind === "FLOW") {
                return (this.children.get(node.id) ?? []).find((child) => child.kind === "SECTION")?.id;
            }
        }
        return undefined;
    }
}

/** @param {string} kind @param {string} parentKind */
function fits(kind, parentKind) {
    if (kind === "FLOW") {
        return parentKind === "ROOT";
    }
    return (kind === "FOLDER" || kind === "TASK") && (parentKind === "SECTION" || parentKind === "FOLDER");
}
