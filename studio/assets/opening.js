// The opening screen: one sentence, perhaps a picture, and the episodes made so far.
"use strict";
const { el, fill, icon, button, t, panel, order } = window.nacre;
const ASPECTS = ["16:9", "9:16", "1:1"];
const STYLES = ["vinyl", "noir", "ink wash", "watercolour", "neon", "storybook"];

let aspect = "16:9";
let style = ""; // as the sentence says
let picture = null; // {path, preview}
let example = 0;

const box = el("textarea", { id: "prompt", rows: 3, spellcheck: "false" });
const preview = el("span", { class: "preview", hidden: true });
const chooser = el("input", { type: "file", id: "picture", accept: "image/png,image/jpeg,image/webp", hidden: true });
const bundles = el("input", { type: "file", id: "bundle", accept: ".nacre", hidden: true });
const root = el("main", { class: "opening" });
element.append(root);

const send = () => order(trigger, "create", { prompt: box.value, aspect, style, picture: picture ? picture.path : null });

box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
});

async function bring(file) {
  if (!file) return;
  document.dispatchEvent(new Event("nacre:sent"));
  const { path } = await upload(file);
  bundles.value = "";
  order(trigger, "bring", { bundle: path });
}
bundles.addEventListener("change", () => bring(bundles.files[0]));

async function take(file) {
  if (!file) return;
  if (file.name.endsWith(".nacre")) { bring(file); return; }
  const { path } = await upload(file);
  picture = { path, preview: URL.createObjectURL(file), name: file.name };
  showPicture();
}

function showPicture() {
  preview.hidden = !picture;
  fill(preview);
  if (!picture) { chooser.value = ""; return; }
  const image = el("img", { src: picture.preview, alt: picture.name });
  image.addEventListener("error", () => image.replaceWith(icon("picture")));
  preview.append(image,
    button(t("picture.remove"), "close", { class: "quiet", id: "picture-remove", onclick: () => { picture = null; showPicture(); } }));
}
chooser.addEventListener("change", () => take(chooser.files[0]));
for (const name of ["dragover", "drop"]) {
  element.addEventListener(name, (event) => {
    event.preventDefault();
    root.classList.toggle("dropping", name === "dragover");
    if (name === "drop") take(event.dataTransfer.files[0]);
  });
}
element.addEventListener("dragleave", () => root.classList.remove("dropping"));

function shape(name) {
  const [w, h] = name.split(":").map(Number);
  const scale = 14 / Math.max(w, h);
  return el("i", { class: "shape", style: `width:${w * scale}px;height:${h * scale}px` });
}

function aspects() {
  const group = el("div", { class: "segments", role: "radiogroup", "aria-label": t("aspect") });
  for (const name of ASPECTS) {
    group.append(el("button", {
      type: "button", role: "radio", "aria-checked": String(name === aspect), "data-aspect": name, "aria-label": name,
      onclick: () => { aspect = name; group.replaceWith(aspects()); },
    }, shape(name), name));
  }
  return group;
}

function styles() {
  const choices = [el("option", { value: "" }, t("style")), ...STYLES.map((name) => el("option", { value: name }, t(`style.${name}`)))];
  const list = el("select", { id: "style", "aria-label": t("style"), onchange: () => { style = list.value; } }, choices);
  list.value = style;
  return list;
}

function rotate() {
  const examples = t("examples").split("|");
  box.placeholder = examples[example++ % examples.length];
}
setInterval(() => { if (!box.value && document.body.dataset.screen === "opening") rotate(); }, 5000);

function card(episode) {
  return el("button", { type: "button", class: "card", "data-episode": episode.id, onclick: () => trigger("open", { episode: episode.id }) },
    el("span", { class: "card-still" }, episode.still && el("img", { src: episode.still, alt: "", loading: "lazy" })),
    el("strong", {}, episode.title),
    el("small", {}, t("card.counts", episode)));
}

function library(episodes) {
  return el("section", { class: "library", "aria-label": t("library") },
    episodes.length > 0 && el("h2", {}, t("library")), el("div", { class: "cards" }, episodes.map(card)), bundles,
    el("button", { type: "button", class: "ghost", id: "bring", onclick: () => bundles.click() }, icon("download"), el("span", {}, t("bring"))));
}

panel(props, watch, (value) => {
  if (value.clear) { box.value = ""; picture = null; showPicture(); }
  box.setAttribute("aria-label", t("prompt.label"));
  fill(root,
    el("section", { class: "hero" },
      el("div", { class: "brand" }, el("span", { class: "pearl" }), "Nacre"),
      el("h1", {}, t("hero.title")),
      el("p", { class: "lede" }, t("hero.lede")),
      el("div", { class: "prompt-box" },
        box,
        el("div", { class: "prompt-row" },
          chooser,
          el("button", { type: "button", class: "ghost", id: "picture-button", onclick: () => chooser.click() }, icon("picture"), el("span", {}, t("picture.add"))),
          preview, styles(), aspects(),
          el("button", { type: "button", class: "primary", id: "create", onclick: send }, t("create"), icon("arrow")))),
      el("div", { class: "tries" }, el("span", {}, t("try")), t("examples.short").split("|").map((label, i) =>
        el("button", { type: "button", class: "chip", onclick: () => { box.value = t("examples").split("|")[i]; box.focus(); } }, label)))),
    library(value.episodes || []));
  rotate();
});
