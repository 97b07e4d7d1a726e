// What every panel of the studio shares: building DOM without markup strings, icons, words in two languages, keys.
// Author text only ever enters the page through textContent here; nothing in the studio parses it as HTML.
"use strict";

window.nacre = (() => {
  const words = window.nacreWords;
  const stored = localStorage.getItem("nacre.language");
  let language = stored || (navigator.language.startsWith("zh") ? "zh" : "en");

  const ICONS = {
    arrow: "M5 12h14M13 6l6 6-6 6",
    back: "M19 12H5M11 6l-6 6 6 6",
    check: "M5 12.5l4.5 4.5L19 7.5",
    clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
    close: "M6 6l12 12M18 6L6 18",
    compare: "M4 5h6v14H4zM14 5h6v14h-6z",
    copy: "M9 9h11v11H9zM5 15H4V4h11v1",
    cloud: "M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.5 1.5A3.3 3.3 0 0 1 17 18z",
    creature: "M12 20c-3.5 0-6-1.6-6-4s2.7-5 6-5 6 2.6 6 5-2.5 4-6 4zM6 9.5a1.6 2 0 1 0 0-.01M18 9.5a1.6 2 0 1 0 0-.01M10 6.5a1.6 2 0 1 0 0-.01M14 6.5a1.6 2 0 1 0 0-.01",
    download: "M12 4v11M7 11l5 5 5-5M5 20h14",
    expand: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
    fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    flag: "M6 21V4h12l-3 4 3 4H6",
    equals: "M5 9h14M5 15h14",
    fork: "M6 4v6a4 4 0 0 0 4 4h8M6 10v10M14 10l4 4-4 4",
    full: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    half: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16",
    link: "M9 15l6-6M10 6l1.5-1.5a4.2 4.2 0 0 1 6 6L16 12M14 18l-1.5 1.5a4.2 4.2 0 0 1-6-6L8 12",
    minus: "M6 12h12",
    more: "M5 12h.01M12 12h.01M19 12h.01",
    mend: "M9 3.5h6v3H9zM15 5h3v16H6V5h3M9 13.5l2.2 2.2L15.5 11",
    move: "M4 12h12M11 7l5 5-5 5M20 5v14",
    next: "M9 6l6 6-6 6",
    pause: "M8 5v14M16 5v14",
    pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20.5c.6-4 3.4-6 7-6s6.4 2 7 6",
    picture: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
    place: "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 7.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z",
    play: "M7 5l12 7-12 7z",
    plus: "M12 6v12M6 12h12",
    previous: "M15 6l-6 6 6 6",
    prop: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
    redo: "M16 6l4 4-4 4M20 10H10a6 5 0 0 0 0 10h2",
    refused: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11",
    retake: "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
    search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
    script: "M6 3h9l4 4v14H6zM9 12h7M9 16h7M9 8h3",
    tag: "M4 4h7l9 9-7 7-9-9zM8 8h.01",
    trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
    up: "M12 19V5M6 11l6-6 6 6",
    sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    undo: "M8 6l-4 4 4 4M4 10h10a6 5 0 0 1 0 10h-2",
  };

  const present = (children) => children.flat(2).filter((child) => child !== null && child !== undefined && child !== false);

  function append(node, children) {
    node.append(...present(children));
    return node;
  }

  // Puts `children` in place of what a node held; what is null or false is left out.
  const fill = (node, ...children) => node.replaceChildren(...present(children));

  function set(node, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    return node;
  }

  const el = (tag, attributes = {}, ...children) => append(set(document.createElement(tag), attributes), children);
  const svg = (tag, attributes = {}, ...children) =>
    append(set(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes), children);
  const icon = (name) =>
    svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));

  function t(key, values = {}) {
    const entry = words[key];
    if (!entry) throw new Error(`no words for ${key}`);
    return entry[language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  // The same, or null where the studio has no such words.
  t.known = (key, values) => (words[key] ? t(key, values) : null);
  // A word of the model's vocabulary (a pose, a weather); what the studio has no translation for stays as it is.
  const term = (word) => (words[`term.${word}`] || {})[language] || word;

  const button = (label, name, attributes = {}) =>
    el("button", { type: "button", title: label, "aria-label": label, ...attributes }, name ? icon(name) : label);

  function speak(next) {
    language = next;
    localStorage.setItem("nacre.language", next);
    document.documentElement.lang = next;
    document.dispatchEvent(new Event("nacre:language"));
  }
  document.documentElement.lang = language;

  // Draws a panel now, whenever the server sends it another value, and whenever the language changes.
  function panel(props, watch, draw) {
    const redraw = () => {
      const value = props.value || {};
      draw(value.sealed ? JSON.parse(value.sealed) : value);
    };
    watch("value", redraw);
    document.addEventListener("nacre:language", redraw);
    redraw();
  }

  // Sends the server something that takes a while: once, however often its button is pressed while that is worked on.
  // Gradio would drop whatever follows an order of the same kind that is still on its way, without a word.
  let ordered = null;
  function order(trigger, name, data) {
    const wish = JSON.stringify([name, data]);
    if (wish === ordered && document.body.classList.contains("working")) return;
    ordered = wish;
    document.dispatchEvent(new Event("nacre:sent"));
    trigger(name, data);
  }

  const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  // Shortcuts act in the studio only, and only where nothing is being typed. With Ctrl or Cmd a key is called "mod+z",
  // with Shift too "mod+shift+z".
  function keys(bindings) {
    document.addEventListener("keydown", (event) => {
      if (event.altKey || typing(event.target)) return;
      if (document.body.dataset.screen !== "studio" || document.querySelector("dialog[open]")) return;
      if (event.target instanceof Element && event.target.closest("button, [role=button]") &&
          (event.key === " " || event.key === "Enter")) return;
      const held = event.ctrlKey || event.metaKey ? (event.shiftKey ? "mod+shift+" : "mod+") : "";
      const act = bindings[held + (event.key.length === 1 ? event.key.toLowerCase() : event.key)];
      if (act) { event.preventDefault(); act(); }
    });
  }

  return { el, svg, icon, fill, button, t, term, speak, panel, order, keys, get language() { return language; } };
})();
