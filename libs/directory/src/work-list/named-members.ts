import type { Reader } from '#database';
import { foldedWords, foldText, isCalled } from '#vocabulary';

interface Names {
  readonly id: string;
  /** The full name first. */
  readonly names: readonly (string | null)[];
}

/** What women of a network are called, by curators and by everyone. */
const NAMES = `SELECT m.id, ARRAY[m.full_name, m.display_name, m.code_name] || m.name_variants AS names
FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
WHERE a.network_id = $1 AND a.status <> 'ended' AND m.merged_into IS NULL`;

/** A woman of a network, with the text by which lists put her in the order of names. */
export interface NamedMember {
  readonly id: string;
  readonly place: string;
}

/**
 * The women of a network whose names have words that begin as each word of `name` does; all of them where it has no
 * word. Folding is this house's own and not the database's, so the names of the network are read.
 */
export async function namedMembers(
  reader: Reader,
  networkId: string,
  name: string,
): Promise<NamedMember[]> {
  const typed = foldedWords(name);
  const women = await reader.query<Names>(NAMES, [networkId]);
  return women
    .filter(({ names }) => isCalled(names, typed))
    .map(({ id, names }) => ({ id, place: `${foldText(names[0] ?? '')} ${id}` }));
}
