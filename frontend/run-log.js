/**
 * The log of a run, <sluice-run-log>: rows of 20 px of which only the visible ones exist. Texts are put in as text
 * nodes, never as markup, because they may hold anything a database said.
 *
 * What the server gives: `reset(run, name, ended)`, `push(run, lines)` and `setLabels`. For a run that has ended it is
 * asked with `more(run, afterSequence)`, which answers a JSON list; an empty one ends the loading.
 */
import { toClipboard } from "./clipboard.js";
import { LEVELS, LogLines } from "./log-lines.js";
import { clock, element, mark } from "./log-text.js";

const ROW = 20;
const SPARE = 8;
/** Browsers lose precision beyond some 17 million pixels; longer logs are scrolled in proportion. */
const TALLEST = 15_000_000;
const FIND_STRIDE = 50_000;
/** Scrolling this soon after an input, in milliseconds, is done by hand. */
const BY_HAND = 600;

class RunLog extends HTMLElement {
    constructor() {
        super();
        this.lines = new LogLines();
        /** @type {HTMLElement[]} */
        this.pool = [];
        this.follow = true;
        this.query = "";
        this.found = -1;
        this.run = "";
        this.name = "run";
        this.frame = 0;
        this.movedAt = -BY_HAND;
        this.findTicket = 0;
        /** @type {Record<string, string>} */
        this.labels = {};
    }

    connectedCallback() {
        if (this.viewport) {
            this.schedule();
            return;
        }
        super.append(this.buildBar(), this.buildViewport());
        new ResizeObserver(() => this.resized()).observe(this.viewport);
        this.translate();
    }

    buildBar() {
        const bar = element("div", "sl-log-bar");
        this.caption = element("span", "sl-log-caption");
        this.level = document.createElement("select");
        this.level.className = "sl-log-level";
        for (const level of LEVELS) {
            this.level.append(new Option(level, level));
        }
        this.level.value = "INFO";
        this.lines.setMinimum(1);
        this.level.addEventListener("change", () => this.filter());
        this.field = document.createElement("input");
        this.field.className = "sl-log-find";
        this.field.type = "search";
        this.field.addEventListener("input", () => this.search(this.field.value));
        this.field.addEventListener("keydown", (event) => {
            if (event.key === "Enter") {
                this.jump(event.shiftKey ? -1 : 1);
                event.preventDefault();
            }
        });
        this.matches = element("span", "sl-log-matches");
        this.wrapButton = this.button("wrap", "wrap", () => this.toggleWrap());
        this.copyButton = this.button("copy", "copy", () => this.copy());
        this.saveButton = this.button("download", "download", () => this.download());
        this.tailButton = this.button("tail", "tail", () => this.setFollow(!this.follow));
        bar.append(this.caption, this.level, this.field, this.matches, this.tailButton, this.wrapButton, this.copyButton,
            this.saveButton);
        return bar;
    }

