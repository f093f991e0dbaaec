/**
 * The tabs of the open tasks, <sluice-task-tabs>: a dot while unsaved, a menu by right click or Shift F10, arrows to go
 * from tab to tab, and a list of all of them when they do not fit.
 *
 * What the server gives: `setTabs`, `setLabels`, `setEditable`. What it is told: `front(id)`, `close(ids)`, `create()`.
 */
import { openMenu } from "./menu.js";

/** @typedef {{ id: string, name: string, dirty: boolean }} Tab */

class TaskTabs extends HTMLElement {
    constructor() {
        super();
        /** @type {Tab[]} */
        this.tabs = [];
        this.front = "";
        /** @type {Record<string, string>} */
        this.labels = {};
    }

    connectedCallback() {
        if (this.strip) {
            return;
        }
        this.strip = document.createElement("div");
        this.strip.className = "sl-task-tabs";
        this.strip.setAttribute("role", "tablist");
        this.strip.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
        this.all = this.tool("sl-tabs-all", "chevron-down", () => this.listAll());
        this.more = this.tool("sl-tabs-new", "plus", () => this.server()?.create());
        this.replaceChildren(this.strip, this.all, this.more);
        new ResizeObserver(() => this.fit()).observe(this.strip);
        this.draw();
    }

    server() {
        return /** @type {any} */ (this).$server;
    }

