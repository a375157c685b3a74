// The form of a connection: fields that a choice makes of use, snippets with the names as they are typed, and their copying.
import { say } from "./outlay.js";

function fit() {
  for (const form of document.querySelectorAll("[data-choices]")) {
    for (const field of form.querySelectorAll("[data-when]")) {
      const [name, value] = field.dataset.when.split("=");
      const choice = form.querySelector(`[data-choice="${CSS.escape(name)}"]`);
      field.hidden = choice !== null && choice.value !== value;
    }
  }
}

let waiting;
function fill() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const list = document.querySelector("[data-snippets]");
    if (!list) return;
    const names = new URLSearchParams();
    for (const input of document.querySelectorAll("[data-choices] [data-names]")) {
      if (input.value) names.set(input.id.slice(2), input.value);
    }
    let texts;
    try {
      const answer = await fetch(`${list.dataset.snippets}?${names}`);
      texts = answer.ok ? await answer.json() : [];
    } catch {
      // Without an answer what stands there stays: it was right for the names before.
      return;
    }
    list.querySelectorAll("code").forEach((code, i) => { if (texts[i]) code.textContent = texts[i]; });
  }, 300);
}

document.addEventListener("change", event => { if (event.target.matches("[data-choice]")) fit(); });
document.addEventListener("input", event => { if (event.target.matches("[data-names]")) fill(); });
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
  say("Copied");
});

Blazor.addEventListener("enhancedload", fit);
fit();
