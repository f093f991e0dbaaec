/**
 * Records per second of a run over time, <sluice-throughput-chart>: one line with a light fill, its value at the last
 * point, events as dashed verticals. A table of the same numbers is one key (T) or one click away.
 *
 * What the server gives: `reset(samples)`, `push(samples)`, `event(time, word)`, `setLabels` and `setQuick`, which
 * puts a word in place of a curve; a sample is `[time in ms, records per second, bytes per second]`.
 */

const SPACE = "http://www.w3.org/2000/svg";
const EDGE = { left: 40, right: 10, top: 10, bottom: 22 };
const MOST_POINTS = 600;
const EVENT_ROOM = 84;
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

class ThroughputChart extends HTMLElement {
    constructor() {
        super();
        /** @type {[number, number, number][]} */
        this.samples = [];
        /** @type {{ time: number, word: string }[]} */
        this.events = [];
        /** @type {Record<string, string>} */
        this.labels = {};
        this.drawn = 0;
        this.timer = 0;
        this.asTable = false;
        this.quick = false;
    }

    /** @param {boolean} quick whether the run was over before there was a curve */
    setQuick(quick) {
        this.quick = quick;
        this.schedule(0);
    }

    connectedCallback() {
        if (this.plot) {
            this.schedule(0);
            return;
        }
        this.caption = make("div", "sl-chart-caption");
        this.plot = make("div", "sl-chart-plot");
        this.plot.tabIndex = 0;
        this.plot.addEventListener("keydown", (event) => {
            if (event.key.toLowerCase() === "t" && !event.ctrlKey && !event.metaKey) {
                this.toggleTable();
            }
        });
        this.plot.addEventListener("dblclick", () => this.toggleTable());
        this.append(this.caption, this.plot);
        new ResizeObserver(() => this.schedule(0)).observe(this.plot);
        this.schedule(0);
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        this.schedule(0);
    }

    /** @param {string} json */
    reset(json) {
        this.samples = JSON.parse(json);
        this.events = [];
        this.schedule(0);
    }

    /** @param {string} json */
    push(json) {
        this.samples.push(...JSON.parse(json));
        if (this.samples.length > MOST_POINTS * 2) {
            this.samples = halved(this.samples);
        }
        this.schedule(Math.max(0, 1000 - (performance.now() - this.drawn)));
    }

    /** @param {number} time @param {string} word */
    event(time, word) {
        this.events.push({ time, word });
        this.schedule(0);
    }

    toggleTable() {
        this.asTable = !this.asTable;
        this.schedule(0);
    }

    /** @param {number} delay */
    schedule(delay) {
        if (!this.timer && this.plot) {
            this.timer = setTimeout(() => {
                this.timer = 0;
                this.drawn = performance.now();
                this.draw();
            }, delay);
        }
    }

    draw() {
        this.drawCaption();
        this.plot.classList.toggle("table", this.asTable);
        this.plot.classList.toggle("noted", this.quick);
        if (this.quick || this.samples.length < 2) {
            const note = make("div", "sl-chart-note");
            note.textContent = (this.quick ? this.labels.quick : this.labels.none) ?? "";
            this.plot.replaceChildren(note);
        } else {
            this.plot.replaceChildren(this.asTable ? this.table() : this.drawing());
        }
    }

    drawCaption() {
        const title = make("span", "sl-chart-title");
        title.textContent = this.labels.title ?? "";
        const last = this.samples[this.samples.length - 1];
        this.caption.replaceChildren(title);
        if (last && !this.quick) {
            this.caption.append(value(grouped(last[1]), this.labels.rows ?? ""), value(megabytes(last[2]), "MB/s"));
        }
        this.plot.setAttribute("aria-label", `${this.labels.title ?? ""}: ${last ? grouped(last[1]) : 0} ${this.labels.rows ?? ""}`);
        this.plot.setAttribute("role", "group");
        this.plot.title = this.labels.tableHint ?? "";
    }

