// The story graph: scenes as tracks, beats as dots on them, choices as curves. The server lays it out; this draws it.
"use strict";
const { el, fill, svg, icon, button, t, panel, keys } = window.nacre;

let scale = 1;
let data = {};
let form = null; // the small form that is open: its name, what it is about, and itself
const holder = el("div", { class: "graph-scroll", id: "graph-scroll", tabindex: 0 });
const tools = el("div", { class: "graph-tools" });
const heading = el("h2", {});
const desk = el("div", { class: "desk" });
const root = el("section", { class: "graph" }, el("div", { class: "graph-head" }, heading, tools), holder, desk);
element.append(root);

const go = (scene, beat) => trigger("goto", { scene, beat });

// What a click on a node of the graph, or Enter, leads to. There may be many hundreds: the picture listens for all of
// them, and what a hint says is put into the page when somebody points.
const leading = (node, label, scene, beat) => {
  for (const [name, value] of Object.entries({ role: "button", tabindex: 0, "aria-label": label, "data-to": scene, "data-at": beat })) {
    node.setAttribute(name, value);
  }
  return node;
};
const lead = (target) => target.closest("[data-to]");
const follow = (event) => {
  const node = lead(event.target);
  if (!node) return;
  event.preventDefault();
  go(node.dataset.to, Number(node.dataset.at));
};
holder.addEventListener("click", follow);
holder.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") follow(event); });
holder.addEventListener("pointerover", (event) => {
  const node = lead(event.target);
  if (node && !node.querySelector("title")) node.append(svg("title", {}, node.getAttribute("aria-label")));
});

// As much of a text as there is room for in so many pixels: Chinese characters are twice as wide.
function fitted(text, room) {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    width += text.charCodeAt(at) > 0x2e7f ? 12 : 6.3;
    if (width > room) return `${text.slice(0, Math.max(1, at - 1)).trimEnd()}…`;
  }
  return text;
}

function drawEdge(edge) {
  const [x0, y0, x1, y1] = [edge.x0, edge.y0, edge.x1, edge.y1];
  const bend = Math.max(24, Math.abs(x1 - x0) / 2);
  const path = x1 > x0 + 8
    ? `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`
    : `M${x0} ${y0}C${x0 + 60} ${y0 + 46} ${x1 - 60} ${y1 - 46} ${x1} ${y1}`;
  const group = svg("g", { class: "edge", "data-kind": edge.kind, "data-choice": edge.id }, svg("path", { d: path }), svg("title", {}, edge.label));
  if (edge.default) group.classList.add("default");
  if (edge.kind === "rejoin") {
    group.append(svg("text", { x: (x0 + x1) / 2, y: (y0 + y1) / 2 - 5, "text-anchor": "middle" }, edge.label.slice(0, 22)));
  }
  return group;
}

const CAP = 15; // px a track reaches beyond its first and last point

function drawTrack(scene) {
  const length = scene.beats.length * data.column;
  const group = svg("g", { class: "scene", "data-scene": scene.id, "data-here": String(scene.id === data.cursor.scene), "data-ending": String(scene.ending) });
  group.append(leading(svg("rect", { class: "track", x: scene.x - CAP, y: scene.y - 13, width: length + 2 * CAP, height: 26, rx: 13 }),
    t("scene.go", { scene: scene.title }), scene.id, scene.beats.length));
  group.append(svg("path", { class: "rail", d: `M${scene.x} ${scene.y}h${length}` }));
  group.append(svg("text", { class: "scene-name", x: scene.x - CAP + 3, y: scene.y - 19, "data-to": scene.id, "data-at": scene.beats.length, "aria-label": scene.title },
    fitted(scene.title, length + 2 * data.column - 6)));
  if (scene.ending) {
    group.append(svg("path", { class: "flag", d: `M${scene.x + length + CAP + 8} ${scene.y + 7}v-15h10l-3 4 3 4h-10` }));
  }
  return group;
}

