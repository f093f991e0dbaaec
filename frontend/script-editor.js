/**
 * The script editor: Monaco inside <sluice-script-editor>, in the light DOM because Monaco needs the page's styles.
 *
 * What the server gives: `load`, `replace`, `change`, `step`, `reveal`, `markLine`, `problems` (through the answer of
 * `check`), the properties `readOnly`, `schema` and `labels`. What it is told: `check(task, text, version)` 300 ms after
 * the last key, when the focus leaves and never for the same text twice; `save`, `format` and `run` likewise on their
 * keys; `caret(task, line, column)` when the caret has come to rest; `toForm(task, line, column)` on Alt-G;
 * `unsent(task, text, at)` when the page before this one had a text that the server may not have, and
 * `dialogLeft(title, words)` when a dialog stood open there. The version numbers the
 * texts that were sent, so that a change the server makes meanwhile can be fitted to what was typed since.
 */
import { monaco, preloadMonaco } from "./monaco.js";
import { outline, piecesAt } from "./json-outline.js";
import { changedStretch, editorOptions, smallestEdits } from "./script-edits.js";
import { offerSuggestions, Questions, suggestParameters } from "./script-completion.js";
import { shownBy } from "./script-models.js";
import { edit, keepRepairs, offerRepairs } from "./script-repairs.js";
import { ScriptText } from "./script-text.js";
import { applied, SentTexts } from "./sent-texts.js";
import { UnsentDialogs } from "./unsent-dialogs.js";
import { UnsentTexts } from "./unsent-texts.js";

const CHECK_DELAY = 300;
const CARET_DELAY = 150;
const SAID_FOR = 8000;

/**
 * @typedef {{ code: string, level: string, message: string, line: number, column: number, endLine: number,
 *     endColumn: number, repair?: import("./script-repairs.js").Repair }} Problem
 */

class ScriptEditor extends HTMLElement {
    constructor() {
        super();
        /** @type {any} */
        this.editor = undefined;
        /** @type {any} */
        this.api = undefined;
        this.version = 0;
        this.sent = new SentTexts();
        this.unsent = new UnsentTexts();
        this.dialogs = new UnsentDialogs();
        this.leaving = () => this.leave();
        this.timer = 0;
        this.restTimer = 0;
        this.caretTimer = 0;
        this.outlined = { version: -1, root: outline("") };
        /** @type {[string, string, string] | undefined} */
        this.waiting = undefined;
        /** @type {Map<string, any>} models of the open tasks, so that undo and scroll position survive a change of tab */
        this.models = new Map();
        this.labels = {};
        this.isReadOnly = false;
        this.questions = new Questions(this);
    }

    static get observedAttributes() {
        return ["file"];
    }

    attributeChangedCallback() {
        if (this.editor) {
            this.caretMoved();
        }
    }

    connectedCallback() {
        if (this.editor || this.starting) {
            this.editor?.layout();
            return;
        }
        this.starting = true;
        this.crumbs = document.createElement("div");
        this.crumbs.className = "sl-crumbs";
        this.said = document.createElement("span");
        this.said.className = "sl-said";
        this.said.setAttribute("role", "status");
        this.host = document.createElement("div");
        this.host.className = "sl-editor-host";
        this.replaceChildren(this.crumbs, this.host);
        this.addEventListener("focusout", () => this.flush());
        this.start();
    }

    async start() {
        try {
            this.api = await monaco();
        } catch (problem) {
            this.host.textContent = this.labels.failed ?? String(problem);
            return;
        }
        const chosen = editorOptions();
        this.overlay = chosen.overflowWidgetsDomNode;
        this.editor = this.api.editor.create(this.host, {
            ...chosen, model: null, readOnly: this.isReadOnly, readOnlyMessage: { value: this.labels.readOnly ?? "" },
        });
        this.editor.onDidChangeModelContent(() => this.changed());
        this.editor.onDidChangeCursorPosition(() => this.caretMoved());
        this.editor.onDidChangeModel(() => this.caretMoved());
        this.variables = this.editor.createDecorationsCollection();
        this.addKeys();
        offerSuggestions(this.api);
        suggestParameters(this.editor);
        offerRepairs(this.api, () => this.labels);
        new ResizeObserver(() => this.editor.layout()).observe(this.host);
        window.addEventListener("pagehide", this.leaving);
        if (this.schemaText) {
            this.setSchema(this.schemaText);
        }
        if (this.waiting) {
            this.load(...this.waiting);
            this.early?.forEach((/** @type {any} */ change) => this.change(...change));
            this.early = undefined;
        }
        this.whenReady?.();
        this.whenReady = undefined;
    }

