/** Copying. */

/**
 * Puts a text into the clipboard, also where the browser keeps its clipboard from pages that came without encryption.
 * @param {string} text
 * @returns {Promise<boolean>} whether it is there
 */
export async function toClipboard(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return throughSelection(text);
    }
}

/** @param {string} text */
function throughSelection(text) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const field = document.createElement("textarea");
    field.className = "sl-offscreen";
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return done;
}
