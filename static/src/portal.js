// On every page, after it has loaded. Nothing here is needed to use the portal.

const WHOLE_PAGE = /^\s*<!doctype/i;
const SLIP = 2000; // milliseconds within which a second press is a slip of the finger

// Errors that are new to the page have the floor. Whoever has lost their place is led to the news, or to the start.
let heard;
function attend(lost) {
  const errors = document.querySelector(".govuk-error-summary");
  const news = document.querySelector("#messages p");
  if (errors && errors !== heard) errors.focus();
  else if (news && lost) news.parentNode.focus();
  else if (lost && heard !== undefined) document.getElementById("main").focus();
  heard = errors;
}

function warn(sentence) {
  const line = document.createElement("p");
  line.className = "warning";
  line.textContent = sentence;
  const messages = document.getElementById("messages");
  messages.replaceChildren(line);
  messages.focus();
}

function isSave(element) {
  return element.matches && element.matches("[data-save]");
}

// The server counts a form once, however often it comes; this spares the wait for the second answer. Without a line a
// press would trade the page, and what is typed on it, for the browser's own page of errors.
document.addEventListener("submit", (event) => {
  const now = Date.now();
  if (!navigator.onLine && !isSave(event.target)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    warn(document.body.dataset.trouble);
  } else if (now - event.target.dataset.sent < SLIP) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    event.target.dataset.sent = now;
  }
}, true);

// Where a part was asked for and a whole page came, such as "Page not found", it takes the whole page.
document.addEventListener("htmx:after:request", (event) => {
  const ctx = event.detail.ctx;
  if (ctx.response.status >= 400 && WHOLE_PAGE.test(ctx.text) && !isSave(event.target)) {
    ctx.target = document.body;
    ctx.swap = "innerHTML show:top";
  }
});

document.addEventListener("htmx:after:swap", (event) => {
  if (!isSave(event.detail.ctx.sourceElement)) attend(document.activeElement === document.body);
});

// A line that broke or a server in trouble: said where nothing typed is lost. Saving as you type says it for itself.
function trouble(event) {
  const answer = event.detail.ctx && event.detail.ctx.response;
  if ((!answer || answer.status >= 500) && !isSave(event.target)) warn(document.body.dataset.trouble);
}
document.addEventListener("htmx:error", trouble);
document.addEventListener("htmx:response:error", trouble);

// Who signs out leaves nothing behind: what this browser kept for its tabs goes, in every tab of it.
addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("[data-out]")) return;
  document.body.dataset.left = "yes";
  sessionStorage.clear();
  localStorage.setItem("left", Date.now());
});
addEventListener("storage", (event) => {
  if (event.key === "left") sessionStorage.clear();
});

// In a round's last hour the minutes run, by the server's clock. Eyes see each; a screen reader hears some of them.
const SAID = [30, 15, 10, 5, 2, 1];
const LOOK = 5000; // milliseconds
document.querySelectorAll("[data-seconds]").forEach((line) => {
  const { seconds, over } = line.dataset;
  const [visit] = performance.getEntriesByType("navigation");
  const [shown, heard] = [line.querySelector("strong"), document.createElement("p")];
  let { minutes, then, thenMinutes } = line.dataset;
  let end = Date.now() + seconds * 1000 - (performance.now() - (visit ? visit.responseStart : 0));
  heard.className = "govuk-visually-hidden";
  heard.setAttribute("role", "status");
  line.after(heard);
  setInterval(() => {
    if (Date.now() >= end && then) {
      [minutes, end, then] = [thenMinutes, end + then * 1000, ""];
      line.querySelector("span").remove();
      heard.textContent = minutes.replace("{minutes}", Math.ceil((end - Date.now()) / 60000));
    }
    const left = Math.ceil((end - Date.now()) / 60000);
    const words = left > 0 ? minutes.replace("{minutes}", left) : over;
    if (words === shown.textContent) return;
    shown.textContent = words;
    if (left <= 0 || SAID.includes(left)) heard.textContent = words;
  }, LOOK);
});

attend(true);

// The link in a sign-in e-mail: in the browser that asked for it, the button presses itself, once.
const pressed = document.querySelector("form[data-press]");
if (pressed) pressed.querySelector("button").click();
