import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {lines, saved} from './downloads.mjs';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address, folder} = await serve();

async function chosen(page, name) {
  await page.goto(`${address}/changes`);
  await page.getByLabel('Whose story').selectOption({label: name});
  await page.locator('.step-chart').waitFor();
  await settled(page);
}

test('says what was taken back', async () => {
  const page = await open(`${address}/changes`);
  const pair = page.locator('.pair').first();
  assert.match(await pair.textContent(), /Taken back or changed/);
  assert.match(await pair.locator('.pair-side').nth(1).textContent(), /^Said laterPaula Holm told/);
  await page.getByRole('link', {name: 'All positions of Paula Holm'}).first().click();
  await page.locator('.step-chart').waitFor();
  assert.match(page.url(), /source=E/);
  await close(page);
});

test('draws where a source stood, as steps', async () => {
  const page = await open(`${address}/changes`);
  await chosen(page, 'Paula Holm');
  const steps = page.locator('.step-chart a.course-step');
  const names = await steps.evaluateAll((all) => all.map((step) => step.getAttribute('aria-label')));
  assert.ok(names[0].startsWith('16 June 2025: Paula Holm asserted: The bridge had not moved'), names[0]);
  assert.ok(names[1].startsWith('20 June 2025: Paula Holm retracted: '), names[1]);
  await page.getByText('As a table').click();
  assert.match(await page.locator('.plain-table tbody tr').nth(1).textContent(), /20 June 2025Paula Holmretracted/);
  await steps.nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/articles\/ansel-bridge-4#a3$/);
  await close(page);
});

test('takes all who speak for a side together', async () => {
  const page = await open(`${address}/changes`);
  await chosen(page, 'Helen Marchetti');
  const alone = await page.locator('.step-chart a.course-step').count();
  await page.getByLabel('with all who speak for the same side').check();
  await page.getByRole('heading', {name: /and Brightwater Structures/}).waitFor();
  await page.waitForFunction((before) => document.querySelectorAll('.step-chart a.course-step').length > before, alone);
  await close(page);
});

test('saves the steps as table and picture', async () => {
  const page = await open(`${address}/changes`);
  await chosen(page, 'Paula Holm');
  const table = lines((await saved(page, 'CSV')).bytes);
  assert.match(table[2], /,2025-06-20,Paula Holm,retracted,ansel-bridge-4,a3,/);
  const svg = (await saved(page, 'SVG')).bytes.toString('utf8');
  assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.match(svg, />retracted</);
  assert.doesNotMatch(svg, / (class|style|tabindex)=/);
  const png = (await saved(page, 'PNG')).bytes;
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.equal(png.readUInt32BE(16), 2 * (await page.locator('.step-chart').evaluate((chart) => chart.clientWidth)));
  await close(page);
});

test('says what publishers took back or corrected', async () => {
  const file = `${folder}/taken-back.jsonl`;
  const pier = {id: 'pier', title: 'Pier closed', publisher: 'Post', published: '2025-06-15'};
  const quay = {id: 'quay', title: 'Quay', publisher: 'Star', published: '2025-06-16'};
  writeFileSync(file, [
    {...pier, version: '1', text: 'The pier is safe, harbour master Ada Moe said. She denied that the pier had moved.'},
    {...pier, version: '2', status: 'canceled', text: 'Kill: Moe said no such thing.'},
    {...quay, version: '1', text: 'Mayor Per Dahl said that 14 people were hurt at the quay.'},
    {...quay, version: '2', status: 'corrected', text: 'Mayor Per Dahl said that 16 people were hurt at the quay.'},
  ].map((article) => JSON.stringify(article)).join('\n'));
  const other = await serve({files: [file]});
  const page = await open(`${other.address}/changes`);
  const notices = page.locator('.notice');
  await notices.first().waitFor();
  const [corrected, cancelled] = await notices.allTextContents();
  assert.match(corrected, /^Quaycorrected by its publisherStar · 16 June 2025was that 14 people.*is now that 16 people/);
  assert.match(cancelled, /^Pier closedcancelled by its publisherPost · 15 June 2025gone The pier is safe/);
  await page.goto(`${other.address}/changes?who=Star`);
  await page.waitForFunction(() => document.querySelectorAll('.notice').length === 1);
  await close(page);
  await checkLooks(`${other.address}/changes`);
});

test('is usable by everybody', () => checkLooks(`${address}/changes?sure=0`));
test('an empty ledger is usable by everybody', async () => {
  const empty = await serve({files: []});
  await checkLooks(`${empty.address}/changes`);
});

test('a source is usable by everybody', async () => {
  const answer = await (await fetch(`${address}/v1/entities?name=Paula%20Holm`)).json();
  await checkLooks(`${address}/changes?source=${answer.items[0].id}&side=1`);
});
