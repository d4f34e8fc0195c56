// Sends a form with a file and says how far it has come. A line that breaks, and a portal that is being renewed, is tried
// again: the form carries a key, so that it counts once however often it arrives. Whatever else goes wrong at the other
// end leaves the form and its chosen file where they are. Without script the form is sent by the browser itself.
const WAIT_MOST = 30; // seconds
const AWAY = [502, 503, 504]; // the portal, or the proxy before it, says: not now
const AWAY_MOST = 10; // how often that is heard before it is said: each time the whole file travels
const TOO_LARGE = 413; // so large that nobody read it, and so no page says it beside its field

function start(form) {
  const said = form.querySelector("[data-progress]");
  let busy = false;
  let away;

  form.addEventListener("submit", (event) => {
    const file = form.querySelector("[type=file]");
    if (!file || !file.files.length) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    away = 0;
    const body = new FormData(form);
    if (event.submitter && event.submitter.name) body.append(event.submitter.name, event.submitter.value);
    send(body, 1);
  });

  function say(sentence, isTrouble) {
    said.textContent = sentence;
    said.classList.toggle("waiting", isTrouble);
  }

  // It did not arrive: what was chosen stands as it stood, and a press sends it anew.
  function giveUp(sentence) {
    busy = false;
    delete form.dataset.sent;
    say(sentence, true);
  }

  function send(body, wait) {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Uploading", "1");
    request.upload.onprogress = (event) => {
      const percent = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      say(percent < 100 ? form.dataset.upload.replace("{percent}", percent) : form.dataset.done, false);
    };
    const again = (sentence, asked) => {
      say(sentence, true);
      const seconds = Math.min(Math.max(wait, asked || 0), WAIT_MOST);
      setTimeout(() => send(body, Math.min(wait * 2, WAIT_MOST)), seconds * 1000);
    };
    request.onerror = request.ontimeout = () => again(form.dataset.broken);
    request.onload = () => {
      const { status } = request;
      if (status === 204) return window.location.assign(request.responseURL);
      if (AWAY.includes(status)) {
        away += 1;
        if (away < AWAY_MOST) return again(form.dataset.away, Number(request.getResponseHeader("Retry-After")));
      }
      if (status === TOO_LARGE) return giveUp(form.dataset.large);
      const main = status < 500 && mainOf(request.responseText);
      if (main) show(main);
      else giveUp(form.dataset.failed);
    };
    request.send(body);
  }
}

// The part of a page that is its own; none in a page that is not the portal's.
function mainOf(text) {
  return new DOMParser().parseFromString(text, "text/html").getElementById("main");
}

// What was not taken: the page as it came back, with the sentence beside its field.
function show(main) {
  document.title = main.ownerDocument.title;
  document.getElementById("main").replaceWith(main);
  main.querySelectorAll("[data-upload]").forEach(start);
  const summary = main.querySelector(".govuk-error-summary, [role=alert]") || main;
  summary.tabIndex = -1;
  summary.focus();
}

document.querySelectorAll("[data-upload]").forEach(start);
