/** Small pieces of the tree: its elements, its marked names and the field that renames in place. */

/**
 * Lets somebody edit a name: Enter submits, Escape leaves it, leaving the field submits without a quarrel.
 * @param {HTMLInputElement} input
 * @param {string} before
 * @param {{ rename(text: string): Promise<string> | undefined, done(refocus: boolean): void }} actions `rename`
 *     answers what is wrong with the name, or nothing
 */
export function editName(input, before, actions) {
    let done = false;
    const finish = (/** @type {boolean} */ refocus) => {
        done = true;
        actions.done(refocus);
    };
    const submit = async (/** @type {boolean} */ refocus) => {
        if (done) {
            return;
        }
        const name = input.value.trim();
        const objection = !name || name === before ? "" : await actions.rename(name);
        if (!done && objection && refocus) {
            complain(input, objection);
        } else if (!done) {
            finish(refocus);
        }
    };
    for (const type of ["click", "dblclick", "pointerdown"]) {
        input.addEventListener(type, (event) => event.stopPropagation());
    }
    input.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Enter") {
            submit(true);
        } else if (event.key === "Escape") {
            finish(true);
        }
    });
    input.addEventListener("blur", () => submit(false));
}

/** @param {HTMLInputElement} input @param {string} objection */
function complain(input, objection) {
    input.classList.add("wrong");
    input.setCustomValidity(objection);
    input.reportValidity();
    input.addEventListener("input", () => {
        input.classList.remove("wrong");
        input.setCustomValidity("");
    }, { once: true });
}

/** Writes a name with the words of a filter marked. @param {Element} target @param {string} text @param {string} filter */
export function highlight(target, text, filter) {
    const low = text.toLowerCase();
    const marked = new Array(text.length).fill(false);
    for (const word of filter.split(/\s+/).filter(Boolean)) {
        const at = low.length === text.length ? low.indexOf(word) : -1;
        marked.fill(true, Math.max(0, at), at < 0 ? 0 : at + word.length);
    }
    for (let from = 0, to = 0; from < text.length; from = to) {
        while (to < text.length && marked[to] === marked[from]) {
            to++;
        }
        const piece = marked[from] ? document.createElement("mark") : document.createTextNode("");
        piece.textContent = text.slice(from, to);
        target.append(piece);
    }
}

/** @param {string} name @param {string} className */
export function make(name, className) {
    const created = document.createElement(name);
    created.className = className;
    return created;
}
