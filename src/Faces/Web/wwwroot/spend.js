// Suggests values while a filter value is typed. Without it the field takes any text all the same.
let waiting;
let asked = 0;

document.addEventListener("input", event => {
  const field = event.target.closest?.("input[data-values]");
  if (!field) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => suggest(field), 200);
});

async function suggest(field) {
  const list = document.getElementById(field.getAttribute("list"));
  const search = field.value.trim();
  if (!list) return;
  const turn = ++asked;
  const answer = await fetch(`${field.dataset.values}&search=${encodeURIComponent(search)}`).catch(() => null);
  // A slow answer must not replace the one to what was typed after it.
  if (!answer?.ok || turn !== asked) return;
  const values = await answer.json();
  list.replaceChildren(...values.map(value => Object.assign(document.createElement("option"), { value })));
}
