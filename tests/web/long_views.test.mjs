import {test} from 'node:test';
import {checkLooks, serve} from './harness.mjs';
import {addresses, serveThese} from './odd_articles.mjs';

const LONG = 'Donaudampfschifffahrtsgesellschaft'.repeat(12);

test('very long words and names are usable by everybody', async () => {
  const address = await serveThese(LONG, LONG);
  for (const path of await addresses(address)) await checkLooks(address + path);
});

test('an empty ledger is usable by everybody', async () => {
  const {address} = await serve({files: []});
  for (const path of ['/disputes', '/timeline', '/people']) await checkLooks(address + path);
});