function drawDots(scene) {
  const here = scene.id === data.cursor.scene;
  const group = svg("g", { class: "dots", "data-scene": scene.id });
  for (let beat = 0; beat <= scene.beats.length; beat += 1) {
    const x = scene.x + beat * data.column;
    const current = here && beat === data.cursor.beat;
    const stale = scene.stale !== null && beat >= scene.stale;
    const label = beat ? t("beat.go", { beat, direction: scene.beats[beat - 1] }) : t("scene.start", { scene: scene.title });
    const mark = svg("g", { class: "dot", "data-beat": beat, "data-current": String(current), "data-stale": String(stale) },
      svg("circle", { class: "reach", cx: x, cy: scene.y, r: 12 }),
      current && svg("circle", { class: "halo", cx: x, cy: scene.y, r: 10 }),
      beat ? svg("circle", { class: "bead", cx: x, cy: scene.y, r: current ? 6 : 4.5 })
        : svg("rect", { class: "bead", x: x - 4.5, y: scene.y - 4.5, width: 9, height: 9, rx: 2.5, transform: `rotate(45 ${x} ${scene.y})` }));
    group.append(leading(mark, label, scene.id, beat));
  }
  return group;
}

// Of a long story a part is drawn: a stub leads to what is not.
function drawStub(stub) {
  const label = stub.onward ? `+${stub.count}` : `${stub.count}+`;
  const width = 14 + 6 * label.length;
  const group = svg("g", { class: "stub", "data-onward": String(stub.onward) },
    svg("rect", { x: stub.x - width / 2, y: stub.y - 7, width, height: 14, rx: 7 }),
    svg("text", { x: stub.x, y: stub.y + 3.5, "text-anchor": "middle" }, label));
  return leading(group, t(stub.onward ? "stub.onward" : "stub.before", { n: stub.count, scene: stub.title }), stub.to, stub.beat);
}

function drawGraph() {
  const picture = svg("svg", { id: "story", viewBox: `0 0 ${data.width} ${data.height}`, role: "group", "aria-label": t("graph") });
  picture.append(svg("defs", {}, svg("linearGradient", { id: "nacre-sheen", x1: 0, y1: 0, x2: 1, y2: 1 },
    [["0", "#f6e7d8"], ["0.35", "#e9c9e4"], ["0.65", "#bcd2fa"], ["1", "#c5f0e0"]].map(([offset, color]) =>
      svg("stop", { offset, "stop-color": color })))));
  picture.append(...data.scenes.map(drawTrack), ...data.edges.map(drawEdge), ...data.scenes.map(drawDots),
    ...data.stubs.map(drawStub));
  fill(holder, picture);
  centre();
}

// The picture as large as `scale` says, with the cursor in the middle.
function centre() {
  const picture = holder.firstChild;
  picture.setAttribute("width", data.width * scale);
  picture.setAttribute("height", data.height * scale);
  const scene = data.scenes.find((s) => s.id === data.cursor.scene);
  const x = scene.x + data.cursor.beat * data.column;
  holder.scrollTo({ left: x * scale - holder.clientWidth / 2, top: scene.y * scale - holder.clientHeight / 2 });
}

function zoom(next) {
  scale = Math.min(2, Math.max(0.25, next));
  centre();
}

// The whole story, but no smaller than `least`: names must stay legible where nobody asked to see it all.
function fit(least = 0) {
  zoom(Math.max(least, Math.min(1.2, holder.clientWidth / data.width, holder.clientHeight / data.height)));
}

holder.addEventListener("wheel", (event) => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  zoom(scale * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
}, { passive: false });

let grip = null;
holder.addEventListener("pointerdown", (event) => {
  if (event.pointerType !== "mouse" || event.target.closest("[role=button]")) return;
  grip = { x: event.clientX + holder.scrollLeft, y: event.clientY + holder.scrollTop };
});
window.addEventListener("pointermove", (event) => {
  if (grip) holder.scrollTo({ left: grip.x - event.clientX, top: grip.y - event.clientY });
});
window.addEventListener("pointerup", () => { grip = null; });

// The scenes of these ids, which are drawn.
const titled = (ids) => data.scenes.filter((scene) => ids.includes(scene.id)).map(({ id, title }) => ({ id, title }));

const field = (id, label, attributes = {}) => el("input", { type: "text", id, maxlength: 120, placeholder: label, "aria-label": label, ...attributes });

