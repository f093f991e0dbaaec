/** Links to tasks and folders. */

/** @param {string} id @param {string} kind */
export function linkTo(id, kind) {
    return new URL(kind === "TASK" ? `studio/${id}` : `studio?folder=${id}`, document.baseURI).href;
}
