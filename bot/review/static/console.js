// Small helps only: every page works without this file.
"use strict";

document.documentElement.classList.add("scripted");

// A refusal is shown in the form that was sent, and what was written stays.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status !== 422) return;
  const form = event.detail.requestConfig.elt.closest("form");
  const place = form && form.querySelector("[data-error]");
  if (!place) return;
  event.detail.target = place;
  event.detail.swapOverride = "innerHTML";
});

// After a turn was written on, the keyboard goes on from there.
document.addEventListener("htmx:afterSwap", (event) => {
  const turn = event.detail.elt;
  if (turn && turn.classList && turn.classList.contains("turn")) {
    turn.setAttribute("tabindex", "-1");
    turn.focus({ preventScroll: true });
  }
});

// Escape closes the form that is open, and the focus returns to what opened it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target instanceof Element && event.target.closest("details.form[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// A form that was opened is ready to be written in.
document.addEventListener("toggle", (event) => {
  if (!(event.target instanceof HTMLDetailsElement) || !event.target.matches("details.form[open]")) return;
  const field = event.target.querySelector("textarea, select, input:not([type=hidden])");
  if (field) field.focus();
}, true);

// A link to a score line opens it.
function openTarget() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
window.addEventListener("hashchange", openTarget);
openTarget();
