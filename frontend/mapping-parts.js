/** Small pieces of the field mapping: elements, glyphs, the popover of a line and the chooser of a source. */

const SPACE = "http://www.w3.org/2000/svg";

/** What stands for each kind of line, on a grid of 14 px. */
const GLYPHS = {
    EXACT: "M3.9 7.3l2.2 2.1L10.2 5",
    WIDENING: "M3 7h8M5 5 3 7l2 2M9 5l2 2-2 2",
    LOSSY: "M7 3.6v4.2M7 10.2v.2",
    IMPOSSIBLE: "m4.6 4.6 4.8 4.8M9.4 4.6 4.6 9.4",
    UNKNOWN: "M5.4 5.4a1.6 1.6 0 1 1 2.3 1.5c-.5.3-.7.6-.7 1.1M7 10.2v.2",
};

/** @param {string} name @param {string} className @param {string} [text] */
export function make(name, className, text) {
    const created = document.createElement(name);
    created.className = className;
    if (text !== undefined) {
        created.textContent = text;
    }
    return created;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
export function shape(name, attributes) {
    const created = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) {
        created.setAttribute(key, String(value));
    }
    return created;
}

/** The glyph of a kind of line: its colour and its shape say the same. @param {string} fit */
export function glyph(fit) {
    const svg = shape("svg", { viewBox: "0 0 14 14", class: `sl-map-glyph sl-fit-${fit.toLowerCase()}`, "aria-hidden": "true" });
    svg.append(shape("path", { d: GLYPHS[/** @type {keyof typeof GLYPHS} */ (fit)] }));
    return svg;
}

/** @param {string} pattern @param {...(string | number)} values */
export function filled(pattern, ...values) {
    return (pattern ?? "").replace(/\{(\d)\}/g, (_, number) => String(values[Number(number)] ?? ""));
}

/** @param {number} start @param {number} end @param {number} width */
export function curve(start, end, width) {
    const bend = Math.max(24, width * 0.42);
    return start === end
        ? `M0 ${start}H${width}`
        : `M0 ${start}C${bend} ${start} ${width - 32 - bend} ${end} ${width - 32} ${end}H${width}`;
}

/**
 * The popover of a line: what is lost, how much of it, and what cures it. Closes on Escape and when the focus leaves.
 *
 * @param {{ title: string, fit: string, types: string[], reason: string, found: string, close: string,
 *     cures: { name: string, label: string, run: () => void }[], closed: () => void }} content
 */
export function popover(content) {
    const box = make("div", `sl-map-popover sl-fit-${content.fit.toLowerCase()}`);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", content.title);
    const close = make("button", "sl-map-close");
    close.setAttribute("aria-label", content.close);
    close.append(make("span", "sl-icon sl-i-close"));
    const head = make("div", "sl-map-popover-head");
    head.append(glyph(content.fit), make("strong", "sl-grow", content.title), close);
    box.append(head);
    const types = make("p", "sl-map-types");
    content.types.forEach((type, index) => types.append(index ? " → " : "", make("code", "", type)));
    box.append(types);
    for (const text of [sentence(content.reason), content.found]) {
        if (text) {
            box.append(make("p", "", text));
        }
    }
    const cures = make("div", "sl-map-cures");
    for (const cure of content.cures) {
        const button = make("button", "sl-map-cure", cure.label);
        button.dataset.cure = cure.name;
        button.addEventListener("click", () => {
            content.closed();
            cure.run();
        });
        cures.append(button);
    }
    box.append(cures);
    close.addEventListener("click", () => content.closed());
    box.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            content.closed();
        }
        event.stopPropagation();
    });
    box.addEventListener("focusout", (event) => {
        const next = /** @type {Node | null} */ (event.relatedTarget);
        if (next && !box.contains(next)) {
            content.closed();
        }
    });
    return box;
}

/** @param {string} words */
function sentence(words) {
    const whole = words.charAt(0).toUpperCase() + words.slice(1);
    const end = /\p{Script=Han}$/u.test(whole) ? "。" : ".";
    return !whole || /[.。]$/.test(whole) ? whole : whole + end;
}

const MOST_OFFERED = 200;

/**
 * A field with the list of sources below, filtered while one types.
 *
 * @param {{ label: string, none: string, rows: { id: string, name: string, type: string, used: boolean }[],
 *     chosen: string, take: (id: string) => void, closed: () => void }} content
 */
export function chooser(content) {
    const box = make("div", "sl-map-chooser");
    const field = /** @type {HTMLInputElement} */ (make("input", "sl-map-find"));
    const list = make("div", "sl-map-choices");
    list.id = "sl-map-choices";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", content.label);
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", list.id], ["aria-label", content.label]]) {
        field.setAttribute(name, value);
    }
    field.placeholder = content.label;
    let offered = content.rows;
    let at = Math.max(0, offered.findIndex((row) => row.id === content.chosen));
    const draw = () => {
        const first = Math.max(0, Math.min(at - 10, offered.length - MOST_OFFERED));
        list.replaceChildren(
            ...offered.slice(first, first + MOST_OFFERED).map((row, index) => {
                const choice = make("div", "sl-map-choice");
                choice.id = `sl-map-choice-${first + index}`;
                choice.setAttribute("role", "option");
                choice.setAttribute("aria-selected", String(first + index === at));
                choice.append(make("span", "sl-grow sl-cut", row.name), make("span", "sl-map-type", row.type));
                choice.classList.toggle("sl-map-used", row.used);
                choice.addEventListener("pointerdown", (event) => {
                    event.preventDefault();
                    content.take(row.id);
                });
                return choice;
            }),
        );
        if (offered.length === 0) {
            list.append(make("div", "sl-map-none", content.none));
        }
        field.setAttribute("aria-activedescendant", offered.length ? `sl-map-choice-${at}` : "");
        list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    };
    field.addEventListener("input", () => {
        const wanted = field.value.toLowerCase();
        offered = content.rows.filter((row) => row.name.toLowerCase().includes(wanted));
        at = 0;
        draw();
    });
    field.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        if (step) {
            at = Math.max(0, Math.min(offered.length - 1, at + step));
            draw();
            event.preventDefault();
        } else if (event.key === "Enter" && offered[at]) {
            content.take(offered[at].id);
            event.preventDefault();
        } else if (event.key === "Escape" || event.key === "Tab") {
            content.closed();
        }
        event.stopPropagation();
    });
    field.addEventListener("blur", () => content.closed());
    box.append(field, list);
    draw();
    return { box, field };
}