const isOpen = (name) => form !== null && form.name === name;

function open(name) {
  form = isOpen(name) ? null : { name };
  drawDesk();
  const first = desk.querySelector(".small-form input, .small-form select");
  if (!first) return;
  first.focus();
  if (first.select) first.select();
}

// The form that is open. It is made once for a scene, so that what is typed stays when the rest is drawn anew; what
// lists things beside it is as new as they are.
function standing(make) {
  const about = `${data.cursor.scene} ${window.nacre.language}`;
  if (form.about !== about || lists(form)) Object.assign(form, { about, node: make() });
  return form.node;
}
const lists = ({ node }) => node.localName !== "form";

// What a form asked for closes it; what was refused can be said otherwise.
function smallForm(id, fields, label, send) {
  const onsubmit = (event) => { event.preventDefault(); form.sent = true; send(); };
  return el("form", { class: "small-form", id, onsubmit, oninput: () => { form.sent = false; } },
    ...fields, label && el("button", { type: "submit", class: "primary small" }, label));
}

// How a choice is offered: whether it is taken when nobody chooses, how long there is to choose, what it asks and does.
// `was` are the terms of a choice that is there.
function terms(name, was = {}) {
  const standard = el("input", { type: "checkbox", id: `${name}-default`, checked: Boolean(was.default) });
  const seconds = el("input", {
    type: "number", id: `${name}-seconds`, min: 1, max: 3600, placeholder: t("link.seconds"), "aria-label": t("link.seconds"), value: was.seconds,
  });
  const condition = field(`${name}-if`, t("link.if"), { maxlength: 500, value: was.condition });
  const effects = field(`${name}-then`, t("link.then"), { maxlength: 1000, value: was.effects });
  const logic = data.variables.length || was.condition || was.effects ? [condition, effects] : [];  // there is nothing to ask for yet
  return {
    nodes: [el("label", { class: "check" }, standard, t("link.default")), seconds, ...logic],
    read: () => ({
      default: standard.checked, seconds: seconds.value ? Number(seconds.value) : null,
      condition: condition.value, effects: effects.value,
    }),
  };
}

function forkForm() {
  const label = field("fork-label", t("fork.label"));
  const offered = terms("fork");
  return smallForm("fork-form", [label, offered.nodes], t("fork"), () => trigger("fork", { label: label.value, ...offered.read() }));
}

function linkForm() {
  const label = field("link-label", t("link.label"));
  const to = scenePicker("link-to", t("link.to"), titled(data.targets), "link");
  const offered = terms("link");
  return smallForm("link-form", [label, to.nodes, offered.nodes], t("link.add"), () =>
    trigger("link", { label: label.value, to: to.value, ...offered.read() }));
}

// A choice that is there: its words, where it leads, and its terms.
function choiceForm(choice) {
  const label = field("choice-label", t("link.label"), { value: choice.label });
  const known = data.targets.includes(choice.target) ? [] : [{ id: choice.target, title: choice.to }];
  const to = scenePicker("choice-to", t("link.to"), [...known, ...titled(data.targets)], "link", choice.target);
  const offered = terms("choice", choice);
  return smallForm("choice-form", [label, to.nodes, offered.nodes], t("choice.keep"), () =>
    trigger("rechoose", { choice: choice.id, label: label.value, to: to.value, ...offered.read() }));
}

function renameForm() {
  const title = field("rename-title", t("rename.title"), { value: data.title });
  return smallForm("rename-form", [title], t("rename"), () => trigger("rename", { title: title.value }));
}

function branchForm() {
  const name = field("branch-name", t("branch.name"), { value: data.title });
  return smallForm("branch-form", [name], t("branch"), () => trigger("branch", { name: name.value }));
}

function branchNameForm(branch) {
  const name = field("branch-rename", t("branch.name"), { value: branch.name });
  return smallForm("branch-rename-form", [name], null, () => trigger("rebranch", { was: branch.name, name: name.value }));
}

