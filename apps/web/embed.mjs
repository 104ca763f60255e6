// Writes the files of a folder as C++: node embed.mjs FOLDER OUTPUT
//
// String literals, and not .incbin: the compiler cache sees their bytes, and no assembler has to be asked for.
// Of each file the bytes as they are and compressed, here and not while serving. The same files and the
// same Node give the same bytes. Fails where the page has grown too heavy.
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {extname, join} from 'node:path';
import {gzipSync} from 'node:zlib';

const MOST_BYTES = 80 * 1024; // compressed, all files together
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

function filesIn(folder, prefix = '') {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name]);
}

function escaped(byte) {
  const isPlain = byte >= 32 && byte < 127 && !'"\\?'.includes(String.fromCharCode(byte));
  return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
}

function literal(bytes) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    pieces.push(`"${Array.from(bytes.subarray(at, at + 4096), escaped).join('')}"`);
  }
  return `std::string_view(${pieces.join('\n')}, ${bytes.length})`;
}

function compressed(bytes) {
  const packed = gzipSync(bytes, {level: 9});
  packed[9] = 255; // the system that it was made on: unknown
  return packed;
}

function pageFile(folder, name) {
  const type = TYPES[extname(name)];
  if (type === undefined) throw new Error(`${name}: expected one of ${Object.keys(TYPES).join(' ')}`);
  const bytes = readFileSync(join(folder, name));
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return {path: name === 'index.html' ? '/' : `/${name}`, type, tag, bytes, packed: compressed(bytes)};
}

const [folder, output] = process.argv.slice(2);
const files = filesIn(folder).sort().map((name) => pageFile(folder, name));
const weight = files.reduce((sum, file) => sum + file.packed.length, 0);
if (weight > MOST_BYTES) {
  console.error(`the page: expected at most ${MOST_BYTES} bytes compressed, found ${weight}`);
  process.exit(1);
}
const entries = files.map((file) =>
  `{${JSON.stringify(file.path)}, ${JSON.stringify(file.type)}, "${file.tag}",\n${literal(file.bytes)},\n${literal(file.packed)}},\n`);
writeFileSync(output, `// Made by apps/web/embed.mjs: ${weight} bytes compressed.
#include "server/web_page.h"

namespace hearsay {
namespace {
constexpr PageFile kFiles[] = {
${entries.join('')}};
}  // namespace

const std::span<const PageFile> kPageFiles = kFiles;

}  // namespace hearsay
`);
