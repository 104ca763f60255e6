import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {checkLooks, close, open, serve, settled, STORY} from './harness.mjs';

const {address, folder} = await serve();
const all = `${address}/disputes?sure=0`;

// The two counts of people brought to the hospital: '14 people' after 'six people'.
const counts = await (async () => {
  const {items} = await (await fetch(`${address}/v1/disputes?min_confidence=0&limit=100`)).json();
  const found = items.flatMap(({statement, against}) => against.map((other) => ({earlier: statement, later: other.statement})));
  return found.find(({earlier, later}) => /\bsix people\b/.test(earlier.content) && /\b14\b/.test(later.content));
})();
const at = ({document, attribution}, mark) => `${document}${mark}${attribution}`;
const figures = `${address}/disputes/${encodeURIComponent(`${at(counts.later, '/')}~${at(counts.earlier, '/')}`)}`;

test('shows both sides, why, and how sure it is', async () => {
  const page = await open(`${address}/disputes`);
  const pair = page.locator('.pair').filter({hasText: 'Two officials briefed'});
  assert.match(await pair.locator('.pair-why').textContent(), /Holm's office rejects what Two officials briefed/);
  assert.match(await pair.locator('.pair-facts').textContent(), /likely, 72 % sure/);
  const [earlier, later] = await pair.locator('.pair-side').allTextContents();
  assert.match(earlier, /sensors on the bridge had recorded .*Northline · 15 June 2025 .* ¶8.*1 source/);
  assert.match(later, /it was not aware of any such readings/);
  await close(page);
});

test('marks the place where the words differ', async () => {
  const page = await open(figures);
  assert.deepEqual(await page.locator('.pair-side mark').allTextContents(), ['six', '14']);
  assert.match(await page.locator('.pair-facts').textContent(), /differs in: number/);
  await close(page);
});

test('leads into both articles', async () => {
  const page = await open(figures);
  const words = page.locator('.pair-side .claim-words a');
  for (const [side, statement] of [counts.earlier, counts.later].entries()) {
    await words.nth(side).click();
    await page.waitForURL(`${address}/articles/${at(statement, '#')}`);
    await settled(page);
    await page.goBack();
    await words.nth(side).waitFor();
  }
  await close(page);
});

test('says who else carries a side', async () => {
  const copy = JSON.parse(readFileSync(STORY, 'utf8').split('\n')[0]);
  const file = join(folder, 'post.jsonl');
  writeFileSync(file, JSON.stringify({...copy, id: 'post-9', publisher: 'Tidewater Post', url: 'https://post.example/9'}));
  const other = await serve({files: [STORY, file]});
  const page = await open(`${other.address}/disputes`);
  const pair = page.locator('.pair').filter({hasText: 'Two officials briefed'});
  assert.equal(await pair.count(), 1);
  assert.equal(await pair.getByRole('link', {name: 'Tidewater Post'}).first().getAttribute('href'), '/articles/post-9');
  for (const side of await pair.locator('.pair-side').allTextContents())
    assert.match(side, /1 source, also carried by (Tidewater Post|Northline)/);
  await close(page);
});

test('is narrowed down by who, outlet, date and how sure, in the address', async () => {
  const page = await open(all);
  const count = () => page.locator('.pair').count();
  const everything = await count();
  await page.getByLabel('At least').selectOption('0.6');
  await page.waitForFunction((before) => document.querySelectorAll('.pair').length < before, everything);
  assert.match(page.url(), /sure=0\.6/);
  for (const [query, most] of [['who=Marchetti', 6], ['outlet=Northline', 20], ['after=2025-06-20', 40], ['act=deny', 30]]) {
    await page.goto(`${all}&${query}`);
    await settled(page);
    const left = await count();
    assert.ok(left > 0 && left <= most && left < everything, `${query}: ${left} of ${everything}`);
  }
  await close(page);
});

test('says what is not there', async () => {
  const page = await open(`${address}/disputes?who=Nobodyknown`);
  await page.getByText('No disagreement here').waitFor();
  await page.goto(`${address}/disputes/nothing`);
  await page.getByText('There is no such dispute').waitFor();
  await close(page);
});

test('saves what is shown', async () => {
  const page = await open(all);
  const table = lines((await saved(page, 'CSV')).bytes);
  assert.equal(table[0].split(',')[0], 'type');
  assert.equal(table.length, 1 + (await page.locator('.pair').count()));
  assert.ok(table.some((line) => line.startsWith('retracts,number,0.3,"both count people: 14 here, 6 there"')));
  const json = JSON.parse((await saved(page, 'JSON')).bytes);
  assert.equal(json.length, table.length - 1);
  await close(page);
});

test('two statements are told to be unrelated, and that is taken back', async () => {
  const page = await open(all);
  const before = await page.locator('.pair').count();
  const pair = page.locator('.pair').filter({hasText: /both count people/i});
  await pair.getByRole('button', {name: 'Not related …'}).click();
  await pair.getByRole('button', {name: 'Save this'}).click();
  await page.getByText(/^Saved as not related: both count people/).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll('.pair').length < count, before);
  await page.getByRole('button', {name: 'Undo: not related'}).click();
  await page.waitForFunction((count) => document.querySelectorAll('.pair').length === count, before);
  await close(page);
});