function variablesForm() {
  const text = field("variables-text", t("variables.new"), { maxlength: 600 });
  const rows = data.variables.map((variable) => el("li", {},
    el("span", { class: "choice-label" }, `${variable.name} = ${variable.initial}`),
    button(t("variables.remove", { name: variable.name }), "close", { class: "quiet", onclick: () => trigger("forget", { variable: variable.name }) })));
  return el("div", {},
    smallForm("variables-form", [text], t("variables.add"), () => trigger("remember", { variable: text.value })),
    rows.length ? el("ul", { class: "choices", id: "variables", "aria-label": t("variables") }, rows) : "");
}

const picker = (id, label, options) => el("select", { id, "aria-label": label },
  options.map(({ value, text }) => el("option", { value }, text)));

// One of the scenes; where only a part of the story is drawn, any other can be found by its title.
function scenePicker(id, label, scenes, purpose, chosen = null) {
  const select = picker(id, label, scenes.map((scene) => ({ value: scene.id, text: scene.title })));
  if (chosen) select.value = chosen;
  select.dataset.purpose = purpose;
  const search = !data.whole && button(t("find"), "search", { class: "quiet", id: `${id}-find`, onclick: () => find(purpose) });
  return { nodes: [select, search], get value() { return select.value; } };
}

const find = (purpose) => trigger("find", { purpose, words: "" });
document.addEventListener("nacre:picked", ({ detail }) => {
  const select = desk.querySelector(`select[data-purpose=${detail.purpose}]`);
  if (!select) return;
  if (![...select.options].some((option) => option.value === detail.id)) select.append(el("option", { value: detail.id }, detail.title));
  select.value = detail.id;
});

const others = () => data.scenes.filter((scene) => scene.id !== data.cursor.scene);

function compareForm() {
  const other = scenePicker("compare-with", t("compare.with"), others(), "compare");
  return smallForm("compare-form", [other.nodes], t("compare"), () => trigger("compare", { scene: other.value }));
}

function moveForm() {
  const choice = picker("move-choice", t("move.choice"), data.leading.map((way) => ({ value: way.id, text: `${way.title}: ${way.label}` })));
  const to = scenePicker("move-to", t("move.to"), titled(data.sources), "move");
  return smallForm("move-form", [choice, to.nodes], t("move"), () => {
    const way = data.leading.find((one) => one.id === choice.value);
    trigger("move", { choice: way.id, scene: way.scene, to: to.value });
  });
}

// What can be done with the scene as a whole, and what is in the trash.
function moreForm() {
  const item = (id, label, picture, run, disabled = false) => el("button",
    { type: "button", class: "ghost", id, disabled, onclick: run }, icon(picture), el("span", {}, label));
  return el("div", { class: "more", id: "more-form" },
    el("div", { class: "desk-row" },
      item("branch-button", t("branch"), "tag", () => open("branch")),
      item("variables-button", t("variables"), "equals", () => open("variables")),
      item("compare-button", t("compare.menu"), "compare", () => open("compare"), data.whole && !others().length),
      item("duplicate-button", t("duplicate"), "copy", () => trigger("duplicate", {})),
      item("move-button", t("move.menu"), "move", () => open("move"), !data.leading.length || (data.whole && !data.sources.length)),
      item("delete-button", t("delete"), "trash", () => trigger("remove", {}), data.first)),
    data.trash.length > 0 && el("ul", { class: "choices", id: "trash", "aria-label": t("trash") },
      el("li", { class: "caption-row" }, el("small", {}, t("trash"))),
      data.trash.map((put) => el("li", { "data-removal": put.id }, icon("trash"),
        el("span", { class: "choice-label" }, put.title), el("small", {}, put.scenes ? t("trash.scenes", { n: put.scenes }) : ""),
        el("button", { type: "button", class: "quiet", onclick: () => trigger("restore", { removal: put.id }) }, t("restore"))))));
}

const FORMS = { fork: forkForm, link: linkForm, rename: renameForm, more: moreForm, branch: branchForm, compare: compareForm, move: moveForm,
  variables: variablesForm };

