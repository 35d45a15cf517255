// Tabs as the ARIA practices have them; the address says which is open, `#/state/user`.

import { h, put } from "./dom.js";

export class Tabs {
  constructor(list, main) {
    this.list = list;
    this.main = main;
    this.views = [];
    this.open = null;
    list.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("hashchange", () => this.follow());
  }

  /** Show views: {id, title, panel, open(rest), close()}. */
  show(views) {
    this.views = views.map((view) => ({
      ...view,
      tab: h("button", {
        type: "button",
        role: "tab",
        id: `tab-${view.id}`,
        "aria-controls": `panel-${view.id}`,
        onclick: () => go(view.id),
      }, view.title),
      frame: h("section", {
        role: "tabpanel",
        id: `panel-${view.id}`,
        class: `panel ${view.id}`,
        "aria-labelledby": `tab-${view.id}`,
        tabindex: "0",
        hidden: true,
      }, view.panel),
    }));
    put(this.list, this.views.map((view) => view.tab));
    put(this.main, this.views.map((view) => view.frame));
    this.follow();
  }

  /** Show what is open once more, as something changed that all of it depends on. */
  again() {
    this.open?.close();
    this.open?.open(where().rest);
  }

  follow() {
    if (!this.views.length || (location.hash && !location.hash.startsWith("#/"))) return;
    const { id, rest } = where();
    const wanted = this.views.find((view) => view.id === id) ?? this.views[0];
    if (this.open && this.open !== wanted) this.open.close();
    for (const view of this.views) {
      const isOpen = view === wanted;
      view.frame.hidden = !isOpen;
      view.tab.setAttribute("aria-selected", String(isOpen));
      view.tab.tabIndex = isOpen ? 0 : -1;
    }
    this.open = wanted;
    wanted.tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    wanted.open(rest);
  }

  onKey(event) {
    const place = this.views.findIndex((view) => view.tab === document.activeElement);
    const last = this.views.length - 1;
    const next = {
      ArrowRight: place === last ? 0 : place + 1,
      ArrowLeft: place === 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (place < 0 || next === undefined) return;
    event.preventDefault();
    this.views[next].tab.focus();
    go(this.views[next].id);
  }
}

function where() {
  const [id, ...rest] = location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  return { id, rest };
}

/** Open a part of the page. */
export function go(...parts) {
  location.hash = address(...parts);
}

export const address = (...parts) => `#/${parts.map(encodeURIComponent).join("/")}`;

/** Do something again and again while somebody looks; gives what ends it. */
export function whileSeen(milliseconds, act) {
  let isOver = false;
  let timer = null;
  async function turn() {
    if (isOver) return;
    if (!document.hidden) {
      try {
        await act();
      } catch {
        // It may be back the next time; what was shown stays.
      }
    }
    if (!isOver) timer = setTimeout(turn, milliseconds);
  }
  turn();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
