// What the emulator remembers: entities, their records, and what the service does to them.

import { control, part, settings } from "./api.js";
import { badge, counted, h, hide, newId, put, table } from "./dom.js";
import { record } from "./record.js";
import { go, whileSeen } from "./tabs.js";

const MOST = 200;
const COLUMNS = 5;
const PAUSE = 2000;

export const applies = (about) => about.entities.length > 0;

export function view({ about }) {
  let counts = { counts: {}, tenants: {} };
  let entity = null;
  let stop = () => {};
  let seen = "";
  let own;
  const tenants = h("select", { id: "tenant", onchange: () => draw(true) });
  const list = h("ul", {});
  const filter = h("input", { type: "search", id: newId("filter"), placeholder: "any text", autocomplete: "off", oninput: () => redraw() });
  const title = h("h3", {});
  const doc = h("p", { class: "help" });
  const rows = h("div", { class: "rows" });
  const detail = h("aside", { class: "detail", "aria-label": "Record", hidden: true });
  let records = [];
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "State"),
      h("div", { class: "tool" }, h("label", { for: "tenant" }, "Tenant"), tenants)),
    h("div", { class: "columns" },
      h("nav", { class: "list", "aria-label": "Entities" }, list),
      h("div", { class: "article" },
        h("div", { class: "heading" }, title, h("div", { class: "tool" }, h("label", { for: filter.id }, "Filter"), filter)),
        doc, h("div", { class: "split" }, rows, detail))));

  async function poll() {
    counts = await control("GET", "state");
    await findOwn();
    drawTenants();
    drawList();
    await draw(false);
  }

  /** What the stub calls whoever has the credentials: where those are all secret, it is another name. */
  async function findOwn() {
    const credential = Object.values(settings.credentials)[0];
    if (!credential || credential in counts.tenants) own = credential;
    else if (own === undefined || !(own in counts.tenants)) {
      const { tenants: mine } = await control("GET", "state", { query: { tenant: credential } });
      own = Object.keys(mine)[0];
    }
  }

  function drawTenants() {
    const known = [...new Set([...Object.keys(counts.tenants), ...(own ? [own] : [])])].sort();
    const chosen = known.includes(tenants.value) ? tenants.value : own ?? known[0] ?? "";
    if ([...tenants.options].map((each) => each.value).join("\n") !== known.join("\n")) {
      put(tenants, known.map((value) => h("option", { value }, value || "(no credentials)")));
    }
    tenants.value = chosen;
    tenants.disabled = !known.length;
  }

  function drawList() {
    const mine = counts.tenants[tenants.value] ?? {};
    put(list, about.entities.map((each) => h("li", {},
      h("a", { href: `#/state/${part(each.name)}`, "aria-current": each === entity ? "page" : null },
        h("span", { class: mine[each.name] ? "name" : "name dim" }, each.name),
        h("span", { class: "count" }, (mine[each.name] ?? 0).toLocaleString("en"))))));
  }

  async function draw(isAnew) {
    if (!entity) return;
    drawList();
    const mine = counts.tenants[tenants.value]?.[entity.name] ?? 0;
    put(title, entity.name, " ", h("span", { class: "count" }, mine > MOST ? `last ${MOST} of ${mine.toLocaleString("en")}` : counted(mine, "record")));
    put(doc, entity.doc);
    const found = tenants.options.length
      ? await control("GET", `state/${part(entity.name)}`, { query: { tenant: tenants.value, limit: MOST } })
      : { records: [] };
    const text = JSON.stringify([entity.name, tenants.value, found]);
    if (text === seen && !isAnew) return;
    seen = text;
    records = found.records.reverse();
    redraw();
  }

  function redraw() {
    const text = filter.value.toLowerCase();
    const shown = records.filter((each) => JSON.stringify(each).toLowerCase().includes(text));
    const heads = columns(entity, records);
    put(rows, table(`Records of ${entity.name}`, heads, shown.map((each) => row(heads, each)), records.length ? "No record has that text." : "There are no records."));
  }

  function row(heads, each) {
    const key = String(each[entity.key]);
    return h("tr", {}, heads.map((name) => h("td", {}, name === entity.key
      ? h("button", { type: "button", class: "link", "data-key": key, onclick: () => choose(key) }, key)
      : cell(entity, name, each[name]))));
  }

  function choose(key) {
    detail.hidden = false;
    const closed = () => hide(detail, () => [...rows.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key));
    const current = () => records.find((each) => String(each[entity.key]) === key);
    record(detail, { entity, key, current, tenant: tenants.value, closed, changed: poll });
    detail.querySelector("h4")?.focus();
  }

  return {
    id: "state",
    title: "State",
    panel,
    async open([name]) {
      const wanted = about.entities.find((each) => each.name === name);
      if (!wanted) {
        const first = about.entities.find((each) => counts.counts[each.name]) ?? about.entities[0];
        go("state", first.name);
        return;
      }
      if (wanted !== entity) {
        detail.hidden = true;
        seen = "";
        put(rows);
      }
      entity = wanted;
      stop();
      stop = whileSeen(PAUSE, poll);
    },
    close: () => stop(),
  };
}

/** The key, the state, and some fields that are short and there. */
function columns(entity, records) {
  const first = [entity.key, ...(entity.state ? [entity.state] : [])];
  const sample = records.slice(0, 20);
  const names = [...new Set(sample.flatMap(Object.keys))].filter((name) => !first.includes(name));
  const telling = names.map((name) => [name, weight(sample.map((each) => each[name]), entity.usual[name])]).filter(([, each]) => each > 0);
  telling.sort(([, one], [, other]) => other - one);
  const chosen = telling.slice(0, COLUMNS).map(([name]) => name);
  return [...first, ...names.filter((name) => chosen.includes(name))];
}

/** How much a column tells: texts more than numbers, and what differs more than what is always or usually so. */
function weight(values, usual) {
  const plain = values.filter((value) => value !== null && value !== undefined && value !== "" && value !== "***" && typeof value !== "object");
  if (!plain.length) return 0;
  const isText = plain.some((value) => typeof value === "string");
  if (plain.every((value) => value === usual)) return (isText ? 0.4 : 0.1) * (plain.length / values.length);
  return (isText ? 4 : 1) + (new Set(plain).size > 1 ? 2 : 0) + plain.length / values.length;
}

function cell(entity, name, value) {
  if (name === entity.state && entity.state) return badge(stateName(entity, value));
  const text = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What a state is called. */
export function stateName(entity, value) {
  return Object.entries(entity.states).find(([, each]) => each === value)?.[0] ?? String(value);
}
