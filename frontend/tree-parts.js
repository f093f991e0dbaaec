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

/** @param {Element} target @param {string} text @param {string} query */
export function highlight(target, text, query) {
    const at = query ? text.toLowerCase().indexOf(query) : -1;
    if (at < 0) {
        target.textContent = text;
        return;
    }
    const hit = document.createElement("mark");
    hit.textContent = text.slice(at, at + query.length);
    target.append(text.slice(0, at), hit, text.slice(at + query.length));
}

/** @param {string} name @param {string} className */
export function make(name, className) {
    const created = document.createElement(name);
    created.className = className;
    return created;
}
