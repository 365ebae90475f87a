import type { Reader, Transaction } from '#database';
import { SELECT_KEPT_NAMES } from '#directory';
import { changeRecord, type ChangeRecord, type Viewer } from '#identity';
import { type InputProblem, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import type { NeedEntity } from '../need/need.entity.js';
import { ShortlistEntity } from './shortlist.entity.js';
import type { ShortlistReader } from './shortlist-reader.js';

/** Where a woman stands who can be named as engaged. */
interface Kept {
  readonly entryId: string;
  /** She is engaged for the need already. */
  readonly filled: boolean;
}

/**
 * Writes down who is engaged for a need: women of its shortlists whose latest feedback says that they were kept,
 * and who are still listed. Whoever was engaged before may be named again, and is not counted again.
 *
 * @param action of the audit entry about each woman
 * @returns how many are engaged who were not before, and what the audit log is to be told
 * @throws InvalidInputError
 */
export async function fillEntries(
  tx: Transaction,
  reader: ShortlistReader,
  viewer: Viewer,
  need: NeedEntity,
  mediatorIds: readonly string[],
  action: string,
): Promise<{ count: number; audit: ChangeRecord[] }> {
  const kept = await keptFor(tx, reader, viewer, need);
  const fresh = mediatorIds.flatMap((id) => {
    const known = kept.get(id);
    return known?.filled ? [] : [{ id, entryId: known?.entryId }];
  });
  throwIfProblems(problemsOf(need, mediatorIds, kept, fresh.length));
  await tx.query('UPDATE shortlist_entry SET filled = true WHERE id = ANY($1)', [
    fresh.map(({ entryId }) => entryId),
  ]);
  const audit = fresh.map((after) =>
    changeRecord(action, 'mediator', null, { ...after, needId: need.id }),
  );
  return { count: fresh.length, audit };
}

async function keptFor(
  tx: Transaction,
  reader: ShortlistReader,
  viewer: Viewer,
  need: NeedEntity,
): Promise<Map<string, Kept>> {
  const lists = await tx.manager.find(ShortlistEntity, {
    where: { needId: need.id },
    order: { id: 'ASC' },
  });
  const kept = new Map<string, Kept>();
  for (const { entries } of await reader.views(tx, viewer, lists)) {
    for (const { id: entryId, profile, feedback, filled } of entries) {
      const isKept = filled || feedback[0]?.verdict === 'kept';
      if (isKept && !kept.get(profile.id)?.filled) kept.set(profile.id, { entryId, filled });
    }
  }
  return kept;
}

function problemsOf(
  { wanted, engaged }: NeedEntity,
  mediatorIds: readonly string[],
  kept: ReadonlyMap<string, Kept>,
  fresh: number,
): InputProblem[] {
  const path = 'mediatorIds';
  if (mediatorIds.length === 0 && engaged === 0) {
    return [{ path, code: 'MISSING', message: refusal('shortlists.sayWithWhom') }];
  }
  if (engaged + fresh > wanted) {
    const message =
      engaged === 0
        ? refusal('shortlists.wants', { wanted })
        : refusal('shortlists.wantsEngaged', { wanted, engaged });
    return [{ path, code: 'TOO_MANY', message }];
  }
  return mediatorIds.flatMap((id, i): InputProblem[] => {
    if (!kept.has(id)) {
      const message = refusal('shortlists.notKept');
      return [{ path: `${path}.${i}`, code: 'UNKNOWN', message }];
    }
    if (mediatorIds.indexOf(id) === i) return [];
    return [{ path: `${path}.${i}`, code: 'DUPLICATE', message: refusal('shortlists.namedTwice') }];
  });
}

/** Whether a need was filled with a woman, as she is called now: under another name nobody is told that it was she. */
export async function isFilledWith(
  reader: Reader,
  needId: string,
  mediatorId: string,
): Promise<boolean> {
  const rows = await reader.query(
    `SELECT FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id
       JOIN (${SELECT_KEPT_NAMES}) m ON m.id = e.mediator_id AND m.public_id = e.public_id
     WHERE s.need_id = $1 AND m.kept_id = $2 AND e.filled LIMIT 1`,
    [needId, mediatorId],
  );
  return rows.length > 0;
}
