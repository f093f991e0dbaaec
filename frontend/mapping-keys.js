/** The field mapping by keyboard: rows, lines drawn with Enter, and the grid. */
import { filled } from "./mapping-parts.js";
import { openChooser, openLine } from "./mapping-overlay.js";

const ROW = 28;

/** @param {any} map @param {"source" | "target"} side @param {KeyboardEvent} event */
export function keyInList(map, side, event) {
    const at = map.current[side];
    const page = Math.max(1, Math.floor((map.body?.clientHeight ?? ROW) / ROW) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: map.model.rows(side).length - 1 - at }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (step !== undefined) {
        map.choose(side, at + step);
    } else if (event.key === "Enter") {
        arm(map, side, at);
    } else if (event.key === "Escape" && map.armed) {
        disarm(map);
    } else if (event.key === "Delete" || event.key === "Backspace") {
        remove(map, side, at);
    } else if (event.key === " ") {
        openLine(map, map.model.line(side, at)?.target ?? -1);
    } else if (event.key === "F2") {
        edit(map, side, at);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
        map.lists[event.key === "ArrowRight" ? "target" : "source"].focus();
    } else {
        return;
    }
    event.preventDefault();
    event.stopPropagation();
}

/** Starts a line at a row, or ends the one that was started at the other side. @param {any} map @param {"source" | "target"} side @param {number} index */
export function arm(map, side, index) {
    if (!map.model.editable) {
        return;
    }
    const other = side === "source" ? "target" : "source";
    if (map.armed?.side === other) {
        const ends = { [side]: index, [other]: map.armed.index };
        map.armed = undefined;
        map.join(ends.source, ends.target);
        map.announce(filled(map.labels.connected, map.model.sources[ends.source]?.name, map.model.targets[ends.target]?.name));
        map.lists.source.focus();
    } else {
        map.armed = { side, index };
        const line = map.model.line(side, index);
        map.current[other] = line ? line[other] : Math.min(index, map.model.rows(other).length - 1);
        map.announce(filled(map.labels[side === "source" ? "chooseTarget" : "chooseSource"], map.model.rows(side)[index]?.name));
        map.scrollTo(map.current[other]);
        map.lists[other].focus();
    }
    map.schedule(true);
}

export function disarm(map) {
    const from = map.armed;
    map.armed = undefined;
    if (from) {
        map.lists[from.side].focus();
    }
    map.schedule(true);
}

/** @param {any} map @param {"source" | "target"} side @param {number} index */
export function remove(map, side, index) {
    const line = map.model.line(side, index);
    const row = map.model.rows(side)[index];
    if (line) {
        map.cut(line.target);
    } else if (side === "source" && row?.added && map.model.editable) {
        map.server()?.deleteRow(row.id);
    }
}

/** @param {any} map @param {KeyboardEvent} event */
export function keyInGrid(map, event) {
    const at = map.current.target;
    const page = Math.max(1, Math.floor((map.body?.clientHeight ?? ROW) / ROW) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -at, End: map.model.targets.length - 1 - at }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (step !== undefined) {
        map.choose("target", at + step);
    } else if (event.key === "Enter") {
        openChooser(map, at);
    } else if (event.key === " ") {
        openLine(map, at);
    } else if (event.key === "Delete" || event.key === "Backspace") {
        map.cut(at);
    } else if (event.key === "F2") {
        const line = map.model.byTarget.get(at);
        edit(map, line ? "source" : "target", line ? line.source : at);
    } else {
        return;
    }
    event.preventDefault();
    event.stopPropagation();
}

/** @param {any} map @param {"source" | "target"} side @param {number} index */
export function edit(map, side, index) {
    const row = map.model.rows(side)[index];
    if (!row || !map.model.editable) {
        return;
    }
    if (side === "source" && row.added) {
        map.server()?.change(row.id);
    } else if (side === "target" && map.model.renames && row.name) {
        map.server()?.rename(row.id);
    } else if (side === "target" && !map.model.byTarget.has(index)) {
        map.server()?.assign(row.id);
    }
}
