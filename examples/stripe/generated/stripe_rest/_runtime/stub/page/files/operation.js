// One operation: its form, and what comes of it.

import { answer, failure } from "./answer.js";
import { control, part, Refused, settings } from "./api.js";
import { badge, code, h, marked, put, say } from "./dom.js";
import { field } from "./fields.js";
import { busy, tell } from "./forms.js";
import { send } from "./sending.js";
import { snippets } from "./snippets.js";
import { address } from "./tabs.js";

const filled = new Map();
const PAUSE = 250;

/** Have an operation opened with arguments that are filled in. */
export function prefill(id, values) {
  filled.set(id, values);
}

export async function operation(place, line) {
  const form = await control("GET", `operations/${part(line.id)}`);
  const shown = new Shown(form);
  put(place, shown.element);
  shown.compose();
}

class Shown {
  constructor(form) {
    this.form = form;
    this.wasSent = false;
    const changed = () => this.changed();
    this.fields = form.arguments.map((each) => field(each, changed));
    this.prefer = field({
      name: "Prefer",
      schema: { type: "string" },
      doc: "A header of the stub's: `example` has the documented example answered, `code=N` an error of the API.",
      suggestions: ["example"],
    }, changed);
    const values = filled.get(form.id) ?? {};
    for (const each of this.fields) if (values[each.name] !== undefined) each.write(values[each.name]);
    this.snippets = snippets();
    this.summary = h("div", { class: "problems", role: "alert" });
    this.result = h("div", { class: "result" });
    this.button = h("button", { type: "submit", form: "try", class: "primary send" }, "Send");
    this.element = h("div", { class: "try" }, this.left(), this.right());
  }

  left() {
    const { form } = this;
    const required = this.fields.filter((each) => each.isRequired);
    const optional = this.fields.filter((each) => !each.isRequired);
    const section = (title, fields) => fields.length > 0 && [h("h3", {}, title, " ", h("span", { class: "count" }, String(fields.length))), h("div", { class: "fields" }, fields.map((each) => each.element))];
    return h("div", { class: "about" },
      h("a", { class: "back", href: address("operations") }, "← All operations"),
      h("h2", { tabindex: "-1" }, form.id, " ", badge(form.effect, form.effect)),
      h("p", { class: "path" }, h("span", { class: `method ${form.method}` }, form.method), " ", code(form.path)),
      h("p", { class: "lead" }, form.summary),
      form.advice && h("p", { class: "notice" }, `Deprecated: ${form.advice}`),
      h("p", { class: "help" }, `From the section “${form.section}”.`,
        form.aliases.length > 0 && [" Also at ", form.aliases.map((each, place) => [place > 0 && ", ", code(each)]), "."],
        form.limits.map((each) => (each.requests ? ` Limit: ${each.requests} in ${each.seconds} s.` : " Limit: as the service tells."))),
      notes(form.description),
      h("form", { id: "try", class: "arguments", novalidate: true, onsubmit: (event) => { event.preventDefault(); this.send(); }, onkeydown: (event) => this.onKey(event) },
        this.summary,
        section("Required", required),
        section(required.length ? "Optional" : "Arguments", optional),
        !this.fields.length && h("p", { class: "empty" }, "It takes no arguments."),
        h("h3", {}, "Asked of the stub"), h("div", { class: "fields" }, this.prefer.element)));
  }

  right() {
    const example = Object.keys(this.form.example).length > 0 && h("button", { type: "button", class: "quiet", onclick: () => this.fill(this.form.example) }, "Fill in the example");
    const clear = h("button", { type: "button", class: "quiet", onclick: () => this.clear() }, "Clear");
    return h("aside", { class: "side", "aria-label": "Request and answer" },
      h("div", { class: "bar" }, this.button, example, clear, h("span", { class: "keys" }, h("kbd", {}, "Ctrl"), "+", h("kbd", {}, "Enter"))),
      this.result, this.snippets.element);
  }

  onKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.send();
    }
  }

  fill(values) {
    for (const each of this.fields) if (values[each.name] !== undefined) each.write(values[each.name]);
    say("The documented example is filled in");
    this.changed();
  }

  clear() {
    filled.delete(this.form.id);
    const fresh = new Shown(this.form);
    this.element.replaceWith(fresh.element);
    fresh.compose();
    fresh.fields[0]?.focusable.focus();
  }

  values() {
    const found = this.fields.map((each) => [each.name, each.read()]).filter(([, value]) => value !== undefined);
    return Object.fromEntries(found);
  }

  changed() {
    filled.set(this.form.id, this.values());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.compose().catch((error) => tell(error.message)), PAUSE);
  }

  /** Ask the stub for the request, and show it; what is wrong only once somebody has sent it. */
  async compose() {
    const headers = {};
    const prefer = this.prefer.read();
    if (prefer) headers.Prefer = prefer;
    if (settings.namespace) headers["X-Stub-Namespace"] = settings.namespace;
    const composed = await control("POST", `operations/${part(this.form.id)}/request`, {
      body: { arguments: this.values(), credentials: settings.credentials, headers, base_url: location.origin },
    });
    this.snippets.show(composed);
    if (this.wasSent) this.complain(composed.violations, composed.request ? "it was sent all the same" : "nothing was sent");
    return composed;
  }

  complain(violations, outcome) {
    for (const each of this.fields) each.complain(violations);
    const others = violations.filter((each) => !this.fields.some((one) => one.covers(each.argument)));
    const errors = violations.filter((each) => each.severity !== "warning").length;
    put(this.summary,
      errors > 0 && h("p", { class: "error" }, `${errors === 1 ? "An argument breaks a rule" : `${errors} rules are broken`}; ${outcome}.`),
      others.map((each) => h("p", { class: "error" }, code(each.argument), " ", marked(each.message))));
  }

  send() {
    return busy(this.button, () => this.sendOnce());
  }

  async sendOnce() {
    this.wasSent = true;
    try {
      const composed = await this.compose();
      if (!composed.request) {
        put(this.result, failure("This cannot be written as a request."));
        return;
      }
      const files = Object.assign({}, ...this.fields.map((each) => each.files()));
      const response = await send(composed.request, files);
      put(this.result, answer(response));
      this.result.scrollIntoView({ block: "nearest" });
      say(response.failed ?? `${response.status} in ${response.milliseconds} milliseconds`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      put(this.result, failure(error.message));
    }
  }
}

/** What a description has besides the summary: sentences, and lists with dashes. */
function notes(text) {
  const lines = text.split("\n").map((each) => each.trim()).filter(Boolean);
  if (!lines.length) return null;
  return h("details", { class: "notes", open: lines.length <= 4 },
    h("summary", {}, `${lines.length === 1 ? "A rule" : `${lines.length} rules`} between arguments`),
    h("ul", {}, lines.map((each) => h("li", {}, marked(each.replace(/^- /, ""))))));
}
