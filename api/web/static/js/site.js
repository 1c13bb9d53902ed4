// Small comforts; every page works without them.

/** A list of suggestions under each box with `data-suggest`: the combobox pattern of WAI-ARIA. */
function suggestions(input) {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let chosen = -1;
  let asked = 0;

  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) {
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
    }
  };
  const choose = (next) => {
    const options = [...list.children];
    if (options.length === 0) return;
    chosen = (next + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const fill = (hits) => {
    list.replaceChildren(
      ...hits.map((hit, place) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const name = document.createElement("bdi");
        name.textContent = hit.name;
        const kind = document.createElement("small");
        kind.textContent = hit.matched && hit.matched !== hit.name ? `${hit.kind} · ${hit.matched}` : hit.kind;
        option.append(name, kind);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          location.assign(hit.href);
        });
        option.dataset.href = hit.href;
        return option;
      }),
    );
    show(hits.length > 0);
  };
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const words = input.value.trim();
    if (!words) {
      show(false);
      return;
    }
    waiting = setTimeout(async () => {
      const turn = ++asked;
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", words);
      const day = input.form.elements.on;
      if (day && day.value) address.searchParams.set("on", day.value);
      try {
        const reply = await fetch(address);
        if (turn === asked && reply.ok) fill(await reply.json());
      } catch {
        show(false); // the server is away: the form still says so when it is sent
      }
    }, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Escape") {
      show(false);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });
  input.addEventListener("blur", () => show(false));
}

/** A day that is chosen is shown at once. */
function dayForms() {
  for (const input of document.querySelectorAll(".daybar input[type=date]")) {
    input.addEventListener("change", () => {
      if (input.value) input.form.requestSubmit();
    });
  }
}

/** On a paper, the facts at the words under the pointer are lit in the list, and the other way round. */
function papers() {
  const marks = document.querySelectorAll("mark[data-facts]");
  if (marks.length === 0) return;
  const light = (ids, on) => {
    for (const id of ids) document.getElementById(`f-${id}`)?.classList.toggle("lit", on);
  };
  for (const mark of marks) {
    const ids = mark.dataset.facts.split(" ");
    mark.addEventListener("mouseenter", () => light(ids, true));
    mark.addEventListener("mouseleave", () => light(ids, false));
  }
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    if (!target) return;
    for (const old of document.querySelectorAll("mark.lit")) old.classList.remove("lit");
    target.closest("details")?.setAttribute("open", "");
    if (target.classList.contains("anchor")) {
      for (const mark of marks) mark.classList.toggle("lit", mark.dataset.facts.split(" ").includes(id));
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  open();
}

/** What only a script can do appears only with scripts. */
function printing() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

/** One list of days open at a time, closed by a click beside it or Escape. */
function dayLists() {
  const lists = document.querySelectorAll(".daylist");
  addEventListener("click", (event) => {
    for (const list of lists) if (!list.contains(event.target)) list.open = false;
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const list of lists) list.open = false;
  });
}

document.querySelectorAll("input[data-suggest]").forEach(suggestions);
dayForms();
papers();
printing();
dayLists();
