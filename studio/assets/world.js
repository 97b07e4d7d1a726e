// The world at the cursor: place, hour, weather, and how everyone in it is doing.
"use strict";
const { el, fill, icon, button, t, term, panel, order } = window.nacre;
const root = el("section", { class: "world" });
const box = el("textarea", { id: "recast-prompt", rows: 4, spellcheck: "false" });
let prompt = null; // the sentence that this world came from
element.append(root);

// How the world was cast, and the sentence to change it by; what was directed so far stays in its own episode.
function casting(value) {
  if (value.prompt !== prompt) { prompt = value.prompt; box.value = prompt || ""; }
  box.setAttribute("aria-label", t("recast.sentence"));
  return (value.notes.length > 0 || prompt) && el("details", { class: "props", id: "casting" },
    el("summary", {}, t("casting")),
    el("ul", {}, value.notes.map((note) => el("li", {}, el("small", {}, note)))),
    prompt && box,
    prompt && button(t("recast"), null, { id: "recast", onclick: () => order(trigger, "recast", { prompt: box.value }) }));
}

const insert = (name) => document.dispatchEvent(new CustomEvent("nacre:insert", { detail: name }));

function fact(name, words) {
  return el("span", { class: "fact" }, icon(name), words);
}

function member(entity) {
  const doing = [
    entity.pose !== "stand" && term(entity.pose),
    entity.emotion !== "calm" && term(entity.emotion),
    entity.holds.length && t("holds", { things: entity.holds.join(", ") }),
    entity.inside && t("inside", { place: entity.inside }),
    entity.held_by && t("held.by", { name: entity.held_by }),
    entity.open === true && t("open"), entity.lit === true && t("lit"), entity.down && t("down"),
    !entity.present && t("away"),
  ].filter(Boolean);
  return el("li", { "data-kind": entity.kind, "data-entity": entity.id },
    el("button", { type: "button", "aria-label": t("cast.insert", { name: entity.name }), title: t("cast.insert", { name: entity.name }),
      onclick: () => insert(entity.name) },
      el("span", { class: "token", style: `--a:${entity.swatch[0]};--b:${entity.swatch[1]}` }, icon(entity.kind)),
      el("span", { class: "who" }, el("strong", {}, entity.name), el("small", {}, doing.join(" · ") || t("at.ease")))));
}

panel(props, watch, (value) => {
  if (!value.setting) { fill(root); return; }
  const players = value.cast.filter((e) => e.kind !== "prop");
  const props_ = value.cast.filter((e) => e.kind === "prop");
  root.setAttribute("aria-label", t("world"));
  fill(root,
    el("div", { class: "graph-head" }, el("h2", {}, t("world")),
      el("button", { type: "button", class: "quiet", id: "cast-open", title: t("cast.hint"), onclick: () => trigger("cast", {}) },
        icon("pen"), el("span", {}, t("cast")))),
    el("div", { class: "facts-line" }, fact("place", term(value.setting)), fact("sun", `${term(value.time)} · ${value.hour}`),
      fact("cloud", term(value.weather))),
    el("ul", { class: "cast", id: "cast" }, players.map(member)),
    props_.length > 0 && el("details", { class: "props" },
      el("summary", {}, t("props", { n: props_.length })), el("ul", { class: "cast" }, props_.map(member))),
    casting(value),
    el("button", { type: "button", class: "quiet", id: "minds", onclick: () => trigger("minds", {}) }, t("memory")));
});
