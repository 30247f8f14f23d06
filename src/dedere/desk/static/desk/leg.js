// A leg without connection: what is recorded stays on this device, and is sent once when it can be.
// Without this file each step is a plain form. The server knows a step by its key and files it once.
"use strict";
(() => {
  const box = document.querySelector("[data-leg-queue]");
  if (!box) return;
  const STORE = "dedere-leg";
  const PROBE_MS = 4000;
  const words = box.dataset;

  const read = () => {
    try { return JSON.parse(localStorage.getItem(STORE)) || []; } catch { return []; }
  };
  const write = (items) => {
    try { localStorage.setItem(STORE, JSON.stringify(items)); return true; } catch { return false; }
  };
  const change = (id, made) => write(read().map((item) => (item.id === id ? { ...item, ...made } : item)));
  const drop = (id) => write(read().filter((item) => item.id !== id));
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");

  // What is kept, one line each; text only, never markup.
  const put = (parent, tag, text, name) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (name) made.className = name;
    parent.append(made);
    return made;
  };
  const line = (item) => {
    const row = document.createElement("li");
    put(row, "span", item.title);
    if (item.officer !== words.officer) put(row, "span", words.other.replace("{officer}", item.officer), "leg-queue__why");
    if (!item.why) return row;
    put(row, "span", `${words.refused} ${item.why}`, "leg-queue__why");
    const open = put(row, "a", words.open, "govuk-link");
    open.href = item.page;
    row.append(" ");
    put(row, "button", words.drop, "desk-plain").addEventListener("click", () => { drop(item.id); show(); });
    return row;
  };
  const show = () => {
    const items = read();
    const waiting = items.filter((item) => !item.why).length;
    box.hidden = items.length === 0 && !said.textContent;
    box.querySelector("[data-leg-count]").textContent = words.kept.replace("{n}", String(waiting));
    box.querySelector("[data-leg-list]").replaceChildren(...items.map(line));
    send.hidden = waiting === 0;
  };
  const said = box.querySelector("[data-leg-said]");
  const send = box.querySelector("[data-leg-send]");

  const keep = (form) => {
    const body = new URLSearchParams(new FormData(form));
    body.delete("csrfmiddlewaretoken");
    const page = window.location.pathname + window.location.search;
    const item = { id: fresh(), page, officer: words.officer, title: form.dataset.legTitle, body: body.toString(), why: "" };
    if (!write([...read(), item])) return false;
    form.elements.key.value = fresh();
    form.classList.add("leg-kept");
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    said.textContent = "";
    show();
    box.scrollIntoView({ block: "center" });
    return true;
  };

  // One step: the page is asked anew, for the form's token and for who is signed in; then the step is sent.
  // Answers "sent", "refused", "other" (another officer's), "door" (nobody is signed in) or "later".
  const post = async (item) => {
    const asked = await fetch(item.page, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await asked.text(), "text/html");
    const there = page.querySelector("[data-leg-queue]");
    const token = page.querySelector("input[name=csrfmiddlewaretoken]");
    if (!asked.ok && asked.status >= 500) return "later";
    if (!there || !token) return "door";
    if (there.dataset.officer !== item.officer) return "other";
    const body = new URLSearchParams(item.body);
    body.set("csrfmiddlewaretoken", token.value);
    const answer = await fetch(item.page, { method: "POST", body, credentials: "same-origin" });
    if (answer.ok) return "sent";
    if (answer.status >= 500) return "later";
    const reply = new DOMParser().parseFromString(await answer.text(), "text/html");
    const why = reply.querySelector("[data-leg-why], .govuk-error-summary__list, h1");
    change(item.id, { why: why ? why.textContent.trim() : String(answer.status) });
    return "refused";
  };
  const sendAll = async () => {
    for (const item of read().filter((each) => !each.why)) {
      const became = await post(item).catch(() => "later");
      if (became === "sent") { drop(item.id); said.textContent = words.sent; }
      if (became === "door") said.textContent = words.door;
      if (became === "later" || became === "door") break;
    }
    show();
  };
  // Two pages of this device never send at once where the browser can tell them apart; the key guards the rest.
  const flush = () => (navigator.locks ? navigator.locks.request(STORE, sendAll) : sendAll());

  const reached = async () => {
    if (!navigator.onLine) return false;
    const wait = new AbortController();
    const timer = window.setTimeout(() => wait.abort(), PROBE_MS);
    try { await fetch(words.probe, { cache: "no-store", signal: wait.signal }); return true; } catch { return false; } finally { window.clearTimeout(timer); }
  };
  for (const form of document.querySelectorAll("[data-leg-form]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await reached() || !keep(form)) form.submit();
    });
  }
  for (const all of document.querySelectorAll("[data-leg-all]")) all.hidden = false;
  send.addEventListener("click", flush);
  window.addEventListener("online", flush);
  show();
  if (navigator.onLine && read().length) flush();
})();
