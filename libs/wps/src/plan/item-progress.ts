import type { Progress } from './lists.js';

interface Item {
  readonly id: string;
  readonly parentId: string | null;
  readonly progress: Progress;
}

/**
 * Items with how far they have come: what nobody has said has started is under way once something under it is, or is done. Whether
 * an outcome is reached follows from no action, so only its actor says that it is done.
 *
 * @param items all of the plans that they belong to
 */
export function withProgress<I extends Item>(items: readonly I[]): I[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const begun = new Set<string>();
  for (const { progress, parentId } of items) {
    if (progress !== 'under-way' && progress !== 'done') continue;
    // What has been passed before has passed all above it, too.
    for (let id = parentId; id !== null && !begun.has(id); id = byId.get(id)?.parentId ?? null) {
      begun.add(id);
    }
  }
  return items.map((item) =>
    item.progress === 'not-started' && begun.has(item.id)
      ? { ...item, progress: 'under-way' as const }
      : item,
  );
}
