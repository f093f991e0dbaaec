/**
 * The text of an editor's model as it is spelled. A model of Monaco knows one kind of line end for a whole text and no
 * mark of the byte order; a script may have several kinds, and what nobody touched is to stay as it was. So the end of
 * each line is noted here, follows every edit, and comes back with undo and redo.
 */

/** One letter for each kind of line end, so that the ends of a text are a string with one letter for each line. */
const LETTERS = new Map([["\n", "n"], ["\r\n", "w"], ["\r", "r"]]);
const ENDS = new Map([...LETTERS].map(([end, letter]) => [letter, end]));
const END = /\r\n|\r|\n/g;

/** A model drops more than one, too. */
const MARK = /^\uFEFF*/;

/** @typedef {{ mark: string, ends: string }} Spelling what the model does not know: the mark in front, and the ends */
/** @typedef {{ range: { startLineNumber: number, endLineNumber: number }, text: string }} Change as Monaco tells it */

/** @param {string} text @returns {Spelling} */
export function spelling(text) {
    const ends = text.match(END) ?? [];
    return { mark: text.match(MARK)?.[0] ?? "", ends: ends.map((end) => LETTERS.get(end)).join("") };
}

/** The text as the model has it. @param {string} text */
export function plain(text) {
    return text.replace(MARK, "").replace(END, "\n");
}

/** @param {string[]} lines @param {Spelling} spelled */
export function written(lines, { mark, ends }) {
    const pieces = [mark];
    let last = "";
    lines.forEach((line, at) => {
        pieces.push(line);
        if (at < lines.length - 1) {
            const end = ENDS.get(ends[at]) ?? "\n";
            // A line that became empty between these two would make them one line end.
            last = last === "\r" && line === "" && end === "\n" ? "\r\n" : end;
            pieces.push(last);
        }
    });
    return pieces.join("");
}

/**
 * How a text is spelled after a change: lines keep their ends, and new ones end like the line they were made in.
 * @param {Spelling} before
 * @param {Change} change
 * @returns {Spelling}
 */
export function after(before, { range, text }) {
    const come = (text.match(END) ?? []).length;
    const gone = range.endLineNumber - range.startLineNumber;
    if (come === 0 && gone === 0) {
        return before;
    }
    const { mark, ends } = before;
    const first = range.startLineNumber - 1;
    const kept = first + Math.min(come, gone);
    const usual = ends[first + gone] ?? ends[kept - 1] ?? "n";
    return { mark, ends: ends.slice(0, kept) + usual.repeat(first + come - kept) + ends.slice(first + gone) };
}

export class ScriptText {
    /** @param {any} api of Monaco @param {any} model without a history @param {string} text */
    constructor(api, model, text) {
        this.api = api;
        this.model = model;
        /** @type {Map<number, Spelling>} by the version of the model, which undo and redo go back to */
        this.known = new Map();
        this.load(text);
        model.onDidChangeContent((/** @type {any} */ event) => this.follow(event));
    }

    /** Takes over another text; there is nothing to undo then. @param {string} text */
    load(text) {
        this.loading = true;
        this.model.setValue(plain(text));
        // By itself it would take the browser's kind for a text of one line.
        this.model.setEOL(this.api.editor.EndOfLineSequence.LF);
        this.loading = false;
        this.known.clear();
        this.spell(spelling(text));
    }

    /** @param {Spelling} spelled */
    spell(spelled) {
        this.spelled = spelled;
        this.known.set(this.model.getAlternativeVersionId(), spelled);
        this.cached = undefined;
    }

    /** @param {{ changes: Change[] }} event */
    follow({ changes }) {
        if (!this.loading) {
            this.spell(this.known.get(this.model.getAlternativeVersionId()) ?? changes.reduce(after, this.spelled));
        }
    }

    value() {
        this.cached ??= written(this.model.getLinesContent(), this.spelled);
        return this.cached;
    }

    /**
     * Puts another text in place of this one as edits that can be undone.
     * @param {string} text
     * @param {(before: string, after: string) => { start: number, end: number, insert: string }[]} difference
     */
    become(text, difference) {
        const { model } = this;
        const before = model.getValue();
        const now = plain(text);
        if (before === now) {
            this.spell(spelling(text));
            return;
        }
        const edits = difference(before, now).map(({ start, end, insert }) => ({
            range: this.api.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
            text: insert,
            forceMoveMarkers: true,
        }));
        model.pushStackElement();
        model.pushEditOperations([], edits, () => null);
        this.spell(spelling(text));
        model.pushStackElement();
    }
}
