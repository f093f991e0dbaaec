/** What opens over the field mapping: the chooser of a source and the popover of a line. */
import { chooser, filled, popover } from "./mapping-parts.js";

const ROW = 28;
const GAP = 4;

/** Lets one choose the source of a target, in the grid. @param {any} map @param {number} target */
export function openChooser(map, target) {
    if (!map.model.editable) {
        return;
    }
    const back = document.activeElement;
    const close = () => closeOverlay(map, back);
    const line = map.model.byTarget.get(target);
    const { box, field } = chooser({
        label: filled(map.labels.chooseSource, map.model.targets[target].name),
        none: map.labels.none,
        rows: map.model.sources.map((row, index) => ({ id: row.id, name: row.name, type: row.type, used: map.model.bySource.has(index) })),
        chosen: line ? map.model.sources[line.source].id : "",
        take: (id) => {
            close();
            map.join(map.model.sources.findIndex((row) => row.id === id), target);
        },
        closed: close,
    });
    place(map, box, target, "40%");
    field.focus();
}

/** Opens what there is to say about a line, and to do. @param {any} map @param {number} target */
export function openLine(map, target) {
    const line = map.model.byTarget.get(target);
    if (!line) {
        return;
    }
    map.current = { source: line.source, target };
    map.scrollTo(target);
    const back = document.activeElement;
    const cures = Object.entries(line.cures ?? {}).map(([name, label]) => ({ name, label, run: () => map.server()?.cure(name, map.model.targets[target].id) }));
    if (map.model.editable && map.model.removes) {
        cures.push({ name: "remove", label: map.labels.removeLine, run: () => map.cut(target) });
    }
    const box = popover({
        title: map.labels[`fit.${line.fit}`],
        fit: line.fit,
        types: [map.model.sources[line.source].type, line.through, map.model.targets[target].type].filter(Boolean),
        reason: line.reason || map.labels[`why.${line.fit}`],
        found: line.found ?? "",
        close: map.labels.close,
        cures,
        closed: () => closeOverlay(map, back),
    });
    map.chosen = target;
    place(map, box, target, "");
    /** @type {HTMLElement | null} */ (box.querySelector(".sl-map-cure") ?? box.querySelector("button"))?.focus({ preventScroll: true });
    map.schedule(true);
}

/** @param {any} map @param {HTMLElement} box @param {number} row @param {string} left */
function place(map, box, row, left) {
    closeOverlay(map);
    map.chosen = left ? undefined : row;
    map.overlay = box;
    map.overlayRow = row;
    box.style.left = left;
    map.append(box);
    box.classList.toggle("sl-map-above", box.offsetHeight > roomBelow(map, row) && box.offsetHeight < roomAbove(map, row));
    follow(map);
}

/** @param {any} map @param {number} row */
function rowTop(map, row) {
    return map.heading.offsetHeight + row * ROW - map.body.scrollTop;
}

/** @param {any} map @param {number} row */
function roomBelow(map, row) {
    const bottom = Math.min(window.innerHeight, map.closest(".sl-formpage")?.getBoundingClientRect().bottom ?? Infinity);
    return bottom - map.getBoundingClientRect().top - rowTop(map, row + 1) - GAP;
}

/** @param {any} map @param {number} row */
function roomAbove(map, row) {
    const top = Math.max(0, map.closest(".sl-formpage")?.getBoundingClientRect().top ?? 0);
    return map.getBoundingClientRect().top + rowTop(map, row) - top - GAP;
}

/** Keeps what is open at its row while the list scrolls. @param {any} map */
export function follow(map) {
    if (map.overlay) {
        const above = map.overlay.classList.contains("sl-map-above");
        const top = above ? rowTop(map, map.overlayRow) - map.overlay.offsetHeight - GAP : rowTop(map, map.overlayRow + 1) + GAP;
        map.overlay.style.top = `${top}px`;
    }
}

/** @param {any} map @param {Element | null} [back] */
export function closeOverlay(map, back) {
    const open = map.overlay;
    map.overlay = undefined;
    if (open) {
        map.chosen = undefined;
        open.remove();
        if (back instanceof HTMLElement && back.isConnected && back !== document.body) {
            back.focus({ preventScroll: true });
        }
        map.schedule(true);
    }
}
