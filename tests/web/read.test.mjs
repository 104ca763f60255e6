import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {accessibilityProblems, close, open, serve, settled} from './harness.mjs';

const {address, folder} = await serve();
const ARTICLE = 'Mayor Ada Holm said on Monday that the bridge was safe.\n\n'
  + 'The union denied that anybody had been asked. “Nobody asked us,” Eva Strand said.';

test('reads what is typed, keeps nothing, and adds it when asked', async () => {
  const page = await open(`${address}/read`);
  await page.getByLabel('Article').fill(ARTICLE);
  await page.getByRole('button', {name: 'Read'}).click();
  await page.locator('.note').first().waitFor();
  assert.match((await page.locator('.note').allTextContents()).join('|'), /Ada Holm says.*\|.*denies.*\|Eva Strand \w+/);
  await page.getByRole('heading', {name: 'Without a title'}).waitFor();
  const stats = async () => (await (await fetch(`${address}/v1/stats`)).json()).articles;
  assert.equal(await stats(), 4);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.getByText('Title, outlet, date').click();
  await page.getByLabel('Title').fill('The bridge is safe');
  await page.getByRole('button', {name: 'Add it to the ledger'}).click();
  await page.getByRole('link', {name: 'open it there'}).click();
  await settled(page);
  assert.equal(await page.getByRole('heading', {level: 1}).textContent(), 'The bridge is safe');
  assert.equal(await stats(), 5);
  await close(page);
});

test('reads what is pasted at once', async () => {
  const page = await open(`${address}/read`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ARTICLE);
  await page.getByLabel('Article').focus();
  await page.keyboard.press('Control+V');
  await page.locator('.note').first().waitFor();
  await close(page);
});

test('reads what is dropped on it', async () => {
  const page = await open(`${address}/read`);
  await page.evaluate((text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], 'bridge.txt', {type: 'text/plain'}));
    document.querySelector('.read-form').dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: carried}));
  }, ARTICLE);
  await page.locator('.note').first().waitFor();
  await close(page);
});

test('reads a file of HTML', async () => {
  const path = join(folder, 'page.html');
  writeFileSync(path, `<html><head><title>Safe</title></head><body><article><h1>Safe</h1><p>${ARTICLE}</p></article></body></html>`);
  const page = await open(`${address}/read`);
  await page.getByLabel('or choose a file').setInputFiles(path);
  await page.locator('.note').first().waitFor();
  assert.equal(await page.locator('.block-title').textContent(), 'Safe');
  await close(page);
});

test('says why it cannot read', async () => {
  const page = await open(`${address}/read`);
  await page.getByLabel('Article').fill('He said so.');
  await page.route('**/v1/read*', (route) => route.abort());
  await page.getByRole('button', {name: 'Read'}).click();
  await page.getByText('The server cannot be reached').waitFor();
  page.complaints = [];
  await close(page);
});
