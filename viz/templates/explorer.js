// The whole graph: dots by WebGL from the data beside it. Names narrow it, a dot or a name shows what it is joined to.
const stage = document.getElementById("picture");
const data = JSON.parse(document.getElementById("data").textContent);
const live = document.getElementById("live");
const finder = document.getElementById("finder");
const words = document.getElementById("words");
const list = document.getElementById("found");
const count = document.getElementById("count");
const style = getComputedStyle(document.body);
const ink = style.color;
const ground = style.backgroundColor;
const accent = style.getPropertyValue("--accent").trim();
const LISTED = 80;
const MARKED = 500;
// Names beside dots at most, among how many dots they are sought, and their size.
const NAMED = 60;
const SOUGHT = 2000;
const TEXT = 12;
const total = data.names.length;
const config = { displaylogo: false, displayModeBar: false, responsive: true, scrollZoom: true, doubleClick: false };

const near = Array.from({ length: total }, () => []);
for (let place = 0; place < data.edges.length; place += 2) {
  near[data.edges[place]].push(data.edges[place + 1]);
  near[data.edges[place + 1]].push(data.edges[place]);
}
const folded = data.names.map((name) => name.toLowerCase());
const kindOf = (number) => data.kinds[data.kind[number]];
const address = (number) => {
  const [before, after] = kindOf(number).href;
  return before && data.ids[number] ? before + data.ids[number] + after : "";
};

// --- what is drawn: a trace a kind, then relations, marks and names of what is looked at ---

const members = data.kinds.map((_, kind) => data.kind.flatMap((each, number) => (each === kind ? [number] : [])));
const pick = (numbers, values) => numbers.map((number) => values[number]);
const dots = data.kinds.map((kind, number) => ({
  type: "scattergl",
  mode: "markers",
  name: kind.name,
  x: pick(members[number], data.x),
  y: pick(members[number], data.y),
  text: pick(members[number], data.names),
  customdata: members[number],
  marker: { color: kind.colour, size: members[number].map((each) => Math.min(4 + Math.sqrt(data.degree[each]) * 1.6, 22)), line: { width: 0 } },
  hovertemplate: `%{text}<extra>${kind.name}</extra>`,
}));
const RELATIONS = dots.length;
const MARKS = RELATIONS + 1;
const NAMES = RELATIONS + 2;
const still = { hoverinfo: "skip", x: [], y: [] };
const traces = [
  ...dots,
  { ...still, type: "scattergl", mode: "lines", line: { color: ink, width: 1 }, opacity: 0.45 },
  { ...still, type: "scattergl", mode: "markers", marker: { color: "rgba(0,0,0,0)", size: 15, line: { color: accent, width: 2 } } },
  { ...still, type: "scatter", mode: "text", text: [], textposition: "top center", textfont: { color: ink, size: TEXT, shadow: `0 0 3px ${ground}, 0 0 3px ${ground}` }, cliponaxis: true },
];
const axis = { visible: false, fixedrange: false };
const layout = {
  margin: { l: 0, r: 0, t: 0, b: 0 },
  paper_bgcolor: "rgba(0,0,0,0)",
  plot_bgcolor: "rgba(0,0,0,0)",
  showlegend: false,
  dragmode: "pan",
  hovermode: "closest",
  hoverdistance: 12,
  font: { color: ink },
  xaxis: { ...axis },
  yaxis: { ...axis, scaleanchor: "x" },
};

// --- names beside dots: the best connected first, each only where it covers no other ---

const shorter = (name) => (name.length > 14 ? `${name.slice(0, 13)}…` : name);
const measure = document.createElement("canvas").getContext("2d");
measure.font = `${TEXT}px ${getComputedStyle(document.body).fontFamily}`;

/** Of these dots those in sight whose names find room, in the order given. */
function roomy(numbers) {
  const { xaxis, yaxis } = stage._fullLayout;
  const taken = [];
  const kept = [];
  for (const number of numbers) {
    const [x, y] = [xaxis.l2p(data.x[number]), yaxis.l2p(data.y[number])];
    const half = measure.measureText(shorter(data.names[number])).width / 2 + 4;
    const box = [x - half, y - TEXT * 2, x + half, y];
    if (box[0] < 0 || box[1] < 0 || box[2] > xaxis._length || y > yaxis._length) continue;
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
    taken.push(box);
    kept.push(number);
    if (kept.length === NAMED) break;
  }
  return kept;
}

async function name(numbers) {
  const kept = roomy(numbers);
  const text = kept.map((number) => shorter(data.names[number]));
  await Plotly.restyle(stage, { x: [pick(kept, data.x)], y: [pick(kept, data.y)], text: [text] }, [NAMES]);
}

/** Names of what one looks at, else of what the list holds. */
const inSight = () => (chosen < 0 ? usual : [chosen, ...near[chosen]]);

/** Lines from one dot to all it is joined to. */
function relations(number) {
  const x = [];
  const y = [];
  for (const other of near[number]) {
    x.push(data.x[number], data.x[other], null);
    y.push(data.y[number], data.y[other], null);
  }
  return [x, y];
}

