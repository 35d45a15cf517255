// Copies of all records by name, and a way back to the start.

import { control, part } from "./api.js";
import { h, put, say, table } from "./dom.js";
import { button, confirmed, form, specs } from "./forms.js";

export const applies = (about) => about.mode === "emulate";

export function view({ description }) {
  const rows = h("div", { class: "rows" });
  const save = form({
    fields: specs(description, "snapshots"),
    action: "Save",
    done: (answer) => `Saved as ${answer.name}`,
    submit: async (given) => {
      const answer = await control("POST", "snapshots", { body: given });
      await draw();
      return answer;
    },
  });
  const reset = form({
    fields: specs(description, "reset"),
    action: "Reset",
    kind: "danger",
    submit: async (given) => {
      const whose = given.tenant ? `all records of ${given.tenant}` : "all records";
      if (!(await confirmed(`Take ${whose} away?`, "Reset"))) return;
      const { removed } = await control("POST", "reset", { body: given });
      say(`${removed} records were removed`);
      put(told, `${removed} records were removed.`);
    },
  });
  const told = h("p", { class: "help" });
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "Snapshots")),
    h("p", { class: "help" }, "A snapshot holds the records of all tenants."),
    rows,
    h("div", { class: "pair" },
      h("section", { class: "card" }, h("h3", {}, "Save a snapshot"), save.element),
      h("section", { class: "card" }, h("h3", {}, "Start anew"), h("p", { class: "help" }, "All state away, and the seed applied again."), reset.element, told)));

  async function draw() {
    const { snapshots } = await control("GET", "snapshots");
    put(rows, table("Snapshots", ["Name", "Do"], snapshots.map(row), "There are none."));
  }

  function row(name) {
    const at = `snapshots/${part(name)}`;
    return h("tr", {}, h("td", {}, name), h("td", { class: "nowrap" },
      button("Restore", () => control("POST", `${at}/restore`), { label: `Restore ${name}`, said: `${name} is restored` }), " ",
      button("Delete", async () => { await control("DELETE", at); await draw(); }, { label: `Delete ${name}`, said: `${name} is deleted` })));
  }

  return { id: "snapshots", title: "Snapshots", panel, open: () => draw(), close() {} };
}
