/**
 * What was typed here and may not be in the server's store yet, kept with the browser's tab: a server that was ended and
 * started again knows neither the page nor what came last, and the page is loaded anew. It is the storage of the tab and
 * not of the browser, because scripts are not for whoever uses that next.
 */

/** Milliseconds after which the store has what the server has heard: it writes every two seconds. */
const STORED_AFTER = 5000;

/** @typedef {{ text: string, at: number }} Unsent at in milliseconds since 1970 */

export class UnsentTexts {
    /** @param {string} prefix of the names in the storage */
    constructor(prefix = "sluice-unsent:") {
        this.prefix = prefix;
        this.owner = "";
        /** @type {Map<string, string>} by task */
        this.latest = new Map();
        /** @type {Map<string, ReturnType<typeof setTimeout>>} by task */
        this.timers = new Map();
    }

    /** @param {string} task */
    name(task) {
        return `${this.prefix}${this.owner}:${task}`;
    }

    /** @param {string} task @param {string} text */
    keep(task, text) {
        clearTimeout(this.timers.get(task));
        this.latest.set(task, text);
        try {
            sessionStorage.setItem(this.name(task), JSON.stringify({ text, at: Date.now() }));
        } catch (full) {
            // An older text would be offered as if it were the last one.
            sessionStorage.removeItem(this.name(task));
        }
    }

    /** The server has heard a text. @param {string} task @param {string} text */
    heard(task, text) {
        if (this.latest.get(task) === text) {
            clearTimeout(this.timers.get(task));
            this.timers.set(task, setTimeout(() => this.drop(task), STORED_AFTER));
        }
    }

    /** @param {string} task */
    drop(task) {
        clearTimeout(this.timers.get(task));
        this.latest.delete(task);
        sessionStorage.removeItem(this.name(task));
    }

    /** What was kept before the page was loaded. @param {string} task @returns {Unsent | undefined} */
    left(task) {
        const kept = this.latest.has(task) ? null : sessionStorage.getItem(this.name(task));
        return kept === null ? undefined : JSON.parse(kept);
    }
}
