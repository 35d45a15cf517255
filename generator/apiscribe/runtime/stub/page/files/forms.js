// A form of the control API: fields from its description, problems beside them.

import { Refused } from "./api.js";
import { h, hide, put, say } from "./dom.js";
import { field } from "./fields.js";
import { filledIn } from "./schemas.js";

/**
 * A form. `fields` are specs of fields, `submit` gets what is filled in. What the control API
 * refuses is shown beside the fields that it is about; the rest above them.
 */
export function form({ fields, action, done, submit, kind = "" }) {
  const made = fields.map((spec) => field(spec, () => {}));
  const alert = h("div", { class: "problems", role: "alert" });
  const button = h("button", { type: "submit", class: kind || "primary" }, action);
  const element = h("form", { class: "compact", novalidate: true, onsubmit: (event) => { event.preventDefault(); busy(button, run); } },
    alert, h("div", { class: "fields" }, made.map((each) => each.element)), h("div", { class: "actions" }, button));

  async function run() {
    clear();
    try {
      const given = {};
      for (const each of made) {
        const value = each.read();
        if (value !== undefined) given[each.name] = value;
      }
      const answer = await submit(given);
      if (done) say(typeof done === "function" ? done(answer) : done);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      complain(error);
    }
  }

  function clear() {
    put(alert);
    for (const each of made) each.complain([]);
  }

  function complain(error) {
    const problems = error.problems.map((each) => ({ argument: each.at, message: each.problem, severity: "error" }));
    for (const each of made) each.complain(problems);
    const others = problems.filter((each) => !made.some((one) => one.covers(each.argument)));
    const said = problems.length ? others.map((each) => `${each.argument} ${each.message}`) : [error.message];
    put(alert, said.map((each) => h("p", { class: "error" }, each)));
    made.find((each) => each.element.classList.contains("wrong"))?.focusable.focus();
  }

  return { element, fields: made, button };
}

/** Specs of fields from the control API's own description. */
export function specs(description, path, suggestions = {}) {
  const content = description.paths[`/_stub/${path}`].post.requestBody.content;
  const schema = content["application/json"].schema;
  return Object.entries(schema.properties).map(([name, each]) => ({
    name,
    schema: filledIn(each),
    required: schema.required.includes(name),
    doc: each.description ?? "",
    sensitive: name === "password",
    suggestions: suggestions[name],
  }));
}

/** Runs something that a button asks for, and says what came of it, or what is wrong. */
export function button(text, act, { kind = "quiet", label, said } = {}) {
  const element = h("button", {
    type: "button",
    class: kind,
    "aria-label": label,
    onclick: () => busy(element, async () => {
      try {
        const answer = await act();
        if (said) say(typeof said === "function" ? said(answer) : said);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        tell(error.message);
      }
    }),
  }, text);
  return element;
}

/** Runs something once at a time. What is disabled would lose the focus, so the button only says so. */
export async function busy(button, act) {
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  try {
    await act();
  } finally {
    button.ariaDisabled = null;
  }
}

/** Show something that went wrong where no form is to show it. */
export function tell(message) {
  document.querySelector(".toast")?.remove();
  const before = document.activeElement;
  const dismiss = () => {
    hide(toast, () => (before.isConnected ? before : null));
    toast.remove();
  };
  const toast = h("div", { class: "toast", role: "alert" },
    message, " ", h("button", { type: "button", class: "quiet small", onclick: dismiss }, "Dismiss"));
  document.body.append(toast);
}

/** Ask before something is done that cannot be undone. */
export function confirmed(question, action) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "small", "aria-labelledby": "question" },
      h("form", { method: "dialog" },
        h("h2", { id: "question" }, question),
        h("div", { class: "actions" },
          h("button", { value: "", class: "quiet" }, "Cancel"),
          h("button", { value: "yes", class: "danger" }, action))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
