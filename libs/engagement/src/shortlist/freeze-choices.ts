import { isUuid, type Viewer } from '#identity';
import type { RankedCandidate } from '#matching';
import type { NeedPreparation } from '../match/prepare-need.js';
import type { NeedRequest } from '../need/need-request.js';
import { type InputProblem, throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { noteProblems } from './notes.js';

/** Most women on one shortlist: a list of more is a ranking. */
export const MOST_ENTRIES = 50;

/** Whom an organizer chooses, and her own words about it. */
export interface Choice {
  readonly mediatorId: string;
  /** What she was called when she was chosen, where that is known. */
  readonly publicId?: string | null;
  readonly note?: string | null;
}

/** What the ranking says of a woman, and of all, when she is chosen. */
export interface FrozenChoice {
  readonly choice: Choice;
  readonly rank: number;
  readonly score: number;
  /** S; as text, for it is kept exactly. */
  readonly total: string;
  readonly contributions: RankedCandidate['contributions'];
  readonly modelVersion: number;
  readonly considered: number;
  readonly eligible: number;
  /** The need as it was asked, its brief in place of the matches, who are other women. */
  readonly requested: NeedRequest;
}

/** The places of the chosen in the ranking as it is now. @throws InvalidInputError */
export async function freezeChoices(
  preparation: NeedPreparation,
  viewer: Viewer,
  asked: NeedRequest,
  choices: readonly Choice[],
): Promise<FrozenChoice[]> {
  throwIfProblems(choiceProblems(choices));
  const { need, pool } = await preparation.prepare(viewer, asked);
  const { origin } = need.soft;
  // What a need for insiders looks for is asked, too.
  const requested = origin ? { ...asked, soft: { ...asked.soft, origin } } : asked;
  const ids = choices.map(({ mediatorId }) => mediatorId);
  const { whole, places } = await pool.ask('places', need, ids);
  const { modelVersion, considered, eligible } = whole;
  throwIfProblems(
    choices.flatMap(({ mediatorId }, i) => (places.has(mediatorId) ? [] : [notEligible(i)])),
  );
  return choices.flatMap((choice) => {
    const place = places.get(choice.mediatorId);
    if (!place) return [];
    const { rank: at, score, total, contributions } = place;
    const frozen = { rank: at, score, total: String(total), contributions };
    return [{ choice, ...frozen, modelVersion, considered, eligible, requested }];
  });
}

/** Said alike of who is unknown, who may not be seen and who fails a hard criterion. */
function notEligible(i: number): InputProblem {
  const message = refusal('shortlists.notEligible');
  return { path: `entries.${i}.mediatorId`, code: 'UNKNOWN', message };
}

function chosenTwice(i: number): InputProblem {
  const message = refusal('shortlists.chosenTwice');
  return { path: `entries.${i}.mediatorId`, code: 'DUPLICATE', message };
}

function choiceProblems(choices: readonly Choice[]): InputProblem[] {
  if (choices.length === 0) {
    return [{ path: 'entries', code: 'MISSING', message: refusal('shortlists.chooseOne') }];
  }
  if (choices.length > MOST_ENTRIES) {
    const message = refusal('shortlists.mostEntries', { most: MOST_ENTRIES });
    return [{ path: 'entries', code: 'TOO_MANY', message }];
  }
  const ids = choices.map(({ mediatorId }) => mediatorId);
  return choices.flatMap(({ mediatorId, note }, i) => [
    ...noteProblems(`entries.${i}.note`, note),
    ...(isUuid(mediatorId) ? [] : [notEligible(i)]),
    ...(ids.indexOf(mediatorId) === i ? [] : [chosenTwice(i)]),
  ]);
}
