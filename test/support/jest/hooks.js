/** Which file an import of the tests means; @swc-node/register makes JavaScript of it. */
import { existsSync } from 'node:fs';

export { load } from '@swc-node/register/esm';

const GLOBALS = new URL('./globals.js', import.meta.url).href;

export async function resolve(specifier, context, next) {
  // Under the runner without a sandbox `@jest/globals` is what that runner has made global.
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const { parentURL } = context;
  if (specifier.startsWith('.') && specifier.endsWith('.js') && isOurs(parentURL)) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), parentURL);
    if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
  }
  const found = await next(specifier, context);
  return isTypeScript(found.url) ? { ...found, format: 'module' } : found;
}

function isOurs(url) {
  return url?.startsWith('file:') && !url.includes('/node_modules/');
}

/** A test file comes with a question mark and a number behind its name. */
function isTypeScript(url) {
  return isOurs(url) && /\.ts(\?|$)/.test(url);
}
