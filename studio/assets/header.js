// The studio's header: where the author is, that it is saved, what can be taken away, and in which language.
"use strict";
const { el, fill, icon, button, t, panel, order, keys, speak } = window.nacre;
const FORMATS = ["player", "bundle", "vtt", "twee", "json"];

const root = el("header", { class: "header" });
element.append(root);

function exportMenu() {
  const menu = el("div", { class: "menu", id: "export-menu", role: "menu", hidden: true }, FORMATS.map((format) =>
    el("button", {
      type: "button", role: "menuitem", "data-format": format,
      onclick: () => { menu.hidden = true; trigger("export", { format }); },
    }, el("strong", {}, t(`export.${format}`)), el("small", {}, t(`export.${format}.hint`)))));
  const opener = el("button", {
    type: "button", class: "ghost", id: "export", "aria-haspopup": "menu", "aria-label": t("export"),
    onclick: (event) => { event.stopPropagation(); menu.hidden = !menu.hidden; },
  }, icon("download"), el("span", {}, t("export")));
  return el("div", { class: "menu-holder" }, opener, menu);
}
document.addEventListener("click", () => {
  const menu = element.querySelector("#export-menu");
  if (menu) menu.hidden = true;
});

function languages() {
  return el("button", {
    type: "button", class: "quiet", id: "language", "aria-label": t("language"),
    onclick: () => speak(window.nacre.language === "en" ? "zh" : "en"),
  }, window.nacre.language === "en" ? "中文" : "EN");
}

// What was done can be taken back and made again: the button says what.
function step(name, change) {
  const label = change ? t(name, { change: t(`change.${change.kind}`, { subject: change.subject }) }) : t(`${name}.nothing`);
  return button(label, name, { class: "quiet", id: name, disabled: !change, onclick: () => trigger(name, {}) });
}
const press = (name) => { const there = element.querySelector(`#${name}:enabled`); if (there) there.click(); };

panel(props, watch, (value) => {
  const saved = value.saved && new Date(value.saved).toLocaleTimeString(window.nacre.language, { hour: "2-digit", minute: "2-digit" });
  fill(root,
    el("button", { type: "button", class: "home", id: "home", "aria-label": t("home"), title: t("home"), onclick: () => trigger("home", {}) },
      el("span", { class: "pearl" }), el("span", { class: "wordmark" }, "Nacre")),
    el("div", { class: "title", title: value.prompt || "" }, el("strong", { id: "episode-title" }, value.title || "")),
    el("span", { class: "saved", id: "saved" }, saved && icon("check"), el("span", {}, saved ? t("saved", { time: saved }) : "")),
    el("div", { class: "spacer" }), step("undo", value.undo), step("redo", value.redo), languages(),
    el("button", { type: "button", class: "ghost", id: "check", title: t("check.hint"), onclick: () => order(trigger, "check", {}) },
      icon("mend"), el("span", {}, t("check"))),
    button(t("jobs"), "clock", { class: "ghost", id: "jobs", onclick: () => trigger("jobs", { again: false }) }), exportMenu());
});

keys({ "mod+z": () => press("undo"), "mod+shift+z": () => press("redo"), "mod+y": () => press("redo") });
