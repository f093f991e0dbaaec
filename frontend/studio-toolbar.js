/**
 * The toolbar of the studio, <sluice-studio-toolbar>, gives way step by step while it has too little room: first the
 * rarer buttons lose their words, then the others, then the rarer ones go to the menu behind the three dots. What is
 * measured is the toolbar itself, because words are longer in one language than in another, and people come and go.
 *
 * What the server is told: `shorten(short)`, when the rarer buttons go to the menu or come back from it.
 */
const STEPS = 4;

/** From this step on the rarer buttons are in the menu. */
const SHORT = 3;

class StudioToolbar extends HTMLElement {
    connectedCallback() {
        if (!this.sizes) {
            this.sizes = new ResizeObserver(() => this.fit());
            this.changes = new MutationObserver(() => this.fit());
        }
        this.sizes.observe(this);
        this.changes?.observe(this, { childList: true, characterData: true, subtree: true, attributeFilter: ["hidden"] });
    }

    disconnectedCallback() {
        this.sizes?.disconnect();
        this.changes?.disconnect();
    }

    fit() {
        if (this.clientWidth === 0) {
            return;
        }
        const before = Number(this.dataset.step ?? 0);
        let step = 0;
        for (; step <= STEPS; step++) {
            this.dataset.step = String(step);
            if (this.scrollWidth <= this.clientWidth) {
                break;
            }
        }
        if (step >= SHORT !== before >= SHORT) {
            /** @type {any} */ (this).$server?.shorten(step >= SHORT);
        }
    }
}

customElements.define("sluice-studio-toolbar", StudioToolbar);
