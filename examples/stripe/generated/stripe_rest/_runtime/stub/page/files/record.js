// One record, and what the service may do to it.

import { control, part } from "./api.js";
import { badge, code, h, marked, newId, put, say } from "./dom.js";
import { button, form } from "./forms.js";
import { shownValue } from "./json.js";

/** Show a record in `place`. */
export function record(place, { entity, key, current, tenant, closed, changed, told = [] }) {
  const found = current();
  const close = h("button", { type: "button", class: "quiet", onclick: closed }, "Close");
  const moves = entity.transitions;
  const [done, ...events] = told;
  put(place,
    h("div", { class: "bar" }, h("h4", { tabindex: "-1" }, `${entity.name} ${key}`), close),
    done && h("p", {}, badge(`✓ ${done}`, "good"), events.map((each) => [" ", badge(`told: ${each}`)])),
    found && moves.length > 0 && [h("h4", {}, "What the service does to it"), h("ul", { class: "transitions" }, moves.map((each) => transition(each, found)))],
    found ? [h("h4", {}, "Record"), shownValue(found, "Record")] : h("p", { class: "empty" }, "It is there no more."));

  function transition(known, of) {
    const leads = !known.from.length || known.from.some((each) => each.value === of[entity.state]);
    const from = known.from.map((each) => each.name).join(", ");
    const hints = [
      marked(known.doc), from && !leads && ` It leads from ${from}.`,
      known.due && [" The service does it by itself, at ", code(known.due), "."],
    ];
    const doIt = (given) => move(known.name, given);
    if (!known.arguments.length) {
      const act = button(known.name, () => doIt({}), { kind: leads ? "small" : "small away", label: known.name });
      return h("li", {}, act, h("p", { class: "help" }, hints));
    }
    const id = newId("with");
    const made = form({
      fields: known.arguments.map((name) => ({ name, schema: { type: "string" }, doc: "", required: false })),
      action: `Do: ${known.name}`,
      submit: (given) => doIt(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, read(value)]))),
    });
    const frame = h("div", { id, class: "with", hidden: true }, made.element);
    const opener = h("button", {
      type: "button",
      class: leads ? "small" : "small away",
      "aria-expanded": "false",
      "aria-controls": id,
      onclick: () => {
        frame.hidden = !frame.hidden;
        opener.setAttribute("aria-expanded", String(!frame.hidden));
        if (!frame.hidden) made.fields[0].focusable.focus();
      },
    }, `${known.name}…`);
    return h("li", {}, opener, h("p", { class: "help" }, hints), frame);
  }

  async function move(name, values) {
    const path = `state/${part(entity.name)}/${part(key)}/${part(name)}`;
    const answer = await control("POST", path, { body: { tenant, ...values } });
    await changed();
    const events = answer.events.map((each) => each.event);
    record(place, { entity, key, current: () => answer.record, tenant, closed, changed, told: [name, ...events] });
    say(`Done: ${name}${events.length ? `; told: ${events.join(", ")}` : ""}`);
    place.querySelector("h4").focus();
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
