/**
 * Suggestions from live data sources. The server is asked only where a value of a step, of the order or a parameter is
 * written, a moment after the last key, and answers when it can: typing goes on meanwhile. Keys and fixed words come
 * from the JSON schema, beside these.
 */
import { outline, piecesAt } from "./json-outline.js";
import { editorOf } from "./script-models.js";

const PAUSE = 80;

/**
 * @typedef {{ kind: string, label: string, detail: string, about: string, insert: string, filter: string,
 *     last: boolean }} Item
 * @typedef {{ items: Item[], from: number, to: number, more: boolean, message: string }} Suggestions
 */

let registered = false;

/** @param {any} api the Monaco name space */
export function offerSuggestions(api) {
    if (registered) {
        return;
    }
    registered = true;
    api.languages.registerCompletionItemProvider("json", {
        triggerCharacters: ['"', ".", "{", " ", "(", ","],
        provideCompletionItems: (
            /** @type {any} */ model, /** @type {any} */ position, /** @type {any} */ context, /** @type {any} */ token,
        ) => suggestions(api, model, position, context, token),
    });
}

/**
 * Asks for parameters as soon as their sign is typed, however fast: Monaco forgets a sign that comes while it still waits
 * for the suggestions of the one before.
 * @param {any} editor Monaco's editor
 */
export function suggestParameters(editor) {
    let timer = 0;
    editor.onDidType(() => {
        const position = editor.getPosition();
        const line = editor.getModel().getLineContent(position.lineNumber);
        clearTimeout(timer);
        if (line.slice(0, position.column - 1).endsWith("${")) {
            timer = setTimeout(() => editor.trigger("sluice", "editor.action.triggerSuggest", {}), 2 * PAUSE);
        }
    });
}

/**
 * @param {any} api
 * @param {any} model
 * @param {any} position
 * @param {any} context
 * @param {any} token
 */
async function suggestions(api, model, position, context, token) {
    const editor = editorOf(model);
    if (!editor || !isValue(model.getValue(), model.getOffsetAt(position))) {
        return undefined;
    }
    if (context.triggerKind !== api.languages.CompletionTriggerKind.Invoke) {
        await new Promise((done) => setTimeout(done, PAUSE));
    }
    if (token.isCancellationRequested) {
        return undefined;
    }
    const found = await editor.questions.ask(position.lineNumber, position.column, token);
    if (!found || token.isCancellationRequested) {
        return undefined;
    }
    editor.say(found.message);
    const line = position.lineNumber;
    const range = new api.Range(line, found.from, line, found.to);
    return {
        incomplete: found.more,
        suggestions: found.items.map((/** @type {Item} */ item, /** @type {number} */ index) => ({
            label: { label: item.label, description: description(item, editor.labels) },
            kind: kind(api, item.kind),
            insertText: item.insert,
            filterText: item.filter,
            sortText: (item.last ? "1" : "0") + String(index).padStart(6, "0"),
            documentation: item.about || undefined,
            range,
        })),
    };
}

/** @param {Item} item @param {Record<string, string>} labels */
function description(item, labels) {
    return [item.detail, item.kind === "KEY" ? labels.key : "", item.last ? labels.used : ""].filter(Boolean).join(" · ");
}

/** @param {any} api @param {string} name */
function kind(api, name) {
    const kinds = api.languages.CompletionItemKind;
    return {
        DATA_SOURCE: kinds.Module,
        SCHEMA: kinds.Folder,
        TABLE: kinds.Struct,
        VIEW: kinds.Interface,
        COLUMN: kinds.Field,
        KEY: kinds.Field,
        PARAMETER: kinds.Variable,
        STEP: kinds.Reference,
    }[name] ?? kinds.Value;
}

/**
 * Whether a value that the server knows something about may stand at the offset: inside the parameters of a step or the
 * order, or after the sign of a parameter. Names are left to the schema, so that these come at once.
 * @param {string} text
 * @param {number} offset
 */
export function isValue(text, offset) {
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    if (/\$\{[\w.]*$/.test(line)) {
        return true;
    }
    const pieces = piecesAt(outline(text), offset);
    if (!pieces.some((piece) => piece.key === "parameter" || piece.key === "order")) {
        return false;
    }
    const innermost = pieces[pieces.length - 1];
    const begin = text.slice(innermost.start, offset).trimStart();
    if (typeof innermost.key === "number" || innermost.children.length > 0) {
        // An item of a list, or the place between items; a name of an object begins after { or a comma.
        return text[innermost.start] === '"' || text[valueStart(text, innermost)] === "[";
    }
    return begin.includes(":") && text[valueStart(text, innermost)] !== "{";
}

/** @param {string} text @param {import("./json-outline.js").Piece} piece */
function valueStart(text, piece) {
    const named = text[piece.start] === '"' && typeof piece.key === "string";
    let at = named ? text.indexOf(":", piece.start + piece.key.length + 2) + 1 : piece.start;
    while (at < text.length && /\s/.test(text[at])) {
        at++;
    }
    return at;
}

/** Questions to the server that are answered later. */
export class Questions {
    /** @param {any} editor a <sluice-script-editor> */
    constructor(editor) {
        this.editor = editor;
        this.last = 0;
        /** @type {Map<number, (found: Suggestions | undefined) => void>} */
        this.open = new Map();
    }

    /**
     * @param {number} line
     * @param {number} column
     * @param {any} token tells when nobody waits any more
     * @returns {Promise<Suggestions | undefined>}
     */
    ask(line, column, token) {
        const server = this.editor.server();
        if (!server) {
            return Promise.resolve(undefined);
        }
        this.editor.flush();
        const number = ++this.last;
        return new Promise((answer) => {
            this.open.set(number, answer);
            token.onCancellationRequested(() => {
                if (this.open.delete(number)) {
                    server.dropQuestion(number);
                    answer(undefined);
                }
            });
            server.suggest(number, String(this.editor.shown), line, column);
        });
    }

    /** @param {number} number @param {string} found as JSON */
    answer(number, found) {
        this.open.get(number)?.(JSON.parse(found));
        this.open.delete(number);
    }
}
