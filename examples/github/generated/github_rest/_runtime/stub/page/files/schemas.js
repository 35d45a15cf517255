// What a schema says, as far as a form shows it.

const MOST_BOXES = 12;

/** The one type of a schema, null apart; empty if there are several. */
export function typeOf(schema) {
  const types = [schema?.type ?? []].flat().filter((each) => each !== "null");
  return types.length === 1 ? types[0] : "";
}

export const isNullable = (schema) => [schema?.type ?? []].flat().includes("null");

/** A schema without null: what a form leaves out is not sent. */
export function filledIn(schema) {
  const members = (schema.anyOf ?? []).filter((each) => each.type !== "null");
  if (members.length === (schema.anyOf ?? []).length) return schema;
  const { anyOf, ...rest } = schema;
  return members.length === 1 ? { ...members[0], ...rest } : { ...rest, anyOf: members };
}

/** Which control suits a schema. */
export function kindOf(schema = {}) {
  const type = typeOf(schema);
  if (type === "boolean") return "truth";
  if (schema.enum) return "choice";
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return kindOfList(schema.items ?? {});
  if (type === "object") return schema.properties && !schema.oneOf && !schema.anyOf ? "object" : "json";
  const members = schema.oneOf ?? schema.anyOf;
  if (members?.some((each) => ["object", "array"].includes(typeOf(each)))) return "json";
  return type === "string" || members || [schema.type ?? []].flat().length ? "text" : "json";
}

function kindOfList(items) {
  if (items.enum) return items.enum.length <= MOST_BOXES ? "marks" : "lines";
  return ["string", "integer", "number"].includes(typeOf(items)) ? "lines" : "json";
}

/** The value that somebody typed; text that is no number stays text, for the stub to refuse. */
export function valueOf(text, schema) {
  const type = typeOf(schema);
  if (type === "integer" && /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  if (type === "number" && text.trim() && Number.isFinite(Number(text))) return Number(text);
  const members = (schema.oneOf ?? schema.anyOf ?? []).map(typeOf);
  const types = [...[schema.type ?? []].flat(), ...members];
  if (types.length > 1 && types.includes("integer") && /^[+-]?\d+$/.test(text)) return Number(text);
  return text;
}

/** The name of its kind. */
export function wordsFor(schema = {}, kind) {
  const type = [schema.type ?? []].flat().join(" or ");
  const format = schema.format && !["int64", "password"].includes(schema.format) ? ` (${schema.format})` : "";
  if (type === "array") return `list of ${typeOf(schema.items ?? {}) || "anything"}`;
  if (!type && (schema.oneOf ?? schema.anyOf)) {
    const members = (schema.oneOf ?? schema.anyOf).filter((each) => each.type !== "null");
    return [...new Set(members.map((each) => typeOf(each) || "anything"))].join(" or ");
  }
  return type ? `${type}${format}` : kind === "json" ? "any JSON" : "";
}

const RULES = [
  ["minimum", (value) => `At least ${value}.`],
  ["maximum", (value) => `At most ${value}.`],
  ["minLength", (value) => (value > 1 ? `${value} or more characters.` : "")],
  ["maxLength", (value) => `Up to ${value.toLocaleString("en")} characters.`],
  ["minItems", (value) => `${value} or more items.`],
  ["maxItems", (value) => `Up to ${value} items.`],
];

/** What a schema says besides the kind, in words. */
export function limits(schema = {}) {
  const found = RULES.filter(([key]) => schema[key] !== undefined).map(([key, words]) => words(schema[key]));
  if (schema.default !== undefined) found.push(`Default: ${JSON.stringify(schema.default)}.`);
  return found.filter(Boolean).join(" ");
}

const DEEPEST = 3;

/** What JSON of a schema looks like; undefined if anything will do. */
export function outline(schema = {}, depth = 0) {
  const given = schema.examples?.[0] ?? schema.default ?? schema.enum?.[0];
  if (given !== undefined) return given;
  const members = schema.oneOf ?? schema.anyOf;
  if (members) return outline(members.find((each) => ["object", "array"].includes(typeOf(each))) ?? members[0], depth);
  const type = typeOf(schema);
  if (type === "array") return [outline(schema.items, depth + 1)].filter((each) => each !== undefined);
  if (type === "object") return depth > DEEPEST ? {} : outlineOfObject(schema, depth);
  return { string: "", integer: 0, number: 0, boolean: false }[type];
}

function outlineOfObject(schema, depth) {
  const names = Object.keys(schema.properties ?? {});
  const named = schema.required?.length ? schema.required : names;
  const found = named.map((name) => [name, outline(schema.properties?.[name], depth + 1)]);
  const others = typeof schema.additionalProperties === "object" && !names.length;
  return Object.fromEntries(others ? [["key", outline(schema.additionalProperties, depth + 1)]] : found);
}

/** What stands in an empty field. */
export function example(schema = {}) {
  const given = schema.examples?.[0] ?? schema.default;
  if (given !== undefined) return typeof given === "string" ? given : JSON.stringify(given);
  const known = { email: "name@example.com", date: "2012-11-25", "date-time": "2012-11-25T12:00:00Z", uri: "https://example.com/" };
  return known[schema.format] ?? (schema.pattern?.includes("T([01]") ? known["date-time"] : "");
}
