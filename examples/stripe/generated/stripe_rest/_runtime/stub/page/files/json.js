// JSON as people read it: indented, in colours, and with every number as it was sent.

import { h } from "./dom.js";

const TOKEN = /("(?:\\.|[^"\\])*")|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:])|\s+/g;
const MOST_COLOURED = 300_000;

/** Text as JSON with line breaks; as it is, if it is none. */
export function pretty(text) {
  return tokens(text)?.map(([, part]) => part).join("") ?? text;
}

/** The same as an element. */
export function shown(text, label) {
  const found = text.length > MOST_COLOURED ? null : tokens(text);
  const parts = found?.map(([kind, part]) => (kind ? h("span", { class: kind }, part) : part));
  return h("pre", { class: "json", tabindex: "0", role: "region", "aria-label": label }, parts ?? text);
}

export const shownValue = (value, label) => shown(JSON.stringify(value ?? null), label);

// Read piece by piece and not as values: a number of twenty digits stays what it is.
function tokens(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const pieces = [...text.matchAll(TOKEN)].filter((match) => match[0].trim());
  const found = [];
  let depth = 0;
  pieces.forEach((match, place) => {
    const [piece, string, number, word, sign] = match;
    const before = pieces[place - 1]?.[4];
    const isEmpty = (sign === "}" || sign === "]") && (before === "{" || before === "[");
    if (sign === "}" || sign === "]") {
      depth -= 1;
      if (!isEmpty) found.push(["", newLine(depth)]);
    } else if (before === "{" || before === "[" || before === ",") {
      found.push(["", newLine(depth)]);
    }
    if (string) found.push([pieces[place + 1]?.[4] === ":" ? "key" : "string", string]);
    else if (number) found.push(["number", number]);
    else if (word) found.push(["word", word]);
    else found.push(["", piece === ":" ? ": " : piece]);
    if (sign === "{" || sign === "[") depth += 1;
  });
  return found;
}

const newLine = (depth) => `\n${"  ".repeat(depth)}`;
