// Elements. Text is only ever text: nothing here reads HTML.

let last = 0;

/** An id that no other element has. */
export function newId(prefix = "e") {
  last += 1;
  return `${prefix}-${last}`;
}

/**
 * An element. `props` holds attributes; those that are functions are listeners (`onclick`),
 * and those that are false, null or undefined are left out.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  fill(element, children);
  return element;
}

function fill(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Put other children into an element. */
export function put(element, ...children) {
  element.replaceChildren();
  fill(element, children);
  return element;
}

/** Text with `names` in it. */
export function marked(text) {
  return text.split("`").map((each, place) => (place % 2 ? code(each) : each));
}

export const code = (text) => h("code", {}, text);
export const badge = (text, kind = "") => h("span", { class: `badge ${kind}` }, text);

/** Have assistive technology say something, without moving anybody's focus. */
export function say(text) {
  const region = document.getElementById("said");
  region.textContent = "";
  // Two equal sentences in a row are two events.
  setTimeout(() => { region.textContent = text; }, 50);
}

/** A button that copies what `read` gives. */
export function copyButton(read, what) {
  const button = h("button", {
    type: "button",
    class: "quiet small",
    "aria-label": `Copy ${what}`,
    onclick: async () => {
      await navigator.clipboard.writeText(read());
      button.textContent = "Copied";
      say(`Copied ${what}`);
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    },
  }, "Copy");
  return button;
}

/** What may be wider than the screen: scrolled by keyboard as well. */
export function scrolled(label, ...children) {
  return h("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": label }, ...children);
}

export function table(label, heads, rows, empty) {
  if (!rows.length) return h("p", { class: "empty" }, empty);
  return scrolled(label, h("table", {},
    h("caption", { class: "unseen" }, label),
    h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows)));
}

/** `1 record`, `2 records`. */
export const counted = (number, what) => `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
