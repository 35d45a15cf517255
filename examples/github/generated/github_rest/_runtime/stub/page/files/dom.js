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

/** Put other children into an element. Who was on one of them is on the one like it, or on the element. */
export function put(element, ...children) {
  const held = element !== document.activeElement && element.contains(document.activeElement);
  const name = held && nameOf(document.activeElement);
  element.replaceChildren();
  fill(element, children);
  if (held) focusOn([...element.querySelectorAll(FOCUSABLE)].find((each) => nameOf(each) === name) ?? element);
  return element;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** What tells an element that can have the focus from others, also after it was made anew. */
const nameOf = (element) => [
  element.tagName,
  element.dataset.key ?? element.getAttribute("href") ?? element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent,
].join(" ");

/** Give somebody's focus to an element, whatever it is. */
export function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Hide what may have the focus, which goes elsewhere then. */
export function hide(element, next) {
  const held = element.contains(document.activeElement);
  element.hidden = true;
  if (held) focusOn(next() ?? document.getElementById("main"));
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