    /** @param {string} cssClass @param {string} icon @param {() => void} action */
    tool(cssClass, icon, action) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = `sl-tool ${cssClass}`;
        button.append(symbol(icon));
        button.addEventListener("click", action);
        return button;
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        this.draw();
    }

    /** @param {boolean} editable */
    setEditable(editable) {
        this.editable = editable;
        this.draw();
    }

    /** @param {string} json the tabs in order @param {string} front */
    setTabs(json, front) {
        const before = this.tabs.map((tab) => tab.id).join();
        this.tabs = JSON.parse(json);
        const moved = front !== this.front || before !== this.tabs.map((tab) => tab.id).join();
        this.front = front;
        this.draw();
        if (moved) {
            this.reveal();
        }
    }

    draw() {
        if (!this.strip) {
            return;
        }
        const active = document.activeElement;
        const focused = active instanceof HTMLElement && this.strip.contains(active) ? active.closest("[data-task]") : null;
        const known = new Map([...this.strip.children].map((tab) => [/** @type {HTMLElement} */ (tab).dataset.task, tab]));
        const wanted = this.tabs.map((tab) => this.fill(/** @type {HTMLElement | undefined} */ (known.get(tab.id)) ?? this.create(tab), tab));
        const place = focused ? [...this.strip.children].indexOf(focused) : -1;
        if (wanted.length !== this.strip.children.length || wanted.some((tab, i) => tab !== this.strip?.children[i])) {
            this.strip.replaceChildren(...wanted);
            if (place >= 0 && wanted.length > 0) {
                const again = focused?.isConnected ? focused : wanted[Math.min(place, wanted.length - 1)];
                /** @type {HTMLElement} */ (again).focus();
            }
        }
        this.strip.setAttribute("aria-label", this.labels.name ?? "");
        name(this.all, this.labels.list);
        name(this.more, this.labels.create);
        this.more?.toggleAttribute("hidden", !this.editable);
        this.fit();
    }

    /** @param {Tab} tab */
    create(tab) {
        const element = document.createElement("div");
        element.className = "sl-tab sl-task-tab";
        element.dataset.task = tab.id;
        element.setAttribute("role", "tab");
        const text = document.createElement("span");
        text.className = "sl-tab-name";
        // For the pointer only: a tab may hold nothing else to act on, so the keyboard closes it with Delete.
        const cross = document.createElement("span");
        cross.className = "sl-tab-close";
        cross.setAttribute("aria-hidden", "true");
        cross.append(symbol("close"));
        cross.addEventListener("click", (event) => {
            event.stopPropagation();
            this.close([tab.id]);
        });
        element.append(symbol("task"), text, cross);
        element.addEventListener("click", () => this.bring(tab.id));
        element.addEventListener("mousedown", (event) => event.button === 1 && event.preventDefault());
        element.addEventListener("auxclick", (event) => event.button === 1 && this.close([tab.id]));
        element.addEventListener("contextmenu", (event) => {
            event.preventDefault();
            this.menu(tab.id, event.clientX, event.clientY);
        });
        element.addEventListener("keydown", (event) => this.key(event, tab.id));
        return element;
    }

    /** @param {HTMLElement} element @param {Tab} tab */
    fill(element, tab) {
        const front = tab.id === this.front;
        const words = tab.dirty ? (this.labels.unsaved ?? "").replace("{0}", tab.name) : tab.name;
        element.classList.toggle("dirty", tab.dirty);
        element.tabIndex = front || (!this.front && tab === this.tabs[0]) ? 0 : -1;
        element.setAttribute("aria-selected", String(front));
        element.setAttribute("aria-label", words);
        element.setAttribute("aria-keyshortcuts", "Delete");
        element.title = words;
        const [, text, cross] = element.children;
        if (text.textContent !== tab.name) {
            text.textContent = tab.name;
        }
        /** @type {HTMLElement} */ (cross).title = (this.labels.close ?? "").replace("{0}", tab.name);
        return element;
    }

    /** @param {string} id */
    bring(id) {
        this.server()?.front(id);
    }

    /** @param {string[]} ids */
    close(ids) {
        if (ids.length > 0) {
            this.server()?.close(ids.join(","));
        }
    }

    /** @param {KeyboardEvent} event @param {string} id */
    key(event, id) {
        const index = this.tabs.findIndex((tab) => tab.id === id);
        const element = /** @type {HTMLElement} */ (event.currentTarget);
        if (event.target !== element) {
            return;
        }
        if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
            this.focusTab(index + (event.key === "ArrowRight" ? 1 : -1));
        } else if (event.key === "Home" || event.key === "End") {
            this.focusTab(event.key === "Home" ? 0 : this.tabs.length - 1);
        } else if (event.key === "Enter" || event.key === " ") {
            this.bring(id);
        } else if (event.key === "Delete") {
            this.close([id]);
        } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
            const place = element.getBoundingClientRect();
            this.menu(id, place.left + 8, place.bottom);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    /** @param {number} index */
    focusTab(index) {
        const tab = /** @type {HTMLElement | undefined} */ (this.strip?.children[(index + this.tabs.length) % this.tabs.length]);
        tab?.focus();
        tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    /** @param {string} id @param {number} left @param {number} top */
    menu(id, left, top) {
        const ids = this.tabs.map((tab) => tab.id);
        const others = ids.filter((other) => other !== id);
        const right = ids.slice(ids.indexOf(id) + 1);
        const items = [{ text: this.labels.closeOne, icon: "close", key: "Del", action: () => this.close([id]) }];
        const add = (/** @type {string} */ text, /** @type {string[]} */ which) =>
            which.length > 0 && items.push({ text, icon: "none", key: "", action: () => this.close(which) });
        add(this.labels.closeOthers, others);
        add(this.labels.closeRight, right);
        add(this.labels.closeAll, ids);
        openMenu(items, left, top, this.element(id));
    }

    /** @param {string} id */
    element(id) {
        return /** @type {HTMLElement | undefined} */ (
            [...(this.strip?.children ?? [])].find((tab) => /** @type {HTMLElement} */ (tab).dataset.task === id)
        );
    }

    listAll() {
        const place = /** @type {HTMLElement} */ (this.all).getBoundingClientRect();
        const items = this.tabs.map((tab) => ({
            text: tab.name,
            icon: tab.id === this.front ? "check" : "task",
            key: tab.dirty ? "●" : "",
            action: () => this.bring(tab.id),
        }));
        openMenu(items, place.left, place.bottom, this.all);
    }

    /** @param {WheelEvent} event */
    wheel(event) {
        if (this.strip && !event.deltaX && this.strip.scrollWidth > this.strip.clientWidth) {
            this.strip.scrollLeft += event.deltaY;
            event.preventDefault();
        }
    }

    reveal() {
        requestAnimationFrame(() => this.element(this.front)?.scrollIntoView({ block: "nearest", inline: "nearest" }));
    }

    /** The list of all tabs is offered when they do not fit. */
    fit() {
        this.all?.toggleAttribute("hidden", !this.strip || this.strip.scrollWidth <= this.strip.clientWidth + 1);
    }
}

/** @param {string} icon */
function symbol(icon) {
    const element = document.createElement("span");
    element.className = `sl-icon sl-i-${icon}`;
    element.setAttribute("aria-hidden", "true");
    return element;
}

/** @param {HTMLElement | undefined} button @param {string | undefined} text */
function name(button, text) {
    button?.setAttribute("aria-label", text ?? "");
    button?.setAttribute("title", text ?? "");
}

customElements.define("sluice-task-tabs", TaskTabs);
