/** The keyboard in the tree. */
import { ROOT } from "./tree-model.js";
import { nodeMenu } from "./tree-menu.js";
import { openMenu } from "./menu.js";

const TYPING_ENDS = 800;

/** @typedef {import("./task-tree.js").TaskTree} Tree */

/** @param {Tree} tree @param {KeyboardEvent} event */
export function treeKey(tree, event) {
    const action = event.ctrlKey || event.metaKey ? withControl(tree, event) : alone(tree, event);
    if (action) {
        action();
        tree.schedule();
        event.preventDefault();
        event.stopPropagation();
    }
}

/** @param {Tree} tree @param {KeyboardEvent} event @returns {(() => void) | undefined} */
function alone(tree, event) {
    const { model, selection } = tree;
    const index = model.rowOf(selection.current);
    const row = model.rows[index];
    const folder = row && !row.leaf ? row.node.id : undefined;
    const go = (/** @type {number} */ to) => () => move(tree, to, event.shiftKey);
    const actions = /** @type {Record<string, () => void>} */ ({
        ArrowDown: go(index + 1),
        ArrowUp: go(index - 1),
        PageDown: go(index + tree.page()),
        PageUp: go(index - tree.page()),
        Home: go(0),
        End: go(model.rows.length - 1),
        ArrowRight: () => (folder && !row.open ? tree.toggle(folder, true) : move(tree, index + 1, false)),
        ArrowLeft: () => {
            if (folder && row.open && folder !== ROOT) {
                tree.toggle(folder, false);
            } else if (row) {
                move(tree, model.rowOf(row.node.parent), false);
            }
        },
        Enter: () => row && (folder ? tree.toggle(folder, !row.open) : tree.server()?.open(row.node.id)),
        " ": () => selection.toggle(selection.current),
        F2: () => tree.rename(selection.current),
        Delete: () => tree.remove(),
        ContextMenu: () => menuAtRow(tree),
        Escape: () => selection.only(selection.current),
    });
    if (event.shiftKey && event.key === "F10") {
        return actions.ContextMenu;
    }
    if (event.altKey) {
        return { ArrowUp: () => tree.shift(-1), ArrowDown: () => tree.shift(1) }[event.key];
    }
    const letter = event.key.length === 1 && !"/? ".includes(event.key);
    return letter ? () => find(tree, event.key) : actions[event.key];
}

/** @param {Tree} tree @param {KeyboardEvent} event @returns {(() => void) | undefined} */
function withControl(tree, event) {
    const { model, selection } = tree;
    const look = (/** @type {number} */ by) => () => {
        const row = model.rows[model.rowOf(selection.current) + by];
        if (row) {
            selection.current = row.node.id;
            tree.bringIntoView(selection.current);
        }
    };
    return /** @type {Record<string, () => void>} */ ({
        ArrowDown: look(1),
        ArrowUp: look(-1),
        " ": () => selection.toggle(selection.current),
        a: () => selection.all(),
        z: () => tree.server()?.undo(),
    })[event.key];
}

/** @param {Tree} tree @param {number} index @param {boolean} choosing all on the way */
function move(tree, index, choosing) {
    const { rows } = tree.model;
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (row) {
        choosing ? tree.selection.upTo(row.node.id) : tree.selection.only(row.node.id);
        tree.bringIntoView(row.node.id);
    }
}

/** Goes to the next row whose name begins with what was typed. @param {Tree} tree @param {string} letter */
function find(tree, letter) {
    const now = performance.now();
    tree.typed = (now - tree.typedAt < TYPING_ENDS ? tree.typed : "") + letter.toLowerCase();
    tree.typedAt = now;
    const { rows } = tree.model;
    const from = tree.model.rowOf(tree.selection.current) + (tree.typed.length === 1 ? 1 : 0);
    for (let i = 0; i < rows.length; i++) {
        const index = (Math.max(0, from) + i) % rows.length;
        if (rows[index].node.key.startsWith(tree.typed)) {
            move(tree, index, false);
            return;
        }
    }
}

/** @param {Tree} tree */
function menuAtRow(tree) {
    const { selection } = tree;
    if (!selection.chosen.has(selection.current)) {
        selection.only(selection.current);
    }
    tree.bringIntoView(selection.current);
    tree.draw();
    const place = tree.querySelector(`[data-node="${selection.current}"]`)?.getBoundingClientRect();
    if (place && tree.list) {
        tree.menuByKey = true;
        openMenu(nodeMenu(tree, selection.current), place.left + 40, place.bottom, tree.list);
    }
}
