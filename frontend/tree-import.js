/** Job files and texts that are dropped on the tree or pasted into it. */

/**
 * @typedef {{ model: import("./tree-model.js").TreeModel, selection: { current: string }, editable: boolean, dragged?: string[],
 *     renaming?: boolean, droppedFiles?: File[], server(): any }} Tree
 */

/** Lets folders of the tree take jobs. @param {Tree} tree @param {HTMLElement} list */
export function acceptJobs(tree, list) {
    let marked = /** @type {Element | null} */ (null);
    const mark = (/** @type {Element | null} */ row) => {
        marked?.classList.remove("target");
        marked = row;
        marked?.classList.add("target");
    };
    list.addEventListener("dragover", (event) => {
        const folder = brings(tree, event.dataTransfer) ? folderAt(tree, event) : undefined;
        mark(folder ? list.querySelector(`[data-node="${folder}"]`) : null);
        if (folder) {
            event.preventDefault();
            event.dataTransfer.dropEffect = "copy";
        }
    });
    list.addEventListener("dragleave", () => mark(null));
    list.addEventListener("drop", (event) => {
        mark(null);
        const folder = brings(tree, event.dataTransfer) ? folderAt(tree, event) : undefined;
        if (folder) {
            event.preventDefault();
            give(tree, folder, event.dataTransfer);
        }
    });
    list.addEventListener("paste", (event) => {
        const folder = tree.editable && !tree.renaming ? tree.model.container(tree.selection.current) : undefined;
        if (folder && event.clipboardData) {
            event.preventDefault();
            give(tree, folder, event.clipboardData);
        }
    });
}

/** Whether something comes from outside the tree. @param {Tree} tree @param {DataTransfer | null} transfer */
function brings(tree, transfer) {
    const types = [...(transfer?.types ?? [])];
    return tree.editable && !tree.dragged && (types.includes("Files") || types.includes("text/plain"));
}

/** @param {Tree} tree @param {Event} event */
function folderAt(tree, event) {
    const row = /** @type {HTMLElement} */ (event.target).closest?.(".sl-tnode");
    return row ? tree.model.container(row.getAttribute("data-node") ?? "") : undefined;
}

/** @param {Tree} tree @param {string} folder @param {DataTransfer} transfer */
function give(tree, folder, transfer) {
    const files = [...transfer.files];
    const text = transfer.getData("text/plain");
    if (files.length > 0) {
        tree.droppedFiles = files;
        tree.server()?.importJobs(folder, "", true);
    } else if (text.trim()) {
        tree.server()?.importJobs(folder, text, false);
    }
}
