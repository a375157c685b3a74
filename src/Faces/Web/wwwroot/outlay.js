// Progressive behaviour of the shell. Everything works without it except single keys, and nothing is bound to one page's nodes.
import "./charts.js";
import "./commit.js";
import "./connect.js";
import "./live.js";
import "./offline.js";
import "./spend.js";

const root = document.documentElement;

// Theme: system, light, dark, and round again. The server reads the same cookie, so a reload shows the same.
const setTheme = theme => {
  const age = theme ? 31536000 : 0;
  document.cookie = `theme=${theme ?? ""}; path=/; max-age=${age}; samesite=lax`;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.ariaLabel = `Theme: ${theme ?? "system"}`;
    button.title = `${button.ariaLabel} (t)`;
  }
  say(`Theme: ${theme ?? "system"}`);
};
const nextTheme = () => setTheme({ light: "dark", dark: undefined }[root.dataset.theme ?? ""] ?? (root.dataset.theme ? undefined : "light"));

export function say(text) {
  const live = document.getElementById("live");
  if (live) live.textContent = text;
}

const help = () => document.getElementById("help");

document.addEventListener("click", event => {
  const target = event.target;
  if (target.closest("[data-theme-switch]")) nextTheme();
  if (target.closest("[data-help]")) help()?.showModal();
  if (target === help()) help().close();
  for (const open of document.querySelectorAll("details[data-close-outside][open]")) {
    if (!open.contains(target)) open.open = false;
  }
});

// Forms that are sent by a change of a select, and 250 ms after typing.
let typing;
document.addEventListener("change", event => {
  const form = event.target.closest("form[data-auto]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
});
document.addEventListener("input", event => {
  const form = event.target.closest("form[data-auto]");
  if (!form || !event.target.matches("input[type=search], input[type=text]")) return;
  clearTimeout(typing);
  typing = setTimeout(() => form.requestSubmit(), 250);
});
// Empty fields are left out of the address.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "get") return;
  const empty = [...form.elements].filter(field => field.name && !field.disabled && field.value === "");
  for (const field of empty) field.disabled = true;
  setTimeout(() => { for (const field of empty) field.disabled = false; });
}, true);

// Keyboard. Keys are timed by when they were pressed, so that a page that is busy does not part two that belong together.
let went = -Infinity;
document.addEventListener("keydown", event => {
  if (event.key === "Escape") return escape();
  const busy = event.target.closest("input, select, textarea, dialog, [contenteditable]");
  const off = help()?.dataset.shortcuts === "off";
  if (busy || off || event.ctrlKey || event.metaKey || event.altKey) return;
  const now = event.timeStamp;
  if (now - went < 1200) {
    went = -Infinity;
    const link = document.querySelector(`#menu a[data-key="${CSS.escape(event.key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  if (event.key === "g") went = now;
  else if (event.key === "t") nextTheme();
  else if (event.key === "?") help()?.showModal();
  else if (event.key === "/") {
    const field = document.querySelector("main [data-search], main input[type=search], main form select, main form input:not([type=hidden])");
    if (field) { event.preventDefault(); field.focus(); }
  }
});

function escape() {
  const open = document.querySelector("details[data-close-outside][open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (!document.querySelector("dialog[open]")) {
    document.querySelector("[data-panel-close]")?.click();
  }
}

// After a navigation to another page focus goes to its heading; within a page it stays where it is.
let path = location.pathname;
const loaded = () => {
  const menu = document.getElementById("menu");
  if (menu?.matches(":popover-open")) menu.hidePopover();
  if (location.pathname === path) return;
  path = location.pathname;
  document.getElementById("page-title")?.focus({ preventScroll: true });
};
const busy = on => document.getElementById("busy")?.classList.toggle("on", on);
Blazor.addEventListener("enhancednavigationstart", () => busy(true));
Blazor.addEventListener("enhancednavigationend", () => busy(false));
Blazor.addEventListener("enhancedload", loaded);
