import { GraphQLScalarType } from 'graphql';

/** Structured data whose shape its field describes. Given out only, never taken in. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Structured data whose shape the field describes.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});
