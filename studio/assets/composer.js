// The direction box: what happens next, in the author's words; and the receipt of what the last beat really did.
"use strict";
const { el, fill, icon, t, term, panel, order, keys } = window.nacre;
const CAMERA = ["Close-up", "Medium", "Wide", "Push-in", "Pull-out", "Tracking", "Pan Left", "Tilt Up", "POV Forward", "hard-cut"];
const STATUS = { done: "check", partial: "half", refused: "refused" };

let takes = 1;
let accepted = null; // the token of the direction acted out last: its words leave the box, not what is typed meanwhile
const box = el("textarea", { id: "direction", rows: 2, spellcheck: "false" });
const tools = el("div", { class: "composer-row" });
const receipt = el("ul", { class: "receipt", id: "receipt" });
element.append(el("section", { class: "composer" }, el("div", { class: "direction-box" }, box, tools)), receipt);

function send() {
  order(trigger, "direct", { direction: box.value, takes });
}

box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
});

function insert(words) {
  const at = box.selectionStart;
  const before = box.value.slice(0, at);
  const gap = before && !/\s$/.test(before) ? " " : "";
  box.setRangeText(gap + words, at, box.selectionEnd, "end");
  box.focus();
}
document.addEventListener("nacre:insert", (event) => insert(event.detail));

function takesSelector() {
  const group = el("div", { class: "segments", id: "takes", role: "radiogroup", "aria-label": t("takes") },
    el("span", { class: "segments-label" }, t("takes")));
  for (const n of [1, 2, 3, 4]) {
    group.append(el("button", {
      type: "button", role: "radio", "aria-checked": String(n === takes), "data-takes": n,
      onclick: () => { takes = n; group.replaceWith(takesSelector()); },
    }, String(n)));
  }
  return group;
}

// The vocabulary of facts is the model's; names in it are the author's.
function sentence(fact) {
  const words = t(`fact.${fact.name}`, fact.args.map(term));
  return fact.not ? t("fact.not", { fact: words }) : words;
}

function row(item) {
  return el("li", { "data-status": item.status },
    icon(STATUS[item.status]), el("span", { class: "status" }, t(`status.${item.status}`)),
    el("span", { class: "action" }, item.action),
    item.unbidden && el("span", { class: "reading" }, t("receipt.unbidden")),
    item.reading && el("span", { class: "reading" }, `${t("read.as")} ${item.reading}`),
    item.reason && el("span", { class: "reason" }, item.reason),
    item.facts.length > 0 && el("span", { class: "facts" }, item.facts.map(sentence).join(" · ")));
}

panel(props, watch, (value) => {
  if (value.accepted && value.accepted.token !== accepted) {
    accepted = value.accepted.token;
    if (box.value === value.accepted.direction) box.value = "";
  }
  box.placeholder = t("direction.placeholder");
  box.setAttribute("aria-label", t("direction.label"));
  fill(tools,
    el("div", { class: "chips", "aria-label": t("camera") }, CAMERA.map((name) =>
      el("button", { type: "button", class: "chip", onclick: () => insert(`${t(`camera.${name}`)}`) }, term(name)))),
    el("div", { class: "send-row" }, takesSelector(),
      el("button", { type: "button", class: "primary", id: "direct", onclick: send }, t("direct"), icon("arrow"))));
  fill(receipt, ...(value.receipt || []).map(row));
  receipt.setAttribute("aria-label", t("receipt"));
});

keys({ Enter: () => box.focus() });
