import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { parsedCatalogues } from './build/catalogues.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What nearly every screen uses, the first one too: it comes with the frame, and not a round trip later. */
const WITH_THE_FRAME =
  /apps\/console\/src\/(ui\/(button|feedback|fields|page|params|table)|i18n\/format|graph\/refusal)\.tsx?$/;

/** The console as the service serves it: under `/console/`, each file under the hash of its content. */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  resolve: {
    alias: {
      '#console': here('./src'),
      // The messages are parsed while the console is built.
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
    },
  },
  plugins: [parsedCatalogues()],
  build: {
    outDir: here('../../dist/apps/console'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rolldownOptions: {
      // A slow machine is no fault of the build.
      checks: { bundlerTimings: false },
      // Packages mark modules for servers that render React; there is none here.
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
      output: { codeSplitting: { groups: [{ name: 'kit', test: WITH_THE_FRAME }] } },
    },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: {
    port: 3001,
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/imports',
        '/briefings',
        '/sign-in',
        '/sign-out',
        '/leave',
        '/account',
        '/pages',
        '/console/session',
      ].map((path) => [path, 'http://127.0.0.1:3000']),
    ),
  },
});
