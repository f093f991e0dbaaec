/**
 * What a field of Vaadin shows, as people read it, and how to give it that again. The values of choices are keys that a
 * server makes anew, so what is kept of them are their words.
 */

export const TYPED = "vaadin-text-field, vaadin-text-area";
export const FIELDS =
    `${TYPED}, vaadin-select, vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-checkbox, vaadin-radio-group`;

const CHECKED = "\u2611";
const UNCHECKED = "\u2610";

/** Between the choices of a field that takes several; people read the comma. */
const BETWEEN = ",\n";

/** Names typed into a field of several choices, which it shows only when the server has answered. @type {WeakMap<any, string[]>} */
const awaited = new WeakMap();

/** How often a list that is asked for is looked at, and how long, in milliseconds. */
const LOOK = 100;
const PATIENCE = 3000;

/** @param {EventTarget} target @param {string} [selector] @returns {any} */
export function fieldOf(target, selector = FIELDS) {
    return target instanceof Element ? target.closest(selector) : null;
}

/** @param {any} field @returns {string} */
export function shown(field) {
    switch (field?.localName) {
        case "vaadin-checkbox":
            return field.checked ? CHECKED : UNCHECKED;
        case "vaadin-select":
            return words(field.querySelector("vaadin-select-value-button"));
        case "vaadin-combo-box":
            return field.inputElement?.value ?? "";
        case "vaadin-multi-select-combo-box":
            return [...new Set([...chosen(field), ...(awaited.get(field) ?? [])])].join(BETWEEN);
        case "vaadin-radio-group":
            return words(field.querySelector("vaadin-radio-button[checked]"));
        default:
            return field?.value ?? "";
    }
}

/** A name that is not among the choices was typed. @param {any} field @param {string} name @returns {string} what the field is to show */
export function named(field, name) {
    if (field?.localName !== "vaadin-multi-select-combo-box") {
        return name;
    }
    awaited.set(field, [...(awaited.get(field) ?? []), name]);
    return shown(field);
}

/** The server has answered, so that the field shows all that was typed. @param {any} field */
export function answered(field) {
    awaited.delete(field);
}

/** Fills a field as somebody at the page would. @param {any} field @param {string} value */
export async function fill(field, value) {
    switch (field.localName) {
        case "vaadin-checkbox":
            field.checked = value === CHECKED;
            break;
        case "vaadin-select":
            choose(field, [...field.querySelectorAll("vaadin-select-item")], value);
            break;
        case "vaadin-combo-box":
            await pick(field, value);
            break;
        case "vaadin-multi-select-combo-box":
            await several(field, value ? value.split(BETWEEN) : []);
            break;
        case "vaadin-radio-group":
            choose(field, [...field.querySelectorAll("vaadin-radio-button")], value);
            break;
        default:
            field.value = value;
            field.dispatchEvent(new CustomEvent("change", { bubbles: true }));
    }
}

/** @param {any} field @param {any[]} choices @param {string} value */
function choose(field, choices, value) {
    const chosen = choices.find((choice) => words(choice) === value);
    if (chosen) {
        field.value = chosen.value;
    }
}

/** @param {any} combo whose list comes from the server @param {string} value */
async function pick(combo, value) {
    if (value === "" || combo.allowCustomValue) {
        combo.value = "";
        if (value) {
            combo.dispatchEvent(new CustomEvent("custom-value-set", { detail: value, bubbles: true, cancelable: true }));
        }
        return;
    }
    combo.opened = true;
    combo.filter = value;
    for (let waited = 0; waited < PATIENCE; waited += LOOK) {
        const found = (combo.filteredItems ?? []).find((/** @type {any} */ item) => item?.label === value);
        if (found) {
            combo.selectedItem = found;
            break;
        }
        await new Promise((later) => setTimeout(later, LOOK));
    }
    combo.opened = false;
}

/** @param {any} field @returns {string[]} */
function chosen(field) {
    return (field.selectedItems ?? []).map((/** @type {any} */ item) => item.label);
}

/**
 * Gives up what is not wanted and names what is missing, which the server takes like a name that was typed: it adds the
 * name to the choice as it knows it, so that it has to hear first of what was given up.
 * @param {any} field
 * @param {string[]} wanted
 */
async function several(field, wanted) {
    const missing = wanted.filter((name) => !chosen(field).includes(name));
    field.selectedItems = field.selectedItems.filter((/** @type {any} */ item) => wanted.includes(item.label));
    field.dispatchEvent(new CustomEvent("change", { bubbles: true }));
    await new Promise((later) => setTimeout(later, LOOK));
    for (const detail of missing) {
        field.dispatchEvent(new CustomEvent("custom-value-set", { detail, bubbles: true, composed: true }));
    }
}

/** @param {Element | null} element */
function words(element) {
    return element?.textContent?.trim() ?? "";
}
