/**
 * What was typed into fields of a form, or chosen there, and may not be in the server's store yet, kept like the unsent
 * text of the script (unsent-texts.js). A field is found again by its place on the page and its label. Until the server has heard of a
 * change, and for longer than an answer usually takes, its field says so.
 */
import { answered, FIELDS, fieldOf, fill, named, shown, TYPED } from "./field-values.js";
import { UnsentTexts } from "./unsent-texts.js";

const ROWS = ".sl-formrow, .sl-cell";

/** Milliseconds after which a field says that the server has not answered. */
const LATE = 1500;

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
        this.storedAfter = 0;
    }

    /**
     * @param {string} task that the form shows from now on
     * @param {string} owner who is signed in
     * @param {number} storedAfter milliseconds after which the store has what the server has heard
     */
    show(task, owner, storedAfter) {
        this.task = task;
        this.storedAfter = storedAfter;
        this.texts.owner = owner;
        this.typed = [];
    }

    /** A field holds other letters, which it has not handed over yet. @param {EventTarget} target */
    typing(target) {
        const field = fieldOf(target, TYPED);
        if (field) {
            this.keep(field, shown(field));
        }
    }

    /** @param {any} field @param {string} value @returns {Typed | undefined} */
    keep(field, value) {
        const address = field && this.address(field);
        if (!address || !this.task) {
            return undefined;
        }
        const now = Date.now();
        const typed = { ...address, value };
        this.typed = this.typed.filter((one) => !same(one, typed) && now - (one.heard ?? now) < this.storedAfter);
        this.typed.push(typed);
        this.version++;
        this.texts.keep(this.task, JSON.stringify(this.typed), this.version);
        return typed;
    }

    /** A field has handed its value over. @param {EventTarget} target @param {string} [name] typed into it that it does not show yet */
    async changed(target, name) {
        const field = fieldOf(target);
        const typed = field && this.keep(field, name === undefined ? shown(field) : named(field, name));
        if (!typed) {
            return;
        }
        const row = field.closest(ROWS) ?? field;
        const task = this.task;
        const version = this.version;
        const late = setTimeout(() => row.toggleAttribute("data-unsent", true), LATE);
        await this.reach();
        clearTimeout(late);
        row.toggleAttribute("data-unsent", false);
        answered(field);
        typed.heard = Date.now();
        setTimeout(() => this.texts.settled(task, version), this.storedAfter);
    }

    /** What the page before this one could not send and the fields do not show. @returns {{ typed: Typed[], at: number } | undefined} */
    left() {
        const left = this.texts.left(this.task, () => false);
        /** @type {Typed[]} */
        const typed = left ? JSON.parse(left.text) : [];
        const open = typed.filter((one) => shown(this.find(one)) !== one.value);
        if (!left || open.length === 0) {
            this.texts.drop(this.task);
            return undefined;
        }
        return { typed: open, at: left.at };
    }

    /** Types and chooses it again; the form may be drawn anew in between. @param {Typed[]} typed */
    async putBack(typed) {
        for (const one of typed) {
            await this.unfold(one.step);
            const field = this.find(one);
            if (field) {
                await fill(field, one.value);
                await this.reach();
            }
        }
        this.drop();
    }

    /** The fields of a step that is folded are not on the page. @param {number} step */
    async unfold(step) {
        const fold = this.steps()[step]?.querySelector(".sl-mapstep-fold[aria-expanded='false']");
        if (fold instanceof HTMLElement) {
            fold.click();
            await this.reach();
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

/** @param {any} field */
function labelOf(field) {
    const row = field.closest(ROWS)?.querySelector("label > :first-child, .sl-cell-label");
    return row?.textContent ?? field.label ?? "";
}

/** @param {Element} card @param {string} label */
function fields(card, label) {
    return [...card.querySelectorAll(FIELDS)].filter((field) => labelOf(field) === label);
}

/** @param {Typed} one @param {Typed} other */
function same(one, other) {
    return one.place === other.place && one.step === other.step && one.label === other.label && one.number === other.number;
}
