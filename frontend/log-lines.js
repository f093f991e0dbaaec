/**
 * The lines of a run's log in the browser: compact storage, level filter and the arithmetic of wrapped rows.
 * No DOM here, so that a million lines cost little more than their text.
 */

export const LEVELS = ["DEBUG", "INFO", "WARN", "ERROR"];

/**
 * @typedef {{ sequence: number, time: number, level: string, source: string, text: string }} LogLine
 */

export class LogLines {
    constructor() {
        /** @type {string[]} */
        this.texts = [];
        /** @type {string[]} */
        this.sources = [];
        this.times = new Growing(Float64Array);
        this.levels = new Growing(Uint8Array);
        this.lastSequence = 0;
        this.minimum = 0;
        /** Lines that pass the level filter; undefined while all of them do. @type {Growing | undefined} */
        this.passing = undefined;
        /** Characters in a row while lines are wrapped, else 0. */
        this.wrapAt = 0;
        /** Rows before each visible line, while lines are wrapped. */
        this.starts = new Growing(Uint32Array);
        this.wrappedRows = 0;
        /** @type {Map<string, string>} the few names of sources are kept once */
        this.names = new Map();
    }

    /** @param {LogLine[]} lines in order; those already known are left out */
    append(lines) {
        for (const line of lines) {
            if (line.sequence <= this.lastSequence) {
                continue;
            }
            this.lastSequence = line.sequence;
            const source = this.names.get(line.source) ?? line.source;
            this.names.set(source, source);
            this.texts.push(line.text);
            this.sources.push(source);
            this.times.push(line.time);
            this.levels.push(Math.max(0, LEVELS.indexOf(line.level)));
            this.admit(this.texts.length - 1);
        }
    }

    /** @param {number} index */
    admit(index) {
        if (this.passing && this.levels.values[index] >= this.minimum) {
            this.passing.push(index);
        } else if (this.passing) {
            return;
        }
        if (this.wrapAt) {
            this.starts.push(this.wrappedRows);
            this.wrappedRows += Math.max(1, Math.ceil(columns(this.texts[index]) / this.wrapAt));
        }
    }

    clear() {
        this.texts = [];
        this.sources = [];
        this.times.length = 0;
        this.levels.length = 0;
        this.lastSequence = 0;
        this.rebuild();
    }

    /** @param {number} level index in LEVELS */
    setMinimum(level) {
        this.minimum = level;
        this.rebuild();
    }

    /** @param {number} characters per row, 0 for one row per line */
    setWrap(characters) {
        if (characters !== this.wrapAt) {
            this.wrapAt = characters;
            this.rebuild();
        }
    }

    rebuild() {
        this.passing = this.minimum > 0 ? new Growing(Uint32Array) : undefined;
        this.starts.length = 0;
        this.wrappedRows = 0;
        if (this.passing || this.wrapAt) {
            for (let index = 0; index < this.texts.length; index++) {
                this.admit(index);
            }
        }
    }

    /** Lines that pass the filter. */
    get count() {
        return this.passing ? this.passing.length : this.texts.length;
    }

    /** Rows of 20 px. */
    get rows() {
        return this.wrapAt ? this.wrappedRows : this.count;
    }

    /** The stored line behind the n-th visible one. @param {number} visible */
    indexOf(visible) {
        return this.passing ? this.passing.values[visible] : visible;
    }

    /**
     * The visible line a row belongs to and which of its rows it is.
     * @param {number} row
     */
    at(row) {
        if (!this.wrapAt) {
            return { visible: row, part: 0 };
        }
        const starts = this.starts.values;
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return { visible: low, part: row - starts[low] };
    }

    /** @param {number} visible */
    firstRow(visible) {
        return this.wrapAt ? this.starts.values[visible] : visible;
    }

    /**
     * The characters of a line that stand in one of its rows.
     * @param {number} index
     * @param {number} part
     * @returns {[number, number]}
     */
    slice(index, part) {
        const text = this.texts[index];
        if (!this.wrapAt) {
            return [0, text.length];
        }
        return [offsetOfColumn(text, part * this.wrapAt), offsetOfColumn(text, (part + 1) * this.wrapAt)];
    }

    /** One line as it is copied and downloaded. @param {number} index */
    plain(index) {
        const level = LEVELS[this.levels.values[index]].padEnd(5);
        return `${new Date(this.times.values[index]).toISOString()} ${level} ${this.sources[index]} ${this.texts[index]}`;
    }
}

/** An array of numbers that grows without keeping objects. */
class Growing {
    /** @param {Float64ArrayConstructor | Uint32ArrayConstructor | Uint8ArrayConstructor} kind */
    constructor(kind) {
        this.kind = kind;
        this.values = new kind(1024);
        this.length = 0;
    }

    /** @param {number} value */
    push(value) {
        if (this.length === this.values.length) {
            const larger = new this.kind(this.values.length * 2);
            larger.set(/** @type {any} */ (this.values));
            this.values = larger;
        }
        this.values[this.length++] = value;
    }
}

/** Whether a character takes two columns. @param {number} code */
function wide(code) {
    return code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
        || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60));
}

/** @param {string} text */
function columns(text) {
    let sum = text.length;
    for (let at = 0; at < text.length; at++) {
        if (wide(text.charCodeAt(at))) {
            sum++;
        }
    }
    return sum;
}

/** @param {string} text @param {number} column */
function offsetOfColumn(text, column) {
    let seen = 0;
    for (let at = 0; at < text.length; at++) {
        if (seen >= column) {
            return at;
        }
        seen += wide(text.charCodeAt(at)) ? 2 : 1;
    }
    return text.length;
}
