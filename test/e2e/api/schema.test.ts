import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { readFileSync } from 'node:fs';
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

  it('says of everything that a union gives in place of what was asked that it is a Refusal', () => {
    const schema = buildSchema(readFileSync('docs/schema.graphql', 'utf8'));
    const results = Object.values(schema.getTypeMap()).filter(isUnionType);
    const payloads = results.map((union) => {
      const types = union.getTypes().filter((type) => {
        return !type.getInterfaces().some(({ name }) => name === 'Refusal');
      });
      return [union.name, types.length] as const;
    });
    // One payload each; whoever signs in may be asked for a second factor.
    const two = payloads.filter(([, count]) => count !== 1);
    expect(results.length).toBeGreaterThan(30);
    expect(two).toEqual([['SignInResult', 2]]);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.filter(({ type }) => !isUnionType(getNamedType(type)))).toEqual([]);
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
