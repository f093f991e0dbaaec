/**
 * What was typed here and is not saved, kept with the browser's tab. The server keeps one draft for each member and task;
 * a tab of its own text needs more: its server may be ended or its session be over before it hears what came last, and
 * another tab of the same member may put its own draft in place of this one. It is the storage of the tab and not of the
 * browser, because scripts are not for whoever uses that next.
 */

/** @typedef {{ text: string, at: number }} Unsent at in milliseconds since 1970 */

export class UnsentTexts {
    /** @param {string} prefix of the names in the storage */
    constructor(prefix = "sluice-unsent:") {
        this.prefix = prefix;
        this.owner = "";
        /** @type {Map<string, number>} the version of the text that is kept, by task */
        this.versions = new Map();
    }

    /** @param {string} task */
    name(task) {
        return `${this.prefix}${this.owner}:${task}`;
    }

    /** @param {string} task @param {string} text @param {number} version as the server is told */
    keep(task, text, version) {
        this.versions.set(task, version);
        try {
            sessionStorage.setItem(this.name(task), JSON.stringify({ text, at: Date.now() }));
        } catch (full) {
            // An older text would be offered as if it were the last one.
            sessionStorage.removeItem(this.name(task));
        }
    }

    /**
     * The server has nothing unsaved of a task, up to a version.
     *
     * @param {string} task
     * @param {number} version
     */
    settled(task, version) {
        const kept = this.versions.get(task);
        if (kept !== undefined && kept <= version) {
            this.drop(task);
        }
    }

    /** @param {string} task */
    drop(task) {
        this.versions.delete(task);
        sessionStorage.removeItem(this.name(task));
    }

    /** @param {string} task @returns {string | undefined} what is kept, whoever shows the task meanwhile */
    kept(task) {
        const kept = sessionStorage.getItem(this.name(task));
        return kept === null ? undefined : JSON.parse(kept).text;
    }

    /**
     * What was kept before the page was loaded, if it is another text than the server has.
     *
     * @param {string} task
     * @param {(kept: string) => boolean} same whether the server has it
     * @returns {Unsent | undefined}
     */
    left(task, same) {
        const kept = this.versions.has(task) ? null : sessionStorage.getItem(this.name(task));
        const left = kept === null ? undefined : JSON.parse(kept);
        if (left === undefined || !same(left.text)) {
            return left;
        }
        this.versions.set(task, 0);
        return undefined;
    }
}
