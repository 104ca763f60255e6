import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();

async function idOf(name) {
  const answer = await (await fetch(`${address}/v1/entities?name=${encodeURIComponent(name)}`)).json();
  return answer.items.find((entity) => entity.name === name)?.id;
}

test('lists who says something, with roles, other names and sides', async () => {
  const page = await open(`${address}/people`);
  const rows = await page.locator('.person-row').allTextContents();
  assert.match(rows[0], /^Paula Holmperson, city engineer · also Holm1\d statements, 4 articles$/);
  assert.ok(rows.some((row) => row.includes('Helen Marchettiperson, spokeswoman · for Brightwater Structures')));
  await page.getByLabel('Kind').selectOption('organization');
  await page.waitForFunction(() => !document.body.textContent.includes('Paula Holmperson'));
  await page.getByLabel('Name').fill('Holm');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=Holm/);
  await close(page);
});

test('an address names whom to look for', async () => {
  const page = await open(`${address}/people?q=Strand`);
  assert.equal(await page.getByLabel('Name').inputValue(), 'Strand');
  const rows = await page.locator('.person-row').allTextContents();
  assert.ok(rows.length > 0 && rows.every((row) => row.includes('Strand')), rows.join('; '));
  await page.getByLabel('Name').fill('');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people$/);
  await page.locator('.person-row').filter({hasText: 'Paula Holm'}).first().waitFor();
  await close(page);
});

test('draws who disputes whom, for the eye, the keyboard and the reader', async () => {
  const page = await open(`${address}/people?sure=0`);
  const picture = page.locator('.network-picture');
  assert.ok((await picture.locator('.node').count()) > 8);
  await picture.locator('.node[tabindex="0"]').focus();
  const reached = new Set();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    reached.add(await page.evaluate(() => document.activeElement.getAttribute('aria-label')));
  }
  assert.ok(reached.size > 1, [...reached].join('; '));
  await page.getByText('As a table').click();
  assert.match(await page.locator('.plain-table').textContent(), /Brightwater StructuresYusuf Amadi1\d\d %/);
  const csv = lines((await saved(page, 'CSV', page.locator('.network').getByRole('group', {name: 'Save what is shown'}))).bytes);
  assert.ok(csv.some((line) => /^Brightwater Structures,Yusuf Amadi,1,0\.\d+$/.test(line)));
  const svg = (await saved(page, 'SVG', page.locator('.network').getByRole('group', {name: 'Save what is shown'}))).bytes;
  assert.match(svg.toString('utf8'), />Paula Holm</);
  await page.keyboard.press('Shift+Tab');
  await picture.locator('.node[tabindex="0"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people\/E/);
  await close(page);
});

test('a person: what is said by and about, and by which roles', async () => {
  const page = await open(`${address}/people/${await idOf('Paula Holm')}`);
  await page.getByRole('heading', {name: 'Is spoken of'}).waitFor();
  await page.getByRole('button', {name: 'Show more'}).first().click();
  await page.waitForFunction(() => document.querySelectorAll('.claim').length > 15);
  await page.getByText('What 4 articles call Paula Holm').click();
  await page.getByRole('cell', {name: '16 June to 18 June 2025'}).waitFor();
  const csv = lines((await saved(page, 'CSV')).bytes);
  assert.ok(csv.some((line) => line.startsWith('about,2025-06-20,Harbour Radio')));
  await close(page);
});

test('two who are one are joined, and parted again', async () => {
  const page = await open(`${address}/people/${await idOf('Beatrix')}`);
  await page.getByRole('button', {name: 'Same as somebody else …'}).click();
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText('Choose somebody.').waitFor();
  await page.getByLabel('Who is Beatrix, too?').fill('Onslow');
  await page.getByLabel(/^Beatrix Onslow/).check();
  await page.getByText('Beatrix and Beatrix Onslow are one.').waitFor();
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByRole('heading', {level: 1, name: 'Beatrix Onslow'}).waitFor();
  assert.match(await page.locator('.facts').textContent(), /4 statements, 2 articles/);
  await page.getByText('Saved: Beatrix and Beatrix Onslow are one.').waitFor();
  await page.goto(`${address}/corrections`);
  await page.getByRole('button', {name: 'Undo: Beatrix and Beatrix Onslow are one'}).click();
  await page.getByText('Nothing was corrected').waitFor();
  await page.goto(`${address}/people`);
  await page.locator('.person-row').filter({hasText: 'Beatrix'}).nth(1).waitFor();
  assert.deepEqual((await (await fetch(`${address}/v1/corrections`)).json()).items, []);
  await close(page);
});

test('a side is told, by keyboard alone, and taken back at once', async () => {
  const page = await open(`${address}/people/${await idOf('Leif Castellan')}`);
  await page.getByRole('button', {name: 'Speaks for …'}).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Whom does Leif Castellan speak for?').focus();
  await page.keyboard.type('Brightwater');
  await page.getByLabel(/^Brightwater Structures/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Saved: Leif Castellan speaks for Brightwater Structures.').waitFor();
  await page.locator('.facts').getByText('Brightwater Structures').waitFor();
  await page.getByRole('button', {name: /^Undo/}).press('Enter');
  await page.waitForFunction(() => !document.querySelector('.facts').textContent.includes('Brightwater'));
  await close(page);
});

test('articles in which a name is somebody else', async () => {
  const page = await open(`${address}/people/${await idOf('Gunnar Laske')}`);
  await page.getByRole('button', {name: 'Two in one …'}).click();
  await page.getByLabel(/^City engineer steps aside/).check();
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText(/^Saved: Gunnar Laske is somebody else in “City engineer steps aside/).waitFor();
  await page.getByRole('button', {name: /^Undo/}).click();
  await close(page);
});

test('the server\'s refusal is shown', async () => {
  const page = await open(`${address}/people/${await idOf('Gunnar Laske')}`);
  await page.route('**/v1/corrections', (route) => route.request().method() === 'POST'
    ? route.fulfill({status: 400, contentType: 'application/problem+json',
      body: JSON.stringify({type: 'about:blank', title: 'Bad Request', status: 400, detail: 'these two are one already'})})
    : route.continue());
  await page.getByRole('button', {name: 'Two in one …'}).click();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', {name: 'Save this'}).click();
  await page.getByText('these two are one already').waitFor();
  page.complaints = [];
  await close(page);
});

test('nobody, and no such person', async () => {
  const page = await open(`${address}/people?name=Nobodyknown`);
  await page.getByText('Nobody here').waitFor();
  await page.goto(`${address}/people/E0000000000000000`);
  await page.getByRole('alert').waitFor();
  page.complaints = [];
  await close(page);
});

test('corrections are usable by everybody', () => checkLooks(`${address}/corrections`));
test('the list is usable by everybody', () => checkLooks(`${address}/people?sure=0`));
test('a person is usable by everybody', async () => checkLooks(`${address}/people/${await idOf('Paula Holm')}?sure=0`));
