// The request as a command of curl and as Python, side by side.

import { copyButton, h, put } from "./dom.js";

const KINDS = [["curl", "curl"], ["python", "Python"]];

export function snippets() {
  let open = "curl";
  let texts = {};
  const pre = h("pre", { class: "snippet", tabindex: "0", role: "region", "aria-label": "Command" });
  const buttons = KINDS.map(([kind, title]) => h("button", {
    type: "button",
    class: "quiet small",
    "aria-pressed": String(kind === open),
    onclick: () => choose(kind),
  }, title));

  function choose(kind) {
    open = kind;
    KINDS.forEach(([each], place) => buttons[place].setAttribute("aria-pressed", String(each === kind)));
    refresh();
  }

  function refresh() {
    put(pre, texts[open] ?? "It cannot be written as a request.");
    pre.setAttribute("aria-label", open === "curl" ? "Command of curl" : "Python");
  }

  return {
    element: h("section", { class: "snippets", "aria-label": "The same call elsewhere" },
      h("div", { class: "bar" }, h("div", { class: "switch", role: "group", "aria-label": "Language" }, buttons), copyButton(() => pre.textContent, "the call")), pre),
    show(composed) {
      texts = composed;
      refresh();
    },
  };
}
