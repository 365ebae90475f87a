import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Whether a field was asked for below the one that is resolved, fragments included. */
export function selects(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) => has(info, selectionSet, path));
}

function has(
  info: GraphQLResolveInfo,
  set: SelectionSetNode | undefined,
  [name, ...rest]: readonly string[],
): boolean {
  if (name === undefined) return true;
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) {
      return selection.name.value === name && has(info, selection.selectionSet, rest);
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : info.fragments[selection.name.value]?.selectionSet;
    return has(info, inner, [name, ...rest]);
  });
}
