import type { Experience } from '#directory';
import { SPOKEN_CHANNELS, type SpokenChannel } from '#introductions';
import { isDay, textProblems, throwIfProblems, type InputProblem } from '#kernel';
import { refusal } from '#messages';
import type { Role, Track } from '#vocabulary';
import { IANAZone } from 'luxon';
import { LONGEST_REFERENCE, lineKind, type LineCode } from './clearance/kinds.js';
import type { EndReason, Outcome, OutcomeReaders, Rhythm } from './deployment/lists.js';

/** What the organizer adds to the terms when it plans a deployment. */
export interface PlanInput {
  readonly role: Role | null;
  readonly track: Track | null;
  /** To whom she reports, by name or office. */
  readonly supervisor: string;
}

/** What of a plan is changed; what is absent stays. Days in ISO 8601. */
export interface EditInput extends Partial<PlanInput> {
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly percent?: number;
}

/** Why a deployment is suspended, ended early or cancelled. */
export interface ReasonInput {
  readonly reason: EndReason;
  /** Read by the side that writes it, the desk and her. */
  readonly words: string;
}

/** What came of it. */
export interface OutcomeInput {
  readonly outcome: Outcome;
  readonly outcomeReaders: OutcomeReaders;
  /** Whether what was agreed mentions women, girls or gender; null where nothing was agreed, or nobody knows. */
  readonly genderProvisions: boolean | null;
  readonly genderReaders: OutcomeReaders;
  /** Where it is written. */
  readonly source: string;
}

/** What is recorded of a line that is done. */
export interface LineInput {
  /** The last day on which it counts, ISO 8601; null if it does not end. */
  readonly validUntil: string | null;
  /** The number of a policy, a letter or a certificate; empty where there is none. */
  readonly reference: string;
  /** Of the line on her fitness alone, where it must be said. */
  readonly fit: boolean | null;
}

/** Her word as the desk heard it. */
export interface SpokenInput {
  readonly channel: SpokenChannel;
  /** How the desk knows that it was she. */
  readonly proof: string;
}

/** When she says that all is well. */
export interface CheckInPlanInput {
  readonly rhythm: Rhythm;
  /** Local time, as `12:00`. */
  readonly checkInTime: string;
  /** IANA name, as `Africa/Nairobi`. */
  readonly timeZone: string;
  /** 1 to 72. */
  readonly graceHours: number;
}

/** What she takes into her profile; what is absent is as it was offered. */
export type ExperienceInput = Partial<Pick<Experience, 'processName' | 'role' | 'territory'>>;

export const LONGEST_WORDS = 2_000;
const LONGEST_NAME = 200;

export function checkPlan({ supervisor }: Pick<PlanInput, 'supervisor'>): void {
  throwIfProblems(lineOfText('supervisor', supervisor, LONGEST_NAME, false));
}

/** @param now the days and the percentage as they stand */
export function checkEdit(
  { startsOn, endsOn, percent, supervisor }: EditInput,
  now: { readonly startsOn: string; readonly endsOn: string },
): void {
  const days = [
    ...dayProblems('startsOn', startsOn ?? null),
    ...dayProblems('endsOn', endsOn ?? null),
  ];
  const order: InputProblem[] =
    days.length === 0 && (endsOn ?? now.endsOn) < (startsOn ?? now.startsOn)
      ? [{ path: 'endsOn', code: 'OUT_OF_RANGE', message: refusal('days.endsBeforeBegins') }]
      : [];
  const share: InputProblem[] =
    percent === undefined || (Number.isInteger(percent) && percent >= 1 && percent <= 100)
      ? []
      : [{ path: 'percent', code: 'OUT_OF_RANGE', message: refusal('numbers.percentShort') }];
  throwIfProblems([
    ...days,
    ...order,
    ...share,
    ...lineOfText('supervisor', supervisor ?? '', LONGEST_NAME, false),
  ]);
}

export function checkReason({ reason, words }: ReasonInput): void {
  throwIfProblems(textProblems('words', words, LONGEST_WORDS, reason === 'other'));
}

export function checkOutcome({ source }: OutcomeInput): void {
  throwIfProblems(textProblems('source', source, LONGEST_WORDS, false));
}

export function checkUntil(until: string): void {
  throwIfProblems(dayProblems('until', until));
}

/** @param today where she is */
export function checkLine(
  code: LineCode,
  { validUntil, reference, fit }: LineInput,
  today: string,
): void {
  const { fitness, silent } = lineKind(code);
  const problems: InputProblem[] = [...dayProblems('validUntil', validUntil)];
  if (validUntil !== null && problems.length === 0 && validUntil < today) {
    problems.push({ path: 'validUntil', code: 'OUT_OF_RANGE', message: refusal('days.past') });
  }
  if (fitness && fit === null) {
    problems.push({ path: 'fit', code: 'MISSING', message: refusal('deployments.sayFit') });
  }
  if (fitness && fit === true && validUntil === null) {
    problems.push({
      path: 'validUntil',
      code: 'MISSING',
      message: refusal('deployments.sayUntil'),
    });
  }
  if (!fitness && fit !== null) {
    const message = refusal('deployments.onlyFitnessSays');
    problems.push({ path: 'fit', code: 'CONTRADICTION', message });
  }
  if (silent && reference.trim() !== '') {
    const message = refusal('deployments.noReference');
    problems.push({ path: 'reference', code: 'CONTRADICTION', message });
  }
  throwIfProblems([...problems, ...lineOfText('reference', reference, LONGEST_REFERENCE, false)]);
}

export function checkWaiver(words: string): void {
  throwIfProblems(textProblems('words', words, LONGEST_WORDS, true));
}

export function checkSpoken({ channel, proof }: SpokenInput): void {
  const known = SPOKEN_CHANNELS.includes(channel);
  throwIfProblems([
    ...(known
      ? []
      : [
          {
            path: 'spoken.channel',
            code: 'UNKNOWN',
            message: refusal('list.oneOf', { options: SPOKEN_CHANNELS.join(', ') }),
          } as const,
        ]),
    ...textProblems('spoken.proof', proof, LONGEST_WORDS, true),
  ]);
}

export function checkCheckInPlan({ checkInTime, timeZone, graceHours }: CheckInPlanInput): void {
  const problems: InputProblem[] = [];
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(checkInTime)) {
    problems.push({ path: 'checkInTime', code: 'MALFORMED', message: refusal('time.ofDay12') });
  }
  if (!IANAZone.isValidZone(timeZone)) {
    const message = refusal('time.zoneShort');
    problems.push({ path: 'timeZone', code: 'UNKNOWN', message });
  }
  if (!Number.isInteger(graceHours) || graceHours < 1 || graceHours > 72) {
    problems.push({
      path: 'graceHours',
      code: 'OUT_OF_RANGE',
      message: refusal('numbers.hours'),
    });
  }
  throwIfProblems(problems);
}

function dayProblems(path: string, day: string | null): InputProblem[] {
  if (day === null || (isDay(day) && day >= '2000' && day < '2101')) return [];
  const message = refusal('days.existsWritten');
  return [{ path, code: 'MALFORMED', message }];
}

function lineOfText(
  path: string,
  text: string,
  longest: number,
  required: boolean,
): InputProblem[] {
  if (/[\n\r]/.test(text.trim())) {
    return [{ path, code: 'MALFORMED', message: refusal('text.oneLine') }];
  }
  return textProblems(path, text, longest, required);
}
