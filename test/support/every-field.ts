import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';

/** A selection of every field of every type, to a depth that the limits allow. */
export async function everyField(
  ask: (query: string) => Promise<string>,
): Promise<Record<string, string>> {
  const { data } = JSON.parse(await ask(getIntrospectionQuery())) as { data: IntrospectionQuery };
  const types = new Map(data.__schema.types.map((type) => [type.name, type]));
  const select = (name: string, seen: readonly string[]): string => {
    const type = types.get(name);
    if (type?.kind !== 'OBJECT' || seen.includes(name)) return '';
    const fields = type.fields.flatMap((field) => {
      let of = field.type;
      while ('ofType' in of && of.ofType) of = of.ofType as typeof of;
      const named = of as { name: string; kind: string };
      if (named.kind !== 'OBJECT') return [field.name];
      const inner = select(named.name, [...seen, name]);
      return inner === '' ? [] : [`${field.name} ${inner}`];
    });
    return `{ ${fields.join(' ')} }`;
  };
  const names = [
    'MediatorConnection',
    'Mediator',
    'NetworkConnection',
    'MatchConnection',
    'NeedReport',
    'PlaceExplanation',
    'Comparison',
    'Scarcity',
  ];
  return Object.fromEntries(names.map((name) => [name, select(name, [])]));
}
