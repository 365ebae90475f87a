import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import type { Seen } from '#wps';
import { readIdOf, type NodeType } from '../graphql/global-id.js';

/** Which object an input changes, and as which revision; null where it adds one. @throws InvalidInputError */
export function seenOf(
  type: NodeType,
  { id, revision }: { readonly id?: string | null; readonly revision?: number | null },
): Seen | null {
  if (!id) return null;
  if (typeof revision !== 'number') {
    const message = refusal('wps.readRevision');
    throw new InvalidInputError([{ path: 'revision', code: 'MISSING', message }]);
  }
  return { id: readIdOf(type, id), revision };
}