    /**
     * @param {string} name
     * @param {string} icon
     * @param {() => void} action
     */
    button(name, icon, action) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = `sl-log-button sl-log-${name}`;
        button.append(element("span", `sl-icon sl-i-${icon}`));
        button.addEventListener("click", action);
        return button;
    }

    buildViewport() {
        this.viewport = element("div", "sl-log-viewport");
        this.viewport.tabIndex = 0;
        this.viewport.setAttribute("role", "log");
        this.spacer = element("div", "sl-log-spacer");
        this.rows = element("div", "sl-log-rows");
        this.spacer.append(this.rows);
        this.viewport.append(this.spacer);
        this.viewport.addEventListener("scroll", () => this.scrolled(), { passive: true });
        this.viewport.addEventListener("keydown", (event) => this.key(event));
        for (const input of ["wheel", "pointerdown", "pointermove", "touchmove", "keydown"]) {
            this.viewport.addEventListener(input, (event) => this.noteInput(event), { passive: true });
        }
        return this.viewport;
    }

    translate() {
        const { labels } = this;
        const levels = { DEBUG: labels.debug, INFO: labels.info, WARN: labels.warn, ERROR: labels.error };
        for (const option of this.level.options) {
            option.textContent = levels[/** @type {keyof typeof levels} */ (option.value)] ?? option.value;
        }
        this.level.setAttribute("aria-label", labels.level ?? "");
        this.field.placeholder = labels.find ?? "";
        this.field.setAttribute("aria-label", labels.find ?? "");
        this.viewport.setAttribute("aria-label", labels.log ?? "");
        for (const [button, text] of [[this.wrapButton, labels.wrap], [this.copyButton, labels.copy],
            [this.saveButton, labels.download], [this.tailButton, labels.follow]]) {
            button.title = text ?? "";
            button.setAttribute("aria-label", text ?? "");
        }
        this.refreshBar();
    }

    /** @param {Record<string, string>} labels */
    setLabels(labels) {
        this.labels = labels;
        if (this.viewport) {
            this.translate();
        }
    }

    /**
     * Empties the log for another run.
     * @param {string} run
     * @param {string} name of the file it is downloaded as
     * @param {boolean} ended whether all its lines are stored: then they are fetched, else they are pushed
     */
    async reset(run, name, ended) {
        this.run = run;
        this.name = name;
        this.lines.clear();
        this.found = -1;
        this.setFollow(true);
        this.schedule();
        while (ended && this.run === run) {
            const answer = await /** @type {any} */ (this).$server?.more(run, String(this.lines.lastSequence));
            const older = answer ? JSON.parse(answer) : [];
            if (this.run !== run || older.length === 0) {
                break;
            }
            this.lines.append(older);
            this.schedule();
        }
    }

    /** @param {string} run @param {string} json list of lines */
    push(run, json) {
        if (run === this.run) {
            this.lines.append(JSON.parse(json));
            this.schedule();
        }
    }

    filter() {
        this.lines.setMinimum(Math.max(0, LEVELS.indexOf(this.level.value)));
        this.found = -1;
        this.schedule();
        this.search(this.query);
    }

    toggleWrap() {
        this.wrapping = !this.wrapping;
        this.classList.toggle("wrap", this.wrapping);
        const top = this.lines.count ? this.lines.at(Math.min(this.topRow(), this.lines.rows - 1)).visible : 0;
        this.lines.setWrap(this.wrapping ? this.charactersPerRow() : 0);
        this.refreshBar();
        this.schedule();
        if (!this.follow && this.lines.count) {
            this.scrollToRow(this.lines.firstRow(top));
        }
    }

    resized() {
        if (this.wrapping) {
            this.lines.setWrap(this.charactersPerRow());
        }
        this.schedule();
    }

    charactersPerRow() {
        const probe = element("span", "sl-log-text sl-log-probe");
        probe.textContent = "0".repeat(100);
        this.rows.append(probe);
        const width = probe.getBoundingClientRect().width / 100;
        probe.remove();
        const first = this.pool[0]?.querySelector(".sl-log-text");
        const room = first ? first.getBoundingClientRect().width : this.viewport.clientWidth - 280;
        return Math.max(20, Math.floor(room / (width || 7)));
    }

    get height() {
        return this.lines.rows * ROW;
    }

    get scale() {
        const room = this.viewport.clientHeight;
        const shown = Math.min(this.height, TALLEST);
        return shown > room ? (this.height - room) / (shown - room) : 1;
    }

    topRow() {
        return Math.floor((this.viewport.scrollTop * this.scale) / ROW);
    }

    /** Notes that somebody moves the log, so that scrolling because of new lines is told from scrolling by hand. */
    noteInput(/** @type {Event} */ event) {
        if (!(event instanceof PointerEvent) || event.type === "pointerdown" || event.buttons) {
            this.movedAt = performance.now();
        }
    }

    scrolled() {
        const atEnd = this.viewport.scrollTop + this.viewport.clientHeight >= this.viewport.scrollHeight - ROW;
        if (atEnd !== this.follow && performance.now() - this.movedAt < BY_HAND) {
            this.follow = atEnd;
            this.refreshBar();
        }
        this.schedule();
    }

    /** @param {boolean} follow */
    setFollow(follow) {
        this.follow = follow;
        this.refreshBar();
        this.schedule();
    }

    /** @param {number} row */
    scrollToRow(row) {
        const middle = Math.max(0, row * ROW - this.viewport.clientHeight / 2);
        this.setHeight();
        this.follow = false;
        this.viewport.scrollTop = middle / this.scale;
        this.refreshBar();
        this.schedule();
    }

    setHeight() {
        this.spacer.style.height = `${Math.min(this.height, TALLEST)}px`;
    }

    schedule() {
        if (!this.frame && this.viewport) {
            this.frame = requestAnimationFrame(() => {
                this.frame = 0;
                this.draw();
            });
        }
    }

    draw() {
        this.setHeight();
        const room = this.viewport.clientHeight;
        if (!room) {
            return;
        }
        if (this.follow) {
            this.viewport.scrollTop = this.spacer.offsetHeight;
        }
        const offset = this.viewport.scrollTop * this.scale;
        const first = Math.max(0, Math.floor(offset / ROW) - SPARE);
        const last = Math.min(this.lines.rows, Math.ceil((offset + room) / ROW) + SPARE);
        this.rows.style.transform = `translateY(${this.viewport.scrollTop - offset + first * ROW}px)`;
        this.fit(last - first);
        for (let row = first; row < last; row++) {
            this.fill(this.pool[row - first], row);
        }
        this.classList.toggle("empty", this.lines.count === 0);
        this.caption.textContent = this.countText();
    }

    countText() {
        const all = this.lines.texts.length;
        const shown = this.lines.count;
        const template = shown === all ? this.labels.lines : this.labels.linesOf;
        return (template ?? "").replace("{0}", shown.toLocaleString("en")).replace("{1}", all.toLocaleString("en"));
    }

    /** @param {number} wanted */
    fit(wanted) {
        while (this.pool.length < wanted) {
            const row = element("div", "sl-log-row");
            row.append(element("span", "sl-log-time"), element("span", "sl-log-name"), element("span", "sl-log-source"),
                element("span", "sl-log-text"));
            this.pool.push(row);
            this.rows.append(row);
        }
        this.pool.forEach((row, index) => (row.hidden = index >= wanted));
    }

    /** @param {HTMLElement} row @param {number} number */
    fill(row, number) {
        const { visible, part } = this.lines.at(number);
        const index = this.lines.indexOf(visible);
        const level = LEVELS[this.lines.levels.values[index]];
        const [time, name, source, text] = row.children;
        const firstPart = part === 0;
        row.dataset.level = level;
        row.classList.toggle("found", visible === this.found);
        time.textContent = firstPart ? clock(this.lines.times.values[index]) : "";
        name.textContent = firstPart ? level : "";
        source.textContent = firstPart ? this.lines.sources[index] : "";
        const [from, to] = this.lines.slice(index, part);
        mark(text, this.lines.texts[index].slice(from, to), this.query);
    }

    /** @param {string} query */
    search(query) {
        this.query = query.toLowerCase();
        this.found = -1;
        this.matches.textContent = "";
        this.schedule();
        const ticket = ++this.findTicket;
        if (this.query) {
            this.count(ticket, 0, 0);
        }
    }

    /** @param {number} ticket @param {number} from @param {number} sum */
    count(ticket, from, sum) {
        if (ticket !== this.findTicket) {
            return;
        }
        const end = Math.min(this.lines.count, from + FIND_STRIDE);
        let total = sum;
        for (let visible = from; visible < end; visible++) {
            if (this.holds(visible)) {
                total++;
            }
        }
        this.matches.textContent = (this.labels.matches ?? "{0}").replace("{0}", total.toLocaleString("en"));
        if (end < this.lines.count) {
            setTimeout(() => this.count(ticket, end, total));
        }
    }

    /** @param {number} visible */
    holds(visible) {
        return this.lines.texts[this.lines.indexOf(visible)].toLowerCase().includes(this.query);
    }

    /** @param {number} direction 1 for the next match, -1 for the one before */
    jump(direction) {
        const count = this.lines.count;
        if (!this.query || !count) {
            return;
        }
        const from = this.found >= 0 ? this.found : this.lines.at(Math.min(this.topRow(), this.lines.rows - 1)).visible - direction;
        for (let step = 1; step <= count; step++) {
            const visible = (from + direction * step + count * 2) % count;
            if (this.holds(visible)) {
                this.found = visible;
                this.scrollToRow(this.lines.firstRow(visible));
                return;
            }
        }
    }

    /** @param {KeyboardEvent} event */
    key(event) {
        if (event.key === "End") {
            this.setFollow(true);
        } else if ((event.ctrlKey || event.metaKey) && event.key === "f") {
            this.field.focus();
            event.preventDefault();
        }
    }

    plain() {
        const parts = [];
        for (let visible = 0; visible < this.lines.count; visible++) {
            parts.push(this.lines.plain(this.lines.indexOf(visible)));
        }
        return parts.join("\n") + "\n";
    }

    async copy() {
        if (await toClipboard(this.plain())) {
            this.copyButton.classList.add("done");
            setTimeout(() => this.copyButton.classList.remove("done"), 1200);
        }
    }

    download() {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([this.plain()], { type: "text/plain;charset=utf-8" }));
        link.download = `${this.name}.log`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    refreshBar() {
        if (this.viewport) {
            this.wrapButton.setAttribute("aria-pressed", String(Boolean(this.wrapping)));
            this.tailButton.setAttribute("aria-pressed", String(this.follow));
        }
    }
}

customElements.define("sluice-run-log", RunLog);
