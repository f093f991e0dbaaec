/**
 * The business-flow tree as data: who hangs below whom, what is open, what a filter leaves, how the last runs went.
 * All of a workspace is here, so that opening, filtering and scrolling ask nobody. No DOM.
 *
 * @typedef {{ id: string, parent: string, kind: string, name: string, position: number, key: string }} Node
 * @typedef {{ node: Node, depth: number, open: boolean, leaf: boolean, hit: boolean, place: number, of: number }} Row
 *     `hit` is false for what a filter leaves only because of something below it
 * @typedef {[string, number]} LastRun state and number of dirty records
 */

export const ROOT = "root";
const KINDS = ["FLOW", "SECTION", "FOLDER", "TASK"];
const FEW = 400;

export class TreeModel {
    constructor() {
        /** @type {Map<string, Node>} */
        this.nodes = new Map();
        /** @type {Map<string, Node[]>} */
        this.children = new Map();
        /** @type {Set<string>} flows, sections and folders that are open */
        this.opened = new Set();
        /** @type {Map<string, boolean>} what somebody opened or closed since the filter is as it is */
        this.openedHere = new Map();
        this.filter = "";
        /** @type {Row[]} */
        this.rows = [];
        /** @type {Map<string, number>} */
        this.index = new Map();
        /** @type {Map<string, LastRun>} */
        this.runs = new Map();
        /** @type {Map<string, Record<string, number>> | undefined} how many tasks below are in which state */
        this.sums = undefined;
        this.hits = 0;
    }

    /**
     * @param {[string, number, string, number, number][]} list id, kind, name, position and place of the parent in the
     *     list (-1 for none) of each node
     * @param {string} rootName
     * @param {string[] | undefined} opened what was open the last time; undefined when nobody knows
     */
    replace(list, rootName, opened) {
        this.nodes = new Map([[ROOT, { id: ROOT, parent: "", kind: "ROOT", name: rootName, position: 0, key: "" }]]);
        for (const [id, kind, name, position, parent] of list) {
            this.take(id, parent < 0 ? ROOT : list[parent][0], KINDS[kind], name, position);
        }
        this.opened = new Set(opened ?? (list.length > FEW ? [] : this.nodes.keys()));
        this.opened.add(ROOT);
        this.family();
    }

    /**
     * @param {string[]} gone ids
     * @param {[string, number, string, number, string][]} set id, kind, name, position and parent of new and changed nodes
     */
    patch(gone, set) {
        gone.forEach((id) => this.nodes.delete(id));
        const few = this.nodes.size + set.length <= FEW;
        for (const [id, kind, name, position, parent] of set) {
            if (few && !this.nodes.has(id)) {
                this.opened.add(id);
            }
            this.take(id, parent || ROOT, KINDS[kind], name, position);
        }
        this.family();
    }

    /** @param {string} id @param {string} parent @param {string} kind @param {string} name @param {number} position */
    take(id, parent, kind, name, position) {
        this.nodes.set(id, { id, parent, kind, name, position, key: name.toLowerCase() });
    }

    /** Finds out anew who hangs below whom. */
    family() {
        this.children = new Map();
        for (const node of this.nodes.values()) {
            const siblings = this.children.get(node.parent);
            siblings ? siblings.push(node) : this.children.set(node.parent, [node]);
        }
        for (const siblings of this.children.values()) {
            siblings.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
        }
        this.sums = undefined;
        this.refresh();
    }

    /** @param {[string, string, number][]} runs task, state and number of dirty records of the last runs */
    setRuns(runs) {
        runs.forEach(([task, state, dirty]) => this.runs.set(task, [state, dirty]));
        this.sums = undefined;
    }

    /** How many tasks below a node are in which state. @param {string} id */
    sum(id) {
        if (!this.sums) {
            this.sums = new Map();
            for (const [task, [state, dirty]] of this.runs) {
                const counted = state === "SUCCEEDED" && dirty > 0 ? "DIRTY" : state;
                for (let node = this.nodes.get(task); node; node = this.nodes.get(node.parent)) {
                    const sums = this.sums.get(node.parent) ?? {};
                    sums[counted] = (sums[counted] ?? 0) + 1;
                    this.sums.set(node.parent, sums);
                }
            }
        }
        return this.sums.get(id) ?? {};
    }

    /** @param {string} filter words that stand in the names of what is looked for and of what is above it */
    setFilter(filter) {
        this.filter = filter.trim().toLowerCase();
        this.openedHere.clear();
        this.refresh();
    }

    /** @param {string} id @param {boolean} open */
    setOpen(id, open) {
        if (this.filter) {
            this.openedHere.set(id, open);
        } else {
            open ? this.opened.add(id) : this.opened.delete(id);
        }
        this.refresh();
    }

    /** Opens everything above nodes. @param {string[]} ids */
    show(...ids) {
        for (const id of ids) {
            for (let node = this.nodes.get(id); node && node.parent; node = this.nodes.get(node.parent)) {
                this.opened.add(node.parent);
            }
        }
        this.refresh();
    }

