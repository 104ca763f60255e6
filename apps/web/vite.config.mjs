import {defineConfig} from 'vite';

export default defineConfig({
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
