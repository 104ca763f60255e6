import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {close, open, serve} from './harness.mjs';

const {address, folder} = await serve();
const SCRIPT = '"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(30);

// An article whose every field tries to be more than text.
function hostileArticle(id, extra) {
  return {id, title: SCRIPT, publisher: SCRIPT, byline: SCRIPT, published: '2025-06-17', url: 'javascript:window.pwned=1',
    text: `${SCRIPT} Holm said that the bridge ${SCRIPT} was safe.\n\n“${SCRIPT} is fine,” said ${SCRIPT}.`, ...extra};
}

async function add(article) {
  const response = await fetch(`${address}/v1/articles`,
    {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(article)});
  assert.equal(response.status, 201);
}

async function checkHarmless(path) {
  const page = await open(address + path);
  const found = await page.evaluate(() => ({
    pwned: window.pwned,
    images: document.querySelectorAll('main img, main script').length,
    links: [...document.querySelectorAll('a[href]')].map((link) => link.protocol).filter((p) => !/^https?:$/.test(p)),
    width: document.documentElement.scrollWidth,
  }));
  assert.deepEqual(found, {pwned: undefined, images: 0, links: [], width: 1280}, path);
  await close(page);
}

test('nothing that the ledger holds is ever executed', async () => {
  const id = `a/../${SCRIPT}`;
  await add(hostileArticle(id, {}));
  const shown = [`/articles/${encodeURIComponent(id)}#a1`, '/articles', '/', '/search?q=safe', `/search?q=${encodeURIComponent(SCRIPT)}`,
    `/?who=${encodeURIComponent(SCRIPT)}`];
  for (const path of shown) await checkHarmless(path);
});

test('nor what is read without being kept', async () => {
  const page = await open(`${address}/read`);
  const path = join(folder, 'page.html');
  writeFileSync(path, `<html><body><article><p>Ada Holm said on Monday that the bridge was safe.</p>
    <p>${SCRIPT} <a href="javascript:window.pwned=1">Eva Strand denied that the bridge was safe.</a></p></article></body></html>`);
  await page.getByLabel('or choose a file').setInputFiles(path);
  await page.locator('.note').first().waitFor();
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  await close(page);
});

test('very long words, names and titles break', async () => {
  await add({id: LONG, title: LONG, publisher: LONG, published: '2025-06-18',
    text: `${LONG} Holm said that ${LONG} was ${'very '.repeat(2000)}safe.`});
  for (const path of [`/articles/${LONG}#a1`, '/articles', '/search?q=safe']) {
    const page = await open(address + path, {width: 360});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, path);
    await close(page);
  }
});

test('a page with markup of its own would do nothing', async () => {
  const page = await open(`${address}/`);
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), SCRIPT);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.ok(page.complaints.some((words) => words.includes('Content Security Policy')));
  page.complaints = [];
  await close(page);
});