    addKeys() {
        const { KeyMod, KeyCode } = this.api;
        const keys = [
            ["save", KeyMod.CtrlCmd | KeyCode.KeyS],
            ["run", KeyMod.CtrlCmd | KeyCode.Enter],
            ["format", KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
        ];
        this.editor.addAction({
            id: "sluice.toForm",
            label: this.labels.toForm ?? "toForm",
            keybindings: [KeyMod.Alt | KeyCode.KeyG],
            contextMenuGroupId: "navigation",
            run: () => this.toForm(),
        });
        for (const [name, key] of keys) {
            this.editor.addAction({
                id: `sluice.${name}`,
                label: this.labels[/** @type {string} */ (name)] ?? name,
                keybindings: [key],
                contextMenuGroupId: name === "format" ? "1_modification" : undefined,
                run: () => this.act(/** @type {string} */ (name)),
            });
        }
    }

    /** Goes from the caret to the field of the form. */
    toForm() {
        const position = this.editor?.getPosition();
        this.flush();
        if (position) {
            this.server()?.toForm(String(this.shown), position.lineNumber, position.column);
        }
    }

    /** @param {string} action */
    act(action) {
        clearTimeout(this.timer);
        this.tell(action, this.text());
    }

    /** @param {string} action @param {string} text @returns {Promise<any>} what the server answers */
    async tell(action, text) {
        const task = String(this.shown);
        const version = this.sent.send(text);
        this.unsent.keep(task, text, version);
        return this.server()?.[action](task, text, version);
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    /**
     * Shows a task's text. A task shown before keeps its undo history unless its text differs.
     * @param {string} key
     * @param {string} text
     * @param {string} problems as JSON
     */
    load(key, text, problems) {
        if (!this.editor) {
            this.waiting = [key, text, problems];
            return;
        }
        this.flush();
        this.keepView();
        this.shown = key;
        let model = this.models.get(key);
        if (!model) {
            const uri = this.api.Uri.parse(`sluice:/tasks/${key}.json`);
            // An editor that was left a moment ago and is about to be cleared away may still hold the name.
            this.api.editor.getModel(uri)?.dispose();
            model = this.api.editor.createModel("", "json", uri);
            model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: { enabled: false } });
            model.sluiceText = new ScriptText(this.api, model, text);
            this.models.set(key, model);
            shownBy(model, this);
            this.offerUnsent(key, text);
        } else if (model.sluiceText.value() !== text) {
            model.sluiceText.load(text);
        }
        this.sent.load(text);
        this.editor.setModel(model);
        this.editor.restoreViewState(model.sluiceView ?? null);
        this.version++;
        this.tint();
        this.toggleAttribute("ready", true);
        this.mark(JSON.parse(problems));
    }

    /** @param {string} key of a task shown for the first time @param {string} text that the server has */
    offerUnsent(key, text) {
        const left = this.unsent.left(key, (kept) => kept === text);
        if (left) {
            this.server()?.unsent(key, left.text, left.at);
        }
    }

    /** The page is about to go: what was typed since the server heard something last is not with it yet. */
    leave() {
        if (this.editor?.getModel() && this.sent.last() !== this.text()) {
            this.unsent.keep(String(this.shown), this.text(), this.sent.version + 1);
        }
    }

    /** @param {string} key of a task @param {number} version of its text up to which nothing is unsaved */
    settled(key, version) {
        this.unsent.settled(key, version);
    }

    /** @param {string} owner who is signed in: nobody is offered what others typed */
    ownedBy(owner) {
        this.unsent.owner = owner;
        this.dialogs.watch(owner);
        const left = this.dialogs.left();
        if (left) {
            this.server()?.dialogLeft(left.title, left.words);
        }
    }

    keepView() {
        const model = this.editor.getModel();
        if (model) {
            model.sluiceView = this.editor.saveViewState();
        }
    }

