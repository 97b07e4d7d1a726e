// A sheet over the page: two takes or branches side by side, or what differs where a choice rejoins a scene, to be picked.
"use strict";
const { el, fill, icon, button, t, panel, order } = window.nacre;

const sheet = el("dialog", { class: "sheet", id: "sheet" });
element.append(sheet);
let shown = null;

const picture = (src) => el("span", { class: "thumb" }, src && el("img", { src, alt: "" }));

function side(one) {
  return el("section", { class: "side" }, picture(one.still), el("h3", {}, one.title),
    el("p", { class: "side-facts" }, t("seconds", { n: one.seconds }), one.asked > 0 && ` · ${t("compare.done", { done: one.done, asked: one.asked })}`),
    el("ol", {}, one.directions.map((words) => el("li", {}, words))));
}

function difference(found) {
  return el("li", { "data-contradicts": String(found.contradicts) }, found.text);
}

function comparing(value) {
  return [
    el("div", { class: "sides" }, value.sides.map(side)),
    el("p", { class: "side-facts" }, t("compare.together", { n: value.together })),
    value.differences.length
      ? el("ul", { class: "differences", "aria-label": t("compare.differs") }, value.differences.map(difference))
      : el("p", {}, t("compare.same")),
  ];
}

// Every difference can stay as it is; where a direction would mend it, that is offered beside it.
function rejoining(value) {
  const picks = Object.fromEntries(value.differences.map((found) => [found.key, "keep"]));
  const row = (found) => {
    const bridge = found.bridge && el("input", {
      type: "checkbox", "data-key": found.key, onchange: (event) => { picks[found.key] = event.target.checked ? "bridge" : "keep"; },
    });
    return el("li", { "data-contradicts": String(found.contradicts) }, el("p", {}, found.text),
      bridge ? el("label", { class: "check" }, bridge, el("span", {}, t("rejoin.bridge", { words: found.bridge })))
        : el("small", {}, t("rejoin.none")));
  };
  return [
    el("p", {}, t("rejoin.hint")),
    el("div", { class: "sides" }, value.stills.map((src, i) => el("section", { class: "side" }, picture(src), el("small", {}, t(i ? "rejoin.there" : "rejoin.here"))))),
    el("ul", { class: "differences" }, value.differences.map(row)),
    el("div", { class: "sheet-row" }, el("div", { class: "spacer" }),
      el("button", { type: "button", class: "ghost", onclick: () => sheet.close() }, t("cancel")),
      el("button", { type: "button", class: "primary small", id: "rejoin", onclick: () => {
        sheet.close();
        order(trigger, "rejoin", { ...value.offer, picks });
      } }, t("link.add"))),
  ];
}

panel(props, watch, (value) => {
  if (!value.kind) return;
  const heading = el("div", { class: "sheet-row" }, el("h2", {}, t(`sheet.${value.kind}`)), el("div", { class: "spacer" }),
    button(t("dismiss"), "close", { class: "quiet", onclick: () => sheet.close() }));
  fill(sheet, heading, ...(value.kind === "compare" ? comparing(value) : rejoining(value)));
  if (value.id !== shown) { shown = value.id; if (!sheet.open) sheet.showModal(); }
});
