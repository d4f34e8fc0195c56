// Sends a form with a file and says how far it has come. A line that breaks is tried again: the form carries a key, so
// that it counts once however often it arrives. Without script the form is sent by the browser itself.
const WAIT_MOST = 30;

function start(form) {
  const said = form.querySelector("[data-progress]");
  let busy = false;

  form.addEventListener("submit", (event) => {
    const file = form.querySelector("[type=file]");
    if (!file || !file.files.length) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const body = new FormData(form);
    if (event.submitter && event.submitter.name) body.append(event.submitter.name, event.submitter.value);
    send(body, 1);
  });

  function send(body, wait) {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Uploading", "1");
    request.upload.onprogress = (event) => {
      const percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      said.textContent = percent < 100 ? form.dataset.upload.replace("{percent}", percent) : form.dataset.done;
    };
    const again = () => {
      said.textContent = form.dataset.broken;
      setTimeout(() => send(body, Math.min(wait * 2, WAIT_MOST)), wait * 1000);
    };
    request.onerror = request.ontimeout = again;
    request.onload = () => {
      if (request.status === 204) return window.location.assign(request.responseURL);
      if ([502, 504].includes(request.status)) return again();
      busy = false;
      show(request.responseText);
    };
    request.send(body);
  }
}

// What was not taken: the page as it came back, with the sentence beside its field.
function show(text) {
  const there = new DOMParser().parseFromString(text, "text/html");
  const main = there.getElementById("main");
  if (!main) return window.location.reload();
  document.title = there.title;
  document.getElementById("main").replaceWith(main);
  main.querySelectorAll("[data-upload]").forEach(start);
  const summary = main.querySelector(".govuk-error-summary, [role=alert]") || main;
  summary.tabIndex = -1;
  summary.focus();
}

document.querySelectorAll("[data-upload]").forEach(start);
