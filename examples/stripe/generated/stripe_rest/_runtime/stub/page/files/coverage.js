// What of the API was exercised, since the stub was started.

import { control } from "./api.js";
import { badge, h, newId, put, scrolled } from "./dom.js";
import { address, whileSeen } from "./tabs.js";

const PAUSE = 2000;

export const applies = () => true;

export function view() {
  let stop = () => {};
  let seen = "";
  let found = null;
  const meters = h("div", { class: "meters" });
  const rows = h("div", { class: "rows" });
  const open = new Set();
  const only = h("input", { type: "checkbox", id: newId("only"), onchange: () => draw() });
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "Coverage"), h("label", { class: "box", for: only.id }, only, " Only what was not exercised")),
    meters, rows);

  async function poll() {
    found = await control("GET", "coverage");
    const text = JSON.stringify(found);
    if (text === seen) return;
    seen = text;
    draw();
  }

  function draw() {
    put(meters, ["operations", "errors", "arguments"].map((name) => meter(name, found.summary[name])));
    const shown = Object.entries(found.operations).filter(([, each]) => !only.checked || !each.exercised);
    put(rows, scrolled("Operations", h("table", { class: "coverage-table" },
      h("caption", { class: "unseen" }, "Operations"),
      h("thead", {}, h("tr", {}, ["Operation", "Requests", "Errors", "Arguments", "Detail"].map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, shown.map(([id, each]) => row(id, each))))));
  }

  function row(id, each) {
    const isOpen = open.has(id);
    const more = h("button", {
      type: "button",
      class: "quiet small",
      "data-key": id,
      "aria-expanded": String(isOpen),
      "aria-label": `${isOpen ? "Less" : "More"} of ${id}`,
      onclick: () => {
        if (isOpen) open.delete(id);
        else open.add(id);
        draw();
      },
    }, isOpen ? "Less" : "More");
    return [
      h("tr", { class: each.exercised ? "done" : null },
        h("td", {}, h("a", { href: address("operations", id) }, id)), h("td", { class: "number" }, String(each.requests)),
        h("td", {}, part(each.errors)), h("td", {}, part(each.arguments)), h("td", {}, more)),
      isOpen && h("tr", {}, h("td", { colspan: "5" }, chips("Errors", each.errors), chips("Arguments", each.arguments))),
    ];
  }

  return {
    id: "coverage",
    title: "Coverage",
    panel,
    open() {
      seen = "";
      stop = whileSeen(PAUSE, poll);
    },
    close: () => stop(),
  };
}

function meter(name, { exercised, all }) {
  const percent = all ? Math.round((100 * exercised) / all) : 0;
  const id = newId("meter");
  return h("div", { class: "card meter" },
    h("span", { id, class: "name" }, name), h("span", { class: "big" }, `${percent} %`),
    h("progress", { max: String(all || 1), value: String(exercised), "aria-labelledby": id }),
    h("span", { class: "dim" }, `${exercised} of ${all}`));
}

function part(of) {
  const were = Object.values(of);
  return were.length ? `${were.filter(Boolean).length} of ${were.length}` : "–";
}

function chips(title, of) {
  const names = Object.entries(of);
  if (!names.length) return null;
  return h("p", { class: "chips" }, `${title}: `, names.map(([name, was]) => [badge(was ? `✓ ${name}` : name, was ? "good" : ""), was && h("span", { class: "unseen" }, " exercised"), " "]));
}
