/** The texts that were sent to the server and may still be what it builds on. */

const KEPT = 20;

/** @typedef {{ start: number, end: number, insert: string }} Change */

export class SentTexts {
    constructor() {
        this.version = 0;
        /** @type {Map<number, string>} what the server knows, by version; changes it made itself included */
        this.texts = new Map([[0, ""]]);
    }

    last() {
        return this.texts.get(this.version);
    }

    /** Another task is shown: its text is what the server knows, whatever version it heard last. @param {string} text */
    load(text) {
        this.texts = new Map([[this.version, text]]);
    }

    /** @param {string} text @returns {number} its version */
    send(text) {
        this.version++;
        this.texts.set(this.version, text);
        this.texts.delete(this.version - KEPT);
        return this.version;
    }

    /**
     * Fits a change of an older text to the text of now; what the server knows from then on holds the change.
     * @param {number} version the server built on
     * @param {Change} change
     * @param {string} now
     * @returns {Change | undefined} undefined when both changed the same characters: then what was typed stands
     */
    fit(version, change, now) {
        const known = this.texts.has(version) ? version : this.oldest();
        const base = this.texts.get(known);
        if (base === undefined) {
            return undefined;
        }
        this.texts.set(known, applied(base, change));
        return rebased(base, now, change);
    }

    oldest() {
        return Math.min(...this.texts.keys());
    }
}

/** @param {string} text @param {Change} change */
export function applied(text, change) {
    return text.slice(0, change.start) + change.insert + text.slice(change.end);
}

/**
 * @param {string} base
 * @param {string} now
 * @param {Change} change of the base
 * @returns {Change | undefined}
 */
export function rebased(base, now, change) {
    if (base === now) {
        return change;
    }
    let start = 0;
    const shorter = Math.min(base.length, now.length);
    while (start < shorter && base[start] === now[start]) {
        start++;
    }
    let same = 0;
    while (same < shorter - start && base[base.length - 1 - same] === now[now.length - 1 - same]) {
        same++;
    }
    const end = base.length - same;
    if (change.end <= start) {
        return change;
    }
    if (change.start >= end) {
        const moved = now.length - base.length;
        return { ...change, start: change.start + moved, end: change.end + moved };
    }
    return undefined;
}
