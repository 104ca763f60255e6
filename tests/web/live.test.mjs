import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address, ledger} = await serve({files: []});
const add = (text) => fetch(`${address}/v1/articles?id=${text.length}`,
  {method: 'POST', headers: {'Content-Type': 'text/plain'}, body: text});

test('an empty ledger says what to do', async () => {
  for (const path of ['/', '/articles', '/search']) {
    const page = await open(address + path);
    await page.getByText('The ledger is empty').waitFor();
    await page.getByRole('link', {name: 'Paste an article'}).waitFor();
    await close(page);
  }
  await checkLooks(`${address}/`);
});

test('announces what is new, and shows it when asked', async () => {
  const page = await open(`${address}/articles`);
  // Listening begins after the page is shown, or has begun while it was waited for.
  await page.waitForResponse('**/v1/events', {timeout: 3000}).catch(() => {});
  await add('Ada Holm said the bridge was safe. “Nobody asked us,” Eva Strand said.');
  await page.getByText('2 new statements').waitFor();
  assert.equal(await page.locator('.row').count(), 0);
  await page.getByRole('button', {name: 'Show'}).click();
  await page.locator('.row').first().waitFor();
  assert.equal(await page.getByText('new statements').count(), 0);
  await close(page);
});

test('says that the ledger is gone, and recovers', async () => {
  const {renameSync} = await import('node:fs');
  const page = await open(`${address}/articles`);
  renameSync(ledger, `${ledger}.away`);
  await page.getByRole('link', {name: 'Search'}).click();
  await settled(page);
  assert.match(await page.getByRole('alert').textContent(), /ledger/);
  renameSync(`${ledger}.away`, ledger);
  await page.getByRole('button', {name: 'Try again'}).click();
  await page.locator('.claim').first().waitFor();
  page.complaints = page.complaints.filter((words) => !words.includes('503'));
  await close(page);
});
