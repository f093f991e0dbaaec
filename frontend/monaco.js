/**
 * Loads the Monaco editor once per page, from the WebJar, and keeps its themes in step with ours.
 */

const base = new URL("../webjars/monaco-editor/0.52.2/min/vs", import.meta.url).href;

/** @type {Promise<any> | undefined} */
let loading;

/** The Monaco name space; the first call starts loading it. @returns {Promise<any>} */
export function monaco() {
    loading ??= load().catch((problem) => {
        loading = undefined;
        throw problem;
    });
    return loading;
}

/** Fetches Monaco while the browser has nothing else to do, so that the first editor opens at once. */
export function preloadMonaco() {
    const idle = window.requestIdleCallback ?? ((task) => setTimeout(task, 300));
    idle(() => monaco().catch(() => undefined), { timeout: 2000 });
}

async function load() {
    await script(`${base}/loader.js`);
    const amd = /** @type {any} */ (window);
    // Only now: the server's first answer names the language after it has put the editor onto the page.
    const chinese = document.documentElement.lang.toLowerCase().startsWith("zh");
    amd.require.config({
        paths: { vs: base },
        "vs/nls": chinese ? { availableLanguages: { "*": "zh-cn" } } : {},
    });
    await new Promise((done, failed) => amd.require(["vs/editor/editor.main"], done, failed));
    // Universal modules look for define.amd; without it they leave the loader alone while Monaco still finds define.
    amd.define.amd = undefined;
    const api = amd.monaco;
    followTheme(api);
    return api;
}

/** @param {string} address */
function script(address) {
    return new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = () => done(undefined);
        element.onerror = () => failed(new Error(`${address} did not load`));
        document.head.append(element);
    });
}

