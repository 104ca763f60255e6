import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve} from './harness.mjs';

const {address} = await serve();

test('lists the articles, the newest first', async () => {
  const page = await open(`${address}/articles`);
  const titles = await page.locator('.row-title').allTextContents();
  assert.equal(titles.length, 4);
  assert.match(titles[0], /^City engineer steps aside/);
  await close(page);
});

test('filters by outlet and date, in the address', async () => {
  const page = await open(`${address}/articles?outlet=Northline`);
  assert.equal(await page.locator('.row-title').count(), 1);
  await page.getByLabel('Outlet').fill('');
  await page.getByLabel('From').fill('2025-06-18');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length === 2);
  assert.equal(new URL(page.url()).search, '?after=2025-06-18');
  await close(page);
});

test('shows each version of an article', async () => {
  for (const words of ['Ada Holm said the bridge was safe.', 'Ada Holm denied the bridge was safe.']) {
    await fetch(`${address}/v1/articles?id=twice`, {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: words});
  }
  const page = await open(`${address}/articles/twice`);
  assert.match(await page.locator('.words').textContent(), /denied/);
  await page.getByRole('navigation', {name: 'Versions'}).getByRole('link', {name: '1', exact: true}).click();
  await page.getByText('An older version').waitFor();
  assert.match(await page.locator('.words').textContent(), /said/);
  assert.equal(new URL(page.url()).search, '?version=1');
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${address}/articles`));
