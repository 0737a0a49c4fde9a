/* What is asked only of one answer stands folded until that answer is chosen. Without this script it is opened by hand. */
"use strict";
for (const fold of document.querySelectorAll("details[data-opens-with]")) {
  const [name, value] = fold.dataset.opensWith.split("=");
  const open = (one) => { if (one.name === name && one.checked) fold.open = one.value === value; };
  const form = fold.closest("form");
  form.addEventListener("change", (event) => open(event.target));
  for (const one of form.elements) if (one.value === value) open(one);
}
