/** The two lists of the field mapping and what stands above them. */
import { startDrag } from "./mapping-drag.js";
import { edit } from "./mapping-keys.js";
import { filled, glyph, make } from "./mapping-parts.js";

const FITS = ["EXACT", "WIDENING", "LOSSY", "IMPOSSIBLE", "UNKNOWN"];

/** Letters that have room between the lists of a form of usual width. */
const FEW_LETTERS = 24;

/** @param {string} text @returns how much room it takes, in letters; one of Chinese takes that of two */
function letters(text) {
    return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
}

export function listHead(map) {
    const counts = map.model.counts();
    const middle = make("div", "sl-map-counts");
    let room = 0;
    for (const fit of FITS.filter((each) => counts[each])) {
        const count = make("span", `sl-map-count sl-fit-${fit.toLowerCase()}`);
        const number = counts[fit].toLocaleString(document.documentElement.lang || "en");
        const short = make("span", "sl-map-count-short", number);
        short.setAttribute("aria-hidden", "true");
        const words = filled(map.labels[`count.${fit}`], number);
        count.append(glyph(fit), make("span", "sl-map-count-words", words), short);
        count.title = words;
        room += letters(words);
        middle.append(count);
    }
    middle.classList.toggle("sl-map-counts-few", room <= FEW_LETTERS);
    return [sideHead(map, "source"), middle, sideHead(map, "target")];
}

/** @param {any} map @param {"source" | "target"} side */
export function sideHead(map, side) {
    const head = make("div", `sl-map-sidehead sl-map-sidehead-${side}`);
    const [name, count] = map.model.head[side].split("\n");
    head.append(make("strong", "sl-cut", name), make("span", "sl-map-total", count ? `· ${count}` : ""), make("span", "sl-grow"), make("span", "", map.labels.type));
    return head;
}

/** @param {any} map @param {"source" | "target"} side */
export function createRow(map, side) {
    const row = make("div", "sl-map-row");
    const dot = make("span", "sl-map-dot");
    row.append(make("span", "sl-map-mark"), make("span", "sl-map-name sl-cut"), make("span", "sl-map-note"), make("span", "sl-map-type"), make("span", "sl-map-tools"), dot);
    dot.addEventListener("pointerdown", (event) => startDrag(map, side, Number(row.dataset.row), event));
    row.addEventListener("pointerenter", () => {
        const index = Number(row.dataset.row);
        const given = map.model.rows(side)[index];
        if (given) {
            fillTools(map, side, index, /** @type {HTMLElement} */ (row.children[4]), given);
        }
    });
    row.addEventListener("click", () => map.choose(side, Number(row.dataset.row)));
    row.addEventListener("dblclick", () => edit(map, side, Number(row.dataset.row)));
    return row;
}

/** @param {any} map @param {"source" | "target"} side @param {HTMLElement} row @param {number} index */
export function fillRow(map, side, row, index) {
    const given = map.model.rows(side)[index];
    const [mark, name, note, type, tools, dot] = /** @type {HTMLElement[]} */ ([...row.children]);
    row.id = `${map.id}-${side}-${index}`;
    row.classList.toggle("sl-map-skeleton", !given);
    if (!given) {
        row.removeAttribute("role");
        [mark, name, note, type, tools].forEach((part) => part.replaceChildren());
        type.title = "";
        name.append(make("span", "sl-skeleton"));
        dot.hidden = true;
        return;
    }
    const line = map.model.line(side, index);
    const focused = document.activeElement === map.lists[side] && map.current[side] === index;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(map.current[side] === index));
    row.setAttribute("aria-setsize", String(map.model.rows(side).length));
    row.setAttribute("aria-posinset", String(index + 1));
    row.setAttribute("aria-label", describe(map, side, index));
    row.classList.toggle("sl-map-here", focused);
    row.classList.toggle("sl-map-armed", map.armed?.side === side && map.armed.index === index);
    row.classList.toggle("sl-map-free", !line);
    row.classList.toggle("sl-map-marked", map.marked?.side === side && map.marked.index === index);
    row.classList.toggle("sl-map-chosen", Boolean(line && map.chosen === line.target));
    row.dataset.fit = line?.fit ?? "";
    dot.hidden = false;
    dot.className = `sl-map-dot ${line ? `sl-fit-${line.fit.toLowerCase()}` : "sl-map-open"}`;
    mark.className = `sl-map-mark ${given.key ? "sl-icon sl-i-key" : given.kind === "COLUMN" ? "" : "sl-map-fx"}`;
    mark.textContent = given.key || given.kind === "COLUMN" ? "" : "fx";
    mark.title = given.key ? map.labels.key : "";
    name.textContent = given.name || map.labels.next;
    name.classList.toggle("sl-map-code", given.kind !== "COLUMN");
    name.classList.toggle("sl-parameter", given.kind === "PARAMETER");
    name.title = given.name;
    const said = map.model.note(side, index);
    note.className = `sl-map-note sl-map-note-${said}`;
    note.textContent = map.labels[said] ?? "";
    type.textContent = given.type || (given.kind === "COLUMN" ? "" : given.kind === "PARAMETER" ? map.labels.parameter : map.labels.unrecognised);
    type.title = type.textContent;
    if (focused || row.matches(":hover")) {
        fillTools(map, side, index, tools, given);
    } else if (tools.firstChild) {
        tools.replaceChildren();
    }
}

/** @param {any} map @param {"source" | "target"} side @param {number} index @param {HTMLElement} tools @param {import("./mapping-model.js").Row} given */
export function fillTools(map, side, index, tools, given) {
    tools.replaceChildren();
    if (!map.model.editable) {
        return;
    }
    const offer = (/** @type {string} */ icon, /** @type {string} */ label, /** @type {() => void} */ run) => {
        const button = make("button", "sl-map-tool");
        button.tabIndex = -1;
        button.setAttribute("aria-hidden", "true");
        button.title = label;
        button.append(make("span", `sl-icon sl-i-${icon}`));
        button.addEventListener("click", (event) => {
            event.stopPropagation();
            run();
        });
        tools.append(button);
    };
    if (side === "source" && given.added) {
        offer("pencil", map.labels.change, () => map.server()?.change(given.id));
        offer("trash", map.labels.delete, () => map.server()?.deleteRow(given.id));
    } else if (side === "target" && !map.model.byTarget.has(index) && map.model.adds) {
        offer("plus", map.labels.assign, () => map.server()?.assign(given.id));
    } else if (side === "target" && map.model.renames && given.name) {
        offer("pencil", map.labels.rename, () => map.server()?.rename(given.id));
    }
}

/** @param {any} map @param {"source" | "target"} side @param {number} index */
export function describe(map, side, index) {
    const row = map.model.rows(side)[index];
    const line = map.model.line(side, index);
    const parts = [row.name || map.labels.next, row.type, row.key ? map.labels.key : "", map.labels[map.model.note(side, index)] ?? ""];
    if (line) {
        const other = side === "source" ? map.model.targets[line.target] : map.model.sources[line.source];
        parts.push(filled(map.labels[side === "source" ? "goesTo" : "comesFrom"], other?.name), map.labels[`fit.${line.fit}`], line.reason);
    } else {
        parts.push(map.labels.unmapped);
    }
    return parts.filter(Boolean).join(", ");
}
