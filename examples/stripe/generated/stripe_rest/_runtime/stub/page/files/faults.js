// Faults on purpose: which there are, and a form for another one.

import { control } from "./api.js";
import { badge, h, hide, put, table } from "./dom.js";
import { button, form, specs } from "./forms.js";
import { whileSeen } from "./tabs.js";

const PAUSE = 2000;
const OWN = ["id", "operation", "matched", "done", "namespace", "tenant"];

export const applies = () => true;

export function view({ about, description }) {
  let stop = () => {};
  let seen = "";
  const rows = h("div", { class: "rows" });
  const operations = about.resources.flatMap((each) => [`${each.name}.*`, ...each.operations.map((one) => one.id)]);
  const made = form({
    fields: specs(description, "faults", {
      operation: operations,
      error: about.errors.map((each) => String(each.code)),
    }).map(simple),
    action: "Add the fault",
    done: "The fault is added",
    submit: async (given) => {
      await control("POST", "faults", { body: given });
      await poll();
    },
  });
  const all = button("Remove all", async () => { await control("DELETE", "faults"); await poll(); }, { said: "All faults are removed" });
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "Faults"), all),
    h("p", { class: "help" }, "Each request meets the first fault that matches it. What fails is not done."),
    rows, h("section", { class: "card" }, h("h3", {}, "Another fault"), made.element));

  async function poll() {
    const { faults } = await control("GET", "faults");
    if (faults.length) all.hidden = false;
    else hide(all, () => rows);
    const text = JSON.stringify(faults);
    if (text === seen) return;
    seen = text;
    put(rows, table("Faults", ["Id", "Operation", "What happens", "Met", "Do"], faults.map(row), "There are none: all requests are answered as usual."));
  }

  function row(fault) {
    const what = Object.entries(fault).filter(([name]) => !OWN.includes(name));
    const remove = button("Remove", async () => { await control("DELETE", `faults/${fault.id}`); await poll(); }, { label: `Remove fault ${fault.id}`, said: `Fault ${fault.id} is removed` });
    return h("tr", {},
      h("td", {}, String(fault.id)),
      h("td", {}, h("code", {}, fault.operation ?? "*"), fault.tenant && [" of ", fault.tenant], fault.namespace && [" ", badge(fault.namespace)]),
      h("td", {}, what.map(([name, value]) => [badge(`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`), " "])),
      h("td", {}, `${fault.done ?? 0} of ${fault.matched ?? 0}`),
      h("td", {}, remove));
  }

  return {
    id: "faults",
    title: "Faults",
    panel,
    open() {
      seen = "";
      stop = whileSeen(PAUSE, poll);
    },
    close: () => stop(),
  };
}

/** A distribution is typed as JSON, a plain number as it is. */
function simple(spec) {
  if (spec.name !== "delay" && spec.name !== "error") return spec; // codes and names are suggested
  return { ...spec, schema: { ...spec.schema, type: ["number", "string"], enum: undefined, oneOf: undefined, anyOf: undefined } };
}
