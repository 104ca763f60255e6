import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();
const inSight = (page) => page.locator('.as-list > summary').textContent();
const marks = (page) => page.locator('.timeline-plot .mark');

test('shows claims above, denials below and events between', async () => {
  const page = await open(`${address}/timeline`);
  const height = async (name) => (await page.locator('.timeline-plot .mark').filter({hasText: name}).first().boundingBox()).y;
  const above = await height(/claimed: /);
  const event = await height(/event: prosecutors had taken away/);
  const below = await height(/denied or disputed: Paula Holm denied/);
  assert.ok(above < event && event < below);
  assert.match(await inSight(page), /9\d statements, \d+ events in sight/);
  await close(page);
});

test('says what stands behind a mark, and where', async () => {
  const page = await open(`${address}/timeline`);
  await marks(page).filter({hasText: 'claimed: Paula Holm insisted'}).click();
  const detail = page.locator('.timeline-detail');
  await detail.getByText('The bridge had not moved beyond its limits').click();
  await page.waitForURL(/articles\/ansel-bridge-2#a12$/);
  await close(page);
});

test('is zoomed with buttons, keys and the wheel; the part in sight stands in the address', async () => {
  const page = await open(`${address}/timeline`);
  const ticks = () => page.locator('.timeline-plot .tick').allTextContents();
  const before = await ticks();
  await page.getByRole('button', {name: 'Everything', exact: true}).click();
  await page.waitForFunction(() => document.querySelector('.timeline-plot .tick')?.textContent?.startsWith('20'));
  assert.match(await inSight(page), /: 99 statements, 20 events in sight/);
  await page.getByRole('button', {name: 'Story', exact: true}).click();
  assert.deepEqual(await ticks(), before);
  await page.locator('.timeline-plot .mark[tabindex="0"]').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  assert.notDeepEqual(await ticks(), before);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  const box = await page.locator('.timeline-plot').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 80);
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await page.waitForFunction((text) => document.querySelector('.timeline-plot .tick')?.textContent !== text, before[0]);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await page.waitForURL(/from=2025-06-1\d&to=2025-06-\d\d/);
  const kept = await ticks();
  await page.reload();
  await settled(page);
  assert.ok((await ticks()).length >= kept.length - 2);
  await close(page);
});

test('is gone through with the arrow keys alone', async () => {
  const page = await open(`${address}/timeline`);
  await page.locator('.timeline-plot .mark[tabindex="0"]').focus();
  const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const seen = new Set();
  for (let i = 0; i < 12; ++i) {
    seen.add(await name());
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(seen.size, 12);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const shown = await page.locator('.timeline-detail .claim-words').first().textContent();
  assert.ok((await name()).includes(shown), `${await name()} / ${shown}`);
  await page.keyboard.press('Home');
  assert.equal(await page.locator('.timeline-plot [tabindex="0"]').count(), 1);
  await close(page);
});

test('dates are brushed, and set as dates and with sliders', async () => {
  const page = await open(`${address}/timeline`);
  const box = await page.locator('.timeline-overview').boundingBox();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.97, box.y + 20, {steps: 4});
  await page.mouse.up();
  assert.match(await inSight(page), /^As a list: 0 statements/);
  await page.getByLabel('In sight from').fill('2025-06-18');
  await page.getByLabel('to', {exact: true}).fill('2025-06-18');
  await page.waitForFunction(() => /: 2\d statements/.test(document.querySelector('.as-list > summary').textContent));
  const edge = page.getByRole('slider', {name: 'First day in sight'});
  const day = async () => Number(await edge.getAttribute('aria-valuenow'));
  const before = await day();
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction((last) => document.querySelector('[role=slider]').getAttribute('aria-valuenow') === String(last), before - 1);
  await close(page);
});

test('has a list for those who read', async () => {
  const page = await open(`${address}/timeline?from=2025-06-18&to=2025-06-19`);
  await page.locator('.as-list > summary').click();
  assert.match(await page.locator('.timeline-list').textContent(), /Gunnar Laske denied denies.*that anybody had tried to hide it/s);
  await close(page);
});

test('saves what is in sight', async () => {
  const page = await open(`${address}/timeline?from=2025-06-18&to=2025-06-19`);
  const table = lines((await saved(page, 'CSV')).bytes);
  assert.match(table[0], /^when,kind,side,source/);
  assert.ok(table.some((line) => line.startsWith('2025-06-18,statement,denied or disputed,Gunnar Laske,denied,deny')));
  assert.ok(!table.some((line) => line.startsWith('2025-06-16')));
  assert.equal(JSON.parse((await saved(page, 'JSON')).bytes).length, table.length - 1);
  const svg = (await saved(page, 'SVG')).bytes.toString('utf8');
  assert.match(svg, /Gunnar Laske denied/);
  assert.match(svg, /font-family=/);
  const {name, bytes} = await saved(page, 'PNG');
  assert.equal(name, 'timeline.png');
  assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  await close(page);
});

test('is narrowed down in the address', async () => {
  const page = await open(`${address}/timeline?who=Marchetti&outlet=Harbour%20Radio`);
  await page.getByRole('button', {name: 'Everything', exact: true}).click();
  assert.match(await inSight(page), /: 2 statements/);
  await page.goto(`${address}/timeline?who=Nobodyknown`);
  await page.getByText('Nothing on the timeline').waitFor();
  await close(page);
});

test('two fingers zoom it', async () => {
  const page = await open(`${address}/timeline`);
  const ticks = () => page.locator('.timeline-plot .tick').allTextContents();
  const before = await ticks();
  await page.locator('.timeline-plot').evaluate((plot) => {
    const {left, top} = plot.getBoundingClientRect();
    const touch = (type, id, x) => plot.dispatchEvent(new PointerEvent(type,
      {pointerId: id, pointerType: 'touch', isPrimary: id === 1, bubbles: true, clientX: left + x, clientY: top + 60}));
    touch('pointerdown', 1, 400);
    touch('pointerdown', 2, 500);
    touch('pointermove', 1, 200);
    touch('pointermove', 2, 700);
    touch('pointerup', 1, 200);
    touch('pointerup', 2, 700);
  });
  await page.waitForFunction((text) => document.querySelector('.timeline-plot .tick')?.textContent !== text, before[0]);
  await page.waitForURL(/from=2025-06-1\d&to=2025-06-\d\d/);
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${address}/timeline`));
