// The frame around everything: which screen shows, the address bar, what is being worked on, and messages.
"use strict";
const { el, fill, icon, t, panel } = window.nacre;

const bar = el("div", { class: "progress-bar" }, el("span"));
const told = el("span", { class: "told" });
const percent = el("span", { class: "percent" });
const cancel = el("button", { type: "button", class: "quiet", id: "cancel-work", onclick: () => trigger("cancel", {}) });
const work = el("div", { id: "work", class: "work", role: "status", "aria-live": "polite", hidden: true },
  el("div", { class: "work-line" }, el("span", { class: "pulse" }), told, percent, cancel), bar);
const sentence = el("p");
const actions = el("div", { class: "notice-actions" });
const close = el("button", { type: "button", class: "quiet", onclick: () => { notice.hidden = true; } }, icon("close"));
const notice = el("div", { id: "notice", class: "notice", role: "alert", hidden: true }, sentence, close, actions);
const watched = el("span", { class: "told" });
const callOff = el("button", { type: "button", class: "quiet", onclick: () => trigger("calloff", { job: job.job }) }, icon("close"));
const corner = el("div", { id: "watched", class: "watched", role: "status", hidden: true }, el("span", { class: "pulse" }), watched, callOff);
element.append(work, notice, corner);

// Gradio opens a stream for answers when something is asked, and closes it after the last answer. What is asked in that
// very moment is answered to nobody, until something else is asked: so something else is.
const NUDGES = [2000, 6000];

let job = null; // what is done while the author goes on
let look = 0;

// Says how far the job is, and asks again until it has ended.
function showJob(told) {
  job = told;
  clearTimeout(look);
  corner.hidden = !job.open;
  if (!job.open) return;
  const what = t(`export.${job.format}`);
  watched.textContent = t(job.state === "queued" ? "watch.queued" : "watch.running", { what, percent: Math.round(job.fraction * 100) });
  callOff.setAttribute("aria-label", t("cancel"));
  callOff.title = t("cancel");
  look = setTimeout(() => trigger("watch", { job: job.job }), 1000);
}

let hide = 0;
let shown = null;

function showWork(progress) {
  work.hidden = !progress;
  document.body.classList.toggle("working", Boolean(progress));
  if (!progress) return;
  told.textContent = progress.text || t("working");
  percent.textContent = `${Math.round(progress.fraction * 100)} %`;
  bar.firstChild.style.width = `${Math.max(2, progress.fraction * 100)}%`;
  cancel.textContent = t("cancel");
  cancel.hidden = Boolean(progress.waiting);
}

// What was sent may have to wait for its turn: say so at once, the server's own news follow.
document.addEventListener("nacre:sent", () => {
  if (!stays()) notice.hidden = true;
  showWork({ fraction: 0, text: t("working"), waiting: true });
  for (const ms of NUDGES) setTimeout(() => trigger("nudge", {}), ms);
});

// What was made while the author went on is offered until it is dismissed, or there is other news.
const stays = () => !notice.hidden && notice.dataset.offers === "true";

function showNotice(message) {
  clearTimeout(hide);
  notice.hidden = !message;
  if (!message) return;
  notice.dataset.kind = message.kind;
  notice.dataset.offers = String(Boolean(message.download));
  sentence.textContent = message.key ? t(message.key) : message.text;
  fill(actions);
  if (message.path) actions.append(el("code", {}, message.path));
  if (message.download) {
    actions.append(el("a", { href: message.download, download: message.name, id: "download" }, t("download")));
  }
  if (message.reload) {
    actions.append(el("button", { type: "button", id: "reload", onclick: () => { notice.hidden = true; trigger("reload", {}); } },
      t("reload")));
  }
  close.setAttribute("aria-label", t("dismiss"));
  if (!message.reload && !message.download) hide = setTimeout(() => { notice.hidden = true; }, 12000);
}

function goTo(address) {
  const next = new URL(location.href);
  next.search = address;
  if (next.href === location.href) return;
  const sameEpisode = new URLSearchParams(location.search).get("episode") === next.searchParams.get("episode");
  history[sameEpisode ? "replaceState" : "pushState"]({}, "", next);
}

window.addEventListener("popstate", () => trigger("reload", { address: location.search }));

panel(props, watch, (value) => {
  if (value.screen) document.body.dataset.screen = value.screen;
  if (value.address !== undefined) goTo(value.address);
  if (value.title !== undefined) document.title = value.title ? `${value.title} · Nacre` : "Nacre";
  if (value.watched) showJob(value.watched);
  else showWork(value.progress); // whoever is told of a job is told nothing of what is waited for
  if (value.notice !== shown && (value.notice || !stays())) { shown = value.notice; showNotice(value.notice); }
});
