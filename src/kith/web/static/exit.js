/* "Exit this page", at once and with nothing of it left in this tab: its place in the history is taken by where it leads.
   Pressing Shift three times does the same. Without this script the link leads away all the same. */
"use strict";
(() => {
  const link = document.querySelector("[data-exit]");
  if (!link) return;
  const said = document.querySelector("[data-exit-said]");
  const WITHIN = 5000;
  let times = 0, alone = true, forgets = 0;

  const exit = () => {
    dispatchEvent(new Event("kith exits"));
    document.body.hidden = true;
    document.title = "Loading";
    location.replace(link.href);
  };
  for (const one of document.querySelectorAll("[data-exit]")) {
    one.addEventListener("click", (press) => { press.preventDefault(); exit(); });
  }
  const forget = () => { times = 0; said.textContent = ""; };
  addEventListener("keydown", (press) => { if (press.key !== "Shift") alone = false; else if (!press.repeat) alone = true; });
  addEventListener("keyup", (press) => {
    if (press.key !== "Shift" || !alone) return;
    clearTimeout(forgets);
    forgets = setTimeout(forget, WITHIN);
    times += 1;
    if (times === 3) exit();
    else said.textContent = `Shift, press ${times === 1 ? "2 more times" : "1 more time"} to exit.`;
  });
  addEventListener("pageshow", (page) => { if (page.persisted && document.body.hidden) location.reload(); });
})();
