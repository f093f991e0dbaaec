/**
 * Some rows of data, <sluice-sample-table>: names with types below them, NULL as a chip, numbers at the right. Cells are
 * set as text, never as markup.
 *
 * What the server gives: `show(json)` with
 * `{ label, words: { null, length, filtered }, columns: [{ name, type, right, changed }], rows: [{ cells, fate, cause }] }`;
 * a cell is `null`, a text, or `[text, length]` when it is only the beginning; `fate` is empty, `filtered` or `dirty`;
 * `changed` lists the columns of a row whose value another table shows differently.
 */
class SampleTable extends HTMLElement {
    connectedCallback() {
        this.tabIndex = 0;
        this.setAttribute("role", "region");
    }

    /** @param {string} json */
    show(json) {
        const data = JSON.parse(json);
        this.setAttribute("aria-label", data.label);
        const table = document.createElement("table");
        table.append(head(data), body(data));
        const left = this.scrollLeft;
        const top = this.scrollTop;
        this.replaceChildren(table);
        this.scrollLeft = left;
        this.scrollTop = top;
        this.bringChangesIntoView(data);
    }

    /** The first column that changed is what one wants to see. */
    bringChangesIntoView(data) {
        const first = data.columns.findIndex((column) => column.changed);
        const cell = first < 0 ? null : this.querySelector("thead tr").children[first];
        if (cell && (cell.offsetLeft < this.scrollLeft || cell.offsetLeft + cell.offsetWidth > this.scrollLeft + this.clientWidth)) {
            this.scrollLeft = Math.max(0, cell.offsetLeft - 24);
        }
    }

    /** @param {SampleTable} other */
    sameColumns(other) {
        return this.querySelectorAll("th").length === other.querySelectorAll("th").length;
    }

    /** Lets another table scroll to the same rows, and to the same columns while both have as many. @param {SampleTable} other */
    follow(other) {
        for (const [one, two] of [[this, other], [other, this]]) {
            one.addEventListener("scroll", () => {
                if (two.scrollTop !== one.scrollTop) {
                    two.scrollTop = one.scrollTop;
                }
                if (one.sameColumns(two) && two.scrollLeft !== one.scrollLeft) {
                    two.scrollLeft = one.scrollLeft;
                }
            }, { passive: true });
        }
    }
}

function head(data) {
    const row = document.createElement("tr");
    for (const column of data.columns) {
        const cell = make("th", column.right ? "right" : "");
        cell.scope = "col";
        cell.classList.toggle("changed", column.changed);
        cell.append(make("span", "sl-sample-name", column.name), make("span", "sl-sample-type", column.type));
        row.append(cell);
    }
    const part = document.createElement("thead");
    part.append(row);
    return part;
}

function body(data) {
    const part = document.createElement("tbody");
    for (const row of data.rows) {
        const line = make("tr", row.fate);
        if (row.cells) {
            row.cells.forEach((cell, index) => {
                const place = make("td", data.columns[index].right ? "right" : "");
                place.classList.toggle("changed", row.changed.includes(index));
                fill(place, cell, data.words);
                line.append(place);
            });
        } else {
            const place = make("td", "sl-sample-gone", row.cause || data.words.filtered);
            place.colSpan = Math.max(1, data.columns.length);
            place.title = row.cause;
            line.append(place);
        }
        part.append(line);
    }
    return part;
}

function fill(place, cell, words) {
    if (cell === null) {
        place.append(make("span", "sl-null", words.null));
    } else if (Array.isArray(cell)) {
        place.textContent = `${cell[0]}…`;
        place.title = words.length.replace("{0}", Number(cell[1]).toLocaleString("en"));
    } else {
        place.textContent = cell;
        if (cell.length > 24) {
            place.title = cell;
        }
    }
}

function make(tag, classes, text = "") {
    const element = document.createElement(tag);
    element.className = classes || "";
    element.textContent = text;
    return element;
}

customElements.define("sluice-sample-table", SampleTable);
