// The stub's clock, asked for now and then, and counted on in between.

import { control } from "./api.js";
import { whileSeen } from "./tabs.js";

let known = null;
const listeners = new Set();

/** What time it is to the stub: {text, running}; null while nobody knows. */
export function now() {
  if (!known) return null;
  const passed = known.running ? performance.now() - known.asked : 0;
  return { text: readable(new Date(known.moment + passed).toISOString()), running: known.running };
}

/** Hear of a clock that the control API told. */
export function heard(clock) {
  known = { moment: Date.parse(clock.now), running: clock.running, asked: performance.now() };
  for (const each of listeners) each(clock);
}

export function onClock(listener) {
  listeners.add(listener);
}

export async function askClock() {
  heard(await control("GET", "clock"));
}

/** `2031-01-01T00:00:00.000Z` -> `2031-01-01 00:00:00` */
export const readable = (text) => text.replace("T", " ").replace(/(\.\d+)?Z$/, "");

export const startClock = () => whileSeen(5000, askClock);
