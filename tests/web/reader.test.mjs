import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve, settled} from './harness.mjs';

const {address} = await serve();
const WELDERS = `${address}/articles/ansel-bridge-2`;

const chosenNote = (page) => page.locator('.note.is-chosen');
const chosenText = async (page) => (await page.locator('.words .chosen').allTextContents()).join('|');

test('shows who, how and what apart, also within other claims', async () => {
  const page = await open(WELDERS);
  assert.match(await page.getByRole('heading', {level: 1}).textContent(), /We were told it would settle/);
  const amadi = page.locator('.block').filter({hasText: 'forty men walking home'});
  assert.equal(await amadi.locator('.mark.source').first().textContent(), 'We');
  assert.equal(await amadi.locator('.mark.cue').first().textContent(), 'were told');
  assert.equal(await amadi.locator('.mark.content.depth-2').first().textContent(), 'it would settle');
  assert.deepEqual(await amadi.locator('.note .source-name').allTextContents(), ['Yusuf Amadi', 'Yusuf Amadi']);
  const look = (role) => amadi.locator(`.mark.${role}`).first().evaluate((element) => {
    const style = getComputedStyle(element);
    return `${style.textDecorationLine} ${style.textDecorationStyle}`;
  });
  assert.equal(await look('source'), 'underline solid');
  assert.equal(await look('cue'), 'underline dotted');
  await close(page);
});

test('keeps the text as it was', async () => {
  const page = await open(WELDERS);
  const {document} = await (await fetch(`${address}/v1/articles/ansel-bridge-2`)).json();
  const words = await page.locator('.words').evaluateAll((blocks) =>
    blocks.map((block) => [...block.childNodes].filter((node) => !node.classList?.contains('block-label'))
      .map((node) => node.textContent).join('')));
  const characters = [...document.text];
  assert.deepEqual(words, document.blocks.map(({span}) => characters.slice(...span).join('')));
  await close(page);
});

test('goes from statement to statement with the keyboard alone', async () => {
  const page = await open(`${WELDERS}#a6`);
  assert.match(await chosenText(page), /he handed both sheets/);
  await page.keyboard.press('j');
  assert.equal(new URL(page.url()).hash, '#a7');
  assert.equal(await chosenText(page), 'The company|rejects|that');
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.dataset.note), 'a7');
  await page.keyboard.press('ArrowUp');
  assert.equal(new URL(page.url()).hash, '#a6');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  assert.equal(await chosenNote(page).count(), 0);
  await close(page);
});

test('chooses what is pointed at, and lights up what belongs together', async () => {
  const page = await open(WELDERS);
  const cue = page.locator('.mark.cue', {hasText: 'rejects'});
  await cue.hover();
  assert.deepEqual(await page.locator('.words .lit').allTextContents(), ['The company', 'rejects', 'that']);
  await cue.click();
  assert.match(await chosenNote(page).textContent(), /Brightwater Structures/);
  await close(page);
});

test('jumps between a claim and what takes it back in another article', async () => {
  const page = await open(`${WELDERS}#a12`);
  const back = chosenNote(page).locator('.related li').filter({hasText: 'taken back by'}).first();
  await back.getByRole('link').first().click();
  await page.waitForURL('**/articles/ansel-bridge-4#a3');
  await settled(page);
  await page.locator('.note.is-chosen .related li').filter({hasText: 'takes back'}).first().waitFor();
  assert.match((await chosenText(page)).replaceAll('|', ''), /I gave the answers that I had/);
  await chosenNote(page).getByRole('link', {name: 'Who else speaks of this claim'}).click();
  await page.waitForURL('**/threads/T*');
  await page.getByText('In their words').waitFor();
  await close(page);
});

test('shows what is not read as such', async () => {
  const page = await open(WELDERS);
  assert.equal(await page.locator('.block-credit .block-label').textContent(), 'Credit');
  assert.equal(await page.locator('.block-promo .mark').count(), 0);
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${WELDERS}#a7`));
