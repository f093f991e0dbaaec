/**
 * Lets the bar of a vaadin-split-layout be moved by keys, <sluice-divider-keys label="…">: put into one of its halves it
 * makes the bar a separator that takes the focus, the arrow keys, Home and End. Sizes are set as dragging sets them. With
 * kept="…" this browser remembers under that name how wide or high the first half was made.
 */
const STEP = 24;
const LEAST = 80;

/** The server answers the end of a movement with what it was told, which must not meet the next press of a key. */
const CALM = 200;

class DividerKeys extends HTMLElement {
    connectedCallback() {
        this.hidden = true;
        const layout = /** @type {any} */ (this.closest("vaadin-split-layout"));
        if (layout && layout !== this.layout) {
            this.layout = layout;
            customElements.whenDefined("vaadin-split-layout").then(() => requestAnimationFrame(() => this.begin(layout)));
        }
    }

    /** @param {any} layout */
    begin(layout) {
        const bar = /** @type {HTMLElement | null} */ (layout.shadowRoot?.querySelector("[part~=splitter]") ?? null);
        if (!bar) {
            return;
        }
        const upright = layout.orientation !== "vertical";
        bar.tabIndex = 0;
        bar.setAttribute("role", "separator");
        bar.setAttribute("aria-label", this.getAttribute("label") ?? "");
        bar.setAttribute("aria-orientation", upright ? "vertical" : "horizontal");
        bar.setAttribute("aria-valuemin", "0");
        bar.setAttribute("aria-valuemax", "100");
        bar.addEventListener("keydown", (event) => this.pressed(event, layout, upright));
        bar.addEventListener("blur", () => this.settle(layout));
        const say = () => bar.setAttribute("aria-valuenow", String(this.share(layout, upright)));
        new ResizeObserver(say).observe(layout.querySelector("[slot=primary]"));
        say();
        this.keep(layout, upright);
    }

    /** @param {any} layout @param {boolean} upright */
    keep(layout, upright) {
        const name = this.getAttribute("kept");
        if (!name) {
            return;
        }
        const size = Number(localStorage.getItem(name));
        if (size > 0) {
            this.moveTo(layout, upright, size);
        }
        layout.addEventListener("splitter-dragend", (/** @type {Event} */ event) => {
            if (event.target === layout) {
                localStorage.setItem(name, String(Math.round(this.sizes(layout, upright).first)));
            }
        });
    }

    /** @param {any} layout @param {boolean} upright */
    sizes(layout, upright) {
        const of = (/** @type {string} */ slot) => {
            const box = layout.querySelector(`:scope > [slot=${slot}]`).getBoundingClientRect();
            return upright ? box.width : box.height;
        };
        return { first: of("primary"), second: of("secondary") };
    }

    /** @param {any} layout @param {boolean} upright */
    share(layout, upright) {
        const { first, second } = this.sizes(layout, upright);
        return Math.round((100 * first) / (first + second || 1));
    }

    /** @param {KeyboardEvent} event @param {any} layout @param {boolean} upright */
    pressed(event, layout, upright) {
        const back = upright ? "ArrowLeft" : "ArrowUp";
        const on = upright ? "ArrowRight" : "ArrowDown";
        if (![back, on, "Home", "End"].includes(event.key)) {
            return;
        }
        event.preventDefault();
        const { first, second } = this.sizes(layout, upright);
        const all = first + second;
        const wanted = event.key === "Home" ? 0 : event.key === "End" ? all : first + (event.key === back ? -STEP : STEP);
        this.moveTo(layout, upright, wanted);
        clearTimeout(this.rest);
        this.rest = setTimeout(() => this.settle(layout), CALM);
    }

    /** Says that the movement has ended. @param {any} layout */
    settle(layout) {
        if (this.rest) {
            clearTimeout(this.rest);
            this.rest = undefined;
            layout.dispatchEvent(new CustomEvent("splitter-dragend"));
        }
    }

    /** @param {any} layout @param {boolean} upright @param {number} wanted of the first half */
    moveTo(layout, upright, wanted) {
        const { first, second } = this.sizes(layout, upright);
        const all = first + second;
        const size = Math.min(all - LEAST, Math.max(LEAST, wanted));
        layout.querySelector(":scope > [slot=primary]").style.flex = `1 1 ${size}px`;
        layout.querySelector(":scope > [slot=secondary]").style.flex = `1 1 ${all - size}px`;
    }
}

customElements.define("sluice-divider-keys", DividerKeys);
