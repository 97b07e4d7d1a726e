// The player: walks the story in the page, clip by clip, and asks the audience where it goes.
// Author text is only ever shown through textContent. Nothing here touches the network; what is remembered
// between visits (scenes seen, endings found) is kept in localStorage where the browser allows it.
(() => {
  "use strict";

  const WORDS = {
    en: {
      play: "Play", again: "From the start", other: "Try another path", map: "Map", back: "Back to the last choice",
      pause: "Pause", resume: "Play", captions: "Captions", full: "Full screen", close: "Close", end: "The end",
      goOn: "Continue", noWords: "Go on", beats: "Part {0} of {1}", found: "{0} of {1} endings found",
      allFound: "All {0} endings found", endings: "{0} endings", choices: "{0} choices", minutes: "about {0} min",
      seconds: "about {0} s", decide: "{0} seconds to decide. If you wait: {1}", choose: "Choose", unseen: "Not seen yet",
      trouble: "This part cannot be played: {0} is missing or damaged.", skip: "Go on without it",
      keys: "Space pause · 1–9 choose · ← last choice · C captions · M map · F full screen",
    },
    zh: {
      play: "播放", again: "从头开始", other: "换一条路", map: "故事地图", back: "回到上一个选择",
      pause: "暂停", resume: "播放", captions: "字幕", full: "全屏", close: "关闭", end: "剧终",
      goOn: "继续", noWords: "继续", beats: "第 {0} 段，共 {1} 段", found: "已发现 {0} / {1} 个结局",
      allFound: "已发现全部 {0} 个结局", endings: "{0} 个结局", choices: "{0} 个选择", minutes: "约 {0} 分钟",
      seconds: "约 {0} 秒", decide: "{0} 秒内决定。如果等待：{1}", choose: "请选择", unseen: "尚未看过",
      trouble: "这一段无法播放：{0} 缺失或已损坏。", skip: "跳过",
      keys: "空格 暂停 · 1–9 选择 · ← 上一个选择 · C 字幕 · M 地图 · F 全屏",
    },
  };
  const IDLE_MS = 2600, TAKEN_MS = 420, GLOW_MS = 160, SOON_S = 3;

  const story = JSON.parse(document.getElementById("story").textContent);
  const language = navigator.language.startsWith("zh") ? "zh" : "en";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const $ = (id) => document.getElementById(id);
  const player = $("player"), map = $("map");
  const say = (key, ...values) => WORDS[language][key].replace(/\{(\d)\}/g, (_, at) => values[at]);

  // The story

  const isTerminal = (scene) => !scene.choices.some((choice) => choice.after >= scene.beats.length);
  const terminals = Object.keys(story.scenes).filter((id) => isTerminal(story.scenes[id]));
  const choiceCount = Object.values(story.scenes).reduce((sum, scene) => sum + (scene.choices.length ? 1 : 0), 0);

  // Where the audience is: `played` beats of `scene` are over, and the variables have these `values`; `trail` holds the
  // choices made on the way here.
  const now = { scene: story.root, played: 0, values: story.variables, trail: [], offered: [], clock: null, paused: false };
  const here = () => story.scenes[now.scene];

  const memory = remember();

  function remember() {
    const key = `nacre-player:${story.id}`;
    const kept = { found: new Set(), seen: new Set(), taken: new Set() };
    const entered = new Map();  // the values of the variables when a scene last began
    const fits = (values) => values.length === story.variables.length
      && values.every((value, at) => typeof value === typeof story.variables[at]);
    try {
      const saved = JSON.parse(localStorage.getItem(key));
      if (saved && saved.version === story.version) {
        for (const name of Object.keys(kept)) for (const item of saved[name]) kept[name].add(item);
        for (const [scene, values] of saved.entered) if (fits(values)) entered.set(scene, values);
      }
    } catch { /* no storage here, or not ours: begin with nothing */ }
    function save() {
      const sets = Object.fromEntries(Object.entries(kept).map(([name, items]) => [name, [...items]]));
      const data = { version: story.version, ...sets, entered: [...entered] };
      try { localStorage.setItem(key, JSON.stringify(data)); } catch { /* remembered until the page closes */ }
    }
    return {
      ...kept,
      valuesIn: (scene) => entered.get(scene) || story.variables,
      add(name, item) { kept[name].add(item); save(); },
      enter(scene, values) { kept.seen.add(scene); entered.set(scene, values); save(); },
    };
  }

  function start() {
    now.trail = [];
    enter(story.root, story.variables);
  }

  function enter(scene, values) {
    picture.turn += 1;  // whatever was about to play no longer is
    Object.assign(now, { scene, played: 0, values });
    memory.enter(scene, values);
    drawBeats();
    arrive();
  }

  /** At a point between beats: ask, go on, or end. */
  function arrive() {
    const choices = rules.opened(here(), now.played, now.values);
    if (choices.length) offer(choices);
    else goOn();
  }

  function goOn() {
    if (now.played < here().beats.length) play(here().beats[now.played]);
    else finish();
  }

  function finish() {
    memory.add("found", now.scene);
    show("end");
    $("end-title").textContent = here().title;
    player.querySelector("#end .primary").hidden = now.trail.length === 0;
    drawPearls();
    drawFound();
    player.querySelector("#end button:not([hidden])").focus({ preventScroll: true });
  }

  function back() {
    if (map.open) map.close();
    const point = now.trail.pop();
    if (!point) { start(); return; }
    Object.assign(now, { scene: point.scene, played: point.played, values: point.values });
    drawBeats();
    still(point.clip);
    arrive();
  }

  // The picture: two videos take turns, the one behind is made ready while the one in front plays

  const [one, two] = player.querySelectorAll("video");
  const picture = { front: one, behind: two, turn: 0, settling: false };

  /** Get a clip ready behind the one that is showing. */
  function cue(clip) {
    if (picture.settling || picture.behind.dataset.clip === clip) return;
    picture.behind.dataset.clip = clip;
    picture.behind.src = clip;
    picture.behind.load();
  }

  function swap() {
    picture.settling = false;
    [picture.front, picture.behind] = [picture.behind, picture.front];
    picture.front.classList.add("on");
    picture.behind.classList.remove("on");
    picture.behind.pause();
    glow();
  }

  async function play(beat) {
    const turn = ++picture.turn;
    show("play");
    setPaused(false);
    picture.settling = false;
    cue(beat.clip);
    const video = picture.behind;
    video.currentTime = 0;
    try {
      await video.play();
    } catch (error) {
      if (turn !== picture.turn) return;
      if (video.error || error.name === "NotSupportedError") { fail(beat); return; }
      setPaused(true);  // the browser wants a click first
    }
    if (turn !== picture.turn) { if (video !== picture.front) video.pause(); return; }
    if (now.paused) video.pause();  // somebody paused while it was getting ready
    swap();
    cueNext();
  }

  /** Show the last frame of a clip, at rest. */
  function still(clip) {
    const turn = ++picture.turn;
    if (!clip || picture.front.dataset.clip === clip) { picture.front.pause(); rest(picture.front); return; }
    picture.settling = false;
    cue(clip);
    picture.settling = true;  // until it shows, the video behind is not to be used for what comes next
    const video = picture.behind;
    const settle = () => {
      rest(video);
      video.addEventListener("seeked", () => { if (turn === picture.turn) swap(); }, { once: true });
    };
    if (video.readyState >= 1) settle();
    else video.addEventListener("loadedmetadata", settle, { once: true });
  }

  function rest(video) {
    if (Number.isFinite(video.duration)) video.currentTime = Math.max(0, video.duration - 0.04);
  }

  /** Make ready what most likely comes next. */
  function cueNext() {
    const beats = here().beats;
    if (now.played + 1 < beats.length) cue(beats[now.played + 1].clip);
    else {
      const ends = rules.opened(here(), beats.length, now.values);
      const next = ends.find((choice) => choice.default) || ends[0];
      if (next) cueScene(next.to);
    }
  }

  function cueScene(id) {
    const first = story.scenes[id].beats[0];
    if (first) cue(first.clip);
  }

  function fail(beat) {
    show("trouble");
    $("trouble-text").textContent = say("trouble", beat.clip);
    player.querySelector("#trouble button").focus();
  }

  function over() {
    now.played += 1;
    arrive();
  }

  for (const video of [one, two]) {
    video.addEventListener("ended", () => { if (video === picture.front && player.dataset.screen === "play") over(); });
  }

  const light = $("glow").getContext("2d");

  /** The picture's light on the letterbox: a tiny copy, blurred by the style sheet. */
  function glow() {
    const canvas = light.canvas;
    if (picture.front.readyState >= 2) light.drawImage(picture.front, 0, 0, canvas.width, canvas.height);
  }

  // Choices

  function offer(choices) {
    setPaused(false);
    now.offered = choices.map((choice) => ({ ...choice, label: choice.label.trim() || say("noWords") }));
    if (now.played < here().beats.length) now.offered.push({ label: say("goOn"), to: null });
    show("choice");
    fillBeats(0);
    setClock(choices);
    drawOptions();
    cueScene((now.offered.find((choice) => choice.default) || choices[0]).to);
    $("choices").focus({ preventScroll: true });
  }

  /** Time runs only where somebody has said what happens when it is over. */
  function setClock(choices) {
    const goesOn = now.offered.find((choice) => choice.to === null);
    const limit = rules.clock(choices, Boolean(goesOn));
    const fallback = limit && (limit.fallback ? now.offered.find((choice) => choice.at === limit.fallback.at) : goesOn);
    now.clock = limit && { left: limit.seconds, all: limit.seconds, fallback };
    $("clock").hidden = !now.clock;
    const labels = now.offered.map((choice) => choice.label).join(", ");
    const hurry = now.clock ? " " + say("decide", Math.ceil(now.clock.left), fallback.label) : "";
    $("announce").textContent = `${say("choose")}: ${labels}.${hurry}`;
  }

  function drawOptions() {
    const list = $("options");
    list.classList.toggle("many", now.offered.length > 4);
    list.replaceChildren(...now.offered.map((choice, at) => {
      const item = document.createElement("li");
      item.style.setProperty("--n", at);
      const button = item.appendChild(document.createElement("button"));
      button.type = "button";
      button.className = "option";
      button.classList.toggle("continue", choice.to === null);
      button.classList.toggle("default", now.clock !== null && choice === now.clock.fallback);
      if (at < 9) {
        const key = button.appendChild(document.createElement("span"));
        key.className = "key";
        key.textContent = at + 1;
        key.ariaHidden = "true";
      }
      button.appendChild(document.createElement("span")).textContent = choice.label;
      button.addEventListener("click", () => take(choice));
      const ready = () => { if (choice.to !== null && player.dataset.screen === "choice") cueScene(choice.to); };
      button.addEventListener("pointerenter", ready);
      button.addEventListener("focus", ready);
      return item;
    }));
  }

  function take(choice) {
    if (player.dataset.screen !== "choice" || !now.offered.includes(choice)) return;
    const at = now.offered.indexOf(choice);
    $("options").querySelectorAll(".option")[at].classList.add("taken");
    now.trail.push({ scene: now.scene, played: now.played, values: now.values, clip: picture.front.dataset.clip });
    now.offered = [];
    now.clock = null;
    if (choice.to !== null) {
      memory.add("taken", `${now.scene}#${choice.at}`);
      cueScene(choice.to);
    }
    const turn = picture.turn;
    setTimeout(() => {
      if (turn !== picture.turn) return;
      if (choice.to === null) goOn();
      else enter(choice.to, rules.after(choice, now.values));
    }, calm.matches ? 0 : TAKEN_MS);
  }

  // What is drawn over the picture

  function show(screen) {
    player.dataset.screen = screen;
    $("choices").hidden = screen !== "choice";
    if (screen !== "choice") now.clock = null;
    $("where").textContent = here().title;
    $("back").disabled = now.trail.length === 0;
    if (screen !== "play") caption(null);
    drawFound();
    wake();
  }

  function setPaused(paused) {
    now.paused = paused;
    player.classList.toggle("paused", paused);
    label($("pause"), paused ? say("resume") : say("pause"));
    wake();
  }

  function togglePause() {
    const { screen } = player.dataset;
    if (screen !== "play" && screen !== "choice") return;
    setPaused(!now.paused);
    if (screen !== "play") return;
    if (now.paused) picture.front.pause();
    else picture.front.play().catch(() => setPaused(true));
  }

  function caption(line) {
    if (caption.line === line) return;
    caption.line = line;
    $("captions").classList.toggle("on", line !== null);
    if (line === null) return;
    $("speaker").textContent = line.speaker;
    $("line").textContent = line.text;
  }
  caption.line = null;

  function drawBeats() {
    $("beats").replaceChildren(...here().beats.map((beat) => {
      const bar = document.createElement("i");
      bar.style.setProperty("--seconds", beat.seconds || 1);
      return bar;
    }));
  }

  function foundText() {
    const count = terminals.filter((id) => memory.found.has(id)).length;
    return count === terminals.length ? say("allFound", count) : say("found", count, terminals.length);
  }

  function drawFound() {
    const text = terminals.length > 1 ? foundText() : "";
    for (const id of ["found-top", "found-end", "map-found"]) $(id).textContent = text;
    $("found-start").textContent = memory.found.size ? text : "";
  }

  function drawPearls() {
    const pearls = terminals.length > 1 && terminals.length <= 24 ? terminals : [];
    $("pearls").replaceChildren(...pearls.map((id) => {
      const pearl = document.createElement("i");
      pearl.classList.toggle("found", memory.found.has(id));
      return pearl;
    }));
  }

  let before = performance.now(), glowed = 0, idleSince = before;

  /** Once a frame: captions, the bars, the clock, the glow. */
  function frame(time) {
    const elapsed = Math.min(0.25, (time - before) / 1000);
    before = time;
    const { screen } = player.dataset;
    if (screen === "play") {
      followClip();
      if (!calm.matches && time - glowed > GLOW_MS) { glow(); glowed = time; }
    }
    if (screen === "choice" && now.clock && !now.paused && !map.open) tick(elapsed);
    player.classList.toggle("idle", screen === "play" && time - idleSince > IDLE_MS);
    requestAnimationFrame(frame);
  }

  function followClip() {
    const beat = here().beats[now.played];
    const { front } = picture;
    if (!beat || front.dataset.clip !== beat.clip) return;
    const at = front.currentTime;
    caption(beat.captions.find((line) => line.from <= at && at < line.to) || null);
    fillBeats(front.duration ? at / front.duration : 0);
  }

  /** The bars of the beats that are over are full; the one that is playing is as full as `done` says. */
  function fillBeats(done) {
    [...$("beats").children].forEach((bar, index) => {
      bar.style.setProperty("--done", index < now.played ? 1 : index > now.played ? 0 : done);
    });
  }

  function tick(elapsed) {
    const { clock } = now;
    clock.left = Math.max(0, clock.left - elapsed);
    $("choices").style.setProperty("--left", clock.left / clock.all);
    $("seconds").textContent = Math.ceil(clock.left);
    $("clock").classList.toggle("soon", clock.left <= SOON_S);
    if (clock.left === 0) take(clock.fallback);
  }

  function wake() { idleSince = performance.now(); }

  // The map

  const SVG = "http://www.w3.org/2000/svg";
  const ROW = 62, PAD = 30;

  function draw(name, attributes, text) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function drawMap() {
    const scenes = Object.entries(story.scenes);
    const columns = Math.max(...scenes.map(([, scene]) => scene.place[0] + scene.beats.length));
    const rows = Math.max(...scenes.map(([, scene]) => scene.place[1]));
    const step = Math.max(34, Math.min(110, 880 / Math.max(1, columns)));
    const x = (column) => PAD + column * step, y = (row) => PAD + row * ROW;
    const svg = draw("svg", { width: x(columns) + PAD + 60, height: y(rows) + PAD });
    const ways = scenes.flatMap(([id, scene]) => scene.choices.map((choice, at) => drawWay(id, scene, choice, at, x, y)));
    svg.append(...ways, ...scenes.map(([id, scene]) => drawRun(id, scene, x, y, step)));
    $("map-view").replaceChildren(svg);
  }

  function drawWay(id, scene, choice, at, x, y) {
    const to = story.scenes[choice.to];
    const [x0, y0, x1, y1] = [x(scene.place[0] + choice.after), y(scene.place[1]), x(to.place[0]), y(to.place[1])];
    const bend = Math.max(20, (x1 - x0) / 2);
    const seen = memory.taken.has(`${id}#${at}`);
    return draw("path", { class: seen ? "way seen" : "way", d: `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}` });
  }

  function drawRun(id, scene, x, y, step) {
    const seen = memory.seen.has(id), current = id === now.scene && player.dataset.screen !== "start";
    const [x0, x1, row] = [x(scene.place[0]), x(scene.place[0] + scene.beats.length), y(scene.place[1])];
    const state = current ? " seen here" : seen ? " seen" : "";
    const group = draw("g", seen ? { role: "button", tabindex: 0, "aria-label": scene.title } : { "aria-label": say("unseen") });
    group.append(draw("path", { class: `run${state}`, d: `M${x0} ${row}H${Math.max(x1, x0 + 1)}` }));
    if (isTerminal(scene)) {
      const found = memory.found.has(id) ? " seen" : "";
      group.append(draw("circle", { class: `stop${found}`, cx: x1, cy: row, r: 7 }));
    }
    if (seen) {
      const room = Math.max(8, Math.floor(((scene.beats.length + 1) * step) / 8));
      const title = [...scene.title];
      const short = title.length > room ? title.slice(0, room - 1).join("") + "…" : scene.title;
      group.append(draw("text", { x: x0 - 4, y: row - 12, class: current ? "here" : "" }, short), draw("title", {}, scene.title));
      group.style.cursor = "pointer";
      group.addEventListener("click", () => { map.close(); now.trail = []; enter(id, memory.valuesIn(id)); });
    }
    return group;
  }

  function toggleMap() {
    if (map.open) { map.close(); return; }
    if (player.dataset.screen === "play" && !now.paused) togglePause();
    drawMap();
    drawFound();
    map.showModal();
    const current = map.querySelector(".run.here");
    if (current) current.scrollIntoView({ block: "center", inline: "center" });
  }

  // Hands on

  const acts = {
    play: start, restart: start, back, pause: togglePause, map: toggleMap,
    captions: () => setCaptions(player.dataset.captions === "off"),
    full: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {});
    },
    skip: over,
  };
  const keys = { " ": "pause", k: "pause", ArrowLeft: "back", Backspace: "back", c: "captions", f: "full", r: "restart", m: "map" };

  function setCaptions(on) {
    player.dataset.captions = on ? "on" : "off";
    $("captions-on").ariaPressed = String(on);
  }

  document.addEventListener("click", (event) => {
    wake();
    const button = event.target.closest("[data-act]");
    if (button) {
      if (event.detail > 0) button.blur();  // a mouse click must not leave the space bar on this button
      acts[button.dataset.act]();
    } else if (event.target.closest("#frame") && player.dataset.screen === "play" && event.pointerType !== "touch") {
      togglePause();
    } else if (event.target === map) map.close();
  });

  document.addEventListener("keydown", (event) => {
    wake();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.closest("button, [role=button]") !== null;
    if (onButton && (event.key === " " || event.key === "Enter")) {
      if (event.target.closest("[role=button]")) event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (map.open && name !== "map") return;
    if (player.dataset.screen === "start" && (event.key === " " || event.key === "Enter")) start();
    else if (player.dataset.screen === "choice" && /^[1-9]$/.test(event.key)) {
      const choice = now.offered[Number(event.key) - 1];
      if (choice) take(choice);
    } else if (name && (player.dataset.screen !== "start" || name === "full" || name === "map")) acts[name]();
    else return;
    event.preventDefault();
  });

  for (const name of ["pointermove", "pointerdown"]) document.addEventListener(name, wake, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && player.dataset.screen === "play" && !now.paused) togglePause();
  });

  function label(button, text) {
    button.ariaLabel = text;
    button.title = text;
  }

  function setUp() {
    document.documentElement.lang = language;
    const [width, height] = story.aspect.split(":").map(Number);
    const ratio = width > 0 && height > 0 ? width / height : 16 / 9;
    document.documentElement.style.setProperty("--aspect", String(ratio));
    document.documentElement.style.setProperty("--ratio", String(ratio));
    player.dataset.shape = ratio > 1 ? "wide" : "tall";
    for (const [id, key] of [
      ["play", "play"], ["again", "again"], ["other", "other"], ["see-map", "map"], ["skip", "skip"],
      ["the-end", "end"], ["map-title", "map"], ["keys", "keys"],
    ]) $(id).textContent = say(key);
    for (const [id, key] of [["back", "back"], ["map-open", "map"], ["full", "full"], ["captions-on", "captions"], ["map-close", "close"]]) {
      label($(id), say(key));
    }
    $("choices").tabIndex = -1;
    $("choices").ariaLabel = say("choose");
    $("full").hidden = !document.documentElement.requestFullscreen;
    setCaptions(true);
    setPaused(false);
    drawStart();
    requestAnimationFrame(frame);
  }

  function drawStart() {
    $("title").textContent = story.title;
    $("title").classList.toggle("long", [...story.title].length > 28);
    const longest = story.seconds[1];
    $("facts").textContent = [
      longest >= 90 ? say("minutes", Math.round(longest / 60)) : say("seconds", Math.max(1, Math.round(longest))),
      choiceCount > 1 ? say("choices", choiceCount) : "",
      terminals.length > 1 ? say("endings", terminals.length) : "",
    ].filter(Boolean).join("  ·  ");
    drawFound();
    const first = here().beats[0];
    if (first) {
      picture.front.dataset.clip = first.clip;
      picture.front.src = first.clip;
      picture.front.classList.add("on");
      picture.front.addEventListener("loadeddata", glow, { once: true });
    }
  }

  setUp();
})();
