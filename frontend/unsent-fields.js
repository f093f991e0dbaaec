/**
 * What was typed into fields of a form and may not be in the server's store yet, kept like the unsent text of the script
 * (unsent-texts.js). A field is found again by its place on the page and its label. Until the server has heard of a
 * change, and for longer than an answer usually takes, its field says so.
 */
import { UnsentTexts } from "./unsent-texts.js";

const TYPED = "vaadin-text-field, vaadin-text-area";
const ROWS = ".sl-formrow, .sl-cell";

/** Milliseconds after which a field says that the server has not answered. */
const LATE = 1500;

/** Milliseconds after which the store has what the server has heard: it writes every two seconds. */
const STORED_AFTER = 5000;

/** @typedef {{ place: string, step: number, label: string, number: number, value: string, heard?: number }} Typed */

export class UnsentFields {
    /** @param {HTMLElement} form @param {() => Promise<unknown> | undefined} reach asks the server for a sign of life */
    constructor(form, reach) {
        this.form = form;
        this.reach = reach;
        this.texts = new UnsentTexts("sluice-unsent-fields:");
        this.task = "";
        /** @type {Typed[]} */
        this.typed = [];
        this.version = 0;
    }

    /** @param {string} task that the form shows from now on @param {string} owner who is signed in */
    show(task, owner) {
        this.task = task;
        this.texts.owner = owner;
        this.typed = [];
    }

    /** A field holds other letters, which it has not handed over yet. @param {EventTarget} target @returns {Typed | undefined} */
    keep(target) {
        const field = fieldOf(target);
        const address = field && this.address(field);
        if (!address || !this.task) {
            return undefined;
        }
        const now = Date.now();
        const typed = { ...address, value: field.value };
        this.typed = this.typed.filter((one) => !same(one, typed) && now - (one.heard ?? now) < STORED_AFTER);
        this.typed.push(typed);
        this.version++;
        this.texts.keep(this.task, JSON.stringify(this.typed), this.version);
        return typed;
    }

    /** A field has handed its value over. @param {EventTarget} target */
    async changed(target) {
        const typed = this.keep(target);
        const row = fieldOf(target)?.closest(ROWS);
        if (!typed || !row) {
            return;
        }
        const task = this.task;
        const version = this.version;
        const late = setTimeout(() => row.toggleAttribute("data-unsent", true), LATE);
        await this.reach();
        clearTimeout(late);
        row.toggleAttribute("data-unsent", false);
        typed.heard = Date.now();
        setTimeout(() => this.texts.settled(task, version), STORED_AFTER);
    }

    /** What the page before this one could not send and the fields do not show. @returns {{ typed: Typed[], at: number } | undefined} */
    left() {
        const left = this.texts.left(this.task, () => false);
        /** @type {Typed[]} */
        const typed = left ? JSON.parse(left.text) : [];
        const open = typed.filter((one) => this.find(one)?.value !== one.value);
        if (!left || open.length === 0) {
            this.texts.drop(this.task);
            return undefined;
        }
        return { typed: open, at: left.at };
    }

    /** Types it again. @param {Typed[]} typed */
    putBack(typed) {
        for (const one of typed) {
            const field = this.find(one);
            if (field) {
                field.value = one.value;
                field.dispatchEvent(new CustomEvent("change", { bubbles: true }));
            }
        }
    }

    drop() {
        this.texts.drop(this.task);
    }

    /** @param {Element} field @returns {Omit<Typed, "value"> | undefined} */
    address(field) {
        const card = field.closest("[id^='form-']");
        const label = labelOf(field);
        if (!card || !label) {
            return undefined;
        }
        const step = this.steps().indexOf(/** @type {Element} */ (field.closest(".sl-mapstep")));
        const alike = fields(step < 0 ? card : this.steps()[step], label);
        return { place: card.id, step, label, number: alike.indexOf(field) };
    }

    /** @param {Typed} typed @returns {any} */
    find(typed) {
        const card = typed.step < 0 ? this.form.querySelector(`#${CSS.escape(typed.place)}`) : this.steps()[typed.step];
        return card ? fields(card, typed.label)[typed.number] : undefined;
    }

    steps() {
        return [...this.form.querySelectorAll(".sl-mapstep")];
    }
}

/** @param {EventTarget} target @returns {any} */
function fieldOf(target) {
    return target instanceof Element ? target.closest(TYPED) : null;
}

/** @param {Element} field */
function labelOf(field) {
    return field.closest(ROWS)?.querySelector("label > :first-child, .sl-cell-label")?.textContent ?? "";
}

/** @param {Element} card @param {string} label */
function fields(card, label) {
    return [...card.querySelectorAll(TYPED)].filter((field) => labelOf(field) === label);
}

/** @param {Typed} one @param {Typed} other */
function same(one, other) {
    return one.place === other.place && one.step === other.step && one.label === other.label && one.number === other.number;
}