// The named branches: where each ends, and its name to be changed or thrown away.
function branchRow(branch) {
  const renaming = `branch ${branch.name}`;
  const label = el("button", { type: "button", class: "choice-label", onclick: () => go(branch.scene, branch.beats) }, branch.name);
  return el("li", { "data-branch": branch.name, "data-here": String(branch.scene === data.cursor.scene) }, icon("tag"),
    isOpen(renaming) ? standing(() => branchNameForm(branch)) : label,
    button(t("branch.rename", { name: branch.name }), "pen", { class: "quiet", onclick: () => open(renaming) }),
    button(t("branch.remove", { name: branch.name }), "close", { class: "quiet", onclick: () => trigger("unbranch", { name: branch.name }) }));
}

function choiceRow(choice, place) {
  const changing = `choice ${choice.id}`;
  if (isOpen(changing)) return el("li", { "data-choice": choice.id }, standing(() => choiceForm(choice)));
  return el("li", { "data-choice": choice.id },
    el("small", {}, choice.after ? t("choice.after", { n: choice.after }) : t("choice.at.start")), el("span", { class: "choice-label" }, choice.label), el("span", { class: "choice-to" }, icon("arrow"), choice.to),
    choice.default && el("em", {}, t("default")), choice.seconds !== null && el("em", {}, t("seconds", { n: choice.seconds })),
    choice.condition && el("em", {}, t("choice.if", { condition: choice.condition })), choice.effects && el("em", {}, choice.effects),
    place > 0 && button(t("choice.up", { label: choice.label }), "up", { class: "quiet", onclick: () => trigger("reorder", { choice: choice.id, at: place - 1 }) }),
    button(t("choice.edit", { label: choice.label }), "pen", { class: "quiet", onclick: () => open(changing) }),
    button(t("choice.remove", { label: choice.label }), "close", { class: "quiet", onclick: () => trigger("unlink", { choice: choice.id }) }));
}

function drawDesk() {
  const held = form && form.node && form.node.contains(document.activeElement) ? document.activeElement : null;
  const tab = (name, label, picture, attributes = {}) => el("button",
    { type: "button", class: "ghost", id: `${name}-button`, "aria-expanded": String(isOpen(name)), onclick: () => open(name), ...attributes },
    icon(picture), el("span", {}, label));
  fill(desk,
    el("div", { class: "desk-row" },
      tab("fork", t("fork.here"), "fork"),
      tab("link", t("link"), "link", { disabled: data.whole && !data.targets.length }),
      el("button", { type: "button", class: "ghost", id: "ending-button", "aria-pressed": String(data.ending), onclick: () => trigger("ending", { ending: !data.ending }) },
        icon("flag"), el("span", {}, t(data.ending ? "ending.not" : "ending"))),
      tab("rename", t("rename"), "pen"),
      tab("more", t("more"), "more")),
    form && FORMS[form.name] && standing(FORMS[form.name]),
    data.choices.length ? el("ul", { class: "choices", id: "choices", "aria-label": t("choices") }, data.choices.map(choiceRow)) : "",
    data.branches.length ? el("ul", { class: "choices", id: "branches", "aria-label": t("branches") }, data.branches.map(branchRow)) : "");
  if (held) held.focus();
}

panel(props, watch, (value) => {
  if (!value.scenes) return;
  const first = !data.scenes;
  const changed = data.episode !== value.episode || data.revision !== value.revision;
  const gone = changed && form && (form.sent || lists(form) || data.cursor.scene !== value.cursor.scene);
  if (gone) form = null; // what else has changed meanwhile, the beat that is filmed say, takes no form from under a hand
  data = value;
  heading.textContent = t("graph");
  holder.setAttribute("aria-label", t("graph"));
  fill(tools,
    button(t("find"), "search", { class: "round", id: "find", onclick: () => find("go") }),
    button(t("zoom.out"), "minus", { class: "round", onclick: () => zoom(scale / 1.25) }),
    button(t("zoom.in"), "plus", { class: "round", onclick: () => zoom(scale * 1.25) }),
    button(t("zoom.fit"), "fit", { class: "round", id: "graph-fit", onclick: () => fit() }),
    button(t("graph.large"), "expand", { class: "round", id: "graph-large", onclick: () => { root.classList.toggle("large"); fit(0.8); } }));
  drawGraph();
  drawDesk();
  if (first) fit(0.8);
});

keys({ f: () => open("fork"), Escape: () => { root.classList.remove("large"); centre(); } });
