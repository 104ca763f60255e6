import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {close, open, serve} from './harness.mjs';
import {addresses, serveThese} from './odd_articles.mjs';

const SCRIPT = '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';

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
