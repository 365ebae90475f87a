import type { RowOutcome } from '../observer.js';
import { keyOf, placeIn, type RowPlace } from '../readers/row-place.js';
import type { ProfileDraft } from '../row/profile-draft.js';
import type { Reject } from '../row/reject.js';
import type { Candidate, Known, Plan } from './batch.js';
import type { Effect } from './foresee.js';

/** What becomes of the candidates of a batch. */
export interface CandidatesDecided {
  readonly candidates: readonly Candidate[];
  readonly known: ReadonlyMap<string, Known>;
  readonly plan: Plan;
  /** Rejects of women who were erased. */
  readonly erased: readonly Reject[];
  /** Rejects that ask who a woman is. */
  readonly asked: readonly Reject[];
}

/**
 * The outcome of each row of these candidates, but for those that are written.
 *
 * @param effects what the writes of the plan would do, in their order; empty where they are written
 */
export function outcomesOf(
  { candidates, known, plan, erased, asked }: CandidatesDecided,
  effects: readonly Effect[],
): RowOutcome[] {
  const byPlace = new Map(candidates.map((one) => [keyOf(one), one]));
  const gone = erased.flatMap((reject): RowOutcome[] =>
    rowsOf(byPlace.get(keyOf(reject)) ?? { ...reject, joined: [] }).map((place, i) => ({
      ...place,
      kind: 'rejected',
      rejects: i === 0 ? [reject] : [],
      read: null,
      isErased: true,
    })),
  );
  const refused = [...asked, ...plan.rejects];
  const unsure = rejectedRows(refused, (place) => byPlace.get(keyOf(place))?.draft ?? null);
  const same = plan.unchanged.map((one): RowOutcome => {
    const mediatorId = known.get(one.draft.externalId)?.mediatorId ?? '';
    return { ...placeIn(one), kind: 'unchanged', read: one.draft, mediatorId };
  });
  const planned = effects.flatMap((effect, i): RowOutcome[] => {
    const write = plan.writes[i];
    if (!write) return [];
    const kind = write.isNew ? 'new' : 'changed';
    return [{ ...placeIn(write), kind, read: write.draft, effect }];
  });
  const goneRows = new Set(gone.map(keyOf));
  const joined = candidates.flatMap((one) =>
    one.joined.flatMap((place): RowOutcome[] =>
      goneRows.has(keyOf(place)) ? [] : [{ ...place, kind: 'joined', with: placeIn(one) }],
    ),
  );
  return [...gone, ...unsure, ...same, ...planned, ...joined];
}

/** One outcome for each row that something is wrong with. */
export function rejectedRows(
  rejects: readonly Reject[],
  read: (place: RowPlace) => ProfileDraft | null,
): RowOutcome[] {
  const rows = new Map<string, { readonly place: RowPlace; readonly rejects: Reject[] }>();
  for (const reject of rejects) {
    const row = rows.get(keyOf(reject)) ?? { place: placeIn(reject), rejects: [] };
    row.rejects.push(reject);
    rows.set(keyOf(reject), row);
  }
  return [...rows.values()].map(({ place, rejects: found }) => ({
    ...place,
    kind: 'rejected',
    rejects: found,
    read: read(place),
  }));
}

function rowsOf(one: RowPlace & Pick<Candidate, 'joined'>): RowPlace[] {
  return [placeIn(one), ...one.joined];
}
