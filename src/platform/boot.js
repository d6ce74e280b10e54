// Owns the page until the program is there, and again if it breaks. Inline in the head, so it runs before
// anything is painted. Knows attributes and keys, never words: those stand in the prerendered page.
// The names in capitals are filled in by the build.
(() => {
  "use strict";
  const html = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  // What was chosen before the program came, for the program to take over.
  const early = { started: false, press: "", region: "" };
  let ready = false;
  let failed = false;
  let fallback;
  let shownAt = -Infinity;
  let lastTap = { timeStamp: -Infinity };

  html.dataset.rcBoot = "";

  // On a shared device nothing may stay, so storage is not even looked at.
  if (new URLSearchParams(location.search).has("shared")) html.dataset.rcShared = "on";
  const isShared = html.dataset.rcShared === "on";

  // Where storage is refused it is as if nothing were kept.
  function stored(look) {
    try {
      if (!isShared) return look(localStorage);
    } catch {}
  }

  const kept = (key) => stored((storage) => storage.getItem(key));
  const holds = (start) => stored((storage) => Object.keys(storage).some((key) => key.startsWith(start)));

  // A plain name and picture, so that nobody sees in the tabs or in the browser's history what this is.
  function discreet(on) {
    for (const [element, shown] of [[find("title"), "textContent"], [find('link[rel="icon"]'), "href"]]) {
      element.dataset.rcOwn ??= element[shown];
      element[shown] = on ? element.dataset.rcPlain : element.dataset.rcOwn;
    }
  }

  if (isShared || kept("rc-discreet") != null) discreet(true);

  function empty() {
    html.dataset.rcLeft = "";
    document.body.replaceChildren();
  }

  // A person in danger of being seen must get away whatever state the program is in, so this stands here.
  function leave(elsewhere) {
    // Coming back must show nothing unasked. Written only where something is kept anyway.
    stored((storage) => holds("rc-checkin-") && storage.setItem("rc-left", "1"));
    empty();
    try {
      top.location.replace(elsewhere);
    } catch {
      // A sandboxed frame may not move the page around it.
      location.replace("about:blank");
    }
  }

  // After one panic some parts would go on while others are dead; a safety card could be missing. So
  // everything gives way to the static help.
  function fail() {
    if (failed) return;
    failed = true;
    delete html.dataset.rcWait;
    html.dataset.rcFailed = "";
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", showFallback) : showFallback();
  }

  function showFallback() {
    fallback ??= find("#rc-fallback");
    find("#rc-app")?.replaceWith(fallback);
    fallback.querySelector("h1").focus();
  }

  // Scripts of browser extensions and of other sites are not ours to answer for, nor is a layout that took two
  // rounds to settle.
  function isForeign(filename, told) {
    if (/-extension:|^ResizeObserver/.test(told)) return true;
    try {
      return Boolean(filename) && new URL(filename).origin !== location.origin;
    } catch {
      return false;
    }
  }

  function onError({ filename, message, error }) {
    if (!isForeign(filename, `${message} ${error?.stack}`)) fail();
  }

  function onRejection({ reason }) {
    if (!isForeign("", String(reason?.stack ?? reason))) fail();
  }

  // The controls themselves are asked, since a browser may restore them without an event.
  const checked = (name) => find(`#rc-app [name="${name}"]:checked`)?.value ?? "";

  function takeWelcome() {
    early.keep = checked("keep");
  }

  function onChange({ target }) {
    if (!ready && target.name === "region") early.region = target.value;
  }

  // The first question works before the program is there.
  function start() {
    early.started = true;
    takeWelcome();
    find("#rc-app main").replaceWith(find("#rc-first-gate").content.cloneNode(true));
    shownAt = performance.now();
    scrollTo(0, 0);
    find("#rc-app h1").focus();
  }

  // The second press of a double tap lands on the next screen. Where that shows safety cards it could pass them
  // unread, or dial a number.
  function isSecondTap(event) {
    const first = lastTap;
    lastTap = event;
    const isQuick = performance.now() - shownAt < 500 && event.timeStamp - first.timeStamp < 500;
    const isNear = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) < 40;
    const isSecond = event.detail > 1 || (event.pointerType === "touch" && isNear);
    return isQuick && isSecond && find("main [data-card]") && event.target.closest?.("main");
  }

  function onClick(event) {
    if (isSecondTap(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const button = event.target.closest?.("[data-action], [data-press]");
    const action = button?.dataset.action ?? button?.dataset.press;
    if (action === "exit") {
      event.preventDefault();
      return leave(button.href);
    }
    if (!action || ready || failed) return;
    if (action === "start" && !early.started && !isElsewhere && fallback) return start();
    if (early.press) return;
    early.press = action;
    button.setAttribute("aria-busy", "true");
  }

  // Shift alone, three times with no more than five seconds between: the hands know it, and no other use is lost by it.
  let shifts = [];
  function onKey({ key, repeat, timeStamp }) {
    if (key !== "Shift") shifts = [];
    if (key !== "Shift" || repeat) return;
    shifts = shifts.filter((at) => timeStamp - at < 5000);
    shifts.push(timeStamp);
    const way = find('[data-action="exit"]');
    // A clinic may have chosen not to offer it.
    const isOffered = way && way.checkVisibility?.() !== false;
    if (shifts.length > 2 && isOffered) leave(way.href);
  }

  addEventListener("keydown", onKey, true);
  addEventListener("click", onClick, true);
  addEventListener("change", onChange, true);
  addEventListener("error", onError);
  addEventListener("unhandledrejection", onRejection);
  addEventListener("pagehide", () => {
    // The browser may hold on to the page, and give it to whoever comes next.
    if (isShared) empty();
  });
  addEventListener("pageshow", (event) => {
    // Back after leaving would bring the emptied page from the browser's memory.
    if (event.persisted && "rcLeft" in html.dataset) location.reload();
  });

  // The region whose help lines show: the one kept here, else the clinic's, else the browser's.
  function region() {
    const codes = [...document.querySelectorAll("#rc-app .rc-region")];
    const known = (code) => codes.some((group) => group.dataset.region === code);
    let chosen;
    try {
      const settings = JSON.parse(kept("rc-settings"));
      if (settings?.v === 1) chosen = settings.region;
    } catch {
      // Unreadable: as if nothing had been chosen.
    }
    // The first language that names a country decides. `uk` alone is Ukrainian, not the United Kingdom, and a
    // country without lines of ours gets none rather than those of the next language.
    const country = (navigator.languages ?? [])
      .map((tag) => /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag)?.[1].toUpperCase())
      .find(Boolean);
    const spoken = codes.find((group) => group.dataset.tags.split(" ").includes(country))?.dataset.region;
    return [chosen, html.dataset.rcRegion, spoken].find(known) ?? "other";
  }

  // A check-in is open: the program will show that one, or ask. Or what is kept is locked, and it asks for the
  // phrase. Until then nothing here can be started.
  const isElsewhere = ["rc-open", "rc-lock"].some((key) => kept(key) != null);

  if (isElsewhere) html.dataset.rcWait = "";

  const parsed = new Promise((resolve) => {
    addEventListener("DOMContentLoaded", () => {
      html.dataset.rcHere = region();
      const select = find('#rc-app select[name="region"]');
      if (select) select.value = html.dataset.rcHere;
      fallback = find("#rc-fallback");
      fallback.remove();
      resolve();
      // Pressed before the first question had arrived.
      if (early.press === "start" && !isElsewhere) {
        early.press = "";
        start();
      }
    });
  });

  // Fetching before the first paint would take its bandwidth. A page in the background gets no frames, hence
  // the timer.
  const painted = new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    setTimeout(resolve, 1500);
  });

  async function load() {
    await painted;
    const preload = document.createElement("link");
    preload.rel = "modulepreload";
    preload.href = "RC_SCRIPT";
    preload.integrity = "RC_SCRIPT_INTEGRITY";
    document.head.append(preload);
    const [program, wasm] = await Promise.all([
      import("RC_SCRIPT"),
      fetch("RC_WASM", { integrity: "RC_WASM_INTEGRITY" }),
      parsed,
    ]);
    if (!wasm.ok) throw new Error("program not found");
    await program.default({ module_or_path: wasm });
  }

  const slow = setTimeout(() => {
    delete html.dataset.rcWait;
    find(".rc-slow")?.removeAttribute("hidden");
    // Someone in danger, or asking for help, must not be kept waiting for a program that may never come.
    const isUrgent = early.press === "continue" && checked("Q1") === "yes";
    if (isUrgent || early.press === "help") fail();
  }, 8000);
  load().catch(fail);

  globalThis.rcBoot = {
    // What was chosen early.
    early() {
      if (!early.started) takeWelcome();
      early.Q1 = checked("Q1");
      early.focus = document.activeElement?.id ?? "";
      return early;
    },
    // A screen has taken the place of another.
    shown() {
      shownAt = performance.now();
    },
    // The program is in place: give back focus, and press the waiting button once.
    ready() {
      ready = true;
      clearTimeout(slow);
      delete html.dataset.rcWait;
      html.dataset.rcReady = "";
      if (early.focus) document.getElementById(early.focus)?.focus({ preventScroll: true });
      if (early.press) find(`#rc-app [data-action="${early.press}"]`)?.click();
    },
    discreet,
    holds,
    // Everything goes, for whoever comes next.
    clear() {
      empty();
      location.reload();
    },
    fail,
  };
})();
