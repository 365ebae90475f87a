import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { readFile } from 'node:fs/promises';
import { schemaText } from '../../../apps/api/src/graphql/schema-text.js';

describe('docs/schema.graphql', () => {
  it('is what the resolvers make: run `npm run schema` after a change', async () => {
    expect(await readFile('docs/schema.graphql', 'utf8')).toBe(await schemaText());
  });

  it('describes every type', async () => {
    const types = Object.values(buildSchema(await schemaText()).getTypeMap());
    const ours = types.filter(({ name }) => !name.startsWith('__'));
    const silent = ours.filter(
      ({ name, description }) => !description && name !== 'Query' && name !== 'Mutation',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('describes every field', async () => {
    const types = Object.values(buildSchema(await schemaText()).getTypeMap());
    const silent = types.flatMap((type) => {
      if (type.name.startsWith('__') || isEnumType(type)) return [];
      const known = isObjectType(type) || isInputObjectType(type) || isInterfaceType(type);
      const fields = known ? Object.values(type.getFields()) : [];
      return fields.filter((f) => !f.description).map((f) => `${type.name}.${f.name}`);
    });
    expect(silent).toEqual([]);
  });
});
