// Live progress of imports, and the bar of a running upload. Without this file the pages offer a plain link to look again.
const pause = 700;
let timer = null;

function watch() {
  clearTimeout(timer);
  const node = document.querySelector("[data-progress]");
  if (node) timer = setTimeout(() => poll(node.dataset.progress, node.dataset.stamp), pause);
}

async function poll(address, stamp) {
  let now;
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" }, cache: "no-store" });
    now = answer.ok ? await answer.json() : null;
  } catch {
    now = null;
  }
  const node = document.querySelector("[data-progress]");
  if (!node || node.dataset.progress !== address) return;
  if (now && now.stamp !== stamp) return Blazor.navigateTo(location.href, false, true);
  if (now) show(node, now);
  watch();
}

function show(node, now) {
  const bar = node.querySelector("[role=progressbar]");
  if (bar) {
    bar.setAttribute("aria-valuenow", now.percent);
    bar.querySelector(".done").setAttribute("width", `${now.percent}%`);
  }
  for (const [name, text] of Object.entries(now.texts)) {
    const place = node.querySelector(`[data-live="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  }
}

// An upload is posted by XMLHttpRequest, which alone tells how far it is; the answer is followed as the form would.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form[data-upload]")) return;
  event.preventDefault();
  const progress = form.querySelector("[data-upload-state]");
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  request.upload.onprogress = part => {
    if (part.lengthComputable) progress.textContent = `Uploading, ${Math.floor(part.loaded / part.total * 100)}%`;
  };
  request.onload = () => {
    if (request.status !== 200) return request.onerror();
    const target = new URL(JSON.parse(request.responseText).href, location.href);
    const same = target.pathname === location.pathname;
    location.assign(target);
    // Another fragment of the same page would not be loaded anew, and the message would not be seen.
    if (same) location.reload();
  };
  request.onerror = () => {
    progress.textContent = "The upload was cut off. Nothing was kept; try again, or import the file by its path.";
    button.disabled = false;
  };
  button.disabled = true;
  progress.textContent = "Uploading";
  request.open("POST", form.action);
  request.setRequestHeader("accept", "application/json");
  request.send(new FormData(form));
});

Blazor.addEventListener("enhancedload", watch);
watch();
