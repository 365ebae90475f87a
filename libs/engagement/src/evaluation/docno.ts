import { createHash } from 'node:crypto';

/**
 * The number of a candidate in files of judgements: `network-slug:external-id`. It is the same on
 * every machine that imported the same list, where the ids of mediators are not.
 */
export function docnoOf(network: string, externalId: string): string {
  // White space and colons would end a column of the file, or the slug.
  return `${network}:${encodeURIComponent(externalId)}`;
}

export function networkOf(docno: string): string {
  return docno.slice(0, docno.indexOf(':'));
}

/** An id that every machine gives to this candidate, so that ties fall alike on each. */
export function stableId(docno: string): string {
  const hex = createHash('sha256').update(docno).digest('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}
