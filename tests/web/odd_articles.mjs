// Servers with articles whose fields are not what one expects.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {serve} from './harness.mjs';

// Two articles that disagree, whose fields try to be more than text, or are very long.
function articles(mark, id) {
  const one = {title: mark, publisher: mark, byline: mark, published: '2025-06-17'};
  return [
    {...one, id: `${id}/1`, text: `Engineer Ada Moe said that 14 people were hurt at the ${mark} pier. =SUM(A1) said that ${mark} was so.`},
    {...one, id: `${id}/2`, published: '2025-06-18',
      text: `Mayor Per Dahl denied that 14 people were hurt at the ${mark} pier. "That is ${mark}," Dahl said. ${'Dahl said that the pier was safe. '.repeat(40)}`},
  ];
}

export async function serveThese(mark, id) {
  const {folder} = await serve({files: []});
  const file = join(folder, 'these.jsonl');
  writeFileSync(file, articles(mark, id).map((article) => JSON.stringify(article)).join('\n'));
  return (await serve({files: [file]})).address;
}

// Of all views of these articles.
export async function addresses(address) {
  const {items} = await (await fetch(`${address}/v1/entities?name=Dahl`)).json();
  const disputes = await (await fetch(`${address}/v1/disputes?min_confidence=0`)).json();
  const key = ({document, attribution}) => `${document}/${attribution}`;
  const relation = disputes.items[0]?.against[0]?.relation;
  assert.ok(items.length > 0 && relation, 'the articles are meant to disagree');
  return ['/disputes?sure=0', `/disputes/${encodeURIComponent(`${key(relation.from)}~${key(relation.to)}`)}`, '/changes?sure=0',
    `/changes?source=${items[0].id}`, '/timeline', '/people?sure=0', `/people/${items[0].id}?sure=0`, '/corrections'];
}
