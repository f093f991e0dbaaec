/** Small pieces of the log: its elements, its clock and its marked texts. */

/** @param {string} name @param {string} className */
export function element(name, className) {
    const created = document.createElement(name);
    created.className = className;
    return created;
}

/** @param {number} time in milliseconds */
export function clock(time) {
    const at = new Date(time);
    const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
    return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}

/**
 * Shows a text with the places that match the query marked.
 * @param {Element} target
 * @param {string} text
 * @param {string} query in lower case
 */
export function mark(target, text, query) {
    if (!query) {
        target.textContent = text;
        return;
    }
    const nodes = [];
    const lower = text.toLowerCase();
    let from = 0;
    for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, from)) {
        const hit = document.createElement("mark");
        hit.textContent = text.slice(at, at + query.length);
        nodes.push(document.createTextNode(text.slice(from, at)), hit);
        from = at + query.length;
    }
    nodes.push(document.createTextNode(text.slice(from)));
    target.replaceChildren(...nodes);
}
