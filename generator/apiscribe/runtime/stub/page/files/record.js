// One record, and what the service may do to it.

import { control, part } from "./api.js";
import { badge, h, put, say } from "./dom.js";
import { form } from "./forms.js";
import { shownValue } from "./json.js";

/** Show a record in `place`. */
export function record(place, { entity, key, current, tenant, closed, changed }) {
  const found = current();
  const close = h("button", { type: "button", class: "quiet", onclick: closed }, "Close");
  put(place,
    h("div", { class: "bar" }, h("h4", { tabindex: "-1" }, `${entity.name} ${key}`), close),
    found && [
      entity.transitions.length > 0 && h("div", { class: "transitions" }, entity.transitions.map((each) => transition(each, found))),
      entity.transitions.length === 0 && h("p", { class: "help" }, "The service does nothing to it by itself."),
      shownValue(found, "Record"),
    ],
    !found && h("p", { class: "empty" }, "It is there no more."));

  function transition(known, of) {
    const state = of[entity.state];
    const leads = !known.from.length || known.from.some((each) => each.value === state);
    const from = known.from.map((each) => each.name).join(", ");
    const made = form({
      fields: known.arguments.map((name) => ({ name, schema: { type: "string" }, doc: "", required: false })),
      action: known.name,
      kind: leads ? "" : "quiet",
      submit: async (given) => {
        const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, read(value)]));
        const answer = await control("POST", `state/${part(entity.name)}/${part(key)}/${part(known.name)}`, { body: { tenant, ...values } });
        await changed();
        record(place, { entity, key, current: () => answer.record, tenant, closed, changed });
        const events = answer.events.map((each) => each.event).join(", ");
        say(`Done: ${known.name}${events ? `; told: ${events}` : ""}`);
        put(place.querySelector(".bar"), ...place.querySelector(".bar").childNodes, answer.events.map((each) => badge(`told: ${each.event}`, "good")));
        place.querySelector("h4").focus();
      },
    });
    return h("div", { class: leads ? "transition" : "transition away" },
      made.element,
      h("p", { class: "help" }, known.doc, from && !leads && ` It leads from ${from}.`, known.due && ` The service does it by itself, at ${known.due}.`));
  }
}

/** What is typed for an argument: JSON if it is some, and text otherwise. */
function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
