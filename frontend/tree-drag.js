/** Dragging nodes of the tree to other places in it. */
import { ROOT } from "./tree-model.js";
import { make } from "./tree-parts.js";

const OPENS_AFTER = 700;

/** @typedef {import("./task-tree.js").TaskTree} Tree */

/** Lets the rows of the tree be dragged. @param {Tree} tree @param {HTMLElement} list */
export function dragNodes(tree, list) {
    const target = new DropTarget(tree);
    list.addEventListener("dragstart", (event) => {
        const id = rowOf(event)?.dataset.node;
        if (!id || !tree.editable) {
            event.preventDefault();
            return;
        }
        if (!tree.selection.chosen.has(id)) {
            tree.selection.only(id);
        }
        tree.dragged = tree.selection.free();
        showBeside(event, tree);
        tree.schedule();
    });
    list.addEventListener("dragend", () => {
        tree.dragged = undefined;
        target.leave();
        tree.schedule();
    });
    list.addEventListener("dragover", (event) => target.over(event));
    list.addEventListener("dragleave", (event) => {
        if (!list.contains(/** @type {globalThis.Node | null} */ (event.relatedTarget))) {
            target.leave();
        }
    });
    list.addEventListener("drop", (event) => target.drop(event));
}

/** @param {DragEvent} event */
function rowOf(event) {
    return /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest?.(".sl-tnode"));
}

/** What goes along with the pointer. @param {DragEvent} event @param {Tree} tree */
function showBeside(event, tree) {
    const ids = tree.dragged ?? [];
    const name = tree.model.nodes.get(ids[0])?.name ?? "";
    const ghost = make("div", "sl-tree-ghost");
    ghost.textContent = ids.length === 1 ? name : (tree.labels.many ?? "").replace("#", String(ids.length));
    document.body.append(ghost);
    event.dataTransfer?.setDragImage(ghost, -12, 0);
    event.dataTransfer?.setData("text/plain", name);
    setTimeout(() => ghost.remove());
}

/** The row the pointer is over, with a mark of where a drop would go. */
class DropTarget {
    /** @param {Tree} tree */
    constructor(tree) {
        this.tree = tree;
        this.row = /** @type {HTMLElement | null} */ (null);
        this.since = 0;
    }

    /** @param {DragEvent} event */
    place(event) {
        const row = rowOf(event);
        if (!row || !this.tree.dragged) {
            return undefined;
        }
        const { top, height } = row.getBoundingClientRect();
        return this.tree.model.place(this.tree.dragged, row.dataset.node ?? "", (event.clientY - top) / height);
    }

    /** @param {DragEvent} event */
    over(event) {
        const row = rowOf(event);
        const place = this.place(event);
        if (row !== this.row) {
            this.leave();
            this.row = row;
            this.since = performance.now();
        }
        if (place && row) {
            event.preventDefault();
            row.dataset.drop = place.mark;
            this.open(row, place.mark);
        } else if (row) {
            delete row.dataset.drop;
        }
    }

    /** A closed folder opens when somebody waits over it. @param {HTMLElement} row @param {string} mark */
    open(row, mark) {
        const found = this.tree.model.rows[this.tree.model.rowOf(row.dataset.node ?? "")];
        if (mark === "into" && found && !found.open && performance.now() - this.since > OPENS_AFTER) {
            this.tree.toggle(found.node.id, true);
        }
    }

    leave() {
        if (this.row) {
            delete this.row.dataset.drop;
        }
        this.row = null;
    }

    /** @param {DragEvent} event */
    drop(event) {
        const place = this.place(event);
        this.leave();
        if (place && this.tree.dragged) {
            event.preventDefault();
            this.tree.server()?.move(this.tree.dragged.join(","), place.parent === ROOT ? "" : place.parent, place.before);
        }
    }
}
