/** The grid view of the field mapping: one row for each target, with its source, how it fits, and why. */
import { openChooser, openLine } from "./mapping-overlay.js";
import { glyph, make } from "./mapping-parts.js";

const COLUMNS = ["target", "targetType", "source", "sourceType", "fit", "reason"];

/** @param {any} map the component */
export function gridHead(map) {
    return COLUMNS.map((column) => {
        const cell = make("div", `sl-map-cell sl-map-cell-${column}`, map.labels[`column.${column}`]);
        cell.setAttribute("aria-hidden", "true");
        return cell;
    });
}

/** @param {any} map the component */
export function gridRow(map) {
    const row = make("div", "sl-map-gridrow");
    row.setAttribute("role", "row");
    for (const column of COLUMNS) {
        const cell = make("div", `sl-map-cell sl-map-cell-${column}`);
        cell.setAttribute("role", "gridcell");
        row.append(cell);
    }
    row.addEventListener("click", () => map.choose("target", Number(row.dataset.row)));
    row.children[2].addEventListener("click", () => openChooser(map, Number(row.dataset.row)));
    row.children[4].addEventListener("click", () => openLine(map, Number(row.dataset.row)));
    return row;
}

/** @param {any} map the component @param {HTMLElement} row @param {number} index */
export function fillGridRow(map, row, index) {
    const target = map.model.targets[index];
    const line = map.model.byTarget.get(index);
    const source = line ? map.model.sources[line.source] : undefined;
    const [to, toType, from, fromType, fit, reason] = /** @type {HTMLElement[]} */ ([...row.children]);
    const here = map.current.target === index;
    row.id = `${map.id}-grid-${index}`;
    row.setAttribute("aria-rowindex", String(index + 2));
    row.setAttribute("aria-selected", String(here));
    row.classList.toggle("sl-map-here", here && document.activeElement === map.grid);
    row.classList.toggle("sl-map-marked", map.marked?.side === "target" && map.marked.index === index);
    row.dataset.fit = line?.fit ?? "";
    to.replaceChildren(make("span", target.key ? "sl-map-mark sl-icon sl-i-key" : "sl-map-mark"), make("span", "sl-cut", target.name || map.labels.next));
    const note = map.model.note("target", index);
    if (note) {
        to.append(make("span", `sl-map-note sl-map-note-${note}`, map.labels[note]));
    }
    to.title = target.name;
    toType.textContent = target.type;
    toType.title = target.type;
    from.replaceChildren(make("span", source ? "sl-cut sl-grow" : "sl-cut sl-grow sl-muted", source?.name ?? map.labels.notMapped), make("span", "sl-icon sl-i-chevron-down"));
    from.title = source?.name ?? "";
    from.classList.toggle("sl-map-code", Boolean(source && source.kind !== "COLUMN"));
    fromType.textContent = source ? source.type || (source.kind === "COLUMN" ? "" : map.labels.unrecognised) : "";
    fromType.title = fromType.textContent;
    fit.replaceChildren(...(line ? [glyph(line.fit), make("span", `sl-map-word sl-fit-${line.fit.toLowerCase()}`, map.labels[`fit.${line.fit}`])] : []));
    const why = [line?.found, line?.reason].filter(Boolean).join(" · ");
    reason.textContent = why;
    reason.title = why;
}
