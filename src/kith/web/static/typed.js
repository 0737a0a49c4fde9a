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

  const isTick = ([, , held]) => typeof held === "boolean";
  // Of a worry that was told, its ticks alone stay, and a number made of the words they were sent with. Of nothing else.
  const TELLING = / \/tell(-us\/form)? /;
  const sum = (typed) => [...JSON.stringify(typed.filter((one) => !isTick(one)).map(([name, , held]) => [name, held]))]
    .reduce((so, letter) => (so * 31 + letter.codePointAt(0)) | 0, 0);
  if (document.querySelector("[data-saved]") && read(SENT)) trying(() => {
    const { typed } = JSON.parse(read(read(SENT)));
    drop(read(SENT));
    if (TELLING.test(read(SENT))) write(`${read(SENT)} ticked`, JSON.stringify({ sum: sum(typed), ticks: typed.filter(isTick) }));
  });
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
    const typed = () => boxes.map((one) => [one.name, one.value, held(one)]);
    const openRound = (one) => {
      for (let fold = one.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    };
    const tickAgain = () => {  // gone back to: the browser puts the words back, and not what was ticked with them
      const was = trying(() => JSON.parse(read(`${key} ticked`)));
      if (!was || was.sum !== sum(typed()) || !boxes.some((one) => !ticked(one) && held(one) !== first(one))) return;
      for (const [name, value, checked] of was.ticks) {
        const box = boxes.find((one) => ticked(one) && one.name === name && one.value === value);
        if (box && checked && !box.checked) { box.checked = true; openRound(box); }
      }
      touched();
    };
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
      if (write(key, JSON.stringify({ at, typed: typed() }))) say(at);
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
        openRound(one);
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
    if (!kept && !("shownAgain" in form.dataset)) addEventListener("pageshow", tickAgain);
    addEventListener("pageshow", (page) => { if (page.persisted && sent && read(key) === null) location.reload(); });
  }
})();
