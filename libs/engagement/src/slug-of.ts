const LONGEST = 60;
const TAIL = 8;

/** A short name of a thing, for addresses: its title in plain letters, and the end of its id. */
export function slugOf(title: string, id: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, '');
  return [...(words ? [words] : []), id.slice(-TAIL)].join('-');
}
