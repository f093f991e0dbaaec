/**
 * The bar between the form and the script, <sluice-split-divider>. It is dragged, or moved by the arrow keys, Home and
 * End; a double click puts it back. Where the two do not fit beside each other they stand one below the other, and the
 * bar lies between them. This browser remembers the share of the form, in per cent.
 */
const KEPT = "sluice.split";
const USUAL = 54;
const LEAST = 20;
const MOST = 80;
const STEP = 4;

class SplitDivider extends HTMLElement {
    connectedCallback() {
        if (this.share !== undefined) {
            return;
        }
        this.tabIndex = 0;
        this.setAttribute("role", "separator");
        this.setAttribute("aria-valuemin", String(LEAST));
        this.setAttribute("aria-valuemax", String(MOST));
        this.addEventListener("pointerdown", (event) => this.grab(event));
        this.addEventListener("dblclick", () => this.moveTo(USUAL));
        this.addEventListener("keydown", (event) => this.pressed(event));
        this.moveTo(Number(localStorage.getItem(KEPT)) || USUAL);
        new ResizeObserver(() => this.turn()).observe(/** @type {Element} */ (this.parentElement));
    }

    /** Whether the form stands above the script. */
    below() {
        return getComputedStyle(/** @type {Element} */ (this.parentElement)).flexDirection === "column";
    }

    turn() {
        this.setAttribute("aria-orientation", this.below() ? "horizontal" : "vertical");
    }

    /** @param {number} share */
    moveTo(share) {
        this.share = Math.round(Math.min(MOST, Math.max(LEAST, share)) * 10) / 10;
        this.parentElement?.style.setProperty("--sl-split", `${this.share}%`);
        this.setAttribute("aria-valuenow", String(Math.round(this.share)));
        localStorage.setItem(KEPT, String(this.share));
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
        const by = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key];
        const to = event.key === "Home" ? LEAST : event.key === "End" ? MOST : (this.share ?? USUAL) + (by ?? 0);
        if (to !== this.share) {
            event.preventDefault();
            this.moveTo(to);
        }
    }

    /** @param {PointerEvent} event */
    grab(event) {
        event.preventDefault();
        this.focus();
        this.setPointerCapture(event.pointerId);
        const area = /** @type {Element} */ (this.parentElement).getBoundingClientRect();
        const below = this.below();
        const drag = (/** @type {PointerEvent} */ move) =>
            this.moveTo(below ? ((move.clientY - area.top) / area.height) * 100 : ((move.clientX - area.left) / area.width) * 100);
        this.addEventListener("pointermove", drag);
        this.addEventListener("lostpointercapture", () => this.removeEventListener("pointermove", drag), { once: true });
    }
}

customElements.define("sluice-split-divider", SplitDivider);