    refresh() {
        const found = this.filter ? this.find() : undefined;
        this.hits = found?.hits.size ?? 0;
        this.rows = [];
        this.index = new Map();
        const root = this.nodes.get(ROOT);
        if (root && (!found || found.kept.size > 0)) {
            this.visit({ node: root, depth: 0, place: 1, of: 1 }, found);
        }
    }

    /**
     * @param {{ node: Node, depth: number, place: number, of: number }} at
     * @param {{ kept: Set<string>, hits: Set<string> } | undefined} found
     */
    visit({ node, depth, place, of }, found) {
        const all = this.children.get(node.id) ?? [];
        const kept = found ? all.filter((child) => found.kept.has(child.id)) : all;
        const open = found ? this.openedHere.get(node.id) ?? kept.length > 0 : this.opened.has(node.id);
        const below = kept.length > 0 ? kept : all;
        this.index.set(node.id, this.rows.length);
        this.rows.push({ node, depth, open, leaf: node.kind === "TASK", hit: !found || found.hits.has(node.id), place, of });
        if (open) {
            below.forEach((child, i) => this.visit(
                { node: child, depth: depth + 1, place: i + 1, of: below.length },
                kept.length > 0 ? found : undefined,
            ));
        }
    }

    /** What the filter means, and with it what is above. */
    find() {
        const words = this.filter.split(/\s+/);
        const all = 2 ** words.length - 1;
        const kept = new Set();
        const hits = new Set();
        const visit = (/** @type {Node} */ node, /** @type {number} */ above) => {
            let own = 0;
            if (node.kind !== "SECTION" && node.id !== ROOT) {
                words.forEach((word, i) => node.key.includes(word) && (own |= 2 ** i));
            }
            let keep = own > 0 && (own | above) === all;
            if (keep) {
                hits.add(node.id);
            }
            for (const child of this.children.get(node.id) ?? []) {
                keep = visit(child, own | above) || keep;
            }
            if (keep) {
                kept.add(node.id);
            }
            return keep;
        };
        const root = this.nodes.get(ROOT);
        if (root) {
            visit(root, 0);
        }
        return { kept, hits };
    }

    /** @param {string} id */
    rowOf(id) {
        return this.index.get(id) ?? -1;
    }

    /** Whether one node lies below another or is it. @param {string} id @param {string} above */
    within(id, above) {
        for (let node = this.nodes.get(id); node; node = this.nodes.get(node.parent)) {
            if (node.id === above) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody may move, clone, rename and delete it. @param {string} id */
    free(id) {
        const kind = this.nodes.get(id)?.kind;
        return kind === "FLOW" || kind === "FOLDER" || kind === "TASK";
    }

    /**
     * Where dragged nodes would go when dropped on another: into it, before it or behind it.
     * @param {string[]} dragged
     * @param {string} target
     * @param {number} height where in the row, 0 at its upper and 1 at its lower edge
     * @returns {{ parent: string, before: string, mark: string } | undefined} undefined where they have no place
     */
    place(dragged, target, height) {
        const onto = this.nodes.get(target);
        const moved = dragged.map((id) => this.nodes.get(id));
        if (!onto || moved.length === 0 || dragged.some((id) => this.within(target, id))) {
            return undefined;
        }
        const fits = (/** @type {Node | undefined} */ parent) =>
            parent !== undefined && moved.every((node) => node && fitsBelow(node.kind, parent.kind));
        const into = fits(onto);
        const beside = onto.kind !== "SECTION" && fits(this.nodes.get(onto.parent));
        const open = this.rows[this.rowOf(target)]?.open;
        if (into && (!beside || (height > 0.25 && (open || height < 0.75)))) {
            return { parent: onto.id, before: "", mark: "into" };
        }
        if (!beside) {
            return undefined;
        }
        const siblings = this.children.get(onto.parent) ?? [];
        const before = height < 0.5 ? onto : siblings[siblings.indexOf(onto) + 1];
        return { parent: onto.parent, before: before?.id ?? "", mark: height < 0.5 ? "before" : "behind" };
    }

    /** The folder or section below which something new goes when this node is chosen. @param {string} id */
    container(id) {
        for (let node = this.nodes.get(id); node; node = this.nodes.get(node.parent)) {
            if (node.kind === "FOLDER" || node.kind === "SECTION") {
                return node.id;
            }
            if (node.kind === "FLOW") {
                return (this.children.get(node.id) ?? []).find((child) => child.kind === "SECTION")?.id;
            }
        }
        return undefined;
    }
}

/** @param {string} kind @param {string} parentKind */
function fitsBelow(kind, parentKind) {
    if (kind === "FLOW") {
        return parentKind === "ROOT";
    }
    return (kind === "FOLDER" || kind === "TASK") && ["FLOW", "SECTION", "FOLDER"].includes(parentKind);
}
