// On pages where people write: counts words as they are typed, adds up a budget, and saves until it is saved.

// The words that the server counts too are runs without a space that hold one of these.
const LETTER = /[\p{L}\p{N}_]/u;
// An amount in pounds, as the server reads it.
const AMOUNT = /^(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,2})?$/;
const FIRST_WAIT = 2000; // milliseconds until a failed save is tried again; each further wait is twice as long
const LONGEST_WAIT = 30000;
const KEPT_MOST = 60000; // a browser finishes requests of up to 64 KiB for a page that has been left
const REST = 1000;

// Forms with words that were not sent yet; and how often in a row each could not be saved, with the clock of its next try.
const unsaved = new Set();
const failures = new Map();

const spoken = document.createElement("p");
spoken.className = "govuk-visually-hidden";
spoken.setAttribute("role", "status");
document.body.append(spoken);

function filled(sentence, values) {
  return sentence.replace(/{(\w+)}/g, (_, name) => values[name]);
}

function showCount(box) {
  const line = document.getElementById(`${box.id}-count`);
  const most = Number(box.dataset.words);
  const used = box.value.split(/\s+/).filter((run) => LETTER.test(run)).length;
  const over = used - most;
  line.textContent = filled(over > 0 ? line.dataset.over : line.dataset.within, { used, most, over });
  line.classList.toggle("over", over > 0);
  return line.textContent;
}

// Eyes see the count at once; a screen reader hears it when the typing rests.
let resting;
function speak(sentence) {
  clearTimeout(resting);
  resting = setTimeout(() => {
    spoken.textContent = sentence;
  }, REST);
}

function showTotal(lines) {
  let pence = 0;
  for (const box of lines.querySelectorAll("[id$=-amount]")) {
    const plain = box.value.replace(/\s/g, "").replace(/^£/, "");
    if (AMOUNT.test(plain)) pence += Math.round(Number(plain.replaceAll(",", "")) * 100);
  }
  const digits = { minimumFractionDigits: pence % 100 ? 2 : 0 };
  document.getElementById(`${lines.id}-total`).textContent = `£${(pence / 100).toLocaleString("en-GB", digits)}`;
}

function showCounts() {
  document.querySelectorAll("[data-words]").forEach(showCount);
}

showCounts();
document.addEventListener("htmx:after:swap", (event) => {
  showCounts();
  goOn(event.detail.ctx.sourceElement);
});
document.addEventListener("input", (event) => {
  const lines = event.target.closest(".lines");
  if (event.target.dataset.words) speak(showCount(event.target));
  if (lines) showTotal(lines);
  if (event.target.form) unsaved.add(event.target.form);
});

function saveAgain(form) {
  if (form.isConnected && form.dataset.save) htmx.trigger(form, "again");
}

function sayNotSaved(sentence) {
  const line = document.getElementById("saved");
  line.textContent = sentence;
  line.classList.add("waiting");
}

// Pressed while nothing goes through, a button would trade the page, and every word on it, for the browser's own
// page of errors, from which no way leads back. So it saves first, and leads on once that went well.
let pressed;
document.addEventListener("submit", (event) => {
  const form = event.target;
  unsaved.delete(form);
  if (!form.dataset.save || (navigator.onLine && !failures.has(form))) return;
  event.preventDefault();
  pressed = { form, button: event.submitter };
  saveAgain(form);
});

function goOn(form) {
  if (!pressed || pressed.form !== form) return;
  const { button } = pressed;
  pressed = undefined;
  delete form.dataset.sent;
  form.requestSubmit(button);
}

function notSaved(form) {
  const before = failures.get(form) || { times: 0 };
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** before.times);
  sayNotSaved(pressed && pressed.form === form ? document.body.dataset.trouble : form.dataset.save);
  pressed = undefined;
  clearTimeout(before.clock);
  failures.set(form, { times: before.times + 1, clock: setTimeout(saveAgain, wait, form) });
}

function whenSaving(name, act) {
  document.addEventListener(name, (event) => {
    if (event.target.matches && event.target.matches("form[data-save]")) act(event.target, event.detail.ctx, event);
  });
}

// What had to wait its turn goes with the words and the version that the page holds by then, and outlives the page.
whenSaving("htmx:before:request", (form, ctx) => {
  const body = new URLSearchParams(new FormData(form));
  if (failures.has(form)) body.set("_again", failures.get(form).times);
  ctx.request.body = body;
  ctx.request.keepalive = body.toString().length < KEPT_MOST;
  unsaved.delete(form);
});

whenSaving("htmx:error", notSaved);

whenSaving("htmx:after:request", (form, ctx, event) => {
  const status = ctx.response.status;
  // Signed out meanwhile: nobody is led away in the middle of a word. The button keeps it all, and leads to sign in.
  if (status === 401) {
    pressed = undefined;
    event.preventDefault();
    sayNotSaved(form.dataset.ended);
    return;
  }
  if (status === 429 || status >= 500) {
    ctx.swap = "none";
    notSaved(form);
    return;
  }
  if (failures.has(form)) clearTimeout(failures.get(form).clock);
  failures.delete(form);
  if (status >= 400) pressed = undefined;
  if (status === 204) goOn(form);
  // A refusal comes as a whole page, which would cost what was typed; the button leads there safely.
  if (status >= 400 && /^\s*<!doctype/i.test(ctx.text)) {
    ctx.swap = "none";
    sayNotSaved(form.dataset.refused);
  } else if (status === 409) {
    sayNotSaved(form.dataset.clash);
  }
});

addEventListener("online", () => failures.forEach((_, form) => saveAgain(form)));

// Whoever would leave, or load the page anew, while words wait to be saved is asked by the browser first.
// What saves itself is saved on leaving; what does not, such as a letter being written, goes by its button alone.
addEventListener("beforeunload", (event) => {
  if (failures.size || [...unsaved].some((form) => !form.dataset.save || !navigator.onLine)) event.preventDefault();
});

// Whoever turns to another app, or shuts the phone, has finished typing for now.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) unsaved.forEach(saveAgain);
});
