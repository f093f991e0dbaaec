/**
 * What was filled into a dialog that is open, kept with the browser's tab. A page that was loaded anew does not know what
 * the dialog was about, so nothing is put back: people are told what they had there. Passwords are never kept.
 */
import { fieldOf, shown } from "./field-values.js";
import { UnsentTexts } from "./unsent-texts.js";

const OPEN = "dialog";

export class UnsentDialogs {
    constructor() {
        this.texts = new UnsentTexts("sluice-unsent-dialog:");
        this.heard = (/** @type {Event} */ event) => this.keep(event);
    }

    /** @param {string} owner who is signed in */
    watch(owner) {
        this.texts.owner = owner;
        document.addEventListener("input", this.heard);
        document.addEventListener("change", this.heard);
    }

    forget() {
        document.removeEventListener("input", this.heard);
        document.removeEventListener("change", this.heard);
    }

    /** @returns {{ title: string, words: string } | undefined} what stood in a dialog when the page was left */
    left() {
        const kept = this.texts.left(OPEN, () => false);
        this.texts.drop(OPEN);
        return kept && JSON.parse(kept.text);
    }

    /** @param {Event} event */
    keep(event) {
        const field = fieldOf(event.composedPath()[0]);
        const dialog = /** @type {any} */ (field?.closest("vaadin-dialog"));
        if (!dialog) {
            return;
        }
        if (dialog !== this.dialog) {
            this.open(dialog);
        }
        this.values.set(field.accessibleName || field.label || "", shown(field));
        const words = [...this.values].map(([label, value]) => (label ? `${label}: ${value}` : value)).join(" \u00b7 ");
        const title = dialog.headerTitle || dialog.getAttribute("aria-label") || "";
        this.texts.keep(OPEN, JSON.stringify({ title, words }), 0);
    }

    /** @param {any} dialog that is filled from now on */
    open(dialog) {
        this.dialog = dialog;
        /** @type {Map<string, string>} */
        this.values = new Map();
        const closing = new MutationObserver(() => {
            if (!dialog.opened || !dialog.isConnected) {
                closing.disconnect();
                this.closed(dialog);
            }
        });
        closing.observe(dialog, { attributeFilter: ["opened"] });
        closing.observe(dialog.parentNode, { childList: true });
    }

    /** @param {any} dialog that was answered or given up */
    closed(dialog) {
        if (dialog === this.dialog) {
            this.dialog = undefined;
            this.texts.drop(OPEN);
        }
    }
}
