// Lights up all parts of a claim at once, in the text and in the panel. Without it
// the links between both still work.
"use strict";
let lit = [];

function light(section, number) {
  for (const part of lit) part.classList.remove("on");
  lit = number ? [...section.querySelectorAll(`[data-a~="${number}"]`)] : [];
  for (const part of lit) part.classList.add("on");
}

function show(event) {
  const part = event.target.closest("[data-a]");
  if (!part) return light(null, "");
  const section = part.closest(".doc");
  const number = part.dataset.a.split(" ")[0];
  light(section, number);
  const panel = section.querySelector(".panel");
  const claim = section.querySelector(`.claim[data-a="${number}"]`);
  if (claim && part !== claim && panel.scrollHeight > panel.clientHeight) {
    const top = claim.offsetTop - panel.offsetTop;
    if (top < panel.scrollTop || top + claim.offsetHeight > panel.scrollTop + panel.clientHeight) {
      panel.scrollTop = top - panel.clientHeight / 3;
    }
  }
}

// Arrow keys walk through the claims of the panel, or of the text, from one that
// has the focus.
function walk(event) {
  if (event.key === "Escape") return light(null, "");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target.closest(".claim, .k[href]");
  if (!step || !here || event.altKey || event.ctrlKey || event.metaKey) return;
  const kind = here.classList.contains("claim") ? ".claim" : ".k[href]";
  const all = [...here.closest(".doc").querySelectorAll(kind)];
  const next = all[all.indexOf(here) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// Paper has nothing to click on: what is folded up is printed, too.
let unfolded = [];

function unfold() {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const part of unfolded) part.open = true;
}

function fold() {
  for (const part of unfolded) part.open = false;
}

addEventListener("beforeprint", unfold);
addEventListener("afterprint", fold);
document.addEventListener("pointerover", show);
document.addEventListener("focusin", show);
document.addEventListener("keydown", walk);
