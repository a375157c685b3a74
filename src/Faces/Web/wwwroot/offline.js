// When the server cannot be reached, the address must not run ahead of what is shown, and the page says so until it is back.
let shown = location.href;
let shownAt = new Date();
let wanted = null;
let timer = null;

const bar = () => document.getElementById("offline");
const clock = () => shownAt.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });

function lost() {
  document.getElementById("busy")?.classList.remove("on");
  if (bar()) bar().textContent = `Connection lost. What you see is from ${clock()}. Retrying.`;
  clearTimeout(timer);
  timer = setTimeout(retry, 2000);
}

async function retry() {
  try {
    await fetch(document.querySelector("link[rel=icon]").href, { cache: "no-store" });
  } catch {
    return lost();
  }
  if (bar()) bar().textContent = "";
  const target = wanted;
  wanted = null;
  if (target && target !== location.href) Blazor.navigateTo(target);
}

Blazor.addEventListener("enhancednavigationstart", () => { wanted = location.href; });
Blazor.addEventListener("enhancedload", () => {
  shown = location.href;
  shownAt = new Date();
});
Blazor.addEventListener("enhancednavigationend", () => {
  wanted = null;
  clearTimeout(timer);
  if (bar()) bar().textContent = "";
});
addEventListener("unhandledrejection", event => {
  if (!wanted || !(event.reason instanceof TypeError)) return;
  event.preventDefault();
  wanted = location.href;
  history.replaceState(history.state, "", shown);
  lost();
});
addEventListener("offline", lost);
addEventListener("online", retry);
