/**
 * A field with what is said below it, <sluice-described>: a screen reader reads the hint, or what is wrong, with the field.
 * Fields draw their inputs late and anew, and what is said changes; so the two are tied whenever something here changes.
 */
const INPUTS = "input, textarea, vaadin-select-value-button";
const SAID = ".sl-hint, .sl-problem";
const OURS = "said-";

let numbered = 0;

class Described extends HTMLElement {
    connectedCallback() {
        this.changes ??= new MutationObserver(() => this.tie());
        this.changes.observe(this, { childList: true, subtree: true, attributeFilter: ["hidden"] });
        this.tie();
    }

    disconnectedCallback() {
        this.changes?.disconnect();
    }

    tie() {
        const said = this.own(SAID).filter((sentence) => !sentence.closest("[hidden]") && sentence.textContent);
        said.filter((sentence) => !sentence.id).forEach((sentence) => (sentence.id = `${OURS}${++numbered}`));
        for (const input of this.own(INPUTS)) {
            const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith(OURS));
            const ids = [...others, ...said.map((sentence) => sentence.id)].join(" ");
            if (ids !== (input.getAttribute("aria-describedby") ?? "")) {
                ids ? input.setAttribute("aria-describedby", ids) : input.removeAttribute("aria-describedby");
            }
        }
    }

    /** @param {string} selector without those of a field inside this one */
    own(selector) {
        return [...this.querySelectorAll(selector)].filter((found) => found.closest("sluice-described") === this);
    }
}

customElements.define("sluice-described", Described);