test('a relation is confirmed, shown so, and taken back', async () => {
  const page = await open(all);
  const pair = page.locator('.pair').filter({hasText: /both count people/i});
  await pair.getByRole('button', {name: 'This is right'}).click();
  await page.getByText(/^Saved as right: both count people/).waitFor();
  await pair.locator('.pair-facts').getByText('confirmed by hand').waitFor();
  assert.deepEqual(await pair.getByRole('button').allTextContents(), ['Take that back']);
  await page.goto(`${address}/corrections`);
  await page.getByText(`${at(counts.later, '/')} and ${at(counts.earlier, '/')} are related: the later one takes back the other`).waitFor();
  await page.goto(figures);
  await page.locator('.confirmed').waitFor();
  await page.getByRole('button', {name: 'Take that back'}).click();
  await page.getByRole('button', {name: 'This is right'}).waitFor();
  assert.match(await page.locator('.pair-facts').textContent(), /\d\d % sure/);
  await close(page);
});

test('a relation is another one', async () => {
  const page = await open(figures);
  await page.getByRole('button', {name: 'Related otherwise …'}).click();
  await page.getByLabel(/What was said later/).selectOption('supports');
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText('Supported', {exact: true}).waitFor();
  await page.getByRole('button', {name: 'Undo: supports'}).click();
  await page.getByText('Taken back or changed').waitFor();
  await close(page);
});

test('two statements that nothing relates are told to belong together', async () => {
  const page = await open(`${address}/articles/ansel-bridge-4#a5`);
  await page.getByRole('link', {name: 'Relate it to another …'}).click();
  await page.waitForURL(/corrections\?first=ansel-bridge-4/);
  await page.getByRole('group', {name: 'One statement'}).locator('.claim').waitFor();
  await page.getByLabel('The other one').fill('sensors');
  await page.keyboard.press('Enter');
  await page.getByRole('button', {name: /sensors on the bridge/}).click();
  await page.getByLabel(/The later one/).selectOption('supports');
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText(/^Saved: ansel-bridge-4\/a5 and ansel-bridge-1\/a14 are related/).waitFor();
  await page.goto(`${address}/articles/ansel-bridge-4#a5`);
  await page.locator('.related').getByText('told by hand').waitFor();
  await page.goto(`${address}/corrections`);
  await page.getByRole('button', {name: /^Undo: ansel-bridge-4/}).click();
  await page.getByText('Nothing was corrected').waitFor();
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText('Choose two statements.').waitFor();
  await close(page);
});

test('is used by keyboard alone', async () => {
  const page = await open(figures);
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.closest('.claim-words') !== null)) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/articles\/ansel-bridge-2#a10$/);
  await close(page);
});

test('all of them are usable by everybody', () => checkLooks(all));
test('one of them is usable by everybody', () => checkLooks(figures));
