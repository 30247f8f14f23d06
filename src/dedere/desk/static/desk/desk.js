// Enhancements only: every act can be recorded without this file.
"use strict";
(() => {
  const page = document.documentElement;
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  // The language switch keeps the place: the fragment and how far down the page was.
  const PLACE = "dedere-place";
  for (const link of document.querySelectorAll("[data-keep-place]")) {
    link.addEventListener("click", () => {
      sessionStorage.setItem(PLACE, String(window.scrollY));
      link.hash = window.location.hash;
    });
  }
  const kept = sessionStorage.getItem(PLACE);
  if (kept !== null) {
    sessionStorage.removeItem(PLACE);
    window.scrollTo(0, Number(kept));
  }

  // A refused form comes back with its summary in focus.
  const problems = document.querySelector(".govuk-error-summary");
  if (problems) problems.focus();

  // The session's end is announced five minutes before; staying costs one request.
  const seconds = Number(document.body.dataset.sessionSeconds || 0);
  const notice = document.getElementById("desk-session");
  let timer = 0;
  const watch = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => notice.showModal(), Math.max(seconds - 300, seconds / 2) * 1000);
  };
  if (seconds && notice) {
    watch();
    notice.querySelector("[data-stay]").addEventListener("submit", async (event) => {
      event.preventDefault();
      const form = event.target;
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) { form.submit(); return; }
      notice.close();
      watch();
    });
  }

  // Keys: Ctrl+K anywhere; ? outside a field; J K X Enter R only in a list that has the focus.
  const keys = document.getElementById("desk-keys");
  const shower = document.querySelector("[data-keys]");
  if (shower && keys) {
    shower.hidden = false;
    shower.addEventListener("click", () => keys.showModal());
  }
  const rowsOf = (list) => [...list.querySelectorAll("[data-row]")];
  const move = (list, step) => {
    const rows = rowsOf(list);
    const here = rows.indexOf(document.activeElement.closest("[data-row]"));
    const row = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
    if (row) row.focus();
  };
  const follow = (row, selector) => { const link = row && row.querySelector(selector); if (link) link.click(); };
  // A key may choose in the form beside the list, of the row that is shown there, and lead on to the next field.
  const choose = (row, key) => {
    const box = row && row.hasAttribute("aria-current") && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!box) return false;
    box.click();
    document.getElementById(box.dataset.then).focus();
    return true;
  };
  const inList = (event, list) => {
    const row = document.activeElement.closest("[data-row]");
    const onRow = document.activeElement === row;
    const acts = {
      j: () => move(list, 1),
      k: () => move(list, -1),
      x: () => follow(row, "input[type=checkbox]"),
      r: () => follow(row, "[data-act]"),
      Enter: onRow ? () => follow(row, "[data-open]") : null,
    };
    const act = acts[event.key];
    if (act || (onRow && choose(row, event.key))) event.preventDefault();
    if (act) act();
  };
  const shown = document.querySelector("[data-focus]");
  if (shown && !problems) shown.focus({ preventScroll: true });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      const box = document.getElementById("desk-search");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const box = event.target.closest("input[type=checkbox]");
    if (typing(event.target) && !box) return;
    if (event.key === "?" && keys) { keys.showModal(); return; }
    const list = event.target.closest("[data-list]");
    if (list) inList(event, list);
  });

  // One box ticks a whole list; forms that say so are sent when a choice changes.
  for (const all of document.querySelectorAll("[data-tick-all]")) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of document.querySelectorAll(`input[name="${all.dataset.tickAll}"]`)) box.checked = all.checked;
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  page.dataset.ready = "";
})();
