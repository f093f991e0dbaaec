/**
 * A small menu at a point of the page, with sub-menus; by mouse and by keyboard.
 *
 * @typedef {{ text: string, icon?: string, key?: string, danger?: boolean, apart?: boolean, action?: () => void,
 *     items?: Item[] }} Item
 */

/** @type {(() => void) | undefined} */
let closeOpen;

/**
 * @param {Item[]} items
 * @param {number} left
 * @param {number} top
 * @param {HTMLElement} [owner] gets the focus back
 */
export function openMenu(items, left, top, owner) {
    closeOpen?.();
    const outside = (/** @type {Event} */ event) => {
        if (!event.composedPath().some((part) => part instanceof HTMLElement && part.classList.contains("sl-menu"))) {
            close(false);
        }
    };
    const close = (/** @type {boolean} */ refocus) => {
        menu.close();
        removeEventListener("pointerdown", outside, true);
        removeEventListener("blur", outside);
        removeEventListener("resize", outside);
        closeOpen = undefined;
        if (refocus) {
            owner?.focus();
        }
    };
    const menu = new Menu(items, close, undefined);
    menu.place(left, top, left);
    menu.focus(0);
    addEventListener("pointerdown", outside, true);
    addEventListener("blur", outside);
    addEventListener("resize", outside);
    closeOpen = () => close(false);
}

class Menu {
    /**
     * @param {Item[]} items
     * @param {(refocus: boolean) => void} closeAll
     * @param {Menu | undefined} parent
     */
    constructor(items, closeAll, parent) {
        this.closeAll = closeAll;
        this.parent = parent;
        /** @type {Menu | undefined} */
        this.child = undefined;
        this.element = document.createElement("div");
        this.element.className = "sl-menu";
        this.element.setAttribute("role", "menu");
        this.buttons = items.map((item) => this.button(item));
        this.element.append(...this.buttons);
        this.element.addEventListener("keydown", (event) => this.key(event));
        this.element.addEventListener("contextmenu", (event) => event.preventDefault());
        document.body.append(this.element);
    }

    /** @param {Item} item */
    button(item) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sl-menu-item";
        button.setAttribute("role", "menuitem");
        button.classList.toggle("danger", Boolean(item.danger));
        button.classList.toggle("apart", Boolean(item.apart));
        const icon = document.createElement("span");
        icon.className = `sl-icon sl-i-${item.icon ?? "none"}`;
        const text = document.createElement("span");
        text.className = "sl-menu-text";
        text.textContent = item.text;
        const end = document.createElement("span");
        end.className = item.items ? "sl-icon sl-i-chevron-right" : "sl-menu-key";
        end.textContent = item.items ? "" : item.key ?? "";
        button.append(icon, text, end);
        if (item.items) {
            button.setAttribute("aria-haspopup", "menu");
        }
        button.addEventListener("pointerenter", () => {
            button.focus();
            item.items ? this.openChild(item.items, button, false) : this.closeChild();
        });
        button.addEventListener("click", () => {
            if (item.items) {
                this.openChild(item.items, button, true);
            } else {
                this.closeAll(true);
                item.action?.();
            }
        });
        return button;
    }

    /** @param {Item[]} items @param {HTMLElement} button @param {boolean} focus */
    openChild(items, button, focus) {
        if (this.childOf !== button || !this.child) {
            this.closeChild();
            this.child = new Menu(items, this.closeAll, this);
            this.childOf = button;
            const place = button.getBoundingClientRect();
            this.child.place(place.right - 2, place.top - 5, place.left + 2);
        }
        if (focus) {
            this.child.focus(0);
        }
    }

    closeChild() {
        this.child?.close();
        this.child = undefined;
    }

    close() {
        this.closeChild();
        this.element.remove();
    }

    /** @param {number} left @param {number} top @param {number} otherwiseRight right edge where there is no room */
    place(left, top, otherwiseRight) {
        const { width, height } = this.element.getBoundingClientRect();
        const x = left + width > innerWidth - 4 ? Math.max(4, otherwiseRight - width) : left;
        this.element.style.left = `${x}px`;
        this.element.style.top = `${Math.max(4, Math.min(top, innerHeight - height - 4))}px`;
    }

    /** @param {number} index */
    focus(index) {
        this.buttons[(index + this.buttons.length) % this.buttons.length]?.focus();
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        const button = /** @type {HTMLButtonElement} */ (document.activeElement);
        const index = this.buttons.indexOf(button);
        if (event.key === "ArrowDown") {
            this.focus(index + 1);
        } else if (event.key === "ArrowUp") {
            this.focus(index - 1);
        } else if (event.key === "ArrowRight" && button.hasAttribute("aria-haspopup")) {
            button.click();
        } else if (event.key === "ArrowLeft" && this.parent) {
            const opener = this.parent.childOf;
            this.parent.closeChild();
            opener?.focus();
        } else if (event.key === "Escape" || event.key === "Tab") {
            this.closeAll(true);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}
