/** What the right-click menu of the tree offers. */

/**
 * @typedef {import("./menu.js").Item} Item
 * @typedef {{ model: import("./tree-model.js").TreeModel, labels: Record<string, string>, editable: boolean,
 *     server(): any, rename(id: string): void, copyLink(id: string): void, remove(): void }} Tree
 */

/** @param {Tree} tree @param {string} id @returns {Item[]} */
export function nodeMenu(tree, id) {
    const { labels } = tree;
    const node = tree.model.nodes.get(id);
    const fixed = !node || node.kind === "ROOT" || node.kind === "SECTION";
    const items = /** @type {Item[]} */ ([]);
    if (node?.kind === "TASK") {
        items.push({ text: labels.open, icon: "task", action: () => tree.server()?.open(id) });
    }
    if (tree.editable) {
        items.push({ text: labels.create, icon: "plus", items: creations(tree, id) });
    }
    const place = tree.model.container(id);
    if (tree.editable && place && node?.kind !== "TASK") {
        items.push({ text: labels.importJobs, icon: "download", action: () => tree.server()?.importJobs(place, "", false) });
    }
    if (node && node.kind !== "ROOT") {
        items.push({ text: labels.exportNode, icon: "upload", action: () => tree.server()?.exportNode(id) });
    }
    if (!fixed && tree.editable) {
        items.push({ text: labels.rename, icon: "pencil", key: "F2", action: () => tree.rename(id) });
    }
    if (node?.kind === "TASK") {
        items.push({ text: labels.copyLink, icon: "link", action: () => tree.copyLink(id) });
    }
    if (!fixed && tree.editable) {
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
