/**
 * Makes of each `*.graphql` file under `src` a module with its operations (`inbox.graphql` becomes `inbox.graphql.ts`),
 * of all of them their types (`src/graph/types.ts`), and the list of documents by hash that the service stores.
 * All documents are checked against docs/schema.graphql. Nothing that it makes is committed.
 */
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, validate, visit } from 'graphql';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SOURCES = join(ROOT, 'apps/console/src');
const TYPES = join(SOURCES, 'graph/types.ts');
const NOTE = '// Written by apps/console/build/operations.js; do not edit.';

/** What each scalar of the schema is in JSON. */
const SCALARS = { Date: 'string', DateTime: 'string', JSON: 'unknown', ID: 'string' };

/**
 * Writes modules and types.
 *
 * @returns the document of each operation by the SHA-256 of its text, in hexadecimal digits
 * @throws Error that names the file, for a document that is not valid against the schema
 */
export async function writeOperations() {
  const schema = buildSchema(readFileSync(join(ROOT, 'docs/schema.graphql'), 'utf8'));
  const files = readFiles(SOURCES, '.graphql').map((path) => ({
    path,
    document: withTypenames(parse(readFileSync(path, 'utf8'))),
  }));
  const all = {
    kind: Kind.DOCUMENT,
    definitions: files.flatMap((one) => one.document.definitions),
  };
  const names = all.definitions.map(({ name }) => name.value);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`Two operations or fragments of the console are called ${twice}.`);
  for (const { path, document } of files) {
    // What holds fragments alone is checked with the operations that use them.
    if (document.definitions.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)) continue;
    const [problem] = validate(schema, withFragments(document, all));
    if (problem) throw new Error(`${relative(ROOT, path)}: ${problem.message}`);
  }
  await writeTypes(schema, files);
  const refusals = schema.getPossibleTypes(schema.getType('Refusal')).map(({ name }) => name);
  const list = refusals.map((name) => `  '${name}',\n`).join('');
  writeIfOther(
    join(SOURCES, 'graph/refusals.ts'),
    `${NOTE}\n/** The types of the schema that say why a change was refused. */\nexport const REFUSALS = [\n${list}] as const;\n`,
  );

  const stored = {};
  const written = new Set();
  for (const { path, document } of files) {
    const constants = document.definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map((operation) => {
        const name = operation.name.value;
        const own = { kind: Kind.DOCUMENT, definitions: [operation] };
        const text = print(withFragments(own, all));
        const hash = createHash('sha256').update(text).digest('hex');
        stored[hash] = text;
        const suffix = operation.operation === 'query' ? 'Query' : 'Mutation';
        const type = `${name}${name.endsWith(suffix) ? '' : suffix}`;
        return `export const ${name}: Stored<Graph.${type}, Graph.${type}Variables> = { name: '${name}', kind: '${operation.operation}', hash: '${hash}' };`;
      });
    if (constants.length === 0) continue;
    const folder = dirname(path);
    const source = [
      NOTE,
      `import type { Operation as Stored } from '${from(folder, join(SOURCES, 'graph/operation'))}';`,
      `import type * as Graph from '${from(folder, join(SOURCES, 'graph/types'))}';`,
      '',
      ...constants,
      '',
    ].join('\n');
    writeIfOther(`${path}.ts`, source);
    written.add(`${path}.ts`);
  }
  for (const path of readFiles(SOURCES, '.graphql.ts')) if (!written.has(path)) rmSync(path);
  return stored;
}

async function writeTypes(schema, files) {
  const config = {
    scalars: SCALARS,
    enumsAsTypes: true,
    enumType: 'string-literal',
    dedupeFragments: true,
    inlineFragmentTypes: 'combine',
    skipTypename: false,
    useTypeImports: true,
    namingConvention: 'keep',
    immutableTypes: true,
    avoidOptionals: { field: true },
  };
  const text = await codegen({
    filename: TYPES,
    schema: undefined,
    schemaAst: schema,
    documents: files.map(({ path, document }) => ({ location: path, document })),
    config,
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationTypes },
  });
  mkdirSync(dirname(TYPES), { recursive: true });
  writeIfOther(TYPES, `${NOTE}\n/* eslint-disable */\n${text}`);
}

/** With `__typename` in every selection but those of operations, so that unions can be told apart. */
function withTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      const has = node.selections.some(
        (one) => one.kind === Kind.FIELD && one.name.value === '__typename' && !one.alias,
      );
      if (has) return undefined;
      const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
      return { ...node, selections: [typename, ...node.selections] };
    },
  });
}

/** The document with the fragments that it uses, wherever they are written. */
function withFragments(document, all) {
  const definitions = [...document.definitions];
  const known = new Set(definitions.map(({ name }) => name.value));
  for (const definition of definitions) {
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        if (known.has(value)) return;
        const fragment = all.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value,
        );
        if (!fragment) return;
        known.add(value);
        definitions.push(fragment);
      },
    });
  }
  return { kind: Kind.DOCUMENT, definitions };
}

function readFiles(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .toSorted();
}

function from(folder, path) {
  const way = relative(folder, path).replaceAll('\\', '/');
  return `${way.startsWith('.') ? way : `./${way}`}.js`;
}

/** Leaves a file alone that is as it should be, so that nothing that watches it starts anew. */
function writeIfOther(path, text) {
  let old = null;
  try {
    old = readFileSync(path, 'utf8');
  } catch {
    // It is written for the first time.
  }
  if (old !== text) writeFileSync(path, text);
}
