/**
 * Two texts of a script side by side, the differences marked: <sluice-script-diff>, in the light DOM because Monaco
 * needs the page's styles. Both sides are read-only; F7 and Shift-F7 go from difference to difference.
 *
 * What the server gives: `show(left, right, labels)`; each may come before the element is on the page.
 */
import { monaco } from "./monaco.js";
import { editorOptions } from "./script-edits.js";

/** Below this width the sides stand under each other, line by line. */
const NARROW = 720;

/** @typedef {{ left: string, right: string, region: string, failed: string }} Labels */

class ScriptDiff extends HTMLElement {
    constructor() {
        super();
        /** @type {any} */
        this.editor = undefined;
        /** @type {{ left: string, right: string, labels: Labels } | undefined} */
        this.texts = undefined;
    }

    connectedCallback() {
        if (this.host) {
            this.editor ? this.layout() : this.start();
            return;
        }
        this.head = document.createElement("div");
        this.head.className = "sl-diff-head";
        this.host = document.createElement("div");
        this.host.className = "sl-editor-host";
        this.replaceChildren(this.head, this.host);
        this.setAttribute("role", "region");
        this.start();
    }

    async start() {
        const host = /** @type {HTMLElement} */ (this.host);
        try {
            this.api = await monaco();
        } catch (problem) {
            host.textContent = this.texts?.labels.failed ?? String(problem);
            return;
        }
        if (!this.isConnected || this.editor) {
            return;
        }
        const chosen = editorOptions();
        this.overlay = chosen.overflowWidgetsDomNode;
        this.editor = this.api.editor.createDiffEditor(host, {
            ...chosen,
            readOnly: true,
            originalEditable: false,
            renderSideBySideInlineBreakpoint: NARROW,
            useInlineViewWhenSpaceIsLimited: true,
            hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 6, revealLineCount: 20 },
            diffAlgorithm: "advanced",
            renderOverviewRuler: false,
            renderMarginRevertIcon: false,
            renderGutterMenu: false,
            ignoreTrimWhitespace: false,
        });
        // Monaco forgets what a side is called whenever one of its options changes.
        for (const side of [this.editor.getOriginalEditor(), this.editor.getModifiedEditor()]) {
            side.onDidChangeConfiguration(() => this.name());
        }
        this.watch = new ResizeObserver(() => this.layout());
        this.watch.observe(host);
        this.draw();
    }

    /** The names above the texts stand where the texts do. */
    layout() {
        // Monaco would measure itself, and it stays as small as it was before a dialog around it had opened.
        this.editor.layout({ width: this.host.clientWidth, height: this.host.clientHeight });
        const width = this.editor.getOriginalEditor().getLayoutInfo().width;
        this.toggleAttribute("inline", this.host.clientWidth < NARROW);
        this.style.setProperty("--sl-diff-left", `${width}px`);
    }

    /**
     * @param {string} left the text before
     * @param {string} right the text after
     * @param {Labels} labels names of both, of the whole, and what to say when the editor does not load
     */
    show(left, right, labels) {
        this.texts = { left, right, labels };
        this.draw();
    }

    draw() {
        if (!this.texts || !this.head) {
            return;
        }
        const { left, right, labels } = this.texts;
        this.setAttribute("aria-label", labels.region);
        this.head.replaceChildren(...[labels.left, labels.right].map((label) => {
            const side = document.createElement("span");
            side.textContent = label;
            side.title = label;
            return side;
        }));
        if (!this.editor) {
            return;
        }
        this.release();
        const model = (/** @type {string} */ text) => {
            const made = this.api.editor.createModel(text, "json");
            made.updateOptions({ tabSize: 2, bracketColorizationOptions: { enabled: false } });
            return made;
        };
        this.editor.setModel({ original: model(left), modified: model(right) });
        this.name();
        this.layout();
        this.toggleAttribute("ready", true);
    }

    /** Names both sides for those who cannot see what stands above them. */
    name() {
        const call = (/** @type {any} */ side, /** @type {string} */ label) =>
            side.getOption(this.api.editor.EditorOption.ariaLabel) === label || side.updateOptions({ ariaLabel: label });
        if (this.texts && this.editor) {
            call(this.editor.getOriginalEditor(), this.texts.labels.left);
            call(this.editor.getModifiedEditor(), this.texts.labels.right);
        }
    }

    release() {
        const models = this.editor.getModel();
        this.editor.setModel(null);
        models?.original.dispose();
        models?.modified.dispose();
    }

    disconnectedCallback() {
        setTimeout(() => {
            if (!this.isConnected && this.host) {
                this.watch?.disconnect();
                if (this.editor) {
                    this.release();
                    this.editor.dispose();
                    this.overlay?.remove();
                }
                this.editor = this.host = undefined;
            }
        }, 1000);
    }
}

customElements.define("sluice-script-diff", ScriptDiff);
