/**
 * Checks the files by which Baraza is run and watched: part of `npm run lint`. Prints file, line and reason, and ends with 1 if
 * something is wrong. A test compares the table of meters in docs/operating.md with those of the program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import client from 'prom-client';
import {
  composeProblems,
  dockerfileProblems,
  expressionProblems,
  workflowProblems,
} from './file-problems.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');

client.collectDefaultMetrics();
const ofNode = client.register.getMetricsAsArray().map(({ name }) => name);
const [table = ''] = /\| meter[^]*?\n\n/.exec(read('docs/operating.md')) ?? [];
const meters = new Set([...ofNode, ...(table.match(/\bbaraza_[a-z_]+/g) ?? [])]);
const workflows = readdirSync(`${root}.github/workflows`).map(
  (file) => `.github/workflows/${file}`,
);

/** @type {[path: string, problemsOf: (text: string, path: string) => string[]][]} */
const checks = [
  ['docker/compose.yaml', composeProblems],
  ['docker/Dockerfile', dockerfileProblems],
  ['docker/monitoring/alerts.yaml', (text) => expressionProblems(text, meters)],
  ['docker/monitoring/dashboard.json', (text) => expressionProblems(text, meters)],
  ...workflows.map(
    (path) => /** @type {[string, typeof workflowProblems]} */ ([path, workflowProblems]),
  ),
];
const problems = checks.flatMap(([path, problemsOf]) =>
  problemsOf(read(path), path).map((problem) => `${path}:${problem}`),
);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
