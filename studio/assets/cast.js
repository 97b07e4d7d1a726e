// The cast a story starts with, over the page: who they are, how they look and where they stand, all of it to be changed.
// The plan shows the stage from above, the camera below; whoever is dragged on it is put there.
"use strict";
const { el, svg, fill, icon, button, t, term, panel, order } = window.nacre;
const SIDE = 232; // px of the plan

const sheet = el("dialog", { class: "sheet cast-sheet", id: "cast-sheet" });
const plan = svg("svg", { class: "plan", id: "cast-plan", viewBox: `0 0 ${SIDE} ${SIDE}`, width: SIDE, height: SIDE, role: "img" });
const list = el("ul", { class: "cast", id: "cast-list" });
const form = el("div", { class: "cast-form", id: "cast-form" });
element.append(sheet);

let data = {};
let wanted = []; // the parts as they are in the form
let chosen = 0;
let shown = null;

const word = (kind, name) => { const known = term(`${kind}.${name}`); return known === `${kind}.${name}` ? term(name).replaceAll("_", " ") : known; };
const RIM = 1.1; // what hangs on a wall is on the plan, too
const px = (metres) => ((metres / (RIM * data.reach) + 1) / 2) * SIDE;
const metres = (px_) => Math.round(Math.min(1, Math.max(-1, ((2 * px_) / SIDE - 1) * RIM)) * data.reach * 20) / 20;
const inks = (part) => [part.colors.top || part.colors.body || "#8b8a96", part.colors.hair || part.colors.accent || "#8b8a96"];

const onTop = (row) => Number(data.kinds[row] !== "prop"); // who sits on a sofa is seen

function drawPlan() {
  plan.setAttribute("aria-label", t("cast.plan"));
  fill(plan, svg("path", { class: "plan-lens", d: `M${SIDE / 2} ${SIDE - 4}l-34 -26M${SIDE / 2} ${SIDE - 4}l34 -26` }),
    ...[...wanted.keys()].sort((a, b) => onTop(a) - onTop(b)).map((row) => {
      const part = wanted[row];
      const [fill_, stroke] = inks(part);
      const mark = onTop(row) ? svg("circle", { cx: px(part.at[0]), cy: px(part.at[1]), r: 8, fill: fill_, stroke, "stroke-width": 3 })
        : svg("rect", { x: px(part.at[0]) - 6, y: px(part.at[1]) - 6, width: 12, height: 12, rx: 3, fill: fill_, stroke, "stroke-width": 2 });
      return svg("g", { class: "plan-mark", "data-part": part.id, "data-here": String(row === chosen), "data-there": String(part.there),
        onpointerdown: (event) => grab(event, row) }, mark, svg("title", {}, part.name));
    }));
}

function grab(event, row) {
  event.preventDefault();
  choose(row);
  const box = plan.getBoundingClientRect();
  const move = (e) => {
    wanted[row].at = [metres(((e.clientX - box.left) / box.width) * SIDE), metres(((e.clientY - box.top) / box.height) * SIDE)];
    drawPlan();
    drawForm();
  };
  const drop = () => { window.removeEventListener("pointermove", move); window.removeEventListener("pointerup", drop); };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", drop);
}

function drawList() {
  fill(list, ...wanted.map((part, row) => {
    const [a, b] = inks(part);
    return el("li", { "data-kind": data.kinds[row], "data-there": String(part.there) },
      el("button", { type: "button", "aria-pressed": String(row === chosen), "data-part": part.id, onclick: () => choose(row) },
        el("span", { class: "token", style: `--a:${a};--b:${b}` }, icon(data.kinds[row])),
        el("span", { class: "who" }, el("strong", {}, part.name), el("small", {}, part.there ? part.role : t("cast.out")))));
  }));
}

const labelled = (label, node) => el("label", { class: "cast-field" }, el("span", {}, label), node);

