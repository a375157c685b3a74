// Reading charts: hover, arrow keys, hiding series, dragging a range. All numbers come from the table under the chart.
const figureOf = node => node.closest?.("figure.chart");
const rowsOf = figure => figure.querySelectorAll("tbody tr");
let tip = null;
let band = null;
let drag = null;

function place(figure, index) {
  const plot = figure.querySelector(".chart-plot");
  const svg = plot.querySelector("svg");
  const count = rowsOf(figure).length;
  const width = plot.clientWidth / count;
  if (!tip || tip.parentNode !== plot) {
    clear();
    tip = plot.appendChild(Object.assign(document.createElement("div"), { className: "tip" }));
    band = plot.appendChild(Object.assign(document.createElement("div"), { className: "cursor-band" }));
    tip.ariaHidden = "true";
  }
  const from = drag ? Math.min(drag.start, index) : index;
  const to = drag ? Math.max(drag.start, index) : index;
  band.style.left = `${from * width}px`;
  band.style.width = `${(to - from + 1) * width}px`;
  band.style.height = `${svg.clientHeight - 24}px`;
  fill(figure, from, to);
  const left = (index + 1) * width + 8;
  const flip = left + tip.offsetWidth > plot.clientWidth;
  tip.style.left = `${Math.max(flip ? index * width - tip.offsetWidth - 8 : left, -40)}px`;
  tip.style.top = "8px";
}

function fill(figure, from, to) {
  const rows = rowsOf(figure);
  const heads = [...figure.querySelectorAll("thead th")].slice(1);
  const keys = figure.querySelectorAll(".legend button");
  const title = document.createElement("b");
  title.textContent = from === to ? rows[from].cells[0].textContent : `${rows[from].cells[0].textContent} – ${rows[to].cells[0].textContent}`;
  tip.replaceChildren(title);
  if (from !== to) return;
  heads.forEach((head, i) => {
    const sum = head.textContent.trim() === "Total" && i === heads.length - 1 && heads.length > 1;
    if (!sum && keys[i]?.ariaPressed === "false") return;
    const line = document.createElement("div");
    line.className = sum ? "sum" : "";
    const key = keys[i]?.querySelector("svg");
    if (key && !sum) line.append(key.cloneNode(true));
    for (const text of [head.textContent.trim(), rows[from].cells[i + 1].textContent]) {
      line.append(Object.assign(document.createElement("span"), { textContent: text }));
    }
    tip.append(line);
  });
}

function clear() {
  tip?.remove();
  band?.remove();
  tip = band = null;
}

const indexAt = (figure, event) => {
  const box = figure.querySelector(".chart-plot").getBoundingClientRect();
  const count = rowsOf(figure).length;
  return Math.max(0, Math.min(count - 1, Math.floor((event.clientX - box.left) / box.width * count)));
};

const linkOf = (figure, index) => rowsOf(figure)[index]?.cells[0].querySelector("a");

document.addEventListener("pointermove", event => {
  const plot = event.target.closest?.(".chart-plot");
  if (!plot) { if (tip && !drag && !tip.parentNode.matches(":focus-visible")) clear(); return; }
  const figure = figureOf(plot);
  if (!rowsOf(figure).length) return;
  const index = indexAt(figure, event);
  plot.classList.toggle("linked", !!linkOf(figure, index));
  figure.dataset.at = index;
  place(figure, index);
});
document.addEventListener("pointerdown", event => {
  const plot = event.target.closest?.(".chart-plot[data-zoom]");
  if (plot && event.button === 0 && event.pointerType === "mouse") drag = { figure: figureOf(plot), start: indexAt(figureOf(plot), event) };
});
document.addEventListener("pointerup", event => {
  const done = drag;
  drag = null;
  const plot = event.target.closest?.(".chart-plot");
  if (!plot) return;
  const figure = figureOf(plot);
  const end = indexAt(figure, event);
  if (done && done.figure === figure && done.start !== end) return zoom(figure, Math.min(done.start, end), Math.max(done.start, end));
  if (event.button === 0 && event.pointerType === "mouse") linkOf(figure, end)?.click();
});

function zoom(figure, from, to) {
  const rows = rowsOf(figure);
  const url = new URL(location.href);
  url.searchParams.delete("period");
  url.searchParams.delete("page");
  url.searchParams.set("from", rows[from].dataset.from);
  url.searchParams.set("to", rows[to].dataset.to);
  clear();
  Blazor.navigateTo(url.href);
}

document.addEventListener("keydown", event => {
  if (!event.target.matches?.(".chart-plot")) return;
  const figure = figureOf(event.target);
  const last = rowsOf(figure).length - 1;
  const at = Number(figure.dataset.at ?? -1);
  const next = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last }[event.key];
  if (event.key === "Escape") { clear(); delete figure.dataset.at; }
  if (event.key === "Enter" && at >= 0) linkOf(figure, at)?.click();
  if (next === undefined || last < 0) return;
  event.preventDefault();
  figure.dataset.at = next;
  place(figure, next);
  document.getElementById("live").textContent = [...tip.children].map(line => [...(line.children.length ? line.children : [line])].map(n => n.textContent).filter(Boolean).join(" ")).join(", ");
});
document.addEventListener("focusout", event => { if (event.target.matches?.(".chart-plot")) clear(); });

// Hiding series: the rest of a stack moves down; the axis stays, so that sizes stay comparable.
document.addEventListener("click", event => {
  const button = event.target.closest?.(".legend button");
  if (!button) return;
  const figure = figureOf(button);
  const buttons = [...figure.querySelectorAll(".legend button")];
  if (event.altKey) {
    const alone = buttons.every(b => b === button || b.ariaPressed === "false");
    for (const b of buttons) b.ariaPressed = String(alone || b === button);
  } else {
    button.ariaPressed = String(button.ariaPressed !== "true");
  }
  for (const b of buttons) {
    for (const group of figure.querySelectorAll(`g[data-series="${b.dataset.series}"]`)) group.toggleAttribute("hidden", b.ariaPressed === "false");
  }
  if (figure.querySelector("g[data-series] > rect")) restack(figure, buttons.some(b => b.ariaPressed === "false"));
});

function restack(figure, changed) {
  const axis = Number(figure.querySelector(".axis").getAttribute("y1"));
  const up = new Map();
  const down = new Map();
  for (const group of figure.querySelectorAll("g[data-series]")) {
    for (const bar of group.children) {
      bar.dataset.y ??= bar.getAttribute("y");
      const height = Number(bar.getAttribute("height"));
      const above = Number(bar.dataset.y) + height / 2 < axis;
      const stack = above ? up : down;
      const used = stack.get(bar.getAttribute("x")) ?? 0;
      if (!group.hasAttribute("hidden")) stack.set(bar.getAttribute("x"), used + height + 1);
      bar.setAttribute("y", changed ? (above ? axis - used - height : axis + used) : bar.dataset.y);
    }
  }
  figure.querySelector(".hatch")?.toggleAttribute("hidden", changed);
}

Blazor.addEventListener("enhancedload", () => {
  clear();
  for (const figure of document.querySelectorAll("figure.chart")) delete figure.dataset.at;
});
