// The stage: the clip of the beat before the cursor, or the still where none is played; captions; playing a scene through.
"use strict";
const { el, fill, icon, button, t, panel, order, keys } = window.nacre;

const video = el("video", { id: "clip", playsinline: true, preload: "auto", muted: true });
const still = el("img", { id: "still", alt: "" });
const caption = el("p", { class: "caption", "aria-live": "polite" });
const glow = el("img", { class: "glow", alt: "", "aria-hidden": "true" });
const playButton = el("button", { type: "button", class: "round", id: "play", onclick: toggle });
const scrub = el("input", { type: "range", min: 0, max: 1000, value: 0, class: "scrub", id: "scrub" });
const clock = el("span", { class: "clock" });
const controls = el("div", { class: "controls" });
const screen = el("div", { class: "screen" }, glow, still, video, caption, controls);
const line = el("div", { class: "stage-line" });
const desk = el("div", { class: "stage-desk", hidden: true });
element.append(el("section", { class: "stage" }, screen, line, desk));

let data = {};
let captions = [];
let running = []; // the clips that follow when a whole scene plays

const time = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;

function load(item, play) {
  captions = item.captions;
  video.src = item.clip;
  screen.classList.add("has-clip");
  // A browser may refuse to start by itself; the play button is there then.
  if (play) video.play().catch((error) => { if (error.name !== "NotAllowedError" && error.name !== "AbortError") throw error; });
}

function toggle() {
  if (!video.getAttribute("src")) return;
  if (video.paused) video.play(); else video.pause();
}

function playScene() {
  running = (data.playlist || []).slice();
  if (running.length) load(running.shift(), true);
}

function tick() {
  const now = video.currentTime;
  const length = video.duration || 0;
  const line = captions.find((c) => now >= c.start_s && now < c.end_s);
  caption.textContent = line ? `${line.speaker ? `${line.speaker}: ` : ""}${line.text}` : "";
  clock.textContent = `${time(now)} / ${time(length)}`;
  if (length && document.activeElement !== scrub) scrub.value = (1000 * now) / length;
}

function drawPlay() {
  const label = t(video.paused ? "play" : "pause");
  fill(playButton, icon(video.paused ? "play" : "pause"));
  playButton.setAttribute("aria-label", label);
  playButton.title = label;
}
for (const name of ["play", "pause", "ended"]) video.addEventListener(name, drawPlay);
video.addEventListener("timeupdate", tick);
video.addEventListener("loadedmetadata", tick);
video.addEventListener("ended", () => { if (running.length) load(running.shift(), true); });
video.addEventListener("click", toggle);
scrub.addEventListener("input", () => { if (video.duration) video.currentTime = (scrub.value / 1000) * video.duration; });

function drawControls() {
  scrub.setAttribute("aria-label", t("scrub"));
  fill(controls, playButton, scrub, clock,
    button(t("fullscreen"), "full", { class: "round", onclick: () => screen.requestFullscreen() }));
  drawPlay();
}

// The words of the beat on the stage, to be changed.
function editing(open) {
  desk.hidden = !open;
  if (!open) return;
  const words = el("textarea", { id: "edit-direction", rows: 2, spellcheck: "false", "aria-label": t("edit.label") });
  words.value = data.direction;
  const send = () => { editing(false); order(trigger, "edit", { direction: words.value }); };
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    if (event.key === "Escape") editing(false);
  });
  fill(desk, words, el("div", { class: "stage-desk-row" }, el("small", {}, t("edit.hint")), el("div", { class: "spacer" }),
    el("button", { type: "button", class: "quiet", onclick: () => editing(false) }, t("cancel")),
    el("button", { type: "button", class: "primary small", id: "edit-send", onclick: send }, t("edit.send"))));
  words.focus();
}

function drawLine() {
  const step = (by) => trigger("rewind", { beat: data.beat + by });
  fill(line,
    el("div", { class: "where" },
      el("strong", { id: "scene-title" }, data.scene || ""),
      el("span", { id: "beat-count" }, t(data.beat ? "beat.of" : "beat.start", { beat: data.beat, beats: data.beats }))),
    el("div", { class: "spacer" }),
    button(t("rewind.one"), "previous", { class: "round", id: "previous", disabled: !data.beat, onclick: () => step(-1) }),
    button(t("forward.one"), "next", { class: "round", id: "next", disabled: data.beat >= data.beats, onclick: () => step(1) }),
    el("button", { type: "button", class: "ghost", id: "play-scene", disabled: !(data.playlist || []).length, onclick: playScene },
      icon("play"), el("span", {}, t("play.scene"))),
    data.stale > 0 && el("button", { type: "button", class: "ghost stale", id: "act-again", title: t("again.hint"),
      onclick: () => order(trigger, "again", {}) }, icon("retake"), el("span", {}, t("again", { n: data.beyond ? `${data.stale}+` : data.stale }))),
    el("button", { type: "button", class: "ghost", id: "fork-frame", disabled: !data.clip, title: t("fork.frame.hint"),
      onclick: () => { video.pause(); order(trigger, "forkinside", { at: video.currentTime }); } },
      icon("fork"), el("span", {}, t("fork.frame"))),
    el("button", { type: "button", class: "ghost", id: "edit", disabled: !data.beat, onclick: () => editing(desk.hidden) },
      icon("pen"), el("span", {}, t("edit"))),
    el("button", { type: "button", class: "ghost", id: "retake", disabled: !data.beat, onclick: () => order(trigger, "retake", {}) },
      icon("retake"), el("span", {}, t("retake"))));
}

let clip = null;
panel(props, watch, (value) => {
  data = value;
  editing(false);
  screen.style.setProperty("--ratio", (value.aspect || "16:9").replace(":", " / "));
  screen.dataset.aspect = value.aspect || "16:9";
  still.hidden = glow.hidden = !value.still;
  if (value.still) { still.src = value.still; glow.src = value.still; still.alt = value.direction || value.scene || ""; }
  video.poster = value.still || "";
  drawControls();
  drawLine();
  const next = value.clip || null;
  if (next === clip && !value.autoplay) return;
  clip = next;
  running = [];
  caption.textContent = "";
  if (next) { load({ clip: next, captions: value.captions }, value.autoplay); return; }
  screen.classList.remove("has-clip");
  video.removeAttribute("src");
  video.load();
});

keys({
  " ": toggle,
  r: () => { if (data.beat) order(trigger, "retake", {}); },
  ArrowLeft: () => { if (data.beat) trigger("rewind", { beat: data.beat - 1 }); },
  ArrowRight: () => { if (data.beat < data.beats) trigger("rewind", { beat: data.beat + 1 }); },
});
