import type { MediatorIds, ProfileView } from '#directory';
import { isUuid } from '#identity';
import { randomUUID } from 'node:crypto';
import { CommandFailure } from '#runtime';
import { asJson } from './output.js';

/** A woman as the command line was told of her; without a type it may be either. */
export interface GivenId {
  readonly type: 'Mediator' | 'Profile' | null;
  readonly id: string;
}

/**
 * Reads an id as the graph and the lists of this program give it, or a key of the database.
 *
 * @throws CommandFailure
 */
export function readMediatorId(text: string): GivenId {
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  const [, type = null, id = text] = /^(Mediator|Profile):(.*)$/.exec(decoded) ?? [];
  if (isUuid(id)) return { type: type as GivenId['type'], id };
  throw new CommandFailure(`"${text}" is not the id of a mediator.`);
}

/** The keys of these women; one that nobody has for whoever is unknown. */
export async function mediatorKeys(
  ids: Pick<MediatorIds, 'byPublicId'>,
  given: readonly GivenId[],
): Promise<string[]> {
  const known = await ids.byPublicId(given.map(({ id }) => id));
  return given.map(({ type, id }) => {
    if (type === 'Profile') return id;
    return known.get(id) ?? (type === null ? id : randomUUID());
  });
}

/** The same for one. */
export async function mediatorKey(
  ids: Pick<MediatorIds, 'byPublicId'>,
  given: GivenId,
): Promise<string> {
  const [key = given.id] = await mediatorKeys(ids, [given]);
  return key;
}

/** What breaks ties. Whoever knows one can tell which woman she is under another id. */
const SECRET: ReadonlySet<string> = new Set(['tieKey', 'lot']);

/**
 * As JSON, women under the ids by which they are known outside, null for one who is not seen; without
 * what breaks ties.
 */
export function asJsonOutside(value: unknown, views: ReadonlyMap<string, ProfileView>): string {
  return asJson(value, (key, held) => {
    if (SECRET.has(key)) return undefined;
    return key === 'id' && typeof held === 'string' ? (views.get(held)?.publicId ?? null) : held;
  });
}
