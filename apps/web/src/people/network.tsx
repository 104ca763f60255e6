// Who disputes whom, as a picture and as a table.
import {useMemo, useRef, useState} from 'preact/hooks';
import type {RefObject} from 'preact';
import {entityAddress} from '../addresses';
import type {Dispute} from '../api/types';
import {SaveAs} from '../components/save_as';
import {useWidth} from '../components/use_width';
import type {Graph, Node} from '../network/graph';
import {whoDisputesWhom} from '../network/graph';
import type {Place} from '../network/layout';
import {layOutNetwork} from '../network/layout';
import {go} from '../place';
import {shortened} from '../timeline/layout';
import {counted, percent} from '../words';

const LETTER = 6.8;
const RADIUS = 6;
const NARROW = 520;

export function Network({disputes, most = 40}: {disputes: Dispute[]; most?: number}) {
  const {ref, width} = useWidth<HTMLDivElement>();
  const isNarrow = width < NARROW;
  const graph = useMemo(() => whoDisputesWhom(disputes, isNarrow ? most / 2 : most), [disputes, isNarrow]);
  const svg = useRef<SVGSVGElement>(null);
  return (
    <div ref={ref} class="network">
      {graph.nodes.length === 0 ? (
        <p class="origin">Nobody disputes anybody here.</p>
      ) : (
        <>
          <div class="list-bar">
            <span>
              An arrow leads from who speaks to whom it is said against.
              {graph.leftOut > 0 && ` ${counted(graph.leftOut, 'source')} with fewer disagreements left out.`}
            </span>
            <SaveAs
              name="who-disputes-whom"
              picture={() => svg.current}
              table={() => edgeTable(graph)}
              records={() => graph}
            />
          </div>
          {width > 0 && <NetworkPicture graph={graph} width={width} svg={svg} />}
          <details class="as-list">
            <summary>As a table</summary>
            <EdgeTable graph={graph} />
          </details>
        </>
      )}
    </div>
  );
}

function heightFor(nodes: number, width: number): number {
  const needed = (nodes * 130 * 46 * (width < NARROW ? 2 : 3)) / width;
  return Math.round(Math.min(Math.max(needed, 260), 1500));
}

interface PictureProps {
  graph: Graph;
  width: number;
  svg: RefObject<SVGSVGElement | null>;
}

function NetworkPicture({graph, width, svg}: PictureProps) {
  const height = heightFor(graph.nodes.length, width);
  const nodeWidth = Math.min(150, width / 2.4);
  // A node stands above the middle of its place, its name below.
  const places = useMemo(
    () => layOutNetwork(graph, {width, height, nodeWidth, nodeHeight: 46}).map(({x, y}) => ({x, y: y - 8})),
    [graph, width],
  );
  const [active, setActive] = useState(0);
  const onKey = (event: KeyboardEvent) => {
    const next = neighbour(places, active, event.key);
    if (next === active) return;
    event.preventDefault();
    setActive(next);
    svg.current?.querySelectorAll<SVGElement>('.node')[next]?.focus();
  };
  return (
    <svg
      ref={svg}
      class="network-picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="Who disputes whom. Arrow keys go from source to source; the table below says the same."
      onKeyDown={onKey}
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path class="arrow-head" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      <g aria-hidden="true">
        {graph.edges.map((edge) => (
          <path
            key={`${edge.from}>${edge.to}`}
            class={edge.confidence < 0.6 ? 'edge edge-unsure' : 'edge'}
            d={edgePath(places[edge.from]!, places[edge.to]!)}
            stroke-width={Math.min(1 + 0.75 * edge.count, 5)}
            marker-end="url(#arrow)"
          />
        ))}
      </g>
      {graph.nodes.map((node, i) => (
        <NodeMark
          key={i}
          node={node}
          place={places[i]!}
          name={nodeText(graph, i)}
          letters={Math.floor(nodeWidth / LETTER)}
          focusable={i === active}
          onActive={() => setActive(i)}
        />
      ))}
    </svg>
  );
}

