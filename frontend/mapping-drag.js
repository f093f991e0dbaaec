/** Drawing a line with the pointer, from the dot of one row to a row of the other side. */
import { shape } from "./mapping-parts.js";

const ROW = 28;
const EDGE = 28;

/** @param {any} map the component @param {"source" | "target"} side @param {number} index @param {PointerEvent} down */
export function startDrag(map, side, index, down) {
    if (!map.model.editable || down.button !== 0 || !map.model.rows(side)[index]) {
        return;
    }
    down.preventDefault();
    const other = side === "source" ? "target" : "source";
    const path = shape("path", { class: "sl-map-drag" });
    map.svg.append(path);
    map.classList.add("sl-map-dragging");
    /** @type {PointerEvent} */
    let last = down;
    let over = -1;
    let timer = 0;

    const follow = () => {
        const area = map.middle.getBoundingClientRect();
        const x = Math.max(0, Math.min(area.width, last.clientX - area.left));
        const y = last.clientY - area.top;
        const start = index * ROW + ROW / 2;
        const from = side === "source" ? 0 : area.width;
        const bend = (x - from) / 2;
        path.setAttribute("d", `M${from} ${start}C${from + bend} ${start} ${x - bend} ${y} ${x} ${y}`);
        mark(reached(area));
    };
    /** The row of the other side below the pointer; the pointer need not hit its dot. @param {DOMRect} area */
    const reached = (area) => {
        const near = other === "target" ? last.clientX > area.left + area.width / 2 : last.clientX < area.left + area.width / 2;
        const row = Math.floor((last.clientY - area.top) / ROW);
        const view = map.body.getBoundingClientRect();
        const inside = last.clientY >= view.top && last.clientY <= view.bottom;
        return near && inside && row >= 0 && row < map.model.rows(other).length ? row : -1;
    };
    const mark = (/** @type {number} */ row) => {
        if (row !== over) {
            map.pools[other].row(over)?.classList.remove("sl-map-over");
            map.pools[other].row(row)?.classList.add("sl-map-over");
            over = row;
        }
    };
    const scroll = () => {
        const view = map.body.getBoundingClientRect();
        const pull = last.clientY < view.top + EDGE ? -1 : last.clientY > view.bottom - EDGE ? 1 : 0;
        if (pull) {
            map.body.scrollTop += pull * 10;
            follow();
        }
        timer = requestAnimationFrame(scroll);
    };
    const move = (/** @type {PointerEvent} */ event) => {
        last = event;
        follow();
    };
    const end = (/** @type {boolean} */ take) => {
        cancelAnimationFrame(timer);
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", up);
        window.removeEventListener("pointercancel", cancel);
        window.removeEventListener("keydown", key, true);
        map.classList.remove("sl-map-dragging");
        path.remove();
        const row = over;
        mark(-1);
        if (take && row >= 0) {
            map.join(side === "source" ? index : row, side === "source" ? row : index);
        }
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const key = (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Escape") {
            event.stopPropagation();
            end(false);
        }
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", key, true);
    timer = requestAnimationFrame(scroll);
}
