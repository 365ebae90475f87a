import {
  isPreset,
  type PresetCode,
  validateFairness,
  validateNeed,
  withCanonicalCodes,
} from '#matching';
import { canonicalCode, isLanguage } from '#vocabulary';
import { processProblems, type PeaceProcessDraft } from '../process/peace-process-draft.js';
import { type InputProblem, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { refusal, type Sentence } from '#messages';
import {
  type Alongside,
  ALONGSIDE,
  type Confidentiality,
  INSIDER_TIES,
  type InsiderTies,
  type NeedCriteria,
  URGENCIES,
  type Urgency,
} from './need.entity.js';

/** What an organizer says of a need. */
export interface NeedDraft {
  readonly title: string;
  /** Her own words, which earn score as TEXT. */
  readonly brief: string;
  readonly criteria: NeedCriteria;
  readonly preset: PresetCode | null;
  readonly wanted: number;
  /** BCP 47. */
  readonly workLanguage: string | null;
  readonly place: string | null;
  readonly confidentiality: Confidentiality;
  readonly urgency: Urgency;
  readonly insiderTies: InsiderTies;
  /** A second place beside the mediator; null where none is asked for. */
  readonly alongside: Alongside | null;
  /** Slug of a peace process that is known, or one to be made with the need. */
  readonly process: string | PeaceProcessDraft | null;
}

const LONGEST = { title: 200, place: 200, brief: 2_000 } as const;
const MOST_WANTED = 100;

/** The draft, its texts trimmed. @throws InvalidInputError with every problem by field path */
export function checkedDraft(input: NeedDraft): NeedDraft {
  const draft = canonicalDraft(input);
  const { criteria, preset, wanted, workLanguage } = draft;
  const problems: InputProblem[] = [
    ...textProblems('title', draft.title, LONGEST.title, true),
    ...textProblems('place', draft.place ?? '', LONGEST.place, false),
    ...textProblems('criteria.brief', draft.brief, LONGEST.brief, false),
    ...criteriaProblems(criteria, draft.brief).map((each) => ({
      ...each,
      path: `criteria.${each.path}`,
    })),
    ...(typeof draft.process === 'object' && draft.process !== null
      ? processProblems(draft.process, 'newProcess')
      : []),
  ];
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (preset !== null && !isPreset(preset)) {
    add('criteria.preset', 'UNKNOWN', refusal('needs.noPreset', { name: String(preset) }));
  }
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_WANTED) {
    add('wanted', 'OUT_OF_RANGE', refusal('numbers.fromTo', { least: 1, most: MOST_WANTED }));
  }
  if (workLanguage !== null && !isLanguage(workLanguage)) {
    add('workLanguage', 'UNKNOWN', refusal('needs.noLanguageCode', { code: workLanguage }));
  }
  if (!URGENCIES.includes(draft.urgency)) add('urgency', 'UNKNOWN', refusal('needs.noUrgency'));
  if (!INSIDER_TIES.includes(draft.insiderTies)) {
    add('insiderTies', 'UNKNOWN', refusal('needs.ties'));
  }
  if (draft.alongside !== null && !ALONGSIDE.includes(draft.alongside)) {
    add('alongside', 'UNKNOWN', refusal('needs.noSecondPlace'));
  }
  throwIfProblems(problems);
  return {
    ...draft,
    title: draft.title.trim(),
    brief: draft.brief.trim(),
    place: draft.place?.trim() || null,
  };
}

/** With each code as the vocabulary writes it. */
function canonicalDraft(draft: NeedDraft): NeedDraft {
  const { criteria, workLanguage } = draft;
  return {
    ...draft,
    criteria: withCanonicalCodes(criteria),
    workLanguage: workLanguage === null ? null : canonicalCode('language', workLanguage),
  };
}

/** With a brief TEXT is stated, so that the brief alone is enough to rank by. */
function criteriaProblems(criteria: NeedCriteria, brief: string): InputProblem[] {
  const soft = brief.trim() === '' ? criteria.soft : { ...criteria.soft, text: { matches: [] } };
  return [
    ...validateNeed({ ...criteria, soft, id: 'draft' }),
    ...validateFairness(criteria.fairness),
  ];
}
