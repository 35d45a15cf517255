// One field of a form for one value of a schema: shown, read, and told what is wrong with it.

import { code, h, marked, newId, put } from "./dom.js";
import { kindOf, limits, wordsFor } from "./schemas.js";
import { choice, file, fileOrElse, json, lines, marks, object, text } from "./controls.js";

/**
 * A field.
 *
 * spec: {name, schema, required, doc, sensitive, advice, place, file, suggestions}
 * Gives {element, read, write, complain, covers}; `read` gives undefined for what is not filled in.
 */
export function field(spec, changed, path = spec.name) {
  const ids = { control: newId("f"), help: newId("help"), error: newId("error") };
  const kind = spec.file ? (spec.file.or_else ? "fileOrElse" : "file") : kindOf(spec.schema);
  const control = CONTROLS[kind]({ ...spec, path }, ids, changed, field);
  const error = h("p", { class: "error", id: ids.error, hidden: true });
  const help = h("p", { class: "help", id: ids.help }, helpOf(spec, kind));
  const element = control.isGroup
    ? h("fieldset", { class: `field group ${kind}` }, h("legend", {}, head(spec, kind)), help, control.element, error)
    : h("div", { class: `field ${kind}` },
      h("label", { for: ids.control }, head(spec, kind)), h("div", { class: "control" }, control.element, help, error));

  function complain(found) {
    const own = found.filter((each) => owns(each.argument));
    for (const inner of control.inner ?? []) inner.complain(own);
    const here = own.filter((each) => !(control.inner ?? []).some((inner) => inner.covers(each.argument)));
    put(error, here.map((each) => h("span", { class: each.severity }, marked(each.message))));
    error.hidden = !here.length;
    const isWrong = here.some((each) => each.severity !== "warning");
    if (isWrong) control.input?.setAttribute("aria-invalid", "true");
    else control.input?.removeAttribute("aria-invalid");
    element.classList.toggle("wrong", isWrong);
  }

  const owns = (argument) =>
    argument === path || argument.startsWith(`${path}.`) || argument.startsWith(`${path}[`);
  return {
    name: spec.name,
    element,
    focusable: control.input ?? control.element,
    isRequired: spec.required,
    read: control.read,
    write: control.write,
    files: control.files ?? (() => ({})),
    covers: owns,
    complain,
  };
}

const CONTROLS = { choice, file, fileOrElse, json, lines, marks, object, text, number: text, truth: choice };

function head(spec, kind) {
  return [
    code(spec.name), " ",
    h("span", { class: "kind" }, spec.file ? (spec.file.or_else ? "file or text" : "file") : wordsFor(spec.schema, kind)), " ",
    spec.required && h("span", { class: "required" }, "required"), " ",
    spec.place && spec.place !== "body" && h("span", { class: "mark" }, `in ${spec.place}`), " ",
    spec.sensitive && h("span", { class: "mark" }, "sensitive"), " ",
    spec.advice && h("span", { class: "mark warning" }, "deprecated"),
  ];
}

function helpOf(spec, kind) {
  const hints = { lines: "One a line.", json: "JSON." };
  return [
    marked(spec.doc), " ",
    hints[kind] && h("span", { class: "limits" }, hints[kind]), " ",
    h("span", { class: "limits" }, limits(spec.schema)), " ",
    spec.advice && h("span", { class: "limits" }, "Deprecated: ", marked(spec.advice)),
  ];
}
