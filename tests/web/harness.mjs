// What every test of the page needs: a server with a ledger of its own, and a browser.
//
//   test('says who said it', async () => { const page = await open('/articles'); ... });
//
// Run by CTest as `node FILE` with HEARSAY (the command) and HEARSAY_WEB_MODULES (where run.sh installed packages).
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after} from 'node:test';
import {fileURLToPath} from 'node:url';

const require = createRequire(join(process.env.HEARSAY_WEB_MODULES, 'package.json'));
const {chromium} = require('playwright-core');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const HEARSAY = process.env.HEARSAY;
export const STORY = join(ROOT, 'examples/story/lantern-bridge.jsonl');

// Nothing that asks a network, and nothing that needs a graphics card.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const closers = [];
after(async () => {
  for (const close of closers.reverse()) await close();
});

// The address of a server with a new ledger that holds these files; none: an empty one. Ends with the test file.
export async function serve({files = [STORY], flags = [], environment = {}} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  const ledger = join(folder, 'story.ledger');
  // Where nothing is to be added it makes the ledger and then says so.
  spawnSync(HEARSAY, ['add', ledger, ...(files.length > 0 ? files : ['-'])], {input: ''});
  const server = spawn(HEARSAY, ['serve', ledger, '--port', '0', ...flags],
    {env: {...process.env, ...environment}, stdio: ['ignore', 'pipe', 'inherit']});
  closers.push(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, {recursive: true, force: true});
  });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', (line) => resolve(String(line).trim().replace(/\/$/, '')));
    server.once('exit', () => reject(new Error('hearsay serve ended')));
  });
  return {address, ledger, folder, stop: () => server.kill('SIGTERM')};
}

let browser;
async function theBrowser() {
  if (!browser) {
    browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS});
    closers.push(() => browser.close());
  }
  return browser;
}

// A new page at an address, when its content is there. What the browser complains of fails the test
// (`complaints` of the page holds it; a test that expects some empties it).
export async function open(url, {width = 1280, height = 900, theme = 'light', reducedMotion = 'reduce'} = {}) {
  const context = await (await theBrowser()).newContext({viewport: {width, height}, colorScheme: theme, reducedMotion});
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('dialog', (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  await settled(page);
  return page;
}

// Waits until what the view asked for has come.
export async function settled(page) {
  await page.waitForSelector('main h1, main .state-title');
  await page.waitForFunction(() => !document.querySelector('.loading'));
}

export async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

// What axe finds wrong, in words.
export async function accessibilityProblems(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const {violations} = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.flatMap((found) => found.nodes.map((node) =>
    `${found.id}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`));
}

// A view in both themes and at the width of a narrow screen: nothing that axe finds, nothing wider than the screen.
export async function checkLooks(url) {
  const page = await open(url);
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({colorScheme: theme});
    assert.deepEqual(await accessibilityProblems(page), [], `${url}, ${theme}`);
  }
  await page.setViewportSize({width: 360, height: 740});
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${url}: ${width} pixels wide on a screen of 360`);
  await close(page);
}
