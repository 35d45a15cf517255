// All operations, and one of them to try.

import { h, put, say } from "./dom.js";
import { operation } from "./operation.js";
import { address } from "./tabs.js";

export const applies = () => true;

export function view({ about }) {
  const methods = new Set(about.resources.flatMap((resource) => resource.operations.map((each) => each.method)));
  const article = h("div", { class: "article" });
  const links = new Map();
  const none = h("p", { class: "empty", hidden: true }, "No operation is like that.");
  const groups = about.resources.map((resource) => group(resource, links, methods.size > 1));
  const search = h("input", { type: "search", id: "search", placeholder: "user create, POST, delete…", autocomplete: "off", spellcheck: "false", oninput: filter });
  const panel = h("div", { class: "columns" },
    h("nav", { class: "list", "aria-label": "Operations" },
      h("h2", { class: "unseen" }, "All operations"),
      h("div", { class: "search" }, h("label", { for: "search" }, "Find an operation ", h("kbd", {}, "/")), search),
      groups.map((each) => each.element), none),
    article);

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let number = 0;
    for (const each of groups) number += each.filter(words);
    none.hidden = number > 0;
    say(`${number} operations`);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, select, dialog")) return;
    if (!panel.checkVisibility()) return;
    event.preventDefault();
    search.focus();
  });

  const all = about.resources.flatMap((resource) => resource.operations);
  return {
    id: "operations",
    title: "Operations",
    panel,
    async open([id]) {
      const found = all.find((each) => each.id === id);
      const isChosen = found && links.get(id) === document.activeElement;
      panel.classList.toggle("chosen", Boolean(found));
      for (const [name, link] of links) {
        if (name === id) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      if (!found) put(article, welcome(about, all));
      else await operation(article, found);
      // Nobody has to go past all the other operations to the one that they have chosen.
      if (isChosen) article.querySelector("h2").focus();
    },
    close() {},
  };
}

function group(resource, links, hasMethods) {
  const items = resource.operations.map((each) => {
    const name = each.id.slice(resource.name.length + 1);
    const link = h("a", { href: address("operations", each.id), title: each.summary, "aria-label": `${each.id}, ${each.effect}` },
      h("span", { class: `dot ${each.effect}` }),
      h("span", { class: each.deprecated ? "name old" : "name" }, name),
      hasMethods && h("span", { class: `method ${each.method}` }, each.method));
    links.set(each.id, link);
    const words = `${each.id} ${each.method} ${each.path} ${each.effect} ${each.summary}`.toLowerCase();
    return { words, element: h("li", {}, link) };
  });
  const count = h("span", { class: "count" }, String(items.length));
  const element = h("section", {}, h("h3", { title: resource.doc }, resource.name, " ", count), h("ul", {}, items.map((each) => each.element)));
  return {
    element,
    filter(words) {
      let number = 0;
      for (const each of items) {
        const fits = words.every((word) => each.words.includes(word));
        each.element.hidden = !fits;
        number += fits ? 1 : 0;
      }
      element.hidden = number === 0;
      put(count, String(number));
      return number;
    },
  };
}

function welcome(about, all) {
  const says = about.mode === "emulate"
    ? "This stub remembers: what an operation changes, the next one sees."
    : "This stub answers each operation with its documented example, and remembers nothing.";
  return h("div", { class: "welcome" },
    h("h2", {}, "Try an operation"),
    h("p", { class: "lead" }, about.summary),
    h("p", {}, `${says} It checks all arguments of ${all.length} operations.`),
    h("ol", { class: "steps" },
      h("li", {}, "Enter credentials once, with the button at the top. Any will do."),
      h("li", {}, "Choose an operation, fill in its arguments, and send it. What is wrong with them is told beside each."),
      h("li", {}, "Take the same call with you, as a command of curl or as Python.")),
    about.resources.length > 1 && h("dl", { class: "resources" }, about.resources.map((each) => [
      h("dt", {}, each.name), h("dd", {}, each.doc || `${each.operations.length} operations`)])));
}
