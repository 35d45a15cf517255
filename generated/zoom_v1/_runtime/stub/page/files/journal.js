// The requests that the stub has answered, as they come.

import { control } from "./api.js";
import { badge, code, h, hide, marked, put, say, table } from "./dom.js";
import { button } from "./forms.js";
import { shownValue } from "./json.js";
import { prefill } from "./operation.js";
import { address, go, whileSeen } from "./tabs.js";
import { readable } from "./time.js";

const MOST = 300;
const PAUSE = 1000;

export const applies = () => true;

export function view({ about }) {
  let entries = [];
  let stop = () => {};
  let chosen = null;
  let isPaused = false;
  const rows = h("div", { class: "rows" });
  const detail = h("aside", { class: "detail", "aria-label": "Request", hidden: true });
  const known = about.resources.flatMap((each) => [`${each.name}.*`, ...each.operations.map((one) => one.id)]);
  const filter = h("input", { id: "journal-filter", list: "journal-ids", placeholder: "user.* or an id", autocomplete: "off", oninput: () => draw() });
  const pause = h("button", { type: "button", class: "quiet", "aria-pressed": "false", onclick: () => toggle() }, "Pause");
  const clear = button("Clear", async () => {
    await control("DELETE", "requests");
    entries = [];
    choose(null);
  }, { said: "The journal is empty" });
  const panel = h("div", {},
    h("div", { class: "heading" },
      h("h2", {}, "Journal"),
      h("div", { class: "tool" }, h("label", { for: "journal-filter" }, "Operation"), filter, h("datalist", { id: "journal-ids" }, known.map((value) => h("option", { value })))),
      pause, clear),
    h("p", { class: "help" }, "The last requests, newest first. Credentials and sensitive arguments are not in it."),
    h("div", { class: "split" }, rows, detail));

  function toggle() {
    isPaused = !isPaused;
    pause.setAttribute("aria-pressed", String(isPaused));
    say(isPaused ? "The journal stands still" : "The journal runs");
  }

  async function poll() {
    if (isPaused) return;
    const after = entries.at(-1)?.id ?? 0;
    const { requests } = await control("GET", "requests", { query: { after, limit: MOST } });
    if (!requests.length) return;
    entries = [...entries, ...requests].slice(-MOST);
    draw();
  }

  function draw() {
    const wanted = pattern(filter.value);
    const shown = entries.filter((each) => wanted.test(each.operation ?? "")).reverse();
    put(rows, table("Requests", ["Request", "At", "Tenant", "Status", "Code", "Time"], shown.map(row), "Nothing has come yet. Send something, from here or from your program."));
  }

  function row(entry) {
    const isChosen = entry.id === chosen?.id;
    const link = h("button", {
      type: "button", class: "link", "data-key": String(entry.id), "aria-pressed": String(isChosen), onclick: () => choose(entry),
    }, h("span", { class: "dim" }, `${entry.id} `), entry.operation ?? "no operation");
    return h("tr", { class: isChosen ? "chosen" : null },
      h("td", {}, link),
      h("td", { class: "nowrap" }, readable(entry.at)),
      h("td", {}, entry.tenant || h("span", { class: "dim" }, "none"), entry.namespace && [" ", badge(entry.namespace)]),
      h("td", {}, badge(String(entry.status), isFailure(entry) ? "bad" : "good")),
      h("td", {}, entry.code ?? ""),
      h("td", { class: "number nowrap" }, `${(entry.duration * 1000).toFixed(1)} ms`));
  }

  function choose(entry) {
    const before = chosen;
    chosen = entry;
    if (entry) put(detail, shownEntry(entry, () => choose(null)));
    draw();
    if (entry) {
      detail.hidden = false;
      detail.querySelector("h3").focus();
    } else {
      hide(detail, () => rows.querySelector(`[data-key="${before?.id}"]`));
    }
  }

  return {
    id: "journal",
    title: "Journal",
    panel,
    open() {
      entries = [];
      draw();
      stop = whileSeen(PAUSE, poll);
    },
    close: () => stop(),
  };
}

const isFailure = (entry) => entry.status >= 400 || entry.code !== null;

function pattern(text) {
  const source = text.trim().replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
  return new RegExp(text.includes("*") ? `^${source}$` : source, "i");
}

function shownEntry(entry, close) {
  const again = entry.operation && h("button", {
    type: "button",
    class: "quiet",
    onclick: () => {
      const values = Object.entries(entry.arguments).filter(([, value]) => value !== "***");
      prefill(entry.operation, Object.fromEntries(values));
      go("operations", entry.operation);
    },
  }, "Try it again");
  return [
    h("div", { class: "bar" }, h("h3", { tabindex: "-1" }, `Request ${entry.id}`), again, h("button", { type: "button", class: "quiet", onclick: close }, "Close")),
    h("dl", { class: "facts" },
      fact("Operation", entry.operation ? h("a", { href: address("operations", entry.operation) }, entry.operation) : "none"),
      fact("At", readable(entry.at)),
      fact("Status", badge(String(entry.status), isFailure(entry) ? "bad" : "good")),
      entry.code !== null && fact("Code", String(entry.code)),
      fact("Tenant", entry.tenant || "none"),
      entry.namespace && fact("Namespace", entry.namespace),
      fact("Took", `${(entry.duration * 1000).toFixed(2)} ms`)),
    entry.violations.length > 0 && [h("h4", {}, "Violations"), h("ul", { class: "violations" }, entry.violations.map((each) => h("li", { class: each.severity }, code(each.argument), " ", marked(each.message))))],
    h("h4", {}, "Arguments"),
    shownValue(entry.arguments, "Arguments"),
  ];
}

const fact = (name, value) => [h("dt", {}, name), h("dd", {}, value)];
