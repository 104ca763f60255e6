import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();

test('says who stands where', async () => {
  const page = await open(`${address}/`);
  const holm = page.locator('.row').filter({hasText: 'had not moved beyond its limits'});
  assert.match(await holm.textContent(), /Paula Holm\s*asserted since 16 June 2025\s*then retracted on 20 June 2025/);
  const sheets = page.locator('.row').filter({hasText: 'he handed both sheets'});
  assert.match(await sheets.textContent(), /1 for it, 1 against it/);
  assert.match(await sheets.textContent(), /2 independent sources/);
  const sensors = page.locator('.row').filter({hasText: 'sensors on the bridge'});
  assert.match(await sensors.textContent(), /no named source/);
  await close(page);
});

test('filters by who and what is done, in the address', async () => {
  const page = await open(`${address}/`);
  await page.getByLabel('Who').fill('Marchetti');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length < 7);
  assert.equal(new URL(page.url()).search, '?who=Marchetti');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length === 7);
  await page.getByLabel('Who').fill('nobody of this name');
  await page.keyboard.press('Enter');
  await page.getByText('No claim fits').waitFor();
  await page.getByLabel('Who').fill('');
  await page.getByLabel('Outlet').fill('Northline');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length === 2);
  await page.getByRole('button', {name: 'Clear'}).click();
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length === 7);
  await close(page);
});

test('shows a claim with all statements and their words', async () => {
  const page = await open(`${address}/`);
  await page.getByRole('link', {name: /he handed both sheets/}).click();
  await settled(page);
  assert.match(new URL(page.url()).pathname, /^\/threads\/T[0-9a-f]{16}$/);
  const rejects = page.locator('.claim').filter({has: page.locator('.claim-head', {hasText: 'Brightwater Structures'})});
  assert.match(await rejects.textContent(), /rejects denies/);
  assert.match(await rejects.locator('.against').textContent(), /disputes Yusuf Amadi · \d\d % sure/);
  const claim = page.url();
  await close(page);
  await checkLooks(claim);
});

test('goes on where the server has more', async () => {
  const page = await open(`${address}/articles`);
  // The server's pages are long: here, the first one ends after two.
  await page.route('**/v1/articles*', async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '2');
    await route.continue({url: url.href});
  });
  await page.getByLabel('From').fill('2025-01-01');
  await page.keyboard.press('Enter');
  await page.getByRole('button', {name: 'Show more'}).click();
  await page.waitForFunction(() => document.querySelectorAll('.row-title').length === 4);
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${address}/`));
