/**
 * Lets the bar of a vaadin-split-layout be moved by keys, <sluice-divider-keys label="…">: put into one of its halves it
 * makes the bar a separator that takes the focus, the arrow keys, Home and End. Sizes are set as dragging sets them.
 */
const STEP = 24;
const LEAST = 80;

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
        const say = () => bar.setAttribute("aria-valuenow", String(this.share(layout, upright)));
        new ResizeObserver(say).observe(layout.querySelector("[slot=primary]"));
        say();
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
        const size = Math.min(all - LEAST, Math.max(LEAST, wanted));
        layout.querySelector(":scope > [slot=primary]").style.flex = `1 1 ${size}px`;
        layout.querySelector(":scope > [slot=secondary]").style.flex = `1 1 ${all - size}px`;
        layout.dispatchEvent(new CustomEvent("splitter-dragend"));
    }
}

customElements.define("sluice-divider-keys", DividerKeys);
