// The page: what there is, which part of it is shown, and what is asked for once.

import { control } from "./api.js";
import { h, put } from "./dom.js";
import { tell } from "./forms.js";
import { tools } from "./tools.js";
import { Tabs } from "./tabs.js";
import { startClock } from "./time.js";
import * as clock from "./clock.js";
import * as coverage from "./coverage.js";
import * as faults from "./faults.js";
import * as journal from "./journal.js";
import * as operations from "./operations.js";
import * as snapshots from "./snapshots.js";
import * as state from "./state.js";
import * as webhooks from "./webhooks.js";

const VIEWS = [operations, journal, state, faults, clock, webhooks, coverage, snapshots];

async function start() {
  const tabs = new Tabs(document.getElementById("tabs"), document.getElementById("main"));
  tools(document.getElementById("tools"), () => tabs.again());
  const about = await control("GET", "operations");
  const description = await control("GET", "openapi.json");
  name(about);
  startClock();
  tabs.show(VIEWS.filter((each) => each.applies(about)).map((each) => each.view({ about, description })));
}

function name(about) {
  document.title = `${about.title}: stub`;
  put(document.getElementById("title"), about.title);
  badge("version", about.version);
  badge("mode", about.mode === "emulate" ? "stateful" : "examples");
  const swagger = about.swagger.at
    ? h("a", { href: about.swagger.at }, "Swagger UI")
    : h("details", { class: "hint" }, h("summary", {}, "Swagger UI"),
      h("p", {}, "It is not installed. To have it here: ", h("code", {}, `pip install '${about.swagger.install}'`)));
  put(document.getElementById("links"), swagger, h("a", { href: "/openapi.json" }, "openapi.json"));
}

function badge(id, text) {
  const element = put(document.getElementById(id), text);
  element.hidden = !text;
}

start().catch((error) => {
  const says = error.status === 403
    ? "This page needs the stub's control API, and that is not for you to use."
    : "The page cannot be shown.";
  put(document.getElementById("main"), h("div", { class: "notice", role: "alert" }, h("h2", {}, says), h("p", {}, error.message)));
});

window.addEventListener("unhandledrejection", (event) => tell(String(event.reason?.message ?? event.reason)));
