// Draws the one picture of this document from the data beside it.
const stage = document.getElementById("picture");
const data = JSON.parse(document.getElementById("data").textContent);
const live = document.getElementById("live");
const ink = getComputedStyle(document.body).color;
const ground = getComputedStyle(document.body).backgroundColor;

function save(address) {
  const link = document.createElement("a");
  link.href = address;
  link.download = document.getElementById("save").dataset.name;
  link.click();
}

/** Room of a box about its middle, air about the picture, and the largest canvas that all browsers draw. */
const [HALF_WIDE, HALF_HIGH, AIR, MOST_SIDE, MOST_AREA] = [98, 30, 10, 16000, 16e6];
/** A picture narrower than this stands as on a phone. */
const NARROW = 700;

/**
 * A picture as a page to scroll: as wide as there is room, names large enough to read, and so high as it must be. One too high
 * for a canvas begins at its top. What comes back brings a node into sight.
 */
function page(drawn, nodes) {
  const wide = data.nodes.map((node) => [node.x, node.y]);
  const lay = () => {
    const places = stage.clientWidth < NARROW ? data.narrow : wide;
    nodes.update(data.nodes.map((node, number) => ({ id: node.id, x: places[number][0], y: places[number][1] })));
    const [xs, ys] = [0, 1].map((axis) => places.map((place) => place[axis]));
    const [left, right] = [Math.min(...xs) - HALF_WIDE, Math.max(...xs) + HALF_WIDE];
    const [top, bottom] = [Math.min(...ys) - HALF_HIGH, Math.max(...ys) + HALF_HIGH];
    const width = stage.clientWidth;
    const scale = Math.min(1, (width - 2 * AIR) / (right - left));
    const sharp = window.devicePixelRatio || 1;
    const most = Math.min(MOST_SIDE / sharp, MOST_AREA / (width * sharp * sharp));
    const height = Math.min((bottom - top) * scale + 2 * AIR, most);
    stage.dataset.scale = scale.toFixed(2);
    stage.style.height = `${height}px`;
    drawn.setSize("100%", `${height}px`);
    drawn.setOptions({ interaction: { dragView: (bottom - top) * scale > most } });
    drawn.moveTo({ position: { x: (left + right) / 2, y: top + (height / 2 - AIR) / scale }, scale, animation: false });
    drawn.redraw();
    const frame = window.frameElement;
    // With its border, or the frame scrolls by two pixels and keeps the wheel to itself.
    if (frame) frame.style.height = `${document.body.scrollHeight + frame.offsetHeight - frame.clientHeight}px`;
  };
  document.body.classList.add("paged");
  let known = 0;
  new ResizeObserver(() => {
    // A frame has no width before it is laid out.
    if (stage.clientWidth === known || stage.clientWidth <= 2 * AIR) return;
    known = stage.clientWidth;
    lay();
  }).observe(stage);
  return (id) => {
    const spot = drawn.canvasToDOM(drawn.getPosition(id)).y + stage.getBoundingClientRect().top;
    const frame = window.frameElement;
    const view = frame ? window.parent : window;
    const above = frame ? frame.getBoundingClientRect().top : 0;
    view.scrollTo({ top: view.scrollY + above + spot - view.innerHeight / 2 });
  };
}

function network() {
  const boxed = (node) => {
    if (node.shape === "text") return { ...node, font: { color: ink, size: 17, bold: true } };
    const fill = node.main ? node.color : ground;
    return {
      ...node,
      borderWidth: 2,
      margin: 7,
      shapeProperties: { borderRadius: 5 },
      color: { border: node.color, background: fill, highlight: { border: ink, background: fill }, hover: { border: ink, background: fill } },
      font: { color: node.main ? "#ffffff" : ink, size: node.main ? 18 : 14 },
    };
  };
  const nodes = new vis.DataSet(data.nodes.map(boxed));
  const edges = new vis.DataSet(
    data.edges.map((edge) => ({
      ...edge,
      color: { color: edge.color, highlight: edge.color, hover: edge.color, opacity: 0.55 },
      font: { color: ink, size: 11, strokeWidth: 3, strokeColor: ground },
    })),
  );
  const drawn = new vis.Network(
    stage,
    { nodes, edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      edges: { smooth: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } } },
      interaction: { ...(data.narrow && { dragView: false, zoomView: false }), hover: true, keyboard: { enabled: !data.narrow, bindToWindow: false }, tooltipDelay: 120, hideEdgesOnDrag: data.nodes.length > 150 },
    },
  );
  const turn = data.narrow ? page(drawn, nodes) : (id) => drawn.focus(id, { scale: 1, animation: false });
  const follow = (id) => {
    const node = nodes.get(id);
    if (node && node.href) window.open(node.href, "_top");
  };
  drawn.on("doubleClick", (event) => event.nodes.length && follow(event.nodes[0]));
  const order = nodes.getIds({ filter: (node) => node.shape !== "text" });
  let chosen = -1;
  stage.addEventListener("keydown", (event) => {
    const step = { n: 1, N: 1, p: -1, P: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + order.length) % order.length;
      drawn.selectNodes([order[chosen]]);
      turn(order[chosen]);
      live.textContent = nodes.get(order[chosen]).label.replaceAll("\n", "");
    } else if (event.key === "Enter" && chosen >= 0) {
      follow(order[chosen]);
    }
  });
  document.getElementById("fit").addEventListener("click", () => drawn.fit());
  document.getElementById("save").addEventListener("click", () => save(stage.querySelector("canvas").toDataURL("image/png")));
  drawn.once("afterDrawing", () => {
    performance.mark("drawn");
    stage.dataset.drawn = String(order.length);
  });
}

async function figure() {
  const layout = { ...data.layout, font: { ...data.layout.font, color: ink }, autosize: true };
  await Plotly.newPlot(stage, data.data, layout, { displaylogo: false, responsive: true, displayModeBar: false });
  // With a box of its own a drawing can be made smaller on paper; see the sheet of styles.
  const box = () => stage.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`));
  stage.on("plotly_afterplot", box);
  box();
  document.getElementById("save").addEventListener("click", async () => save(await Plotly.toImage(stage, { format: "svg", width: 1400, height: 900 })));
  performance.mark("drawn");
  stage.dataset.drawn = String(data.data.length);
}

if (stage.dataset.kind === "network") network();
else await figure();
