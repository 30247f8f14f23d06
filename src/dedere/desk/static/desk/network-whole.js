// The whole network on a canvas: drawn in batches, moved by pointer and keys. Nothing moves by itself.
"use strict";
(() => {
  const box = document.querySelector("[data-whole]");
  if (!box) return;
  const canvas = box.querySelector("canvas");
  const said = box.querySelector("[role=status]");
  const pen = canvas.getContext("2d", { alpha: false, willReadFrequently: true }); // drawn by the processor: no copy to wait for
  const NEAR = 1500; // as many in view are drawn with their own shapes and dashes; of more, the mass
  const LABELS = 70;
  const CELL = 500; // of the grid by which a pointer finds a party
  let net = null, chosen = -1, scale = 1, left = 0, top = 0, asked = 0;

  const colours = () => {
    const style = getComputedStyle(canvas);
    const of = (name) => style.getPropertyValue(name).trim();
    return { paper: of("--paper"), ink: of("--ink"), line: of("--line-strong"), link: of("--link"), mark: of("--authority") };
  };

  // Neighbours as compressed rows, and the parties of each cell of the grid.
  const prepare = (told) => {
    const n = told.x.length;
    const made = { ...told, n, x: Float32Array.from(told.x), y: Float32Array.from(told.y), ends: Uint32Array.from(told.ends), basis: Uint8Array.from(told.basis), starts: new Uint32Array(n + 1) };
    for (const end of made.ends) made.starts[end + 1] += 1;
    for (let i = 0; i < n; i += 1) made.starts[i + 1] += made.starts[i];
    const at = made.starts.slice();
    made.beside = new Uint32Array(made.ends.length);
    for (let tie = 0; tie < made.ends.length; tie += 2) {
      const [one, other] = [made.ends[tie], made.ends[tie + 1]];
      made.beside[at[one]++] = other;
      made.beside[at[other]++] = one;
    }
    made.cells = new Map();
    for (let i = 0; i < n; i += 1) {
      const key = `${Math.floor(made.x[i] / CELL)},${Math.floor(made.y[i] / CELL)}`;
      if (!made.cells.has(key)) made.cells.set(key, []);
      made.cells.get(key).push(i);
    }
    return made;
  };

  // Asked once a frame: to ask the page for each tie costs more than to draw it.
  let width = 0, height = 0;
  const measure = () => { width = canvas.clientWidth; height = canvas.clientHeight; };
  const inView = (i) => {
    const x = net.x[i] * scale + left, y = net.y[i] * scale + top;
    return x > -20 && y > -20 && x < width + 20 && y < height + 20;
  };

  // Far away all ties are one batch of hairlines; near, each basis has its own width and dashes.
  const FAR = [[0.6, [], null]];
  const BASES = [[2.4, [], 0], [1.3, [8, 5], 1], [1.6, [1, 5], 2]];
  const drawTies = (colour, close) => {
    pen.strokeStyle = colour.line;
    for (const [thick, dash, basis] of close ? BASES : FAR) {
      pen.lineWidth = thick;
      pen.setLineDash(dash);
      pen.beginPath();
      for (let tie = 0; tie < net.basis.length; tie += 1) {
        if (basis !== null && net.basis[tie] !== basis) continue;
        const one = net.ends[2 * tie], other = net.ends[2 * tie + 1];
        const x1 = net.x[one] * scale + left, y1 = net.y[one] * scale + top;
        const x2 = net.x[other] * scale + left, y2 = net.y[other] * scale + top;
        if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) continue;
        pen.moveTo(x1, y1);
        pen.lineTo(x2, y2);
      }
      pen.stroke();
    }
    pen.setLineDash([]);
  };

  const drawParties = (colour, seen, close) => {
    const r = close ? Math.max(3, Math.min(6, width / 160)) : Math.max(1, Math.min(3, scale * 40));
    for (const kind of [0, 1]) {
      pen.fillStyle = kind ? colour.link : colour.ink;
      if (close && !kind) pen.beginPath();
      for (const i of seen) {
        if (net.kinds[i] !== kind) continue;
        const x = net.x[i] * scale + left, y = net.y[i] * scale + top;
        if (close && !kind) { pen.moveTo(x + r, y); pen.arc(x, y, r, 0, 6.2832); } else pen.fillRect(x - r, y - r, 2 * r, 2 * r);
      }
      if (close && !kind) pen.fill();
    }
  };

  const label = (colour, i, bold) => {
    const x = net.x[i] * scale + left + 10, y = net.y[i] * scale + top + 5;
    pen.font = `${bold ? "bold " : ""}13px Helvetica, Arial, sans-serif`;
    pen.strokeStyle = colour.paper;
    pen.lineWidth = 4;
    pen.strokeText(net.names[i], x, y);
    pen.fillStyle = colour.ink;
    pen.fillText(net.names[i], x, y);
  };

  const drawChosen = (colour) => {
    const x = net.x[chosen] * scale + left, y = net.y[chosen] * scale + top;
    pen.strokeStyle = colour.mark;
    pen.lineWidth = 2.5;
    pen.beginPath();
    for (let at = net.starts[chosen]; at < net.starts[chosen + 1]; at += 1) {
      pen.moveTo(x, y);
      pen.lineTo(net.x[net.beside[at]] * scale + left, net.y[net.beside[at]] * scale + top);
    }
    pen.moveTo(x + 11, y);
    pen.arc(x, y, 11, 0, 6.2832);
    pen.stroke();
    label(colour, chosen, true);
  };

  const draw = () => {
    asked = 0;
    if (!net) return;
    measure();
    const sharp = window.devicePixelRatio || 1, colour = colours();
    if (canvas.width !== Math.round(width * sharp) || canvas.height !== Math.round(height * sharp)) {
      canvas.width = Math.round(width * sharp);
      canvas.height = Math.round(height * sharp);
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.fillStyle = colour.paper;
    pen.fillRect(0, 0, width, height);
    const seen = [];
    for (let i = 0; i < net.n; i += 1) if (inView(i)) seen.push(i);
    const close = seen.length <= NEAR;
    drawTies(colour, close);
    drawParties(colour, seen, close);
    if (seen.length <= LABELS) for (const i of seen) label(colour, i, false);
    if (chosen >= 0) drawChosen(colour);
  };
  const again = () => { if (!asked) asked = requestAnimationFrame(draw); };

  const fit = () => {
    measure();
    const most = (values) => values.reduce((a, b) => Math.max(a, b), 1);
    scale = Math.min((width - 60) / most(net.x), (height - 60) / most(net.y));
    left = 30;
    top = 30;
    again();
  };
  const middle = () => (chosen < 0 ? [width / 2, height / 2] : [net.x[chosen] * scale + left, net.y[chosen] * scale + top]);
  const zoom = (by, [x, y] = middle()) => {
    const next = Math.min(Math.max(scale * by, 0.001), 4);
    left = x - (x - left) * (next / scale);
    top = y - (y - top) * (next / scale);
    scale = next;
    again();
  };

  const choose = (i) => {
    chosen = i;
    const ties = net.starts[i + 1] - net.starts[i];
    const kind = net.kinds[i] ? box.dataset.organisation : box.dataset.person;
    said.textContent = box.dataset.said.replace("%name", net.names[i]).replace("%kind", kind).replace("%ties", ties);
    const x = net.x[i] * scale + left, y = net.y[i] * scale + top;
    if (x < 12 || x > width - 12) left += width / 2 - x;
    if (y < 12 || y > height - 12) top += height / 2 - y;
    again();
  };
  const open = () => { if (chosen >= 0) window.location.href = box.dataset.party.replace("0".repeat(24), net.keys[chosen]); };

  // The nearest party to a place on the canvas, among those of the cells around it.
  const hit = (px, py) => {
    const x = (px - left) / scale, y = (py - top) / scale, reach = 14 / scale;
    let found = -1, least = reach * reach;
    for (let cx = Math.floor((x - reach) / CELL); cx <= Math.floor((x + reach) / CELL); cx += 1) {
      for (let cy = Math.floor((y - reach) / CELL); cy <= Math.floor((y + reach) / CELL); cy += 1) {
        for (const i of net.cells.get(`${cx},${cy}`) || []) {
          const far = (net.x[i] - x) ** 2 + (net.y[i] - y) ** 2;
          if (far < least) { least = far; found = i; }
        }
      }
    }
    return found;
  };

  // The neighbour that lies most in the direction of an arrow; without one chosen, the first party.
  const step = (dx, dy) => {
    if (chosen < 0) { choose(0); return; }
    let found = -1, best = 0.2;
    for (let at = net.starts[chosen]; at < net.starts[chosen + 1]; at += 1) {
      const i = net.beside[at], x = net.x[i] - net.x[chosen], y = net.y[i] - net.y[chosen];
      const along = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
      if (along > best) { best = along; found = i; }
    }
    if (found >= 0) choose(found);
  };

  const KEYS = { ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1), Enter: open, "+": () => zoom(1.4), "-": () => zoom(1 / 1.4), 0: fit, Escape: () => { chosen = -1; said.textContent = ""; again(); } };
  canvas.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || !net || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  let from = null;
  canvas.addEventListener("pointerdown", (event) => { from = { x: event.offsetX, y: event.offsetY, moved: false }; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    const dx = event.offsetX - from.x, dy = event.offsetY - from.y;
    if (!from.moved && Math.hypot(dx, dy) < 4) return;
    left += dx;
    top += dy;
    from = { x: event.offsetX, y: event.offsetY, moved: true };
    again();
  });
  canvas.addEventListener("pointerup", (event) => {
    const still = from && !from.moved;
    from = null;
    const found = still && net ? hit(event.offsetX, event.offsetY) : -1;
    if (found >= 0) choose(found);
  });
  canvas.addEventListener("dblclick", open);
  canvas.addEventListener("wheel", (event) => {
    if (!net) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, [event.offsetX, event.offsetY]);
  }, { passive: false });
  for (const button of box.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => { if (net) (Number(button.dataset.zoom) ? zoom(Number(button.dataset.zoom)) : fit()); });
  }
  new ResizeObserver(again).observe(canvas);

  fetch(box.dataset.whole, { headers: { "X-Requested-With": "fetch" } }).then((answer) => answer.json()).then((told) => {
    net = prepare(told);
    fit();
    box.dataset.ready = "";
  });
})();
