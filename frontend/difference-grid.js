/**
 * Rows that differ between source and target, <sluice-difference-grid>: the source's row above the target's, with the cells
 * that differ marked and within them the part that does. More rows are fetched as one scrolls. Values are put in as text
 * nodes, never as markup.
 *
 * What the server gives: `show(json)` with
 * `{ label, total, words: { what, side, key, source, target, empty, hidden, none }, columns: [{ name, key, end, different }] }`;
 * it is asked with `page(offset, limit)` for rows `{ kind, what, key, differing: [], source: [cell], target: [cell] }`, of which
 * one side may be missing, or both when no values were kept. A cell is `[before, part, after, hidden]`; before is null for NULL.
 */
const PAGE = 100;
const NEAR = 400;

class DifferenceGrid extends HTMLElement {
    constructor() {
        super();
        this.total = 0;
        this.shown = 0;
        this.ticket = 0;
        this.busy = false;
        this.addEventListener("scroll", () => this.more(), { passive: true });
    }

    connectedCallback() {
        this.tabIndex = 0;
        this.setAttribute("role", "region");
    }

    /** @param {string} json */
    show(json) {
        const data = JSON.parse(json);
        this.words = data.words;
        this.columns = data.columns;
        this.total = data.total;
        this.shown = 0;
        this.busy = false;
        this.ticket++;
        this.setAttribute("aria-label", data.label);
        this.table = document.createElement("table");
        this.table.setAttribute("aria-rowcount", "-1");
        this.table.append(this.head());
        this.replaceChildren(this.table);
        this.scrollTop = 0;
        this.more();
    }

    head() {
        const row = document.createElement("tr");
        row.append(cellOf("th", "sl-diff-what", this.words.what), cellOf("th", "sl-diff-side", this.words.side));
        for (const column of this.columns) {
            const head = cellOf("th", column.end ? "end" : "", column.name);
            head.scope = "col";
            if (column.key) {
                head.classList.add("key");
                head.title = this.words.key;
            }
            if (column.different) {
                head.append(cellOf("span", "sl-diff-count", column.different));
            }
            row.append(head);
        }
        const head = document.createElement("thead");
        head.append(row);
        return head;
    }

    async more() {
        if (this.busy || this.shown >= this.total || this.scrollTop + this.clientHeight < this.scrollHeight - NEAR) {
            return;
        }
        this.busy = true;
        const ticket = this.ticket;
        const rows = JSON.parse(await this.$server.page(this.shown, PAGE));
        if (ticket !== this.ticket) {
            return;
        }
        this.busy = false;
        this.shown = rows.length ? this.shown + rows.length : this.total;
        rows.forEach((row) => this.table.append(this.row(row)));
        this.more();
    }

    row(row) {
        const group = document.createElement("tbody");
        group.className = row.kind.toLowerCase();
        const sides = ["source", "target"].filter((side) => row[side]);
        if (!sides.length) {
            const only = document.createElement("tr");
            const text = cellOf("td", "sl-diff-bare", `${row.key} · ${this.words.none}`);
            text.colSpan = this.columns.length + 1;
            only.append(cellOf("td", "sl-diff-what", row.what), text);
            group.append(only);
            return group;
        }
        sides.forEach((side, index) => {
            const line = document.createElement("tr");
            if (index === 0) {
                const what = cellOf("td", "sl-diff-what", row.what);
                what.rowSpan = sides.length;
                line.append(what);
            }
            line.append(cellOf("td", "sl-diff-side", this.words[side]));
            row[side].forEach((cell, place) => line.append(this.cell(cell, place, row.differing[place], side)));
            group.append(line);
        });
        return group;
    }

    cell([before, part, after, hidden], place, differs, side) {
        const cell = document.createElement("td");
        cell.className = this.columns[place].end ? "end" : "";
        if (differs) {
            cell.classList.add("differs", side);
        }
        if (before === null) {
            cell.append(cellOf("span", "sl-null", "NULL"));
        } else if (before + part + after === "") {
            cell.append(cellOf("span", "sl-dg-mark", this.words.empty));
        } else {
            cell.append(before);
            if (part) {
                cell.append(cellOf("mark", "", part));
            }
            cell.append(after);
            cell.title = before + part + after;
        }
        if (hidden) {
            cell.append(cellOf("span", "sl-dg-mark", this.words.hidden));
        }
        return cell;
    }
}

/** @param {string} name @param {string} className @param {string} text */
function cellOf(name, className, text) {
    const created = document.createElement(name);
    created.className = className;
    created.textContent = text;
    return /** @type {any} */ (created);
}

customElements.define("sluice-difference-grid", DifferenceGrid);
