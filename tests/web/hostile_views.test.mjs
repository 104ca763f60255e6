import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {checkLooks, close, open, serve} from './harness.mjs';

const SCRIPT = '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(12);

// Two articles that disagree, whose fields try to be more than text, or are very long.
function articles(mark, id) {
  const one = {title: mark, publisher: mark, byline: mark, published: '2025-06-17'};
  return [
    {...one, id: `${id}/1`, text: `Engineer Ada Moe said that 14 people were hurt at the ${mark} pier. =SUM(A1) said that ${mark} was so.`},
    {...one, id: `${id}/2`, published: '2025-06-18',
      text: `Mayor Per Dahl denied that 14 people were hurt at the ${mark} pier. "That is ${mark}," Dahl said. ${'Dahl said that the pier was safe. '.repeat(40)}`},
  ];
}

async function serveThese(mark, id) {
  const {folder} = await serve({files: []});
  const file = join(folder, 'these.jsonl');
  writeFileSync(file, articles(mark, id).map((article) => JSON.stringify(article)).join('\n'));
  return (await serve({files: [file]})).address;
}

async function addresses(address) {
  const {items} = await (await fetch(`${address}/v1/entities?name=Dahl`)).json();
  const disputes = await (await fetch(`${address}/v1/disputes?min_confidence=0`)).json();
  const key = ({document, attribution}) => `${document}/${attribution}`;
  const relation = disputes.items[0]?.against[0]?.relation;
  assert.ok(items.length > 0 && relation, 'the articles are meant to disagree');
  return ['/disputes?sure=0', `/disputes/${encodeURIComponent(`${key(relation.from)}~${key(relation.to)}`)}`, '/changes?sure=0',
    `/changes?source=${items[0].id}`, '/timeline', '/people?sure=0', `/people/${items[0].id}?sure=0`, '/corrections'];
}

test('nothing that the ledger holds is ever executed', async () => {
  const address = await serveThese(SCRIPT, `a/../${SCRIPT}`);
  for (const path of await addresses(address)) {
    const page = await open(address + path);
    const found = await page.evaluate(() => ({
      pwned: window.pwned,
      images: document.querySelectorAll('main img, main script').length,
      links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')).filter((href) => !/^[/#]/.test(href)),
    }));
    assert.deepEqual(found, {pwned: undefined, images: 0, links: []}, path);
    await close(page);
  }
});

test('pictures and tables that are saved hold text, too', async () => {
  const address = await serveThese(SCRIPT, 'a');
  const page = await open(`${address}/timeline`);
  const svg = (await saved(page, 'SVG')).bytes.toString('utf8');
  assert.doesNotMatch(svg, /<img|<script/);
  const problem = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent, svg);
  assert.equal(problem, undefined);
  for (const line of lines((await saved(page, 'CSV')).bytes)) assert.doesNotMatch(line, /(^|,)=/);
  await close(page);
});

test('very long words and names are usable by everybody', async () => {
  const address = await serveThese(LONG, LONG);
  for (const path of await addresses(address)) await checkLooks(address + path);
});

test('an empty ledger is usable by everybody', async () => {
  const {address} = await serve({files: []});
  for (const path of ['/disputes', '/timeline', '/people']) await checkLooks(address + path);
});

test('a server that is gone is told, and asked again', async () => {
  const {address} = await serve();
  const page = await open(`${address}/disputes`);
  await page.route('**/v1/disputes**', (route) => route.abort());
  await page.getByLabel('At least').selectOption('0');
  await page.getByText('The server cannot be reached').waitFor();
  assert.ok(await page.getByRole('button', {name: 'Try again'}).isVisible());
  page.complaints = [];
  await close(page);
});
