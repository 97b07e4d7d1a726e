// The film strip: the beats of the scene in order, each with its picture, its words and its takes.
"use strict";
const { el, fill, button, t, panel } = window.nacre;
const root = el("ol", { class: "strip", id: "beats" });
element.append(root);

function takes(beat) {
  if (beat.takes.length < 2) return null;
  const counts = beat.takes.find((take) => take.canonical);
  const other = beat.takes.findLast((take) => !take.canonical);
  return el("span", { class: "takes", role: "group", "aria-label": t("takes") }, beat.takes.map((take, i) => el("button", {
    type: "button", "data-take": take.id, "aria-pressed": String(take.canonical), title: t("take.choose", { take: i + 1 }),
    "aria-label": t("take.choose", { take: i + 1 }),
    onclick: () => trigger("take", { beat: beat.index, take: take.id }),
  }, String(i + 1))), button(t("take.compare"), "compare", {
    class: "compare", onclick: () => trigger("compare", { beat: beat.index, one: counts.id, other: other.id }),
  }));
}

function frame(beat, cursor) {
  const state = beat.index === cursor ? "here" : beat.index < cursor ? "played" : "ahead";
  const label = beat.index ? t("beat.go", { beat: beat.index, direction: beat.direction }) : t("beat.go.start");
  return el("li", { "data-state": state, "data-beat": beat.index },
    el("button", { type: "button", class: "frame", "aria-label": label, "aria-current": state === "here" ? "step" : null,
      onclick: () => trigger("rewind", { beat: beat.index }) },
      el("span", { class: "thumb" }, el("img", { src: beat.still, alt: "", loading: "lazy" }),
        el("b", {}, beat.index ? String(beat.index) : t("start")),
        beat.stale && el("em", { title: t("stale.hint") }, t("stale"))),
      el("span", { class: "words" }, beat.index ? beat.direction : t("scene.opens"))),
    takes(beat));
}

panel(props, watch, (value) => {
  root.setAttribute("aria-label", t("beats"));
  fill(root, ...(value.beats || []).map((beat) => frame(beat, value.cursor)));
  const here = root.querySelector("[data-state=here]");
  if (here) root.scrollTo({ left: here.offsetLeft - root.clientWidth / 2 + here.clientWidth / 2, behavior: "smooth" });
});
