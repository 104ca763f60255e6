import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();

test('takes the filters of the command line', async () => {
  const page = await open(`${address}/search`);
  await page.getByRole('searchbox').fill('act:deny by:"Holm\'s office" readings after:2025-06-01');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.claim').length === 1);
  assert.match(await page.locator('.claim').textContent(), /it was not aware of any such readings/);
  await page.locator('.claim-words a').click();
  await settled(page);
  assert.equal(new URL(page.url()).hash, '#a15');
  await page.goBack();
  await settled(page);
  assert.match(await page.getByRole('searchbox').inputValue(), /^act:deny/);
  await close(page);
});

test('says what is wrong with a filter', async () => {
  const page = await open(`${address}/search?q=act:dance`);
  const alert = await page.getByRole('alert').textContent();
  assert.match(alert, /^The words to look for were not understoodact: expected/);
  assert.equal(await page.getByRole('button', {name: 'Try again'}).count(), 0);
  page.complaints = page.complaints.filter((words) => !words.includes('400'));
  await close(page);
});

test('says that nothing fits', async () => {
  const page = await open(`${address}/search?q=zebra`);
  await page.getByText('No statement fits').waitFor();
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${address}/search?q=act:deny`));
