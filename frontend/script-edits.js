/** How the script editor looks at first, and how a new text becomes edits that can be undone. */

/** The options every script editor starts with; sizes come from the tokens. */
export function editorOptions() {
    const styles = getComputedStyle(document.documentElement);
    return {
        automaticLayout: false,
        fontFamily: styles.getPropertyValue("--sl-mono").trim() || "monospace",
        fontSize: parseFloat(styles.getPropertyValue("--sl-fs-small")) || 12,
        lineHeight: parseFloat(styles.getPropertyValue("--sl-row-log")) || 20,
        renderFinalNewline: "on", // the editor would pale the number of an empty last line below a readable contrast
        minimap: { enabled: false },
        scrollBeyondLastLine: false,
        lineNumbersMinChars: 4,
        lineDecorationsWidth: 6,
        folding: true,
        showFoldingControls: "always",
        glyphMargin: false,
        renderLineHighlight: "all",
        roundedSelection: false,
        smoothScrolling: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        fixedOverflowWidgets: true,
        overflowWidgetsDomNode: overlay(),
        tabSize: 2,
        bracketPairColorization: { enabled: false },
        guides: { indentation: true, bracketPairs: false },
        wordBasedSuggestions: "off",
        quickSuggestions: { strings: true, other: true, comments: false },
        suggest: { showWords: false, preview: false },
        stickyScroll: { enabled: false },
        unusualLineTerminators: "off", // what a script holds stays in it
        unicodeHighlight: { ambiguousCharacters: false },
        scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
        overviewRulerLanes: 2,
        hover: { delay: 250 },
        padding: { top: 6, bottom: 6 },
        contextmenu: true,
        largeFileOptimizations: true,
        ariaLabel: "",
    };
}

/** Where suggestions and hover texts live: beside the page, so that no transformed ancestor moves them. */
function overlay() {
    const place = document.createElement("div");
    place.className = "monaco-editor sl-editor-overlay";
    document.body.append(place);
    return place;
}

/**
 * @param {string} before
 * @param {string} after
 * @returns {{ start: number, end: number, insert: string }[]}
 */
export function smallestEdits(before, after) {
    return whiteSpaceEdits(before, after) ?? [changedStretch(before, after)];
}

/**
 * @param {string} before
 * @param {string} after
 */
function whiteSpaceEdits(before, after) {
    const edits = [];
    let left = 0;
    let right = 0;
    while (left < before.length || right < after.length) {
        const leftEnd = blankEnd(before, left);
        const rightEnd = blankEnd(after, right);
        const insert = after.slice(right, rightEnd);
        if (before.slice(left, leftEnd) !== insert) {
            edits.push({ start: left, end: leftEnd, insert });
        }
        if (before[leftEnd] !== after[rightEnd]) {
            return undefined;
        }
        left = leftEnd + 1;
        right = rightEnd + 1;
    }
    return edits;
}

/** @param {string} text @param {number} offset */
function blankEnd(text, offset) {
    let end = offset;
    while (end < text.length && /\s/.test(text[end])) {
        end++;
    }
    return end;
}

/**
 * @param {string} before
 * @param {string} after
 */
export function changedStretch(before, after) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start]) {
        start++;
    }
    let same = 0;
    while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) {
        same++;
    }
    return { start, end: before.length - same, insert: after.slice(start, after.length - same) };
}
