import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLooks, close, open, serve} from './harness.mjs';

const {address} = await serve();

test('says who stands where', async () => {
  const page = await open(`${address}/`);
  const holm = page.locator('.row').filter({hasText: 'had not moved beyond its limits'});
  assert.match(await holm.textContent(), /Paula Holm asserted since 16 June 2025/);
  assert.match(await holm.textContent(), /Paula Holm retracted since 20 June 2025/);
  await close(page);
});

test('is usable by everybody', () => checkLooks(`${address}/`));
