// Who has taken what this page shows and who else has it open, asked again while the page can be seen. It is asked by
// itself, so it keeps nobody signed in. Once anything but the part comes back, it is not asked any more.
const EVERY = 45000; // milliseconds
const ASKS = { "X-By-Itself": "yes", "HX-Request": "true", "HX-Request-Type": "partial" };

let heard;

// Its sentences go in as text, each as a line of its own.
function put(text) {
  const part = new DOMParser().parseFromString(text, "text/html");
  line.replaceChildren(...Array.from(part.querySelectorAll("p"), (sentence) => {
    const copy = document.createElement("p");
    copy.className = sentence.className;
    copy.textContent = sentence.textContent;
    return copy;
  }));
}

const line = document.getElementById("who");
const timer = line && setInterval(async () => {
  if (document.visibilityState !== "visible" || !navigator.onLine) return;
  try {
    const answer = await fetch(line.dataset.look, { headers: ASKS, redirect: "manual" });
    if (answer.status < 500 && !answer.ok) clearInterval(timer);
    if (answer.status === 404) line.textContent = line.dataset.gone;
    if (!answer.ok) return;
    const text = await answer.text();
    if (text !== heard) put(text);
    heard = text;
  } catch (error) {
    // The line broke. It is asked again.
  }
}, EVERY);
