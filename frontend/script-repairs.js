/** Quick fixes: for every problem that knows its repair, and all of them at once. */

/**
 * @typedef {{ label: string, line: number, column: number, endLine: number, endColumn: number, text: string }} Repair
 * @typedef {import("./script-editor.js").Problem} Problem
 */

/** @type {WeakMap<any, { version: number, problems: Problem[] }>} problems of a model, as of a version of its text */
const known = new WeakMap();
let registered = false;

/** @param {any} model @param {Problem[]} problems of its text as it is now */
export function keepRepairs(model, problems) {
    known.set(model, { version: model.getVersionId(), problems: problems.filter((problem) => problem.repair) });
}

/**
 * @param {any} api the Monaco name space
 * @param {() => Record<string, string>} labels
 */
export function offerRepairs(api, labels) {
    if (registered) {
        return;
    }
    registered = true;
    api.languages.registerCodeActionProvider("json", {
        provideCodeActions: (/** @type {any} */ model, /** @type {any} */ range, /** @type {any} */ context) => ({
            actions: actions(api, model, range, context, labels()),
            dispose: () => undefined,
        }),
    }, { providedCodeActionKinds: ["quickfix"] });
}

/**
 * @param {any} api
 * @param {any} model
 * @param {any} range
 * @param {any} context
 * @param {Record<string, string>} labels
 */
function actions(api, model, range, context, labels) {
    const now = known.get(model);
    if (!now || now.version !== model.getVersionId()) {
        return [];
    }
    const here = now.problems.filter((problem) => api.Range.areIntersectingOrTouching(range, extent(api, problem)));
    const made = here.map((problem) => action(
        model,
        /** @type {Repair} */ (problem.repair).label,
        [problem],
        context.markers.filter((/** @type {any} */ marker) => marker.code === problem.code),
        true,
    ));
    const all = apart(now.problems);
    if (here.length > 0 && all.length > 1) {
        made.push(action(model, (labels.repairAll ?? "").replace("{0}", String(all.length)), all, [], false));
    }
    return made;
}

/** @param {any} api @param {Problem} problem */
function extent(api, problem) {
    return new api.Range(problem.line, problem.column, problem.line, Math.max(problem.column + 1,
        problem.endLine > problem.line ? Number.MAX_SAFE_INTEGER : problem.endColumn));
}

/**
 * @param {any} model
 * @param {string} title
 * @param {Problem[]} problems
 * @param {any[]} diagnostics
 * @param {boolean} isPreferred
 */
function action(model, title, problems, diagnostics, isPreferred) {
    return {
        title,
        kind: "quickfix",
        diagnostics,
        isPreferred,
        edit: {
            edits: problems.map((problem) => ({
                resource: model.uri,
                versionId: model.getVersionId(),
                textEdit: edit(/** @type {Repair} */ (problem.repair)),
            })),
        },
    };
}

/** @param {Repair} repair as an edit of Monaco */
export function edit(repair) {
    return {
        range: {
            startLineNumber: repair.line,
            startColumn: repair.column,
            endLineNumber: repair.endLine,
            endColumn: repair.endColumn,
        },
        text: repair.text,
    };
}

/**
 * Those whose repairs do not touch each other, in the order of the text.
 * @param {Problem[]} problems
 */
function apart(problems) {
    const before = (/** @type {Repair} */ one, /** @type {Repair} */ other) =>
        one.line - other.line || one.column - other.column;
    const sorted = [...problems].sort((one, other) =>
        before(/** @type {Repair} */ (one.repair), /** @type {Repair} */ (other.repair)));
    /** @type {Problem[]} */
    const kept = [];
    for (const problem of sorted) {
        const last = kept[kept.length - 1]?.repair;
        const next = /** @type {Repair} */ (problem.repair);
        if (!last || last.endLine < next.line || (last.endLine === next.line && last.endColumn <= next.column)) {
            kept.push(problem);
        }
    }
    return kept;
}
