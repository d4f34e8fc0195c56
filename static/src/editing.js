// On pages where people write: counts words as they are typed, adds up budgets and people, and saves until it is saved.

import "./beside.js"; // who else has the page open: one file for both spares a request
import { keeper } from "./keeping.js";

// The words that the server counts too: runs without a space that hold a letter or a digit. What it takes away before
// it counts (control marks, a byte order mark) parts no words here either.
const SPACE = /[\t\n\r\p{Z}]+/u;
const LETTER = /[\p{L}\p{N}_]/u;
// An amount in pounds, as the server reads it.
const AMOUNT = /^(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,2})?$/;
// A number of people, as the server reads it.
const WHOLE = /^(\d{1,3}([, ]\d{3})+|\d{1,9})$/;
const LINES = ".lines, .counts"; // what is added up: the lines of a budget, the boxes beside wards or groups
const FIRST_WAIT = 2000; // milliseconds until a failed save is tried again; each further wait is twice as long
const LONGEST_WAIT = 30000;
const KEPT_MOST = 60000; // a browser finishes requests of up to 64 KiB for a page that has been left
const REST = 1000;
const LONG = 5000; // milliseconds after which words are saved although the typing never rests

// Forms with words that were not sent yet; and how often in a row each could not be saved, with the clock of its next try.
const unsaved = new Set();
const failures = new Map();
// What this browser keeps of each form; and the forms whose button shall lead on without saving first.
const kept = new Map();
const plain = new Set();

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
  const used = box.value.split(SPACE).filter((run) => LETTER.test(run)).length;
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
  const total = document.getElementById(`${lines.id}-total`);
  if (lines.matches(".counts")) {
    const typed = Array.from(lines.querySelectorAll("input"), (box) => box.value.trim());
    const people = typed.reduce((sum, text) => sum + (WHOLE.test(text) ? Number(text.replace(/[, ]/g, "")) : 0), 0);
    total.textContent = people.toLocaleString("en-GB");
    return;
  }
  let pence = 0;
  for (const box of lines.querySelectorAll("[id$=-amount]")) {
    const plain = box.value.replace(/\s/g, "").replace(/^£/, "");
    if (AMOUNT.test(plain)) pence += Math.round(Number(plain.replaceAll(",", "")) * 100);
  }
  const digits = { minimumFractionDigits: pence % 100 ? 2 : 0 };
  total.textContent = `£${(pence / 100).toLocaleString("en-GB", digits)}`;
}

function showCounts() {
  document.querySelectorAll("[data-words]").forEach(showCount);
}

showCounts();
document.addEventListener("htmx:after:swap", (event) => {
  const form = event.detail.ctx.sourceElement;
  showCounts();
  if (kept.has(form) && event.detail.ctx.response.status < 400) isSaved(form);
  else goOn(form);
});
document.addEventListener("input", (event) => {
  const lines = event.target.closest(LINES);
  if (event.target.dataset.words) speak(showCount(event.target));
  if (lines) showTotal(lines);
  if (event.target.form) typedInto(event.target.form);
});

let typing;
function typedInto(form) {
  unsaved.add(form);
  plain.delete(form);
  if (!kept.has(form)) return;
  kept.get(form).note();
  if (!typing) typing = setTimeout(() => {
    typing = undefined;
    if (unsaved.has(form)) saveAgain(form);
  }, LONG);
}

// The server has it: what was sent need not be kept here any longer.
function isSaved(form) {
  if (kept.has(form)) kept.get(form).saved();
  if (form.querySelector("[data-more]") && !unsaved.has(form)) location.reload();
  goOn(form);
}

function saveAgain(form) {
  if (form.isConnected && form.dataset.save) htmx.trigger(form, "again");
}

function sayNotSaved(sentence) {
  const line = document.getElementById("saved");
  line.textContent = sentence;
  line.classList.add("waiting");
}

