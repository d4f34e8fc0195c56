// Keeps what is typed in this browser until the server has it: on a shared computer for this tab alone, on somebody's
// own device beyond it. It lies under a mark of the person and the part (data-keep), so nobody else is ever given it.

const TYPED = "typed:";
const REST = 400; // milliseconds between two writings
const STAYED = 10000; // milliseconds after which whoever was about to leave a page, and was asked, has stayed
const OLD = 30 * 24 * 3600 * 1000; // as long as a sign-in on somebody's own device

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// What each box holds, or held when the page came: {name: [values]}.
function boxes(form, came) {
  const found = {};
  for (const box of form.elements) {
    if (!box.name || box.type === "submit" || (box.type === "hidden" && !box.dataset.more)) continue;
    const values = (found[box.name] = found[box.name] || []);
    if (box.type === "radio" || box.type === "checkbox") {
      if (came ? box.defaultChecked : box.checked) values.push(box.value);
    } else if (box.options && came) {
      const chosen = [...box.options].find((each) => each.defaultSelected) || box.options[0];
      values.push(chosen ? chosen.value : "");
    } else {
      values.push(came && !box.options ? box.defaultValue : box.value);
    }
  }
  return found;
}

function fill(form, name, values) {
  const there = [...form.elements].filter((each) => each.name === name);
  there.forEach((box, place) => {
    if (box.type === "radio" || box.type === "checkbox") box.checked = values.includes(box.value);
    else box.value = values[place] || "";
    const folded = box.closest("details");
    if (folded && values.join("")) folded.open = true;
  });
  // A line of a budget, or a question, that this page does not show: it goes along unseen, and is there next time.
  if (there.length) return;
  for (const value of values) {
    const box = document.createElement("input");
    Object.assign(box, { type: "hidden", name, value });
    box.dataset.more = "yes";
    form.append(box);
  }
}

// A page that is being left may be followed by one that was made a moment before its last save. What was saved then is
// kept all the same, with the version that holds it, and the page that follows tells whether it holds it too.
let leaving;
addEventListener("beforeunload", () => {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    leaving = undefined;
  }, STAYED);
});

// Keeps one form. `came` is called where words were put back that the server does not have.
export function keeper(form, came) {
  let store;
  try {
    store = form.dataset.own ? localStorage : sessionStorage;
    store.removeItem(TYPED);
  } catch (_) {
    return undefined;
  }
  const { marks: _marks, asked, before, _key } = form.elements;
  const place = `${TYPED}${form.dataset.keep}:`;
  const name = place + _key.value;
  const person = `${TYPED}${form.dataset.keep.split("/")[0]}/`;
  let was = boxes(form, true);
  let sent;
  let held; // where the server has what was saved last: in which version, or beside it
  let clock;

  function write() {
    clearTimeout(clock);
    clock = undefined;
    const now = boxes(form);
    if (document.body.dataset.left) return;
    try {
      if (same(now, was) && !form.dataset.unsaved) forget();
      else store.setItem(name, JSON.stringify({
        at: Date.now(), was, now, marks: form.elements.marks.value, asked: asked.value, keys: `${before.value} ${_key.value}`,
      }));
    } catch (_) {
      // No room: the words are still on the page, and on their way.
    }
  }

  function forget() {
    const entry = leaving && held && JSON.parse(store.getItem(name) || "null");
    if (entry) store.setItem(name, JSON.stringify({ ...entry, ...held }));
    else store.removeItem(name);
  }

  // Whether this page was made when what another one kept had long been saved, or lay beside a colleague's words.
  function holds(entry) {
    return entry.aside ? document.getElementById("aside") : entry.version <= Number(form.elements.version.value);
  }

  function putBack(key) {
    const entry = JSON.parse(store.getItem(key) || "null");
    if (!entry || !same(boxes(form), was)) return;
    if (holds(entry)) {
      store.removeItem(key);
      return;
    }
    const now = boxes(form);
    const marks = new Map(form.elements.marks.value.split(" ").map((each) => each.split(":")));
    const theirs = new Map(entry.marks.split(" ").map((each) => each.split(":")));
    let isNew = false;
    for (const box of new Set([...Object.keys(entry.was), ...Object.keys(entry.now)])) {
      const [typed, read] = [entry.now[box] || [], entry.was[box] || []];
      if (same(typed, read) || same(typed, now[box] || [])) continue;
      const code = box.split("-")[0];
      isNew = true;
      fill(form, box, typed);
      was[box] = read;
      if (theirs.has(code)) marks.set(code, theirs.get(code));
      if (!asked.value.split(" ").includes(code)) asked.value += ` ${code}`;
    }
    if (isNew) {
      form.elements.marks.value = [...marks].map((each) => each.join(":")).join(" ");
      before.value = entry.keys.split(" ").slice(-9).join(" ");
    }
    store.removeItem(key);
    if (isNew || form.dataset.unsaved) write();
    if (isNew) came(entry.at);
  }

  const found = Object.keys(store).filter((each) => each.startsWith(TYPED));
  for (const each of found) {
    const at = (JSON.parse(store.getItem(each)) || {}).at;
    if (at < Date.now() - OLD || (store === sessionStorage && !each.startsWith(person))) store.removeItem(each);
  }
  // What a page keeps that is still open somewhere is its own affair until it is closed.
  const locks = navigator.locks || { request: (_, act) => act() };
  locks.request(name, () => new Promise(() => {}));
  for (const each of found.filter((one) => one.startsWith(place))) locks.request(each, () => putBack(each));

  return {
    holds: () => !same(boxes(form), was),
    note() {
      if (!clock) clock = setTimeout(write, REST);
    },
    write,
    sending() {
      sent = boxes(form);
    },
    saved(isAside) {
      was = sent || was;
      held = isAside ? { aside: true } : { version: Number(form.elements.version.value) };
      write();
    },
  };
}
