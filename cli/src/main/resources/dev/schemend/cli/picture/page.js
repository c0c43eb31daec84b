"use strict";
// Every thing that can be found says in data-search what it is found by. All words must be in it.
(() => {
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const things = [...document.querySelectorAll("[data-search]")].map((element) => ({
    element,
    words: element.dataset.search.toLowerCase() + " " + (element.matches("details") ? element.textContent.toLowerCase() : ""),
    inPicture: element.closest("svg") !== null,
  }));
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const thing of things) {
      const hit = words.every((word) => thing.words.includes(word));
      count += hit ? 1 : 0;
      if (thing.inPicture) {
        thing.element.classList.toggle("faded", !hit);
      } else {
        thing.element.hidden = !hit;
      }
    }
    found.textContent = words.length === 0 ? "" : count === 0 ? "nothing found" : count + " found";
  };
  const fromAddress = () => {
    const match = /^#q=(.*)$/.exec(location.hash);
    if (match) {
      search.value = decodeURIComponent(match[1]);
      apply();
    }
  };
  search.addEventListener("input", apply);
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