// Bowed, so that two sources that dispute each other have two lines; ends short of the nodes.
function edgePath(from: Place, to: Place): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [ux, uy] = [dx / length, dy / length];
  const bow = Math.min(0.16 * length, 26);
  const gap = RADIUS + 3;
  const middle = {x: (from.x + to.x) / 2 - uy * bow, y: (from.y + to.y) / 2 + ux * bow};
  const toward = (place: Place) => {
    const reach = Math.max(1, Math.hypot(middle.x - place.x, middle.y - place.y));
    return [place.x + ((middle.x - place.x) / reach) * gap, place.y + ((middle.y - place.y) / reach) * gap]
      .map((n) => Math.round(n * 10) / 10)
      .join(' ');
  };
  return `M${toward(from)}Q${Math.round(middle.x)} ${Math.round(middle.y)} ${toward(to)}`;
}

interface NodeProps {
  node: Node;
  place: Place;
  name: string;
  letters: number;
  focusable: boolean;
  onActive: () => void;
}

function NodeMark({node, place, name, letters, focusable, onActive}: NodeProps) {
  const content = (
    <>
      <title>{name}</title>
      <circle cx={place.x} cy={place.y} r={RADIUS + Math.min(4, node.weight / 3)} />
      <text x={place.x} y={place.y + 23} text-anchor="middle">
        {shortened(node.name, letters)}
      </text>
    </>
  );
  const href = entityAddress(node.id);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  if (node.id === '')
    return (
      <g class="node" tabindex={focusable ? 0 : -1} role="img" aria-label={name} onFocus={onActive}>
        {content}
      </g>
    );
  return (
    <a href={href} class="node" tabindex={focusable ? 0 : -1} aria-label={name} onClick={follow} onFocus={onActive}>
      {content}
    </a>
  );
}

function nodeText(graph: Graph, i: number): string {
  const names = (edges: {other: number; count: number}[]) =>
    edges.map(({other, count}) => graph.nodes[other]!.name + (count > 1 ? ` (${count})` : '')).join(', ');
  const against = graph.edges.filter((edge) => edge.from === i).map(({to, count}) => ({other: to, count}));
  const by = graph.edges.filter((edge) => edge.to === i).map(({from, count}) => ({other: from, count}));
  const parts = [against.length > 0 && `disputes ${names(against)}`, by.length > 0 && `disputed by ${names(by)}`];
  return `${graph.nodes[i]!.name}: ${parts.filter(Boolean).join('; ')}`;
}

// The nearest node that way.
function neighbour(places: Place[], from: number, key: string): number {
  const ways: Record<string, [number, number]> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  };
  const way = ways[key];
  const here = places[from];
  if (!way || !here) return from;
  let best = from;
  let least = Infinity;
  places.forEach(({x, y}, i) => {
    const ahead = (x - here.x) * way[0] + (y - here.y) * way[1];
    const aside = Math.abs((x - here.x) * way[1]) + Math.abs((y - here.y) * way[0]);
    if (i !== from && ahead > 0 && ahead + 2 * aside < least) [best, least] = [i, ahead + 2 * aside];
  });
  return best;
}

function edgeTable(graph: Graph) {
  return {
    header: ['who', 'against', 'disagreements', 'most_sure'],
    rows: graph.edges.map(({from, to, count, confidence}) => [
      graph.nodes[from]!.name,
      graph.nodes[to]!.name,
      count,
      confidence,
    ]),
  };
}

function EdgeTable({graph}: {graph: Graph}) {
  const name = (node: Node) => (node.id === '' ? node.name : <a href={entityAddress(node.id)}>{node.name}</a>);
  return (
    <table class="plain-table">
      <caption>Who disputes whom</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Against</th>
          <th scope="col">How often</th>
          <th scope="col">Most sure</th>
        </tr>
      </thead>
      <tbody>
        {graph.edges.map((edge, i) => (
          <tr key={i}>
            <td>{name(graph.nodes[edge.from]!)}</td>
            <td>{name(graph.nodes[edge.to]!)}</td>
            <td>{edge.count}</td>
            <td>{percent(edge.confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
