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

test('is usable by everybody', () => checkLooks(`${address}/articles`));
