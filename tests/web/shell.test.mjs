import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();

test('navigates without loading the page again', async () => {
  const page = await open(`${address}/`);
  await page.evaluate(() => { window.sameDocument = true; });
  await page.getByRole('navigation').getByRole('link', {name: 'Articles'}).click();
  await settled(page);
  assert.equal(new URL(page.url()).pathname, '/articles');
  assert.equal(await page.title(), 'Articles · Hearsay');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await page.goBack();
  assert.equal(await page.getByRole('heading', {level: 1}).textContent(), 'Board');
  assert.equal(await page.evaluate(() => window.sameDocument), true);
  await close(page);
});

test('skips to the content with the keyboard', async () => {
  const page = await open(`${address}/articles`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await close(page);
});

test('keeps the theme that was chosen', async () => {
  const page = await open(`${address}/`);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.reload();
  await settled(page);
  assert.equal(await ground(), dark);
  await close(page);
});

test('has the theme that was chosen before anything is painted', async () => {
  const page = await open(`${address}/`);
  await page.getByLabel('Theme').selectOption('dark');
  await page.route('**/assets/index-*.js', () => {}); // never comes
  await page.reload({waitUntil: 'commit'});
  await page.waitForFunction(() => document.body);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await close(page);
});

test('an empty ledger leads to where an article is pasted', async () => {
  const empty = await serve({files: []});
  for (const path of ['/', '/disputes', '/changes', '/timeline', '/people', '/articles', '/search']) {
    const page = await open(empty.address + path);
    await page.getByText('The ledger is empty').first().waitFor();
    assert.equal(await page.getByRole('link', {name: 'Paste an article'}).first().getAttribute('href'), '/read', path);
    await close(page);
  }
  await checkLooks(`${empty.address}/`);
});

test('says that there is nothing at an unknown address', async () => {
  const page = await open(`${address}/articles/a/b/c`);
  await page.getByText('There is nothing at this address').waitFor();
  await close(page);
  await checkLooks(`${address}/articles/a/b/c`);
});

test('asks for the token where the server does', async () => {
  const token = 'a-token-of-the-test-1';
  const guarded = await serve({environment: {HEARSAY_TOKEN: token}});
  const page = await open(`${guarded.address}/articles`);
  await page.getByLabel('Token').fill('another-token-0123');
  await page.getByRole('button').click();
  await page.getByText('did not accept').waitFor();
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await page.getByRole('link', {name: /Port Ansel footbridge/}).waitFor();
  page.complaints = page.complaints.filter((words) => !words.includes('401'));
  await close(page);
});
