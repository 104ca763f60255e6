// Runs the unit tests that stand beside the sources, src/**/*.test.ts, with Node's own runner: node unit_tests.mjs
import {build} from 'esbuild';
import {spawnSync} from 'node:child_process';
import {readdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, 'unit_tests');

function testsIn(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testsIn(path);
    return entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

rmSync(outdir, {recursive: true, force: true});
const {metafile} = await build({
  entryPoints: testsIn(join(here, 'src')).sort(), outdir, outbase: join(here, 'src'), outExtension: {'.js': '.mjs'},
  bundle: true, platform: 'node', format: 'esm', target: 'node18', metafile: true, logLevel: 'warning',
});
const files = Object.keys(metafile.outputs).sort();
process.exit(spawnSync(process.execPath, ['--test', ...files], {stdio: 'inherit'}).status ?? 1);
