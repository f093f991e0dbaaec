/** What the right-click menu of the tree offers. */

/**
 * @typedef {import("./menu.js").Item} Item
 * @typedef {import("./task-tree.js").TaskTree} Tree
 */

/** @param {Tree} tree @param {string} id @returns {Item[]} */
export function nodeMenu(tree, id) {
    const chosen = tree.selection.free();
    return chosen.length > 1 && tree.selection.chosen.has(id) ? manyMenu(tree, chosen) : oneMenu(tree, id);
}

/** @param {Tree} tree @param {string[]} chosen @returns {Item[]} */
function manyMenu(tree, chosen) {
    const { labels } = tree;
    const counted = (/** @type {string} */ text, count = chosen.length) => text.replace("#", String(count));
    const tasks = chosen.filter((id) => tree.model.nodes.get(id)?.kind === "TASK");
    const items = /** @type {Item[]} */ ([]);
    if (tasks.length > 0) {
        items.push({ text: counted(labels.copyLinks, tasks.length), icon: "link", action: () => tree.copyLinks(tasks) });
    }
    if (tree.editable) {
        const flows = chosen.some((id) => tree.model.nodes.get(id)?.kind === "FLOW");
        if (!flows) {
            items.push({ text: counted(labels.moveMany), icon: "arrow-right", action: () => tree.server()?.moveTo(chosen.join(",")) });
        }
        items.push({ text: counted(labels.copyMany), icon: "copy", action: () => tree.server()?.copy(chosen.join(",")) });
        items.push({ text: counted(labels.removeMany), icon: "trash", key: "Del", danger: true, apart: true, action: () => tree.remove() });
    }
    return items;
}

/** @param {Tree} tree @param {string} id @returns {Item[]} */
function oneMenu(tree, id) {
    const { labels, model } = tree;
    const node = model.nodes.get(id);
    const task = node?.kind === "TASK";
    const items = /** @type {Item[]} */ ([]);
    if (task) {
        items.push({ text: labels.open, icon: "task", key: "Enter", action: () => tree.server()?.open(id) });
    }
    if (tree.editable) {
        items.push({ text: labels.create, icon: "plus", items: creations(tree, id) });
    }
    const place = model.container(id);
    if (tree.editable && place && !task) {
        items.push({ text: labels.importJobs, icon: "download", action: () => tree.server()?.importJobs(place, "", false) });
    }
    if (node && node.kind !== "ROOT") {
        items.push({ text: labels.exportNode, icon: "upload", action: () => tree.server()?.exportNode(id) });
    }
    if (model.free(id) && tree.editable) {
        items.push({ text: labels.rename, icon: "pencil", key: "F2", apart: true, action: () => tree.rename(id) });
        items.push({ text: labels.copy, icon: "copy", action: () => tree.server()?.copy(id) });
        if (node?.kind !== "FLOW") {
            items.push({ text: labels.moveTo, icon: "arrow-right", action: () => tree.server()?.moveTo(id) });
        }
        items.push({ text: labels.moveUp, icon: "chevron-up", key: "Alt ↑", action: () => tree.shift(-1) });
        items.push({ text: labels.moveDown, icon: "chevron-down", key: "Alt ↓", action: () => tree.shift(1) });
    }
    if (task) {
        items.push({ text: labels.history, icon: "history", apart: true, action: () => tree.server()?.history(id) });
    }
    if (node && model.free(id)) {
        items.push({ text: labels.copyLink, icon: "link", apart: !task, action: () => tree.copyLinks([id]) });
    }
    if (model.free(id) && tree.editable) {
        items.push({ text: labels.remove, icon: "trash", key: "Del", danger: true, apart: true, action: () => tree.remove() });
    }
    return items;
}

/** What can be created at a node. @param {Tree} tree @param {string} id @returns {Item[]} */
export function creations(tree, id) {
    const { labels } = tree;
    const place = tree.model.container(id);
    const create = (/** @type {string} */ parent, /** @type {string} */ kind) => () => tree.server()?.create(parent, kind);
    const items = /** @type {Item[]} */ ([]);
    if (place) {
        const sync = { text: labels.sync, icon: "task", action: create(place, "TASK") };
        items.push({ text: labels.integration, icon: "task", items: [sync] });
        items.push({ text: labels.folder, icon: "folder", action: create(place, "FOLDER") });
    }
    items.push({ text: labels.flow, icon: "flow", action: create("", "FLOW") });
    return items;
}