// Pressed while nothing goes through, a button would trade the page, and every word on it, for the browser's own
// page of errors, from which no way leads back. So it saves first, and leads on once that went well. So does any other
// button of the page, such as the one that signs out, while there are words that the server does not have.
let pressed;
document.addEventListener("submit", (event) => {
  const going = event.target;
  const form = going.dataset.save ? going : [...kept.keys()].find(isWaiting);
  const waits = form && (!navigator.onLine || (!plain.has(form) && (isWaiting(form) || failures.has(form))));
  if (going.dataset.save ? !waits : !waits || failures.has(form)) {
    unsaved.delete(going);
    return;
  }
  event.preventDefault();
  pressed = { form, going, button: event.submitter };
  saveAgain(form);
});

function isWaiting(form) {
  return kept.has(form) && kept.get(form).holds();
}

function goOn(form) {
  if (!pressed || pressed.form !== form) return;
  const { going, button } = pressed;
  pressed = undefined;
  plain.add(form);
  unsaved.delete(form);
  delete going.dataset.sent;
  going.requestSubmit(button);
}

function notSaved(form) {
  const before = failures.get(form) || { times: 0 };
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** before.times);
  const isPressed = pressed && pressed.form === form;
  if (isPressed) delete pressed.going.dataset.sent;
  pressed = undefined;
  clearTimeout(before.clock);
  // Whoever pressed in vain is told so until it is saved: the save that was next in line does not talk over it.
  const inVain = before.inVain || isPressed;
  sayNotSaved(inVain ? document.body.dataset.trouble : form.dataset.save);
  failures.set(form, { times: before.times + 1, inVain, clock: setTimeout(saveAgain, wait, form) });
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
  if (kept.has(form)) kept.get(form).sending();
});

whenSaving("htmx:error", notSaved);

whenSaving("htmx:after:request", (form, ctx, event) => {
  const status = ctx.response.status;
  // Signed out meanwhile: nobody is led away in the middle of a word. The button keeps it all, and leads to sign in.
  if (status === 401) {
    event.preventDefault();
    sayNotSaved(form.dataset.ended);
    goOn(form);
    plain.add(form);
    return;
  }
  if (status === 429 || status >= 500) {
    ctx.swap = "none";
    notSaved(form);
    return;
  }
  if (failures.has(form)) clearTimeout(failures.get(form).clock);
  failures.delete(form);
  if (status === 204) isSaved(form);
  // A refusal comes as a whole page, which would cost what was typed; the button leads there safely.
  if (status >= 400 && /^\s*<!doctype/i.test(ctx.text)) {
    ctx.swap = "none";
    sayNotSaved(form.dataset.refused);
    goOn(form);
    plain.add(form);
  } else if (status === 409) {
    // Both texts are on the server. The button leads to where they stand side by side.
    sayNotSaved(form.dataset.clash);
    if (kept.has(form)) kept.get(form).saved(true);
    goOn(form);
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
  if (!document.hidden) return;
  kept.forEach((each) => each.write());
  unsaved.forEach(saveAgain);
});

// What was typed before this script was there, or is kept from another time, goes to the server now.
function keepForms(isOld) {
  document.querySelectorAll("form[data-keep]").forEach((form) => keepForm(form, isOld));
}

function keepForm(form, isOld) {
  // Going back or loading anew, a browser fills in what once stood in the boxes. What counts is what the server has,
  // and what is kept here.
  if (isOld && !unsaved.has(form)) form.reset();
  const found = keeper(form, () => {
    const line = document.createElement("p");
    line.className = "card next";
    line.textContent = spoken.textContent = form.dataset.back;
    form.prepend(line);
    showCounts();
    form.querySelectorAll(LINES).forEach(showTotal);
    unsaved.add(form);
    saveAgain(form);
  });
  if (!found) return;
  kept.set(form, found);
  if (found.holds()) typedInto(form);
}

const [visit] = performance.getEntriesByType("navigation");
if (!visit || visit.type === "navigate") keepForms(false);
else addEventListener("load", () => setTimeout(keepForms, 0, true));
