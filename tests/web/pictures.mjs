// Makes the pictures of the README: tests/web/run.sh build/web/test-modules build/release/hearsay pictures.mjs
import {statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {close, open, serve} from './harness.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../docs/images');
const MOST_BYTES = 150_000;
const PICTURES = [['board', '/'], ['reader', '/articles/ansel-bridge-4#a3']];

test('pictures', async () => {
  const {address} = await serve();
  for (const [name, path] of PICTURES) {
    const page = await open(address + path, {width: 1120, height: 600});
    await page.evaluate(() => document.activeElement.blur());
    await page.waitForTimeout(500);
    const file = join(FOLDER, `${name}.png`);
    await page.screenshot({path: file});
    await close(page);
    if (statSync(file).size > MOST_BYTES) throw new Error(`${file}: more than ${MOST_BYTES} bytes`);
  }
});