    /** @param {string} key of a task whose tab was closed */
    forget(key) {
        this.models.get(key)?.dispose();
        this.models.delete(key);
        this.unsent.drop(key);
    }

    text() {
        return this.editor?.getModel()?.sluiceText.value() ?? "";
    }

    changed() {
        this.version++;
        this.tint();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.flush(), CHECK_DELAY);
    }

    /** Tells the server the text now if it does not know it yet. */
    flush() {
        clearTimeout(this.timer);
        if (this.editor?.getModel() && this.sent.last() !== this.text()) {
            this.check(this.text());
            this.tellCaret();
        }
    }

    /** @param {string} text */
    async check(text) {
        const version = this.version;
        const answer = await this.tell("check", text);
        if (answer && version === this.version && this.editor?.getModel()) {
            this.mark(JSON.parse(answer));
        }
    }

    /** @param {Problem[]} problems */
    mark(problems) {
        const severities = this.api.MarkerSeverity;
        const model = this.editor.getModel();
        const markers = problems.map((problem) => ({
            severity: problem.level === "ERROR" ? severities.Error : severities.Warning,
            message: problem.message,
            code: problem.code,
            source: "Sluice",
            startLineNumber: problem.line,
            startColumn: problem.column,
            // A problem of a long value is marked on its first line only: pages of squiggles say less than one.
            endLineNumber: problem.line,
            endColumn: problem.endLine > problem.line ? model.getLineMaxColumn(Math.min(problem.line, model.getLineCount())) : problem.endColumn,
        }));
        this.api.editor.setModelMarkers(model, "sluice", markers);
        keepRepairs(model, problems);
    }

    /**
     * Makes the repair of a problem, unless the text is not the one it was found in any more.
     * @param {import("./script-repairs.js").Repair} repair
     */
    repair(repair) {
        const model = this.editor?.getModel();
        if (!model || this.sent.last() !== this.text()) {
            this.flush();
            return;
        }
        this.editor.pushUndoStop();
        model.pushEditOperations([], [edit(repair)], () => null);
        this.editor.pushUndoStop();
        this.flush();
        if (this.offsetParent) {
            this.reveal(repair.line, repair.column);
        }
    }

    /** @param {number} number of a question @param {string} found as JSON */
    suggested(number, found) {
        this.questions.answer(number, found);
    }

    /** @param {string} message why there are no suggestions; shown for a while, beside the place of the caret */
    say(message) {
        clearTimeout(this.sayTimer);
        this.said.textContent = message;
        this.said.title = message;
        if (message) {
            this.sayTimer = setTimeout(() => this.say(""), SAID_FOR);
        }
    }

    /**
     * Replaces the text as edits that can be undone: only white space where only white space differs, else the one
     * stretch that changed.
     * @param {string} text
     */
    replace(text) {
        const shown = this.editor?.getModel()?.sluiceText;
        if (!shown || shown.value() === text) {
            return;
        }
        shown.become(text, smallestEdits);
        this.flush();
    }

    /**
     * Makes a change of the form: characters from start to end of the text that the server knew, and what stands there
     * now. What was typed since stays.
     * @param {string} key of the task
     * @param {number} version of the text the server knew
     * @param {number} start
     * @param {number} end
     * @param {string} insert
     * @param {string} problems as JSON
     */
    change(key, version, start, end, insert, problems) {
        if (!this.editor) {
            if (this.waiting?.[0] === key) {
                const text = this.waiting[1];
                this.early = [...(this.early ?? []), [key, version, start, end, insert, problems]];
                this.waiting = [key, text, problems];
            }
            return;
        }
        const model = this.models.get(key);
        if (!model || this.shown !== key) {
            return;
        }
        const shown = model.sluiceText;
        const fitted = this.sent.fit(version, { start, end, insert }, shown.value());
        if (fitted) {
            shown.become(applied(shown.value(), fitted), (before, after) => [changedStretch(before, after)]);
        }
        if (this.sent.last() === shown.value()) {
            clearTimeout(this.timer);
            this.unsent.keep(key, shown.value(), this.sent.version);
            this.mark(JSON.parse(problems));
        } else {
            this.flush();
        }
    }

    /** @param {string} name undo or redo: the last step of this task, whichever editor made it */
    step(name) {
        this.editor?.getModel()?.[name]();
        this.flush();
    }

    /** @param {number} line that the focused field of the form stands for */
    markLine(line) {
        this.line ??= this.editor?.createDecorationsCollection();
        this.line?.set([{ range: new this.api.Range(line, 1, line, 1), options: { isWholeLine: true, className: "sl-formline" } }]);
        this.editor?.revealLineInCenterIfOutsideViewport(line);
    }

    /**
     * Shows and selects a place of the script.
     * @param {number} line
     * @param {number} column
     */
    async reveal(line, column) {
        if (!this.editor) {
            await new Promise((ready) => (this.whenReady = () => ready(undefined)));
        }
        this.editor.revealLineInCenterIfOutsideViewport(line);
        this.editor.setPosition({ lineNumber: line, column: Math.max(1, column) });
        this.editor.focus();
    }

    /** @param {string} schema */
    setSchema(schema) {
        this.schemaText = schema;
        if (!this.api) {
            return;
        }
        const json = this.api.languages.json.jsonDefaults;
        json.setModeConfiguration({ ...json.modeConfiguration, diagnostics: false, documentFormattingEdits: false,
            documentRangeFormattingEdits: false, colors: false });
        json.setDiagnosticsOptions({
            validate: false,
            allowComments: true,
            schemas: [{ uri: "sluice:/job.schema.json", fileMatch: ["*"], schema: JSON.parse(schema) }],
        });
    }

    /** @param {boolean} readOnly */
    setReadOnly(readOnly) {
        this.isReadOnly = readOnly;
        this.editor?.updateOptions({ readOnly });
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
    }

    focusEditor() {
        this.editor?.focus();
    }

    find() {
        this.editor?.focus();
        this.editor?.getAction("actions.find").run();
    }

    tint() {
        const model = this.editor.getModel();
        if (!model) {
            return;
        }
        const found = model.findMatches("\\$\\{[^}\\n]*\\}", false, true, false, null, false, 5000);
        this.variables.set(found.map((/** @type {any} */ match) => ({
            range: match.range,
            options: { inlineClassName: "sl-variable" },
        })));
    }

    caretMoved() {
        clearTimeout(this.restTimer);
        this.restTimer = setTimeout(() => this.tellCaret(), CARET_DELAY);
        cancelAnimationFrame(this.caretTimer);
        this.caretTimer = requestAnimationFrame(() => this.showCaret());
    }

    tellCaret() {
        const position = this.editor?.getPosition();
        // Of a text that the server does not know yet it would take the wrong place; it hears of the caret with the text.
        if (position && this.editor.hasTextFocus() && this.sent.last() === this.text()) {
            this.line?.clear();
            this.server()?.caret(String(this.shown), position.lineNumber, position.column);
        }
    }

    showCaret() {
        const model = this.editor.getModel();
        const position = this.editor.getPosition();
        if (!model || !position) {
            return;
        }
        if (this.outlined.version !== this.version) {
            this.outlined = { version: this.version, root: outline(model.getValue()) };
        }
        const pieces = piecesAt(this.outlined.root, model.getOffsetAt(position));
        const items = pieces.map((piece) => this.crumb(piece));
        const place = document.createElement("span");
        place.className = "sl-place";
        place.textContent = (this.labels.place ?? "Ln {0}, Col {1}")
            .replace("{0}", position.lineNumber).replace("{1}", position.column);
        const file = document.createElement("span");
        file.className = "sl-file";
        file.textContent = this.getAttribute("file") ?? "";
        this.crumbs.replaceChildren(file, ...items, this.said, place);
    }

    /** @param {import("./json-outline.js").Piece} piece */
    crumb(piece) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = piece.label;
        button.addEventListener("click", () => {
            const position = this.editor.getModel().getPositionAt(piece.start);
            this.reveal(position.lineNumber, position.column);
        });
        return button;
    }

    disconnectedCallback() {
        setTimeout(() => {
            if (!this.isConnected && this.editor) {
                window.removeEventListener("pagehide", this.leaving);
                this.dialogs.forget();
                this.editor.dispose();
                this.overlay.remove();
                this.models.forEach((model) => model.dispose());
                this.models.clear();
                this.editor = undefined;
                this.starting = false;
            }
        }, 1000);
    }
}

customElements.define("sluice-script-editor", ScriptEditor);
preloadMonaco();
