import type { Progress } from './lists.js';

interface Item {
  readonly id: string;
  readonly parentId: string | null;
  readonly progress: Progress;
}

/**
 * Items with how far they have come: an item that is stated not to have started is under way once something under it is under way
 * or done. Whether an outcome is reached follows from no action, so only its actor says that it is done. What was stated stays beside
 * it, so that a change of something else does not write down what only follows.
 *
 * @param items all items of the plans that they belong to
 */
export function withProgress<I extends Item>(
  items: readonly I[],
): (I & { readonly statedProgress: Progress })[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const begun = new Set<string>();
  for (const { progress, parentId } of items) {
    if (progress !== 'under-way' && progress !== 'done') continue;
    // What has been passed before has passed all above it, too.
    for (let id = parentId; id !== null && !begun.has(id); id = byId.get(id)?.parentId ?? null) {
      begun.add(id);
    }
  }
  return items.map((item) => {
    const isBegun = item.progress === 'not-started' && begun.has(item.id);
    return {
      ...item,
      statedProgress: item.progress,
      progress: isBegun ? 'under-way' : item.progress,
    };
  });
}
