// Enhancements only: the picture and the table tell the same without this file.
"use strict";
(() => {
  // A slider over the years of the select, which stays the field that is sent.
  for (const select of document.querySelectorAll("select[data-years]")) {
    const years = [...select.options].map((option) => option.value).filter(Boolean);
    if (years.length < 2) continue;
    const slider = document.createElement("input");
    Object.assign(slider, { type: "range", min: years[0], max: years[years.length - 1], step: 1, value: select.value || years[years.length - 1] });
    slider.setAttribute("aria-label", select.labels[0].textContent);
    const box = document.createElement("span");
    box.className = "net-years";
    box.append(slider);
    select.after(box);
    slider.addEventListener("input", () => { select.value = slider.value; });
    slider.addEventListener("change", () => select.form.requestSubmit());
    select.addEventListener("change", () => { if (select.value) slider.value = select.value; });
  }

  // A picture wider than the screen opens at its middle.
  for (const region of document.querySelectorAll(".net-scroll")) region.scrollLeft = (region.scrollWidth - region.clientWidth) / 2;

  // Pointing at a row or standing in it lights its line; pointing at a line lights its rows, a click opens them.
  const rows = new Map([...document.querySelectorAll("tr[data-tie]")].map((row) => [row.dataset.tie, row]));
  const lines = new Map();
  for (const line of document.querySelectorAll(".net-tie[data-ties]")) {
    const keys = line.dataset.ties.split(" ");
    for (const key of keys) lines.set(key, line);
    const own = keys.map((key) => rows.get(key)).filter(Boolean);
    line.addEventListener("pointerenter", () => own.forEach((row) => row.classList.add("net-row--lit")));
    line.addEventListener("pointerleave", () => own.forEach((row) => row.classList.remove("net-row--lit")));
    line.addEventListener("click", () => { if (own[0]) own[0].scrollIntoView({ block: "center" }); });
  }
  for (const [key, row] of rows) {
    const line = lines.get(key);
    if (!line) continue;
    const light = (on) => () => line.classList.toggle("net-tie--lit", on);
    row.addEventListener("pointerenter", light(true));
    row.addEventListener("pointerleave", light(false));
    row.addEventListener("focusin", light(true));
    row.addEventListener("focusout", light(false));
  }
})();
