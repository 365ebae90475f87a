/** Milliseconds between two looks at how far the telling is. */
const EVERY_MS = 2_000;

/** How often a page about a breach is asked for anew: as long as women wait to be told by the job, or never. */
export function whileTelling(
  node: { readonly __typename?: string; readonly waiting?: number } | null,
): number | false {
  return (node?.waiting ?? 0) > 0 ? EVERY_MS : false;
}
