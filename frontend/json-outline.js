/**
 * A tolerant outline of a job script, made for finding where the caret is: comments, missing commas and
 * unfinished values are no obstacle.
 *
 * @typedef {{ key: string | number, label: string, start: number, end: number, children: Piece[] }} Piece
 */

/**
 * @param {string} text
 * @returns {Piece} the outermost value
 */
export function outline(text) {
    const root = piece("", 0);
    /** @type {{ piece: Piece, array: boolean, key: string | null, keyStart: number }[]} */
    const open = [{ piece: root, array: true, key: null, keyStart: 0 }];
    let offset = 0;
    while (offset < text.length) {
        const skipped = skipBlank(text, offset);
        if (skipped > offset) {
            offset = skipped;
            continue;
        }
        const character = text[offset];
        const top = open[open.length - 1];
        if (character === "{" || character === "[") {
            const child = add(top, offset);
            open.push({ piece: child, array: character === "[", key: null, keyStart: 0 });
            offset++;
        } else if (character === "}" || character === "]") {
            offset++;
            if (open.length > 1) {
                top.piece.end = offset;
                open.pop();
            }
        } else if (character === "," || character === ":") {
            offset++;
        } else {
            offset = readScalar(text, offset, top);
        }
    }
    for (const level of open) {
        level.piece.end = text.length;
    }
    return root.children[0] ?? root;
}

/**
 * The pieces from the outside to the innermost one that holds the offset; the outermost value itself is left out.
 * @param {Piece} root
 * @param {number} offset
 * @returns {Piece[]}
 */
export function piecesAt(root, offset) {
    const path = [];
    let current = root;
    for (;;) {
        const next = current.children.find((child) => child.start <= offset && offset <= child.end);
        if (!next) {
            return path;
        }
        path.push(next);
        current = next;
    }
}

/** @returns {Piece} */
function piece(/** @type {string | number} */ key, /** @type {number} */ start) {
    return { key, label: String(key), start, end: start, children: [] };
}

/**
 * @param {{ piece: Piece, array: boolean, key: string | null, keyStart: number }} parent
 * @param {number} offset
 */
function add(parent, offset) {
    const named = !parent.array && parent.key !== null;
    const child = named
        ? piece(/** @type {string} */ (parent.key), parent.keyStart)
        : piece(parent.piece.children.length, offset);
    parent.piece.children.push(child);
    parent.key = null;
    return child;
}

/**
 * @param {string} text
 * @param {number} offset
 * @param {{ piece: Piece, array: boolean, key: string | null, keyStart: number }} parent
 */
function readScalar(text, offset, parent) {
    const quoted = text[offset] === '"';
    const end = quoted ? stringEnd(text, offset) : wordEnd(text, offset);
    const value = quoted ? text.slice(offset + 1, end - 1) : text.slice(offset, end);
    if (!parent.array && parent.key === null && quoted) {
        parent.key = value;
        parent.keyStart = offset;
        if (text[skipBlank(text, end)] !== ":") {
            add(parent, offset).end = end;
        }
        return end;
    }
    const key = parent.key;
    add(parent, offset).end = end;
    if (key === "name" && quoted && value) {
        parent.piece.label = typeof parent.piece.key === "number" ? value : parent.piece.label;
    }
    return end;
}

/** @param {string} text @param {number} offset */
function skipBlank(text, offset) {
    let at = offset;
    for (;;) {
        while (at < text.length && /\s|\u00a0|\u3000/.test(text[at])) {
            at++;
        }
        if (text.startsWith("/*", at)) {
            const end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length : end + 2;
        } else if (text[at] === "/") {
            const end = text.indexOf("\n", at);
            at = end < 0 ? text.length : end;
        } else {
            return at;
        }
    }
}

/** @param {string} text @param {number} offset */
function stringEnd(text, offset) {
    for (let at = offset + 1; at < text.length; at++) {
        if (text[at] === "\\") {
            at++;
        } else if (text[at] === '"') {
            return at + 1;
        } else if (text[at] === "\n") {
            return at;
        }
    }
    return text.length;
}

/** @param {string} text @param {number} offset */
function wordEnd(text, offset) {
    let at = offset + 1;
    while (at < text.length && !/[\s,:{}[\]"/]/.test(text[at])) {
        at++;
    }
    return at;
}
