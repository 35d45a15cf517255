// Who hears of events, and how each delivery went.

import { control } from "./api.js";
import { badge, h, hide, put, table } from "./dom.js";
import { button, form, specs } from "./forms.js";
import { pretty, shown } from "./json.js";
import { whileSeen } from "./tabs.js";
import { readable } from "./time.js";

const PAUSE = 1000;
const MOST = 100;
const KINDS = { delivered: "good", failed: "bad", pending: "" };

export const applies = (about) => about.events.length > 0;

export function view({ about, description }) {
  let stop = () => {};
  const seen = { webhooks: "", deliveries: "" };
  const subscriptions = h("div", { class: "rows" });
  const log = h("div", { class: "rows" });
  const detail = h("aside", { class: "detail", "aria-label": "Delivery", hidden: true });
  const fields = specs(description, "webhooks").map((spec) => (spec.name === "events"
    ? { ...spec, schema: { ...spec.schema, items: { ...spec.schema.items, enum: about.events } } }
    : spec));
  const made = form({
    fields,
    action: "Subscribe",
    done: "Subscribed",
    submit: async (given) => { await control("POST", "webhooks", { body: given }); await poll(); },
  });
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "Webhooks")),
    h("h3", {}, "Subscriptions"), subscriptions,
    h("details", { class: "card" }, h("summary", {}, h("h3", {}, "Another subscription")), made.element),
    h("h3", {}, "Deliveries"),
    h("p", { class: "help" }, "Newest first. What fails is sent again, by the stub's clock."),
    h("div", { class: "split" }, log, detail));

  async function poll() {
    const { webhooks } = await control("GET", "webhooks");
    const { deliveries } = await control("GET", "deliveries", { query: { limit: MOST } });
    draw("webhooks", webhooks, subscriptions, () => table("Subscriptions", ["Id", "Address", "Events", "Whose", "Do"], webhooks.map(subscription), "Nobody hears of events."));
    draw("deliveries", deliveries, log, () => table("Deliveries", ["Delivery", "Event", "State", "Attempts", "Do"], deliveries.reverse().map(delivery), "Nothing was told yet."));
  }

  function draw(name, found, place, made) {
    const text = JSON.stringify(found);
    if (text === seen[name]) return;
    seen[name] = text;
    put(place, made());
  }

  function subscription(each) {
    const remove = button("Remove", async () => { await control("DELETE", `webhooks/${each.id}`); await poll(); }, { label: `Remove subscription ${each.id}`, said: `Subscription ${each.id} is removed` });
    return h("tr", {},
      h("td", {}, String(each.id)), h("td", {}, h("code", {}, each.url), each.username && ` as ${each.username}`),
      h("td", {}, each.events.length ? each.events.join(", ") : "all"),
      h("td", {}, each.tenant ?? "everybody's", each.namespace && [" ", badge(each.namespace)]), h("td", {}, each.record ? `as ${each.record} says` : remove));
  }

  function delivery(each) {
    const again = button("Redeliver", async () => { await control("POST", `deliveries/${each.id}/redeliver`, { body: {} }); await poll(); }, { label: `Redeliver delivery ${each.id}`, said: "It is sent again" });
    const last = each.attempts.at(-1);
    return h("tr", {},
      h("td", {}, h("button", { type: "button", class: "link", "data-key": String(each.id), onclick: () => choose(each) }, String(each.id), h("span", { class: "unseen" }, ` of ${each.event}`))),
      h("td", {}, each.event), h("td", {}, badge(each.state, KINDS[each.state])),
      h("td", {}, `${each.attempts.length}${last ? `, last: ${last.status ?? last.error}` : ""}`, each.due && h("span", { class: "dim" }, ` again at ${readable(each.due)}`)),
      h("td", {}, again));
  }

  function choose(each) {
    const close = () => hide(detail, () => log.querySelector(`[data-key="${each.id}"]`));
    detail.hidden = false;
    const text = each.content_type.includes("json") ? pretty(each.body) : each.body.split("&").map(decoded).join("\n");
    put(detail,
      h("div", { class: "bar" }, h("h3", { tabindex: "-1" }, `Delivery ${each.id}`), h("button", { type: "button", class: "quiet", onclick: close }, "Close")),
      h("p", { class: "help" }, `${each.event} to ${each.url}`),
      h("ul", { class: "violations" }, each.attempts.map((one) => h("li", {}, `${readable(one.at)}: ${one.status ?? one.error}`))),
      h("h4", {}, each.content_type), shown(text, "Body"));
    detail.querySelector("h3").focus();
  }

  return {
    id: "webhooks",
    title: "Webhooks",
    panel,
    open() {
      seen.webhooks = "";
      seen.deliveries = "";
      stop = whileSeen(PAUSE, poll);
    },
    close: () => stop(),
  };
}

/** A pair of a form, readable. */
function decoded(pair) {
  try {
    return decodeURIComponent(pair.replaceAll("+", " "));
  } catch {
    return pair;
  }
}
