#!/usr/bin/env node
/** Prints the section of a version of CHANGELOG.md: `node .github/release-notes.js 0.1.0`. */
import { readFileSync } from 'node:fs';

const [version] = process.argv.slice(2);
const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const section = changelog
  .split(/^## /m)
  .slice(1)
  .find((text) => text.match(/^[^\s,]+/)?.[0] === version);
const title = section?.split('\n', 1)[0] ?? '';

if (!section) fail(`CHANGELOG.md has no section for version ${version ?? '(none given)'}.`);
else if (title.includes('unreleased')) fail(`CHANGELOG.md calls ${version} unreleased.`);
else process.stdout.write(`${section.slice(title.length).trim()}\n`);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
