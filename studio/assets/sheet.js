// A sheet over the page: two things side by side, what differs where a choice rejoins a scene (to be picked), what is to
// be mended, the jobs, what everybody remembers, or scenes found by their titles.
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
      } }, t(value.offer.choice ? "choice.keep" : "link.add"))),
  ];
}

// What is to be mended, each with a way to the moment.
function checking(value) {
  const row = (found) => {
    const told = window.nacre.language === "en" ? null : t.known(`finding.${found.code}`, { scene: found.title, beat: found.beat, label: found.label, variable: found.variable });
    const [first, leftOut, last] = found.way;
    const way = [...first, leftOut && `… ${leftOut} …`, ...last].filter(Boolean).join(" › ");
    return el("li", { "data-code": found.code },
      el("div", { class: "finding-where" }, el("strong", {}, found.title), el("small", {}, found.beat === null ? "" : found.beat ? t("choice.after", { n: found.beat }) : t("choice.at.start")),
        el("div", { class: "spacer" }),
        el("button", { type: "button", class: "quiet", "data-go": "", onclick: () => { sheet.close(); trigger("goto", { scene: found.scene, beat: found.beat || 0 }); } },
          t("check.go"), icon("arrow"))),
      el("p", {}, told || found.message),
      way && el("small", {}, t("check.way", { way })));
  };
  return [
    el("p", { class: "side-facts", id: "check-count" }, value.count ? t("check.count", { n: value.count }) : t("check.none")),
    el("ul", { class: "differences", id: "findings" }, value.found.map(row)),
    value.count > value.found.length && el("small", {}, t("list.more", { n: value.count - value.found.length })),
  ];
}

function working(value) {
  const row = (job) => el("li", { "data-job": job.id, "data-state": job.state },
    el("div", { class: "finding-where" },
      el("strong", {}, t(`job.${job.kind}`), job.format && ` · ${t(`export.${job.format}`)}`),
      job.title && el("small", {}, t("job.at", { scene: job.title, beat: job.beat })),
      el("div", { class: "spacer" }),
      el("em", {}, t(`job.${job.state}`), job.state === "running" && ` ${Math.round(job.fraction * 100)} %`),
      job.open && button(t("cancel"), "close", { class: "quiet", onclick: () => trigger("calloff", { job: job.id }) }),
      job.download && el("a", { href: job.download, download: job.name }, t("download"))),
    el("small", {}, new Date(job.created).toLocaleString(window.nacre.language), job.error && ` · ${job.error}`, job.news && ` · ${job.news}`));
  clearTimeout(look);
  if (value.jobs.some((job) => job.open)) look = setTimeout(() => { if (sheet.open) trigger("jobs", { again: true }); }, 1500);
  return [value.jobs.length ? el("ul", { class: "differences", id: "jobs-list" }, value.jobs.map(row)) : el("p", {}, t("jobs.none"))];
}

// What somebody remembers: the latest first, each with how they came to know of it and where that was.
function mind(kept) {
  const rows = kept.memories.map((memory) => el("li", {},
    el("small", {}, t(`how.${memory.how}`)), el("span", { class: "memory-words" }, memory.words),
    el("small", {}, t("memory.at", { scene: memory.scene, beat: memory.beat }))));
  return el("details", { class: "mind", "data-entity": kept.id, open: true },
    el("summary", {}, t("memory.of", { name: kept.name, n: kept.memories.length })), el("ul", {}, rows));
}

function remembering(value) {
  return [value.minds.length ? el("div", { id: "remembered" }, value.minds.map(mind)) : el("p", {}, t("memory.none"))];
}

// Scenes by their titles. Only the list is drawn anew while somebody types.
const words = el("input", { type: "text", id: "find-words", maxlength: 120, oninput: () => {
  clearTimeout(look);
  look = setTimeout(() => trigger("find", { words: words.value, purpose }), 200);
} });
const results = el("ul", { class: "found", id: "found" });
const counted = el("small", {});
let purpose = null;

function finding(value) {
  const pick = (scene) => {
    sheet.close();
    if (value.purpose === "go") trigger("goto", { scene: scene.id, beat: scene.beats });
    else document.dispatchEvent(new CustomEvent("nacre:picked", { detail: { purpose: value.purpose, id: scene.id, title: scene.title } }));
  };
  purpose = value.purpose;
  if (!value.again) words.value = "";
  words.placeholder = t("find.words");
  words.setAttribute("aria-label", t("find.words"));
  fill(results, value.found.map((scene) => el("li", {},
    el("button", { type: "button", "data-scene": scene.id, onclick: () => pick(scene) },
      el("span", {}, scene.title), el("small", {}, t("find.beats", { n: scene.beats }))))));
  counted.textContent = !value.count ? t("find.none") : value.count > value.found.length ? t("list.more", { n: value.count - value.found.length }) : "";
  return [words, results, counted];
}

const KINDS = { compare: comparing, rejoin: rejoining, check: checking, jobs: working, find: finding, minds: remembering };
let look = 0; // the timer of what is looked at again

panel(props, watch, (value) => {
  if (!value.kind) return;
  const body = KINDS[value.kind](value);
  const asked = value.id !== shown && !value.again;
  shown = value.id;
  if (value.kind !== "find" || !value.again) {
    const heading = el("div", { class: "sheet-row" }, el("h2", {}, t(`sheet.${value.kind}`)), el("div", { class: "spacer" }),
      button(t("dismiss"), "close", { class: "quiet", onclick: () => sheet.close() }));
    fill(sheet, heading, ...body);
  }
  if (asked && !sheet.open) sheet.showModal();
  if (asked && value.kind === "find") words.focus();
});
