import { GraphQLScalarType } from 'graphql';

/** Structured data whose shape its field describes. Given out only, never taken in. */
export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value. The description of each field says which shape it has.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});