    drawing() {
        const width = Math.max(160, this.plot.clientWidth);
        const height = Math.max(90, this.plot.clientHeight);
        const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "sl-chart", "aria-hidden": "true" });
        const area = { left: EDGE.left, right: width - EDGE.right, top: EDGE.top, bottom: height - EDGE.bottom };
        const top = niceTop(Math.max(...this.samples.map((sample) => sample[1]), 1));
        const first = this.samples[0][0];
        const span = Math.max(1000, this.samples[this.samples.length - 1][0] - first);
        const x = (/** @type {number} */ time) => area.left + ((time - first) / span) * (area.right - area.left);
        const y = (/** @type {number} */ rows) => area.bottom - (rows / top.value) * (area.bottom - area.top);
        this.grid(svg, area, top, y);
        this.times(svg, area, first, span, x);
        this.markEvents(svg, area, x);
        const last = this.samples[this.samples.length - 1];
        const points = this.samples.map((sample) => `${x(sample[0]).toFixed(1)},${y(sample[1]).toFixed(1)}`);
        svg.append(
            shape("path", { class: "sl-chart-fill", d: `M${area.left},${area.bottom} L${points.join(" L")} L${x(last[0]).toFixed(1)},${area.bottom} Z` }),
            shape("polyline", { class: "sl-chart-line", points: points.join(" ") }),
        );
        svg.append(shape("circle", { class: "sl-chart-dot", cx: x(last[0]), cy: y(last[1]), r: 3.5 }));
        return svg;
    }

    /**
     * @param {Element} svg
     * @param {{ left: number, right: number, top: number, bottom: number }} area
     * @param {{ value: number, lines: number }} top
     * @param {(rows: number) => number} y
     */
    grid(svg, area, top, y) {
        for (let line = 0; line <= top.lines; line++) {
            const rows = (top.value / top.lines) * line;
            svg.append(
                shape("line", { class: "sl-chart-grid", x1: area.left, x2: area.right, y1: y(rows), y2: y(rows) }),
                words(short(rows), { x: area.left - 6, y: y(rows) + 4, "text-anchor": "end" }),
            );
        }
    }

    /**
     * @param {Element} svg
     * @param {{ left: number, right: number, bottom: number }} area
     * @param {number} first
     * @param {number} span
     * @param {(time: number) => number} x
     */
    times(svg, area, first, span, x) {
        const step = (STEPS.find((seconds) => span / 1000 / seconds <= 5) ?? 86400) * 1000;
        const zone = new Date(first).getTimezoneOffset() * 60_000;
        for (let time = Math.ceil((first - zone) / step) * step + zone; time <= first + span; time += step) {
            const place = x(time);
            const anchor = place > area.right - 24 ? "end" : place < area.left + 16 ? "start" : "middle";
            svg.append(words(clock(time, step < 60_000), { x: place, y: area.bottom + 16, "text-anchor": anchor }));
        }
    }

    /**
     * @param {Element} svg
     * @param {{ top: number, bottom: number, right: number }} area
     * @param {(time: number) => number} x
     */
    markEvents(svg, area, x) {
        for (const { time, word } of this.events) {
            svg.append(
                shape("line", { class: "sl-chart-event", x1: x(time), x2: x(time), y1: area.top, y2: area.bottom }),
                words(word, eventPlace(x(time), area)),
            );
        }
    }

    table() {
        const table = make("table", "sl-chart-table");
        const head = table.appendChild(document.createElement("thead")).appendChild(document.createElement("tr"));
        for (const title of [this.labels.time ?? "", this.labels.rows ?? "", "MB/s"]) {
            head.appendChild(document.createElement("th")).textContent = title;
        }
        const body = table.appendChild(document.createElement("tbody"));
        for (const [time, rows, bytes] of this.samples.slice(-120).reverse()) {
            const row = body.appendChild(document.createElement("tr"));
            for (const text of [clock(time, true), grouped(rows), megabytes(bytes)]) {
                row.appendChild(document.createElement("td")).textContent = text;
            }
        }
        return table;
    }
}

/** Beside the line: at its right, or at its left when the word would not fit. @param {number} x @param {{ top: number, right: number }} area */
function eventPlace(x, area) {
    const late = x > area.right - EVENT_ROOM;
    return { x: late ? x - 5 : x + 5, y: area.top + 8, class: "sl-chart-event-word", "text-anchor": late ? "end" : "start" };
}

/** Every second sample, so that a long run keeps its whole history. @param {[number, number, number][]} samples */
function halved(samples) {
    const last = samples.length - 1;
    return samples.filter((_, index) => index % 2 === 0 || index === last);
}

/** @param {number} most */
function niceTop(most) {
    const power = 10 ** Math.floor(Math.log10(most));
    const unit = [1, 1.5, 2, 3, 4, 6, 8, 10].find((candidate) => candidate * power >= most * 1.02) ?? 15;
    const lines = unit === 4 || unit === 8 ? 4 : unit === 1 || unit === 2 || unit === 10 ? 4 : 3;
    return { value: unit * power, lines };
}

/** @param {string} name @param {string} className */
function make(name, className) {
    const created = document.createElement(name);
    created.className = className;
    return created;
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
    const created = document.createElementNS(SPACE, name);
    for (const [key, attribute] of Object.entries(attributes)) {
        created.setAttribute(key, String(attribute));
    }
    return created;
}

/** @param {string} text @param {Record<string, string | number>} attributes */
function words(text, attributes) {
    const created = shape("text", attributes);
    created.textContent = text;
    return created;
}

/** @param {string} number @param {string} unit */
function value(number, unit) {
    const created = make("span", "sl-chart-value");
    const strong = document.createElement("b");
    strong.textContent = number;
    created.append(strong, ` ${unit}`);
    return created;
}

/** @param {number} rows */
function grouped(rows) {
    return Math.round(rows).toLocaleString("en");
}

/** @param {number} bytes */
function megabytes(bytes) {
    return (bytes / 1048576).toFixed(bytes < 10_485_760 ? 2 : 1);
}

/** @param {number} rows */
function short(rows) {
    if (rows >= 1_000_000) {
        return `${+(rows / 1_000_000).toFixed(2)} M`;
    }
    return rows >= 1000 ? `${+(rows / 1000).toFixed(2)} k` : String(+rows.toFixed(1));
}

/** @param {number} time @param {boolean} seconds */
function clock(time, seconds) {
    const at = new Date(time);
    const parts = [at.getHours(), at.getMinutes(), ...(seconds ? [at.getSeconds()] : [])];
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

customElements.define("sluice-throughput-chart", ThroughputChart);