/** @param {any} api */
function followTheme(api) {
    const apply = () => {
        api.editor.defineTheme("sluice", theme());
        api.editor.setTheme("sluice");
    };
    apply();
    new MutationObserver(apply).observe(document.documentElement, {
        attributes: true,
        attributeFilter: ["data-theme", "theme", "style", "class"],
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
}

function theme() {
    const token = tokenReader();
    const theme = {
        base: isDark(token("surface")) ? "vs-dark" : "vs",
        inherit: true,
        rules: rules(token),
        colors: colors(token),
    };
    token.done();
    return theme;
}

/** @param {string} color as #rrggbbaa */
function isDark(color) {
    return parseInt(color.slice(3, 5), 16) < 128;
}

/**
 * Reads tokens as the browser resolves them, whatever they are written with.
 * @returns {((name: string, alpha?: number) => string) & { done(): void }}
 */
function tokenReader() {
    const probe = document.createElement("span");
    probe.hidden = true;
    document.documentElement.append(probe);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
    const read = (/** @type {string} */ name, alpha = 1) => {
        probe.style.color = `var(--sl-${name})`;
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = getComputedStyle(probe).color;
        pen.fillRect(0, 0, 1, 1);
        const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
        return "#" + [red, green, blue, Math.round(alpha * 255)].map((part) => part.toString(16).padStart(2, "0")).join("");
    };
    return Object.assign(read, { done: () => probe.remove() });
}

/** @param {(name: string) => string} token */
function rules(token) {
    const rule = (/** @type {string} */ name, /** @type {string} */ color, fontStyle = "") => ({
        token: name,
        foreground: token(color).slice(1, 7),
        fontStyle,
    });
    return [
        rule("", "text"),
        rule("string.key.json", "c-key"),
        rule("string.value.json", "c-str"),
        rule("string.json", "c-str"),
        rule("number.json", "c-num"),
        rule("number", "c-num"),
        rule("keyword.json", "c-lit"),
        rule("comment.line.json", "c-com", "italic"),
        rule("comment.block.json", "c-com", "italic"),
        rule("delimiter", "text-2"),
        rule("delimiter.bracket.json", "text-2"),
        rule("delimiter.array.json", "text-2"),
        rule("delimiter.colon.json", "text-2"),
        rule("delimiter.comma.json", "text-2"),
    ];
}

/** @param {(name: string, alpha?: number) => string} token */
function colors(token) {
    return {
        "editor.background": token("surface"),
        "editor.foreground": token("text"),
        "editorLineNumber.foreground": token("text-3"),
        "editorLineNumber.activeForeground": token("text"),
        "editor.lineHighlightBackground": token("hover", 0.7),
        "editor.lineHighlightBorder": token("hover", 0),
        "editor.selectionBackground": token("accent", 0.26),
        "editor.inactiveSelectionBackground": token("accent", 0.14),
        "editor.selectionHighlightBackground": token("accent", 0.14),
        "editor.wordHighlightBackground": token("accent", 0.12),
        "editor.findMatchBackground": token("warn-mark", 0.42),
        "editor.findMatchHighlightBackground": token("warn-mark", 0.22),
        "editorCursor.foreground": token("accent"),
        "editorIndentGuide.background1": token("line"),
        "editorIndentGuide.activeBackground1": token("line-2"),
        "editorBracketMatch.background": token("accent", 0.14),
        "editorBracketMatch.border": token("accent-line"),
        "editorError.foreground": token("err-mark"),
        "editorWarning.foreground": token("warn-mark"),
        "editorInfo.foreground": token("run-mark"),
        "editorGutter.background": token("surface"),
        "editorGutter.foldingControlForeground": token("text-3"),
        "editorWidget.background": token("raised"),
        "editorWidget.foreground": token("text"),
        "editorWidget.border": token("line-2"),
        "editorSuggestWidget.background": token("raised"),
        "editorSuggestWidget.border": token("line-2"),
        "editorSuggestWidget.foreground": token("text"),
        "editorSuggestWidget.selectedBackground": token("selected"),
        "editorSuggestWidget.selectedForeground": token("text"),
        "editorSuggestWidget.highlightForeground": token("accent"),
        "editorSuggestWidget.focusHighlightForeground": token("accent"),
        "editorHoverWidget.background": token("raised"),
        "editorHoverWidget.border": token("line-2"),
        "editorHoverWidget.foreground": token("text"),
        "widget.shadow": token("line-2", 0.4),
        "input.background": token("surface"),
        "input.border": token("line-control"),
        "input.foreground": token("text"),
        "list.hoverBackground": token("hover"),
        "list.focusBackground": token("selected"),
        "list.focusForeground": token("text"),
        "list.activeSelectionBackground": token("selected"),
        "list.activeSelectionForeground": token("text"),
        "list.highlightForeground": token("accent"),
        "list.focusHighlightForeground": token("accent"),
        "quickInput.background": token("raised"),
        "quickInput.foreground": token("text"),
        "quickInputList.focusBackground": token("selected"),
        "quickInputList.focusForeground": token("text"),
        "pickerGroup.foreground": token("text-2"),
        "pickerGroup.border": token("line"),
        "keybindingLabel.background": token("sunken"),
        "keybindingLabel.foreground": token("text-2"),
        "keybindingLabel.border": token("line-2"),
        "keybindingLabel.bottomBorder": token("line-2"),
        "menu.background": token("raised"),
        "menu.foreground": token("text"),
        "menu.selectionBackground": token("selected"),
        "menu.selectionForeground": token("text"),
        "menu.border": token("line-2"),
        "focusBorder": token("focus"),
        "scrollbarSlider.background": token("line-2", 0.6),
        "scrollbarSlider.hoverBackground": token("line-control", 0.6),
        "scrollbarSlider.activeBackground": token("line-control", 0.8),
        "diffEditor.insertedTextBackground": token("ok-mark", 0.24),
        "diffEditor.removedTextBackground": token("err-mark", 0.24),
        "diffEditor.insertedLineBackground": token("ok-mark", 0.1),
        "diffEditor.removedLineBackground": token("err-mark", 0.1),
        "diffEditor.diagonalFill": token("line"),
        "diffEditor.unchangedRegionBackground": token("sunken"),
        "diffEditor.unchangedRegionForeground": token("text-2"),
        "editorLightBulb.foreground": token("warn-mark"),
        "editorLightBulbAutoFix.foreground": token("accent"),
        "editorActionList.background": token("raised"),
        "editorActionList.foreground": token("text"),
        "editorActionList.focusBackground": token("selected"),
        "editorActionList.focusForeground": token("text"),
        "editorOverviewRuler.border": token("line", 0),
    };
}
