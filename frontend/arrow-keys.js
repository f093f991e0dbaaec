/**
 * Arrow keys in groups of which one is chosen. A group says what they do by its attribute `data-arrows`: with `choose`
 * the arrow chooses what it comes to, with `move` it only goes there, because a choice has consequences. Tab enters a
 * group at the chosen one: the server keeps its `tabindex`.
 */
const MEMBERS = "[role=tab], [role=radio]";

/** By the role of what has the focus: tabs stand in a line, where up and down mean something else. */
const STEPS = /** @type {Record<string, Record<string, number>>} */ ({
    tab: { ArrowRight: 1, ArrowLeft: -1 },
    radio: { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
});

/** @param {HTMLElement[]} members @param {number} at @param {string} key */
function wanted(members, at, key) {
    if (key === "Home" || key === "End") {
        return key === "Home" ? 0 : members.length - 1;
    }
    const step = STEPS[members[at].getAttribute("role") ?? ""]?.[key];
    return step === undefined ? undefined : (at + step + members.length) % members.length;
}

document.addEventListener("keydown", (event) => {
    const member = event.target instanceof Element ? event.target.closest(MEMBERS) : null;
    const group = /** @type {HTMLElement | null} */ (member?.closest("[data-arrows]"));
    if (!member || !group || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        return;
    }
    const members = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(MEMBERS)]);
    const next = wanted(members, members.indexOf(/** @type {HTMLElement} */ (member)), event.key);
    if (next === undefined) {
        return;
    }
    event.preventDefault();
    members[next].focus();
    if (group.dataset.arrows === "choose") {
        members[next].click();
    }
});
