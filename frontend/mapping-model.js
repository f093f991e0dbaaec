/**
 * What the mapping shows, as the server gives it: rows of both sides, and lines by the number of their target.
 *
 * @typedef {{ id: string, name: string, type: string, kind: string, key: boolean, missing: boolean, added: boolean,
 *     needs: boolean, filled: boolean }} Row
 * @typedef {{ source: number, target: number, fit: string, reason: string, cures: Record<string, string>, found: string, through: string }} Line
 */
export class MappingModel {
    constructor() {
        /** @type {Row[]} */
        this.sources = [];
        /** @type {Row[]} */
        this.targets = [];
        /** @type {Map<number, Line>} by target */
        this.byTarget = new Map();
        /** @type {Map<number, Line>} by source */
        this.bySource = new Map();
        this.head = { source: "", target: "" };
        this.editable = false;
        this.removes = true;
        this.adds = true;
        this.renames = false;
    }

    /** @param {any} given */
    replace(given) {
        this.sources = given.sources.map(row);
        this.targets = given.targets.map(row);
        this.head = { source: given.sourceHead, target: given.targetHead };
        this.editable = given.editable;
        this.removes = given.removes;
        this.adds = given.adds;
        this.renames = given.renames;
        this.byTarget.clear();
        this.set(given.lines);
    }

    /** @param {number[]} removed targets @param {any[]} lines */
    patch(removed, lines) {
        removed.forEach((target) => this.byTarget.delete(target));
        this.set(lines);
    }

    /** @param {any[]} lines */
    set(lines) {
        for (const [source, target, fit, reason, cures, found, through] of lines) {
            this.byTarget.set(target, { source, target, fit, reason, cures, found, through });
        }
        this.bySource = new Map([...this.byTarget.values()].map((line) => [line.source, line]));
    }

    /** @param {"source" | "target"} side */
    rows(side) {
        return side === "source" ? this.sources : this.targets;
    }

    /** @param {"source" | "target"} side @param {number} index */
    line(side, index) {
        return (side === "source" ? this.bySource : this.byTarget).get(index);
    }

    /** What is to be said of a row beside its name. @param {"source" | "target"} side @param {number} index */
    note(side, index) {
        const row = this.rows(side)[index];
        const open = !this.line(side, index);
        return row.missing ? "missing" : open && row.needs ? "needs" : open && row.filled ? "filled" : "";
    }

    counts() {
        /** @type {Record<string, number>} */
        const counts = {};
        for (const line of this.byTarget.values()) {
            counts[line.fit] = (counts[line.fit] ?? 0) + 1;
        }
        return counts;
    }
}

/** @param {any[]} given @returns {Row} */
function row([id, name, type, kind, flags]) {
    const has = (/** @type {string} */ flag) => flags.includes(flag);
    return { id, name, type, kind, key: has("k"), missing: has("m"), added: has("a"), needs: has("n"), filled: has("f") };
}
