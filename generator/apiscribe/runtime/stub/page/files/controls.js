// Controls for the kinds of values. Each gives {element, input, read, write}, groups also `inner`.

import { h, newId } from "./dom.js";
import { example, isNullable, outline, typeOf, valueOf } from "./schemas.js";

const common = (spec, ids) => ({
  id: ids.control,
  "aria-describedby": `${ids.help} ${ids.error}`,
  "aria-required": spec.required ? "true" : null,
  autocomplete: "off",
  spellcheck: "false",
});

/** One value that is typed. */
export function text(spec, ids, changed) {
  const { schema } = spec;
  const isLong = (schema.maxLength ?? 0) > 400 && !spec.sensitive;
  const isNumber = ["integer", "number"].includes(typeOf(schema));
  const props = { ...common(spec, ids), oninput: changed, placeholder: example(schema) || null };
  const isHidden = spec.sensitive || schema.format === "password";
  const input = isLong
    ? h("textarea", { ...props, rows: "2" })
    : h("input", {
      ...props,
      type: isHidden ? "password" : "text",
      autocomplete: isHidden ? "new-password" : "off",
      inputmode: isNumber ? "numeric" : null,
    });
  const extra = spec.suggestions && suggested(input, spec.suggestions);
  return nullable(spec, input, changed, extra, {
    read: () => (input.value === "" ? undefined : valueOf(input.value, schema)),
    write: (value) => { input.value = typeof value === "object" ? JSON.stringify(value) : String(value); },
  });
}

function suggested(input, texts) {
  const list = h("datalist", { id: newId("list") }, texts.map((value) => h("option", { value })));
  input.setAttribute("list", list.id);
  return list;
}

/** One of some values. */
export function choice(spec, ids, changed) {
  const { schema } = spec;
  const values = schema.enum ?? [true, false];
  const words = schema["x-enum-descriptions"] ?? [];
  const select = h("select", { ...common(spec, ids), autocomplete: null, spellcheck: null, onchange: changed },
    h("option", { value: "" }, "–"),
    values.map((value, place) => h("option", { value: String(place) },
      words[place] ? `${value} – ${words[place]}` : String(value))));
  return {
    element: select,
    input: select,
    read: () => (select.value === "" ? undefined : values[Number(select.value)]),
    write: (value) => {
      const place = values.findIndex((each) => String(each) === String(value));
      select.value = place < 0 ? "" : String(place);
    },
  };
}

/** Some of a few values. */
export function marks(spec, ids, changed) {
  const { items } = spec.schema;
  const words = items["x-enum-descriptions"] ?? [];
  const boxes = items.enum.map((value, place) => {
    const box = h("input", { type: "checkbox", id: newId("box"), onchange: changed });
    const label = words[place] ? `${value} – ${words[place]}` : String(value);
    return { value, box, element: h("label", { class: "box", for: box.id }, box, " ", label) };
  });
  return {
    isGroup: true,
    element: h("div", { class: "boxes" }, boxes.map((each) => each.element)),
    read: () => {
      const found = boxes.filter((each) => each.box.checked).map((each) => each.value);
      return found.length ? found : undefined;
    },
    write: (value) => {
      const wanted = (Array.isArray(value) ? value : String(value).split(",")).map(String);
      for (const each of boxes) each.box.checked = wanted.includes(String(each.value));
    },
  };
}

/** A list of values, one a line. */
export function lines(spec, ids, changed) {
  const area = h("textarea", { ...common(spec, ids), rows: "2", oninput: changed });
  const read = () => {
    const found = area.value.split("\n").map((each) => each.trim()).filter(Boolean);
    return found.length ? found.map((each) => valueOf(each, spec.schema.items)) : undefined;
  };
  const write = (value) => {
    area.value = (Array.isArray(value) ? value : String(value).split(",")).join("\n");
  };
  return { element: area, input: area, read, write };
}

/** Any JSON. */
export function json(spec, ids, changed) {
  const looks = outline(spec.schema);
  const placeholder = looks && Object.keys(looks).length ? JSON.stringify(looks) : null;
  const area = h("textarea", { ...common(spec, ids), rows: "3", class: "mono", placeholder, oninput: changed });
  const read = () => {
    if (!area.value.trim()) return undefined;
    try {
      return JSON.parse(area.value);
    } catch {
      return area.value;
    }
  };
  return { element: area, input: area, read, write: (value) => { area.value = JSON.stringify(value, null, 2); } };
}

/** A file; its content stays in the browser until the request is sent. */
export function file(spec, ids, changed) {
  const input = h("input", { ...common(spec, ids), type: "file", accept: spec.file.media_type, multiple: spec.file.many, onchange: changed });
  const chosen = () => [...input.files].map((each) => ({ filename: each.name }));
  const named = () => Object.fromEntries(chosen().map((each) => [each.filename, each]));
  const several = () => (spec.file.named ? named() : chosen());
  return {
    element: input,
    input,
    read: () => (input.files.length ? (spec.file.many ? several() : chosen()[0]) : undefined),
    write: () => {},
    files: () => (input.files.length ? { [spec.name]: [...input.files] } : {}),
  };
}

/** A file, or what may stand in its place: once a file is chosen, it counts. */
export function fileOrElse(spec, ids, changed) {
  const written = spec.file.named ? json(spec, ids, changed) : spec.file.many ? lines(spec, ids, changed) : text({ ...spec, sensitive: false }, ids, changed);
  const chosen = file(spec, { ...ids, control: newId("file") }, changed);
  chosen.input.removeAttribute("aria-required");
  return {
    isGroup: true,
    input: written.input,
    element: h("div", { class: "boxes" },
      h("label", { for: ids.control }, `${spec.name} as text`), written.element,
      h("label", { for: chosen.input.id }, `${spec.name} as ${spec.file.many ? "files" : "a file"}`), chosen.element),
    read: () => chosen.read() ?? written.read(),
    write: written.write,
    files: chosen.files,
  };
}

/** An object, field by field. */
export function object(spec, ids, changed, field) {
  const required = spec.schema.required ?? [];
  const inner = Object.entries(spec.schema.properties).map(([name, schema]) => field(
    {
      name,
      schema,
      required: required.includes(name),
      doc: schema.description ?? "",
      sensitive: schema.format === "password",
    },
    changed,
    `${spec.path}.${name}`,
  ));
  return {
    isGroup: true,
    element: h("div", { class: "fields" }, inner.map((each) => each.element)),
    inner,
    read: () => {
      const found = inner.map((each) => [each.name, each.read()]).filter(([, value]) => value !== undefined);
      return found.length ? Object.fromEntries(found) : undefined;
    },
    write: (value) => {
      for (const each of inner) if (value?.[each.name] !== undefined) each.write(value[each.name]);
    },
  };
}

function nullable(spec, input, changed, extra, { read, write }) {
  if (!isNullable(spec.schema)) {
    return { element: extra ? h("div", {}, input, extra) : input, input, read, write };
  }
  const box = h("input", {
    type: "checkbox",
    id: newId("null"),
    onchange: () => { input.disabled = box.checked; changed(); },
  });
  return {
    element: h("div", { class: "nullable" }, input, extra, h("label", { class: "box", for: box.id }, box, " null")),
    input,
    read: () => (box.checked ? null : read()),
    write: (value) => {
      box.checked = value === null;
      input.disabled = box.checked;
      if (value !== null) write(value);
    },
  };
}
