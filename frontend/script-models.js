/** Which editor shows a model, for what Monaco asks of all editors at once. */

/** @type {WeakMap<any, any>} */
const editors = new WeakMap();

/** @param {any} model @param {any} editor a <sluice-script-editor> */
export function shownBy(model, editor) {
    editors.set(model, editor);
}

/** @param {any} model */
export function editorOf(model) {
    return editors.get(model);
}
