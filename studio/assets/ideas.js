// What could happen next: directions to act out or to fork with by one click, a whole scene to be written, and how much
// happens of its own accord. Words of suggestions are the author's language; they enter the page as text only.
"use strict";
const { el, fill, icon, button, t, panel, order } = window.nacre;

const heading = el("h2", {});
const tools = el("div", { class: "ideas-tools" });
const list = el("ul", { class: "ideas-list", id: "suggestions" });
const settings = el("div", { class: "ideas-settings" });
element.append(el("section", { class: "ideas" },
  el("div", { class: "ideas-head" }, heading, tools), list, settings));

function suggestion(item) {
  return el("li", { "data-kind": item.kind },
    el("button", { type: "button", class: "idea", title: t("suggestion.act"),
      onclick: () => order(trigger, "direct", { direction: item.direction, takes: 1 }) },
      el("span", { class: "idea-words" }, item.direction),
      item.outcome && el("span", { class: "idea-outcome" }, icon("arrow"), item.outcome)),
    button(t("suggestion.fork"), "fork", { class: "idea-fork",
      onclick: () => order(trigger, "branch", { direction: item.direction }) }));
}

function choice(name, value, words) {
  const select = el("select", { id: `density-${name}`, "aria-label": t(`density.${name}`), onchange: () =>
    trigger("density", Object.fromEntries([...settings.querySelectorAll("select")].map((s) => [s.dataset.name, s.value]))) },
    words.map((word) => el("option", { value: word, selected: word === value }, t(`density.${name}.${word}`))));
  select.dataset.name = name;
  return el("label", {}, el("span", {}, t(`density.${name}`)), select);
}

panel(props, watch, (value) => {
  heading.textContent = t("suggestions");
  const more = button(t("suggestion.more"), "retake", { class: "round small", id: "more-ideas",
    onclick: () => trigger("more", { turn: (value.turn || 0) + 1 }) });
  fill(tools, more, el("button", { type: "button", class: "ghost", id: "write-scene",
    onclick: () => order(trigger, "write", {}) }, icon("script"), t("scene.write")));
  const offered = value.suggestions;
  fill(list, ...(offered || []).map(suggestion),
    !offered && el("li", { class: "ideas-wait" }, t("suggestion.wait")),
    offered && offered.length === 0 && el("li", { class: "ideas-wait" }, t("suggestion.none")));
  const density = value.density || {};
  fill(settings, ...Object.entries(value.words || {}).map(([name, words]) => choice(name, density[name], words)));
});