// What was typed is kept at once; the plan and the list follow when the field is left.
function text(name) {
  const part = wanted[chosen];
  const was = part.role;
  return labelled(t(`cast.${name}`), el("input", { type: "text", id: `cast-${name}`, maxlength: 80, value: part[name],
    oninput: (event) => { part[name] = event.target.value; },
    onchange: () => {
      if (name === "role" && part.name === was) part.name = part.role; // “the knight” becomes “the king”
      redraw();
    } }));
}

function choice(label, id, value, words, kind, keep) {
  return labelled(label, el("select", { id, onchange: (event) => keep(event.target.value) },
    words.map((one) => el("option", { value: one, selected: one === value }, word(kind, one)))));
}

function drawForm() {
  const part = wanted[chosen];
  const looks = Object.entries(data.looks).filter(([name]) => name in part.look);
  const place = (axis) => labelled(t(axis ? "cast.near" : "cast.aside"), el("input", { type: "number", id: `cast-${axis ? "z" : "x"}`,
    step: 0.1, min: -data.reach, max: data.reach, value: part.at[axis],
    onchange: (event) => { part.at = part.at.map((v, i) => (i === axis ? Number(event.target.value) : v)); drawPlan(); } }));
  fill(form,
    el("div", { class: "cast-fields" }, text("name"), text("role"),
      ...looks.map(([name, words]) => choice(t(`look.${name}`), `cast-${name}`, part.look[name], words, name, (value) => { part.look[name] = value; })),
      data.kinds[chosen] !== "prop" && choice(t("cast.emotion"), "cast-emotion", part.emotion, data.emotions, "emotion", (value) => { part.emotion = value; }),
      ...Object.keys(part.colors).map((name) => labelled(t(`color.${name}`), el("input", { type: "color", id: `cast-color-${name}`, value: part.colors[name],
        oninput: (event) => { part.colors[name] = event.target.value; }, onchange: redraw }))),
      place(0), place(1)),
    el("label", { class: "check" }, el("input", { type: "checkbox", id: "cast-there", checked: part.there,
      onchange: (event) => { part.there = event.target.checked; drawPlan(); drawList(); } }), el("span", {}, t("cast.there"))));
}

function redraw() { drawPlan(); drawList(); drawForm(); }
function choose(row) { chosen = row; redraw(); }

function send() {
  const parts = wanted.filter((part, row) => JSON.stringify(part) !== JSON.stringify(data.parts[row]));
  const sky = (name) => { const now = sheet.querySelector(`#cast-${name}`).value; return now === data[name] ? null : now; };
  const change = { parts, time: sky("time"), weather: sky("weather") };
  sheet.close();
  if (parts.length || change.time || change.weather) order(trigger, "changecast", change);
}

panel(props, watch, (value) => {
  if (!value.parts) return;
  const fresh = value.id !== shown;
  data = value;
  if (fresh) { shown = value.id; wanted = structuredClone(value.parts); chosen = 0; }
  const sky = (name, words) => choice(t(`cast.${name}`), `cast-${name}`, value[name], words, name, () => {});
  fill(sheet,
    el("div", { class: "sheet-row" }, el("h2", {}, t("cast")), el("div", { class: "spacer" }), sky("time", value.times), sky("weather", value.weathers),
      button(t("dismiss"), "close", { class: "quiet", onclick: () => sheet.close() })),
    el("div", { class: "cast-columns" }, el("div", {}, plan, el("small", {}, t("cast.plan")), list), form),
    el("div", { class: "sheet-row" }, el("small", {}, value.acted ? t("cast.stale") : ""), el("div", { class: "spacer" }),
      el("button", { type: "button", class: "ghost", onclick: () => sheet.close() }, t("cancel")),
      el("button", { type: "button", class: "primary small", id: "cast-save", onclick: send }, t("cast.save"))));
  redraw();
  if (!fresh) return;
  if (!sheet.open) sheet.showModal();
  form.querySelector("#cast-name").focus();
});
