import { describe, expect, it } from '@jest/globals';
import { loadSettings } from '#config';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { documentLimits } from '../../../apps/api/src/graphql/document-limits.js';
import { Limits } from '../../../apps/api/src/graphql/limits.js';

const BUILT = 'dist/apps/console';
const KIB = 1_024;

/** What the console may weigh, in KiB after gzip. */
const FIRST_SCRIPT = 180;
const FIRST_STYLE = 20;
const ROUTE = 60;
/** Screens that read whole files. */
const ROUTE_OF_IMPORTS = 90;
const CATALOGUE = 25;

/** Names of vocabularies and of a page about errors: nothing is loaded from there. */
const NAMED = /^https?:\/\/(www\.w3\.org\/|react\.dev\/errors\/)/;

/** A part of what Vite has built, as its manifest says. */
interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(await readFile(join(BUILT, 'manifest.json'), 'utf8')) as Readonly<
  Record<string, Part>
>;

function part(name: string): Part {
  const found = manifest[name];
  if (!found) throw new Error(`The manifest has no ${name}.`);
  return found;
}

/** A part with all that comes before it can run. */
function together(name: string, known = new Set<string>()): ReadonlySet<string> {
  if (!known.has(name)) {
    known.add(name);
    for (const each of part(name).imports ?? []) together(each, known);
  }
  return known;
}

async function weight(files: Iterable<string>): Promise<number> {
  const all = await Promise.all([...new Set(files)].map((file) => readFile(join(BUILT, file))));
  return all.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / KIB;
}

const scripts = (names: readonly string[]) => names.map((name) => part(name).file);
const styles = (names: readonly string[]) => names.flatMap((name) => part(name).css ?? []);

describe('the console as it is built', () => {
  const first = together('index.html');
  const isCatalogue = (name: string) => name.includes('/catalogues/');
  const routes = [...first]
    .flatMap((name) => part(name).dynamicImports ?? [])
    .filter((name) => !isCatalogue(name));

  it('begins with little', async () => {
    const [script, style] = await Promise.all([
      weight(scripts([...first])),
      weight(styles([...first])),
    ]);
    expect(script).toBeGreaterThan(10);
    expect(script).toBeLessThanOrEqual(FIRST_SCRIPT);
    expect(style).toBeGreaterThan(1);
    expect(style).toBeLessThanOrEqual(FIRST_STYLE);
  });

  it('needs little more for any screen', async () => {
    expect(routes.length).toBeGreaterThan(10);
    const heavy: string[] = [];
    for (const route of routes) {
      const more = [...together(route)].filter((name) => !first.has(name));
      const kib = await weight(scripts(more));
      const most = route.includes('/imports/') ? ROUTE_OF_IMPORTS : ROUTE;
      if (kib > most) heavy.push(`${route}: ${kib.toFixed(1)} KiB, and ${most} are allowed`);
    }
    expect(heavy).toEqual([]);
  });

  it('has catalogues of messages that are small, each a file of its own', async () => {
    const names = Object.keys(manifest).filter(isCatalogue);
    expect(names.length).toBeGreaterThan(0);
    const heavy: string[] = [];
    for (const name of names) {
      const kib = await weight(scripts([name]));
      if (kib > CATALOGUE) heavy.push(`${name}: ${kib.toFixed(1)} KiB`);
    }
    expect(heavy).toEqual([]);
    expect([...first].filter(isCatalogue)).toEqual([]);
  });

  it('names nothing outside of its own origin', async () => {
    const assets = await readdir(join(BUILT, 'assets'));
    const files = ['index.html', ...assets.map((name) => join('assets', name))];
    const outside: string[] = [];
    for (const file of files.filter((name) => /\.(js|css|html)$/.test(name))) {
      const text = await readFile(join(BUILT, file), 'utf8');
      const addresses = text.match(/\b(?:https?|wss?):\/\/[^\s"'`)\\]+/g) ?? [];
      const bare = text.match(/(?:src|href)="\/\/[^"]+|url\(["']?\/\/[^)]+/g) ?? [];
      outside.push(...addresses.filter((one) => !NAMED.test(one)), ...bare);
    }
    expect(outside).toEqual([]);
  });
});

describe('the documents of the console', () => {
  it('are valid, and no larger than the service lets anybody send', async () => {
    const schema = buildSchema(await readFile('docs/schema.graphql', 'utf8'));
    const limits = new Limits(loadSettings({ NODE_ENV: 'test' }));
    const rules = [...specifiedRules, documentLimits(limits)];
    const text = await readFile(join(BUILT, 'operations.json'), 'utf8');
    const stored = Object.values(JSON.parse(text) as Record<string, string>);
    expect(stored.length).toBeGreaterThan(20);
    const problems = stored.flatMap((document) => {
      const parsed = parse(document, { maxTokens: limits.tokens });
      const name = /(?:query|mutation) \w+/.exec(document)?.[0];
      return validate(schema, parsed, rules).map(({ message }) => `${name}: ${message}`);
    });
    expect(problems).toEqual([]);
  });
});
