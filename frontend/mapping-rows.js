/** Rows of which only the visible ones exist; those that scroll away are used again for those that come. */
export class RowPool {
    /**
     * @param {HTMLElement} host
     * @param {() => HTMLElement} create
     * @param {(row: HTMLElement, index: number) => void} fill
     * @param {number} height of a row in pixels
     */
    constructor(host, create, fill, height) {
        this.host = host;
        this.create = create;
        this.fill = fill;
        this.height = height;
        /** @type {Map<number, HTMLElement>} */
        this.shown = new Map();
        /** @type {HTMLElement[]} */
        this.free = [];
    }

    /** Shows the rows from `first` to `last`; `renew` fills those that are there already once more. */
    show(/** @type {number} */ first, /** @type {number} */ last, /** @type {boolean} */ renew) {
        for (const [index, row] of this.shown) {
            if (index < first || index > last) {
                this.shown.delete(index);
                this.free.push(row);
            }
        }
        for (let index = first; index <= last; index++) {
            const there = this.shown.get(index);
            if (!there) {
                this.bring(index);
            } else if (renew) {
                this.fill(there, index);
            }
        }
        this.free.forEach((row) => row.remove());
    }

    bring(/** @type {number} */ index) {
        const row = this.free.pop() ?? this.create();
        row.style.transform = `translateY(${index * this.height}px)`;
        row.dataset.row = String(index);
        this.fill(row, index);
        this.shown.set(index, row);
        if (!row.isConnected) {
            this.host.append(row);
        }
    }

    row(/** @type {number} */ index) {
        return this.shown.get(index);
    }

    clear() {
        this.shown.forEach((row) => row.remove());
        this.shown.clear();
        this.free = [];
    }
}
