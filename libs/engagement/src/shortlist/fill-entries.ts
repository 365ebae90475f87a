import type { Transaction } from '#database';
import { changeRecord, type ChangeRecord, type Viewer } from '#identity';
import { type InputProblem, throwIfProblems } from '#kernel';
import type { NeedEntity } from '../need/need.entity.js';
import { ShortlistEntity } from './shortlist.entity.js';
import type { ShortlistReader } from './shortlist-reader.js';

/**
 * Writes down with whom a need is filled: women of its shortlists whose latest feedback says that they were
 * kept, and who are still listed. Returns what the audit log is to be told.
 *
 * @throws InvalidInputError
 */
export async function fillEntries(
  tx: Transaction,
  reader: ShortlistReader,
  viewer: Viewer,
  need: NeedEntity,
  mediatorIds: readonly string[],
): Promise<ChangeRecord[]> {
  const lists = await tx.manager.find(ShortlistEntity, {
    where: { needId: need.id },
    order: { id: 'ASC' },
  });
  const views = await reader.views(tx, viewer, lists);
  const kept = new Map(
    views
      .flatMap(({ entries }) => entries)
      .flatMap(({ id, profile, feedback }) =>
        feedback[0]?.verdict === 'kept' ? [[profile.id, id] as const] : [],
      ),
  );
  const problems = problemsOf(need, mediatorIds, kept);
  throwIfProblems(problems);
  const entryIds = mediatorIds.map((id) => kept.get(id));
  await tx.query('UPDATE shortlist_entry SET filled = true WHERE id = ANY($1)', [entryIds]);
  return mediatorIds.map((id) =>
    changeRecord('need.fill', 'mediator', null, { id, needId: need.id, entryId: kept.get(id) }),
  );
}

function problemsOf(
  { wanted }: NeedEntity,
  mediatorIds: readonly string[],
  kept: ReadonlyMap<string, string>,
): InputProblem[] {
  const path = 'mediatorIds';
  if (mediatorIds.length === 0) {
    return [{ path, code: 'MISSING', message: 'Say with whom the need is filled.' }];
  }
  if (mediatorIds.length > wanted) {
    const message = `The need wants ${wanted}: it is not filled with more.`;
    return [{ path, code: 'TOO_MANY', message }];
  }
  return mediatorIds.flatMap((id, i): InputProblem[] => {
    if (!kept.has(id)) {
      const message = 'She was not kept on a shortlist of this need.';
      return [{ path: `${path}.${i}`, code: 'UNKNOWN', message }];
    }
    if (mediatorIds.indexOf(id) === i) return [];
    return [{ path: `${path}.${i}`, code: 'DUPLICATE', message: 'She is named twice.' }];
  });
}
