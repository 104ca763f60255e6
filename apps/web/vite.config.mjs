import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {defineConfig} from 'vite';

// A script that the page waits for before it paints: none that Vite bundles is. Its name changes with its bytes.
function themeFirst() {
  const source = readFileSync(new URL('theme_first.js', import.meta.url), 'utf8');
  const fileName = `assets/theme-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
  return {
    name: 'theme-first',
    apply: 'build',
    generateBundle() {
      this.emitFile({type: 'asset', fileName, source});
    },
    transformIndexHtml: () => [{tag: 'script', attrs: {src: `/${fileName}`}, injectTo: 'head-prepend'}],
  };
}

export default defineConfig({
  plugins: [themeFirst()],
  esbuild: {jsx: 'automatic', jsxImportSource: 'preact'},
  build: {
    target: 'es2022',
    // A data: address would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
  },
  // `npm run dev` shows the ledger of a running `hearsay serve`.
  server: {proxy: {'/v1': process.env.HEARSAY_SERVER ?? 'http://127.0.0.1:8080'}},
});
