// The line of a commitment: dragging it, or the slider under it, tells what that commitment would have done.
function at(points, hourly) {
  let i = points.findIndex(p => p[0] >= hourly);
  if (i < 0) return points[points.length - 1];
  if (i === 0) return points[0];
  const [a, b] = [points[i - 1], points[i]];
  const part = b[0] === a[0] ? 0 : (hourly - a[0]) / (b[0] - a[0]);
  return a.map((v, k) => v + (b[k] - v) * part);
}

function show(box, hourly) {
  const [, saving, coverage, utilisation] = at(JSON.parse(box.dataset.commit), hourly);
  const money = new Intl.NumberFormat("en-US", { style: "currency", currency: box.dataset.currency });
  const percent = new Intl.NumberFormat("en-US", { style: "percent" });
  const line = box.querySelector("[data-commit-line]");
  const y = Math.max(0, line.dataset.height - hourly * line.dataset.scale);
  line.setAttribute("y1", y);
  line.setAttribute("y2", y);
  box.querySelector("[data-commit-hourly]").textContent = hourly.toFixed(3);
  box.querySelector("[data-commit-saving]").textContent = money.format(saving);
  box.querySelector("[data-commit-coverage]").textContent = percent.format(coverage);
  box.querySelector("[data-commit-utilisation]").textContent = percent.format(utilisation);
}

document.addEventListener("input", event => {
  if (event.target.matches("[data-commit-range]")) show(event.target.closest("[data-commit]"), Number(event.target.value));
});

function drag(event) {
  const plot = event.target.closest(".commit-plot");
  if (!plot || event.buttons !== 1) return;
  const box = plot.closest("[data-commit]");
  const line = box.querySelector("[data-commit-line]");
  const frame = plot.querySelector("svg").getBoundingClientRect();
  const range = box.querySelector("[data-commit-range]");
  const hourly = (frame.bottom - event.clientY) / frame.height * line.dataset.height / line.dataset.scale;
  range.value = Math.min(Number(range.max), Math.max(0, hourly));
  show(box, Number(range.value));
  event.preventDefault();
}

document.addEventListener("pointerdown", drag);
document.addEventListener("pointermove", drag);
