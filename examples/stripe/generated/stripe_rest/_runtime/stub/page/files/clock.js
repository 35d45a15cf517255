// What time it is to the stub.

import { control } from "./api.js";
import { h, put } from "./dom.js";
import { button, form } from "./forms.js";
import { askClock, heard, now, onClock } from "./time.js";
import { whileSeen } from "./tabs.js";

const STEPS = [["1 minute", 60], ["1 hour", 3600], ["1 day", 86400], ["30 days", 30 * 86400]];

export const applies = () => true;

export function view() {
  let stop = () => {};
  const face = h("p", { class: "face" });
  const change = async (body) => heard(await control("POST", "clock", { body }));
  const told = () => `It is ${now().text}`;
  const running = button("Stop it", () => change({ running: !now().running }), { said: () => (now().running ? "The clock runs" : "The clock stands still") });
  onClock((clock) => put(running, clock.running ? "Stop it" : "Let it run"));
  const set = form({
    fields: [{ name: "set", schema: { type: "string", format: "date-time" }, doc: "What time it is from now on, in UTC.", required: true }],
    action: "Set the clock",
    done: told,
    submit: change,
  });
  const advance = form({
    fields: [{ name: "advance", schema: { type: "number" }, doc: "By how many seconds the clock moves on.", required: true }],
    action: "Move it on",
    done: told,
    submit: change,
  });
  const panel = h("div", {},
    h("div", { class: "heading" }, h("h2", {}, "Clock")),
    h("p", { class: "help" }, "All stamps, limits, retries of webhooks and what the service does by itself go by this clock."),
    h("section", { class: "card" }, face,
      h("div", { class: "actions" }, running, STEPS.map(([text, seconds]) => button(`+ ${text}`, () => change({ advance: seconds }), { said: told })))),
    h("div", { class: "pair" },
      h("section", { class: "card" }, h("h3", {}, "Set it"), set.element),
      h("section", { class: "card" }, h("h3", {}, "Move it on"), advance.element)));

  function draw() {
    const found = now();
    if (found) put(face, h("time", {}, found.text), " UTC ", h("span", { class: found.running ? "badge good" : "badge" }, found.running ? "running" : "stopped"));
  }

  return {
    id: "clock",
    title: "Clock",
    panel,
    open() {
      askClock().then(draw, () => {});
      stop = whileSeen(500, draw);
    },
    close: () => stop(),
  };
}
