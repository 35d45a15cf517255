// What a request was answered with.

import { badge, code, copyButton, h } from "./dom.js";
import { pretty, shown } from "./json.js";

export function answer(response) {
  if (response.failed) return failure(response.failed);
  const kind = response.status < 300 ? "good" : response.status < 400 ? "" : "bad";
  return h("section", { class: "answer", "aria-label": "Answer" },
    h("div", { class: "bar" },
      h("h3", {}, "Answer"),
      badge(`${response.status} ${response.statusText}`.trim(), kind),
      h("span", { class: "dim" }, `${response.milliseconds} ms`),
      h("span", { class: "dim" }, `${response.size.toLocaleString("en")} bytes`),
      response.text && copyButton(() => pretty(response.text), "the body")),
    body(response),
    h("details", { class: "headers" },
      h("summary", {}, `${response.headers.length} headers`),
      h("dl", {}, response.headers.map(([name, value]) => [h("dt", {}, code(name)), h("dd", {}, value)]))));
}

export function failure(message) {
  return h("section", { class: "answer", "aria-label": "Answer" },
    h("div", { class: "bar" }, h("h3", {}, "Answer"), badge("none", "bad")), h("p", {}, message));
}

function body(response) {
  if (response.text) return shown(response.text, "Body");
  if (!response.bytes?.length) return h("p", { class: "empty" }, "No body.");
  const link = h("a", { download: "answer", href: URL.createObjectURL(new Blob([response.bytes], { type: response.type })) }, "Save it");
  return h("p", {}, `${response.size.toLocaleString("en")} bytes of ${response.type}. `, link);
}
