// Who disputes whom, of the disagreements of a ledger.

export interface Node {
  id: string;
  name: string;
  // Disagreements that it takes part in.
  weight: number;
}

export interface Edge {
  // Indexes into `nodes`: who speaks against, and against whom.
  from: number;
  to: number;
  count: number;
  // Of the most sure one.
  confidence: number;
}

export interface Graph {
  nodes: Node[];
  edges: Edge[];
  // Sources that were left out to keep the picture readable.
  leftOut: number;
}

interface Speaker {
  entity?: string;
  entity_name?: string;
  source: string;
}

export interface Disagreement {
  statement: Speaker;
  against: {statement: Speaker; relation: {type: string; confidence: number}}[];
}

function nodeIndex(graph: Graph, index: Map<string, number>, speaker: Speaker): number {
  const id = speaker.entity || `words:${speaker.source}`;
  const known = index.get(id);
  if (known !== undefined) return known;
  index.set(id, graph.nodes.length);
  graph.nodes.push({id: speaker.entity || '', name: speaker.entity_name || speaker.source || 'Somebody', weight: 0});
  return graph.nodes.length - 1;
}

function countEdge(graph: Graph, index: Map<string, number>, from: number, to: number, confidence: number): void {
  const key = `${from}>${to}`;
  const known = index.get(key);
  if (known === undefined) {
    index.set(key, graph.edges.length);
    graph.edges.push({from, to, count: 1, confidence});
    return;
  }
  const edge = graph.edges[known]!;
  edge.count += 1;
  edge.confidence = Math.max(edge.confidence, confidence);
}

// Keeps those with most disagreements, and the order in which they were met among equals; without those whose
// opponents are all left out.
function keepHeaviest(graph: Graph, most: number): Graph {
  if (graph.nodes.length <= most) return graph;
  const order = graph.nodes.map((_, i) => i).sort((a, b) => graph.nodes[b]!.weight - graph.nodes[a]!.weight || a - b);
  const heavy = new Set(order.slice(0, most));
  const edges = graph.edges.filter(({from, to}) => heavy.has(from) && heavy.has(to));
  const linked = new Set(edges.flatMap(({from, to}) => [from, to]));
  const kept = order.filter((i) => linked.has(i));
  const place = new Map(kept.map((old, now) => [old, now]));
  return {
    nodes: kept.map((i) => graph.nodes[i]!),
    edges: edges.map((edge) => ({...edge, from: place.get(edge.from)!, to: place.get(edge.to)!})),
    leftOut: graph.nodes.length - kept.length,
  };
}

// A source that takes back its own words disputes nobody.
export function whoDisputesWhom(disagreements: Disagreement[], most = 40): Graph {
  const graph: Graph = {nodes: [], edges: [], leftOut: 0};
  const [nodes, edges] = [new Map<string, number>(), new Map<string, number>()];
  for (const {statement, against} of disagreements) {
    for (const {statement: later, relation} of against) {
      if (relation.type === 'retracts') continue;
      const [from, to] = [nodeIndex(graph, nodes, later), nodeIndex(graph, nodes, statement)];
      if (from === to) continue;
      countEdge(graph, edges, from, to, relation.confidence);
      graph.nodes[from]!.weight += 1;
      graph.nodes[to]!.weight += 1;
    }
  }
  return keepHeaviest(graph, most);
}