let chosen = -1;
function look(number) {
  if (number === chosen) return;
  chosen = number;
  const [x, y] = number < 0 ? [[], []] : relations(number);
  Plotly.restyle(stage, { x: [x], y: [y] }, [RELATIONS]);
  name(inSight());
  if (number >= 0) live.textContent = `${kindOf(number).name} ${data.names[number]}`;
}

// --- the list beside: what the words and the kinds leave ---

let usual = [];
function matches() {
  const kinds = new Set([...finder.elements.kind].filter((box) => box.checked).map((box) => Number(box.value)));
  const wanted = words.value.trim().toLowerCase();
  const found = [];
  for (let number = 0; number < total; number += 1) {
    if (kinds.has(data.kind[number]) && folded[number].includes(wanted)) found.push(number);
  }
  return { found, kinds, narrowed: wanted !== "" };
}

function entry(number) {
  const item = document.createElement("li");
  const name = document.createElement(address(number) ? "a" : "span");
  if (address(number)) {
    name.href = address(number);
    name.target = "_top";
  }
  const isolated = document.createElement("bdi");
  isolated.textContent = data.names[number];
  name.append(isolated);
  const kind = document.createElement("small");
  kind.textContent = ` ${kindOf(number).name} · ${data.degree[number]}`;
  item.append(name, kind);
  item.addEventListener("mouseenter", () => look(number));
  name.addEventListener("focus", () => {
    look(number);
    go(number);
  });
  return item;
}

async function narrow() {
  const { found, kinds, narrowed } = matches();
  list.replaceChildren(...found.slice(0, LISTED).map(entry));
  count.textContent = count.dataset.said.replace("%n", found.length).replace("%m", Math.min(found.length, LISTED));
  usual = found.slice(0, SOUGHT);
  const marked = narrowed ? found.slice(0, MARKED) : [];
  chosen = -2;
  const places = dots.map((_, kind) => kind);
  await Plotly.restyle(stage, { visible: places.map((kind) => kinds.has(kind)), opacity: places.map(() => (narrowed ? 0.25 : 1)) }, places);
  await Plotly.restyle(
    stage,
    { x: [[], pick(marked, data.x)], y: [[], pick(marked, data.y)] },
    [RELATIONS, MARKS],
  );
  await name(usual);
}

// --- where one looks ---

const ranges = () => ["xaxis", "yaxis"].map((name) => stage._fullLayout[name].range.slice());
function show([x0, x1], [y0, y1]) {
  return Plotly.relayout(stage, { "xaxis.range": [x0, x1], "yaxis.range": [y0, y1] });
}
function zoom(factor) {
  const [x, y] = ranges().map(([low, high]) => {
    const [middle, half] = [(low + high) / 2, ((high - low) / 2) * factor];
    return [middle - half, middle + half];
  });
  return show(x, y);
}
function move(across, up) {
  const [x, y] = ranges();
  const [dx, dy] = [(x[1] - x[0]) * across, (y[1] - y[0]) * up];
  return show([x[0] + dx, x[1] + dx], [y[0] + dy, y[1] + dy]);
}
function go(number) {
  const [x, y] = ranges();
  const [wide, high] = [(x[1] - x[0]) / 2, (y[1] - y[0]) / 2];
  return show([data.x[number] - wide, data.x[number] + wide], [data.y[number] - high, data.y[number] + high]);
}
const whole = () => Plotly.relayout(stage, { "xaxis.autorange": true, "yaxis.autorange": true });

function save() {
  return Plotly.toImage(stage, { format: "png", width: 1800, height: 1200 }).then((image) => {
    const link = document.createElement("a");
    link.href = image;
    link.download = document.getElementById("save").dataset.name;
    link.click();
  });
}

// The list takes its room first: a picture drawn before stays as small as what it was drawn in.
finder.hidden = false;
await Plotly.newPlot(stage, traces, layout, config);
new ResizeObserver(() => Plotly.Plots.resize(stage).then(() => name(inSight()))).observe(stage);
await narrow();
let waiting = 0;
words.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(narrow, 120);
});
// Leaving the words is a change too, but not of what is listed: the name one goes to must stay.
finder.addEventListener("change", (event) => event.target !== words && narrow());
finder.addEventListener("submit", (event) => event.preventDefault());
let moved = 0;
stage.on("plotly_relayout", () => {
  clearTimeout(moved);
  moved = setTimeout(() => name(inSight()), 80);
});
stage.on("plotly_hover", (event) => event.points[0].customdata !== undefined && look(event.points[0].customdata));
stage.on("plotly_click", (event) => {
  const to = event.points[0].customdata === undefined ? "" : address(event.points[0].customdata);
  if (to) window.open(to, "_top");
});
stage.addEventListener("keydown", (event) => {
  const does = {
    "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4), 0: whole,
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, 0.15), ArrowDown: () => move(0, -0.15),
  }[event.key];
  if (does) {
    event.preventDefault();
    does();
  }
});
document.getElementById("fit").addEventListener("click", whole);
document.getElementById("save").addEventListener("click", save);
requestAnimationFrame(() => {
  performance.mark("drawn");
  stage.dataset.drawn = String(total);
});
