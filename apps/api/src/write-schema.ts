import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { schemaText } from './graphql/schema-text.js';

await writeFile('docs/schema.graphql', await schemaText());
