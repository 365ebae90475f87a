import type { Format } from './format.js';
import { fill } from './template.js';

/** One clause for each wanted item of a list, by the relation of what was found to it. */
export function listClauses<Wanted, Relation extends string, Found extends Match<Relation>>(
  { wanted, found }: { wanted: readonly Wanted[]; found: readonly (Found | null)[] },
  templates: Record<Relation | 'none', string>,
  name: (item: Wanted | Found) => string,
  format: Format,
): string[] {
  return wanted.map((item, i) => {
    const match = found[i];
    return fill(templates[match?.relation ?? 'none'], {
      wanted: name(item),
      found: match ? name(match) : '',
      fit: match ? format.percent(match.fit) : '',
    });
  });
}

interface Match<Relation> {
  relation: Relation;
  fit: number;
}
