import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Disagreement} from './graph';
import {whoDisputesWhom} from './graph';
import {layOutNetwork} from './layout';

const says = (name: string) => ({entity: `E${name}`, entity_name: name, source: 'he'});
const against = (who: string, whom: string, confidence = 0.5, type = 'disputes'): Disagreement => ({
  statement: says(whom),
  against: [{statement: says(who), relation: {type, confidence}}],
});
const room = {width: 900, height: 600, nodeWidth: 110, nodeHeight: 44};

test('disagreements are counted by who speaks against whom', () => {
  const graph = whoDisputesWhom([against('A', 'B', 0.4), against('A', 'B', 0.7), against('B', 'A')]);
  assert.deepEqual(
    graph.nodes.map((n) => [n.name, n.weight]),
    [
      ['A', 3],
      ['B', 3],
    ],
  );
  assert.deepEqual(graph.edges, [
    {from: 0, to: 1, count: 2, confidence: 0.7},
    {from: 1, to: 0, count: 1, confidence: 0.5},
  ]);
});

test('who takes back its own words, or has no name, is no trouble', () => {
  const unnamed: Disagreement = {
    statement: {source: ''},
    against: [{statement: {source: 'two officials'}, relation: {type: 'conflicts', confidence: 0.3}}],
  };
  const graph = whoDisputesWhom([against('A', 'A'), against('A', 'B', 0.5, 'retracts'), unnamed]);
  assert.deepEqual(
    graph.edges.map((e) => [graph.nodes[e.from]!.name, graph.nodes[e.to]!.name]),
    [['two officials', 'Somebody']],
  );
});

test('the heaviest are kept and the rest counted', () => {
  const many = Array.from({length: 80}, (_, i) => against('Hub', `P${i}`));
  const graph = whoDisputesWhom(many, 10);
  assert.equal(graph.nodes.length, 10);
  assert.equal(graph.leftOut, 71);
  assert.equal(graph.nodes[0]!.name, 'Hub');
  assert.equal(graph.edges.length, 9);
});

test('who has nobody left to dispute is left out', () => {
  const pairs = [against('A', 'B'), against('A', 'B'), against('C', 'X'), against('C', 'Y'), against('C', 'Z')];
  const graph = whoDisputesWhom(pairs, 3);
  assert.deepEqual(
    graph.nodes.map((n) => n.name),
    ['A', 'B'],
  );
  assert.equal(graph.leftOut, 4);
});

test('nodes stand apart, in the picture, and always in the same place', () => {
  const pairs = Array.from({length: 20}, (_, i) => against(`P${i % 6}`, `P${(i * 3 + 1) % 17}`));
  const graph = whoDisputesWhom(pairs);
  const places = layOutNetwork(graph, room);
  assert.deepEqual(places, layOutNetwork(graph, room));
  for (const [i, a] of places.entries()) {
    assert.ok(a.x >= 55 && a.x <= 845 && a.y >= 22 && a.y <= 578);
    for (const b of places.slice(i + 1))
      assert.ok(Math.abs(a.x - b.x) > 100 || Math.abs(a.y - b.y) > 40, `${a.x},${a.y} ${b.x},${b.y}`);
  }
});

test('none, one, and two', () => {
  assert.deepEqual(layOutNetwork({nodes: [], edges: [], leftOut: 0}, room), []);
  const one = layOutNetwork({nodes: [{id: '', name: 'A', weight: 0}], edges: [], leftOut: 0}, room);
  assert.ok(Number.isFinite(one[0]!.x) && Number.isFinite(one[0]!.y));
  const two = layOutNetwork(whoDisputesWhom([against('A', 'B')]), room);
  assert.ok(Math.hypot(two[0]!.x - two[1]!.x, two[0]!.y - two[1]!.y) > 50);
});
