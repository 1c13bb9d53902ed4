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
      interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 120, hideEdgesOnDrag: data.nodes.length > 150 },
    },
  );
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
      drawn.focus(order[chosen], { scale: 1, animation: false });
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
  document.getElementById("save").addEventListener("click", async () => save(await Plotly.toImage(stage, { format: "svg", width: 1400, height: 900 })));
  performance.mark("drawn");
  stage.dataset.drawn = String(data.data.length);
}

if (stage.dataset.kind === "network") network();
else await figure();
