import { describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCE = 'apps/console/src';

/** Where a link leads (`to`), or a step goes when it is done (`go`): an address of the console, as it stands in the code. */
const ADDRESSES = /(?:\bto=\{?|\bgo\()(["'`])(\/.*?)\1/g;
/** As `screen({ path: '/members/:id' })` has it. */
const PATHS = /\bpath: '([^']+)'/g;

describe('links of the console', () => {
  it('lead to screens that are there', async () => {
    const routes = await found('routes.ts', PATHS, 1);
    const links = await found('.tsx', ADDRESSES, 2);
    expect(routes.length).toBeGreaterThan(30);
    expect(links.length).toBeGreaterThan(50);
    const screens = routes.map((path) => new RegExp(`^${path.replaceAll(/:\w+\??/g, '[^/]+')}$`));
    const dead = links.filter((link) => {
      const [path = ''] = link.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x').split('?');
      return screens.every((screen) => !screen.test(path));
    });
    expect(dead).toEqual([]);
  });
});

/** What stands in the sources at a group of an expression. */
async function found(ending: string, what: RegExp, group: number): Promise<readonly string[]> {
  const files = await readdir(SOURCE, { recursive: true });
  const texts = await Promise.all(
    files
      .filter((name) => name.endsWith(ending))
      .map((name) => readFile(join(SOURCE, name), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(what)].map((match) => match[group] ?? ''));
}
