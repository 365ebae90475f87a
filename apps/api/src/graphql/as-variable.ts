import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** A value as a client would send it for an input type: enum values by their names in the graph. */
export function asVariable(value: unknown, type: GraphQLInputType): unknown {
  if (value === undefined || value === null) return null;
  if (isNonNullType(type)) return asVariable(value, type.ofType);
  if (isListType(type)) return (value as unknown[]).map((item) => asVariable(item, type.ofType));
  if (isEnumType(type)) return type.serialize(value);
  if (!isInputObjectType(type)) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const field = fields[name];
      return field && inner !== undefined ? [[name, asVariable(inner, field.type)]] : [];
    }),
  );
}
