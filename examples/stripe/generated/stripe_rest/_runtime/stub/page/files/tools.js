// What stands above all parts: credentials, the namespace, the token of the control API, the time.

import { control, onTokenWanted, settings } from "./api.js";
import { h, newId, put, say } from "./dom.js";
import { address, whileSeen } from "./tabs.js";
import { now } from "./time.js";

export function tools(place, changed) {
  const time = h("a", { class: "time", href: address("clock") });
  const namespace = input("namespace", "Namespace", "all");
  namespace.input.addEventListener("change", () => {
    settings.namespace = namespace.input.value.trim();
    say(settings.namespace ? `Namespace ${settings.namespace}` : "No namespace");
    changed();
  });
  const credentials = h("button", { type: "button", onclick: () => ask(credentials, changed) }, "Credentials");
  put(place, time, namespace.element, credentials);
  onTokenWanted(askForToken);
  whileSeen(1000, () => {
    const found = now();
    put(time, h("span", { class: "unseen" }, "Clock: "), found && `${found.text}${found.running ? "" : " (stopped)"}`);
    time.hidden = !found;
  });
}

function input(name, label, placeholder) {
  const id = newId("tool");
  const element = h("input", { id, name, placeholder, autocomplete: "off", spellcheck: "false", size: "9" });
  return { input: element, element: h("span", { class: "tool" }, h("label", { for: id }, label), element) };
}

async function ask(opener, changed) {
  const about = await control("GET", "operations");
  const rows = about.credentials.map(({ name }) => {
    const id = newId("credential");
    const field = h("input", { id, type: "password", autocomplete: "new-password", spellcheck: "false" });
    field.value = settings.credentials[name] ?? "";
    return { name, field, element: h("div", { class: "field" }, h("label", { for: id }, h("code", {}, name)), h("div", { class: "control" }, field)) };
  });
  const show = h("input", {
    type: "checkbox",
    id: newId("show"),
    onchange: () => { for (const { field } of rows) field.type = show.checked ? "text" : "password"; },
  });
  const dialog = h("dialog", { "aria-labelledby": "credentials-title" },
    h("form", { method: "dialog" },
      h("h2", { id: "credentials-title" }, "Credentials"),
      h("p", { class: "help" }, rows.length
        ? "They go along with every request that you send from here. Any will do unless the stub was started with some of its own; the first is the tenant, whose records you see. They are kept in this page alone, and gone when it is closed or loaded again."
        : "This API takes none."),
      about.schemes.length > 0 && h("p", { class: "help" }, `Where they go: ${about.schemes.join(", ")}.`),
      rows.map((each) => each.element),
      rows.length > 0 && h("label", { class: "box", for: show.id }, show, " Show them"),
      h("div", { class: "actions" },
        rows.length > 0 && h("button", {
          type: "button",
          class: "quiet",
          onclick: () => { for (const { name, field } of rows) field.value ||= `demo-${name.replaceAll("_", "-")}`; },
        }, "Fill in any"),
        h("button", { value: "", class: "quiet", formnovalidate: true }, "Cancel"),
        h("button", { value: "use", class: "primary" }, "Use these"))));
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
    if (dialog.returnValue !== "use") return;
    settings.credentials = Object.fromEntries(rows.map(({ name, field }) => [name, field.value.trim()]).filter(([, text]) => text));
    mark(opener);
    say(`${Object.keys(settings.credentials).length} of ${rows.length} credentials are set`);
    changed();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function mark(opener) {
  const isSet = Object.keys(settings.credentials).length > 0;
  opener.classList.toggle("set", isSet);
  put(opener, isSet ? "Credentials ✓" : "Credentials");
}

let asking = null;

/** One dialog, however many calls wait for it. */
function askForToken() {
  asking ??= tokenDialog().finally(() => { asking = null; });
  return asking;
}

function tokenDialog() {
  return new Promise((resolve) => {
    const id = newId("token");
    const field = h("input", { id, type: "password", autocomplete: "off", required: true });
    const wrong = settings.token && h("p", { class: "error", role: "alert" }, "That is not the token.");
    const dialog = h("dialog", { class: "small", "aria-labelledby": "token-title" },
      h("form", { method: "dialog" },
        h("h2", { id: "token-title" }, "Control token"),
        h("p", { class: "help" }, "The stub was started with ", h("code", {}, "--control-token"), ". It is kept in this page alone."),
        wrong,
        h("div", { class: "field" }, h("label", { for: id }, "Token"), h("div", { class: "control" }, field)),
        h("div", { class: "actions" }, h("button", { value: "use", class: "primary" }, "Use it"))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      settings.token = field.value.trim();
      resolve(dialog.returnValue === "use" && settings.token !== "");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
