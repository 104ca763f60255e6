// Where the nodes of a network stand: forces push them apart and pull the linked ones together.
// Nothing is random: nodes start on a spiral, the most linked in its middle, and a fixed number of
// steps follows, so the same network always looks the same.
import type {Graph} from './graph';

export interface Place {
  x: number;
  y: number;
}

const STEPS = 260;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

function spiral(graph: Graph, width: number, height: number): Place[] {
  const order = graph.nodes.map((_, i) => i).sort((a, b) => graph.nodes[b]!.weight - graph.nodes[a]!.weight || a - b);
  const places: Place[] = [];
  order.forEach((node, rank) => {
    const radius = Math.sqrt((rank + 0.5) / order.length) / 2;
    places[node] = {
      x: width * (0.5 + radius * Math.cos(rank * GOLDEN)),
      y: height * (0.5 + radius * Math.sin(rank * GOLDEN)),
    };
  });
  return places;
}

function pushApart(places: Place[], forces: Place[], reach: number, flat: number): void {
  for (let i = 0; i < places.length; ++i)
    for (let j = i + 1; j < places.length; ++j) {
      const [dx, dy] = [places[i]!.x - places[j]!.x, (places[i]!.y - places[j]!.y) * flat];
      const distance = Math.max(1, dx * dx + dy * dy);
      // Parts that nothing joins would drift apart for ever.
      if (distance > 6 * reach * reach) continue;
      const push = (reach * reach) / distance;
      forces[i]!.x += dx * push;
      forces[i]!.y += dy * push;
      forces[j]!.x -= dx * push;
      forces[j]!.y -= dy * push;
    }
}

function pullTogether(graph: Graph, places: Place[], forces: Place[], reach: number): void {
  for (const {from, to} of graph.edges) {
    const [dx, dy] = [places[to]!.x - places[from]!.x, places[to]!.y - places[from]!.y];
    const pull = Math.hypot(dx, dy) / reach;
    forces[from]!.x += dx * pull;
    forces[from]!.y += dy * pull;
    forces[to]!.x -= dx * pull;
    forces[to]!.y -= dy * pull;
  }
}

// Labels are wide and low: two nodes need more room beside than above each other.
function separate(places: Place[], room: Room): void {
  const [wide, high] = [room.nodeWidth, room.nodeHeight];
  for (let round = 0; round < 200; ++round) {
    for (let i = 0; i < places.length; ++i)
      for (let j = i + 1; j < places.length; ++j) {
        const [a, b] = [places[i]!, places[j]!];
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const [overX, overY] = [wide - Math.abs(dx), high - Math.abs(dy)];
        if (overX <= 0 || overY <= 0) continue;
        if (overY * wide < overX * high) {
          const step = ((dy < 0 ? -1 : 1) * overY) / 2;
          a.y -= step;
          b.y += step;
        } else {
          const step = ((dx < 0 ? -1 : 1) * overX) / 2;
          a.x -= step;
          b.x += step;
        }
      }
    keepInside(places, room);
  }
}

function keepInside(places: Place[], room: Room): void {
  for (const place of places) {
    place.x = Math.min(Math.max(place.x, room.nodeWidth / 2), room.width - room.nodeWidth / 2);
    place.y = Math.min(Math.max(place.y, room.nodeHeight / 2), room.height - room.nodeHeight / 2);
  }
}

function fitInto(places: Place[], width: number, height: number, marginX: number, marginY: number): void {
  const axis = (of: (place: Place) => number, size: number, margin: number) => {
    const [least, most] = [Math.min(...places.map(of)), Math.max(...places.map(of))];
    const scale = most > least ? Math.min(1.6, (size - 2 * margin) / (most - least)) : 1;
    return (value: number) => size / 2 + (value - (least + most) / 2) * scale;
  };
  const [toX, toY] = [axis((p) => p.x, width, marginX), axis((p) => p.y, height, marginY)];
  for (const place of places) [place.x, place.y] = [toX(place.x), toY(place.y)];
}

export interface Room {
  width: number;
  height: number;
  // What a node takes with its label.
  nodeWidth: number;
  nodeHeight: number;
}

export function layOutNetwork(graph: Graph, room: Room): Place[] {
  if (graph.nodes.length === 0) return [];
  const places = spiral(graph, room.width, room.height);
  const reach = 0.6 * Math.sqrt((room.width * room.height) / graph.nodes.length);
  const flat = room.width / room.height;
  for (let step = 0; step < STEPS; ++step) {
    const forces = places.map(({x, y}) => ({x: (room.width / 2 - x) * 0.15, y: (room.height / 2 - y) * 0.15 * flat}));
    pushApart(places, forces, reach, flat);
    pullTogether(graph, places, forces, reach);
    const most = (reach / 2) * (1 - step / STEPS);
    places.forEach((place, i) => {
      const length = Math.max(1e-9, Math.hypot(forces[i]!.x, forces[i]!.y));
      const move = Math.min(length * 0.1, most) / length;
      place.x += forces[i]!.x * move;
      place.y += forces[i]!.y * move;
    });
  }
  fitInto(places, room.width, room.height, room.nodeWidth / 2, room.nodeHeight / 2);
  separate(places, room);
  return places;
}
