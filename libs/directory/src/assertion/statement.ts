import type { Role, Support, Track } from '#vocabulary';
import type {
  AvailabilityBand,
  DayRange,
  Experience,
  ExpertiseSkill,
  LanguageSkill,
  WorkingMode,
} from '../profile/profile-record.js';

/** Roughly and by days: the two are stated together, so that no two sources can contradict in one profile. */
export interface Availability {
  readonly band: AvailabilityBand;
  /** Days she can serve, both ends included. */
  readonly periods: readonly DayRange[];
}

/** Everything that can be stated of a woman, contact data and consents excepted. */
export interface StatedFields {
  readonly fullName: string;
  readonly displayName: string;
  readonly nameVariants: readonly string[];
  readonly codeName: string;
  readonly pseudonymous: boolean;
  readonly nationalities: readonly string[];
  readonly residence: string;
  readonly birthYear: number;
  readonly years: number;
  readonly tracks: readonly Track[];
  readonly roles: readonly Role[];
  readonly supports: readonly Support[];
  readonly availability: Availability;
  readonly noticeDays: number;
  readonly workingMode: WorkingMode;
  /** Text by language (BCP 47). */
  readonly biography: Readonly<Record<string, string>>;
  readonly education: string;
  readonly publications: string;
  readonly training: string;
  readonly ruledOut: readonly string[];
  readonly confirmedOn: string;
  readonly languages: readonly LanguageSkill[];
  readonly territories: readonly string[];
  readonly expertise: readonly ExpertiseSkill[];
  readonly experience: readonly Experience[];
}

export type StatedField = keyof StatedFields;

/** In the order in which they are shown, compared and recorded. */
export const STATED_FIELDS = [
  'fullName',
  'displayName',
  'nameVariants',
  'codeName',
  'pseudonymous',
  'nationalities',
  'residence',
  'birthYear',
  'years',
  'tracks',
  'roles',
  'supports',
  'availability',
  'noticeDays',
  'workingMode',
  'biography',
  'education',
  'publications',
  'training',
  'ruledOut',
  'confirmedOn',
  'languages',
  'territories',
  'expertise',
  'experience',
] as const satisfies readonly StatedField[];

/** What one source says of her; a field that is absent is not stated. */
export type Statement = Partial<StatedFields>;

/** Days without an end or a beginning. */
export const ALWAYS: readonly DayRange[] = [{ from: null, to: null }];

/** The statement in the order of the fields, without what says nothing: equal words make equal texts. */
export function statementOf(words: {
  readonly [K in StatedField]?: StatedFields[K] | null;
}): Statement {
  const stated = STATED_FIELDS.flatMap((field) => {
    const value = words[field];
    return says(value) ? [[field, value] as const] : [];
  });
  return Object.fromEntries(stated) as Statement;
}

/** Whether a value says anything: not null and not empty. No and zero do. */
function says(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Whether two values of a field are the same words. */
export function sameWords(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** PostgreSQL keeps the keys of jsonb in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields in which two statements of one source differ. */
export function changedFields(before: Statement, after: Statement): StatedField[] {
  return STATED_FIELDS.filter((field) => !sameWords(before[field], after[field]));
}
