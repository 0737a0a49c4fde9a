/* What is typed is kept in this tab until it is saved: never documents, never the form's own token. Without this script
   a page is whole; with it, a page that was left, that crashed or timed out comes back with the words in it. */
"use strict";
(() => {
  const SENT = "kith sent";
  const trying = (act) => { try { return act(); } catch { return null; } };
  const read = (key) => trying(() => sessionStorage.getItem(key));
  const write = (key, said) => trying(() => { sessionStorage.setItem(key, said); return true; });
  const drop = (key) => trying(() => sessionStorage.removeItem(key));
  let left = false;

  if (document.querySelector("[data-saved]") && read(SENT)) drop(read(SENT));
  drop(SENT);
  for (const leaving of document.querySelectorAll('form[action="/leave"]')) {
    leaving.addEventListener("submit", () => { left = true; trying(() => sessionStorage.clear()); });
  }
  addEventListener("kith exits", () => { left = true; trying(() => sessionStorage.clear()); });
  const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "Europe/London" });
  const asked = new URLSearchParams(location.search);
  asked.delete("saved");
  const page = `${location.pathname} ${asked}`;
  for (const form of document.querySelectorAll("form[data-keep]")) keepWhatIsTypedIn(form);

  function keepWhatIsTypedIn(form) {
    let changed = false, sent = false, soon = 0;
    const key = `kith typed ${form.dataset.keep} ${page} ${form.id}`;
    const ahead = form.dataset.now ? Date.parse(form.dataset.now) - Date.now() : 0;
    const boxes = [...form.elements].filter((one) => one.name && !/^(hidden|file|submit|button|fieldset)$/.test(one.type));
    const ticked = (one) => one.type === "checkbox" || one.type === "radio";
    const held = (one) => (ticked(one) ? one.checked : one.value);
    const chosen = (one) => ([...one.options].find((option) => option.defaultSelected) || one.options[0]).value;
    const first = (one) => (ticked(one) ? one.defaultChecked : one.options ? chosen(one) : one.defaultValue);
    const say = (at) => {
      const time = clock.format(at).replace(/\s/g, "").replace(":00", "").toLowerCase();
      for (const said of form.querySelectorAll("[data-kept]")) {
        said.hidden = false;
        const words = `What you have typed is kept. ${time}`;
        if (said.lastElementChild.textContent !== words) said.lastElementChild.textContent = words;
      }
    };
    const keep = () => {
      clearTimeout(soon);
      if (!changed || left) return;
      changed = false;
      const at = Date.now() + ahead;
      if (write(key, JSON.stringify({ at, typed: boxes.map((one) => [one.name, one.value, held(one)]) }))) say(at);
    };
    const touched = () => { changed = true; clearTimeout(soon); soon = setTimeout(keep, 1000); };

    const kept = trying(() => JSON.parse(read(key)));
    const keptOf = (one) => kept.typed.find(([name, value]) => name === one.name && (!ticked(one) || value === one.value));
    const asKept = (one) => held(one) === first(one) || (keptOf(one) || [])[2] === held(one);
    if (kept && !("shownAgain" in form.dataset) && boxes.every(asKept)) {  // the browser may have put some back itself
      for (const one of boxes) {
        const was = keptOf(one);
        if (!was || was[2] === held(one)) continue;
        if (ticked(one)) one.checked = was[2]; else one.value = was[2];
        for (let fold = one.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      }
      say(kept.at);
    } else if (!("shownAgain" in form.dataset) && boxes.some((one) => held(one) !== first(one))) {
      touched();  // typed before this script had come
    }
    form.addEventListener("input", touched);
    form.addEventListener("change", touched);
    form.addEventListener("submit", () => { changed = sent = true; keep(); write(SENT, key); });
    setInterval(keep, 10000);
    addEventListener("pagehide", keep);
    addEventListener("pageshow", (page) => { if (page.persisted && sent && read(key) === null) location.reload(); });
  }
})();
