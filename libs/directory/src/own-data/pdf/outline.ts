/** A line of an outline. */
export interface OutlineLine {
  readonly depth: number;
  readonly text: string;
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Plain data as lines: fields by name, lists by number; what is empty is left out. */
export function outlineOf(value: unknown, depth = 0): OutlineLine[] {
  if (isEmpty(value)) return [];
  if (typeof value !== 'object' || value === null) return [{ depth, text: plain(value) }];
  if (value instanceof Date) return [{ depth, text: value.toISOString() }];
  const entries = Array.isArray(value)
    ? value.map((item, i) => [String(i + 1), item] as const)
    : Object.entries(value);
  return entries.flatMap(([name, inner]): OutlineLine[] => {
    if (isEmpty(inner)) return [];
    const lines = outlineOf(inner, depth + 1);
    const [only] = lines;
    const isLeaf = typeof inner !== 'object' || inner instanceof Date;
    // A text from right to left has lines of its own: beside a name from left to right it would be torn apart.
    if (isLeaf && only && !RIGHT_TO_LEFT.test(only.text))
      return [{ depth, text: `${name}: ${only.text}` }];
    return [{ depth, text: `${name}:` }, ...lines];
  });
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (value instanceof Date) return false;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
