import { isExpertise, isLanguage, isTerritory, PHASES, PROCESS_TYPES } from '#vocabulary';
import { firstLetters, type InputProblem, type ProblemCode, textProblems } from '#kernel';
import { refusal, type Sentence } from '#messages';
import type { NewPeaceProcess } from './new-peace-process.js';

/** What an organizer tells of a peace process that nobody has written down yet. */
export type PeaceProcessDraft = Omit<NewPeaceProcess, 'slug'>;

const LONGEST = { name: 200, parties: 500, lead: 200 } as const;
const MOST_CODES = 50;
const YEARS = { first: 1900, last: 2100 } as const;

/** Everything that is wrong with it, by field path. */
export function processProblems(draft: PeaceProcessDraft, path: string): InputProblem[] {
  const problems: InputProblem[] = [
    ...textProblems(`${path}.name`, draft.name, LONGEST.name, true),
    ...textProblems(`${path}.parties`, draft.parties, LONGEST.parties, false),
    ...textProblems(`${path}.lead`, draft.lead, LONGEST.lead, false),
    ...codes(`${path}.territories`, draft.territories, isTerritory, 'territory'),
    ...codes(`${path}.themes`, draft.themes, isExpertise, 'expertise'),
    ...codes(`${path}.languages`, draft.languages, isLanguage, 'language'),
  ];
  const add = (field: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path: `${path}.${field}`, code, message });
  if (!PROCESS_TYPES.includes(draft.type)) add('type', 'UNKNOWN', refusal('processes.noType'));
  if (!PHASES.includes(draft.phase)) add('phase', 'UNKNOWN', refusal('processes.noPhase'));
  const { yearFrom, yearTo } = draft;
  if (!isYear(yearFrom)) add('yearFrom', 'OUT_OF_RANGE', refusal('processes.year'));
  if (yearTo !== null && (!isYear(yearTo) || yearTo < yearFrom)) {
    add('yearTo', 'OUT_OF_RANGE', refusal('processes.lastYear'));
  }
  return problems;
}

/** Without spaces around its texts. */
export function trimmedProcess(draft: PeaceProcessDraft): PeaceProcessDraft {
  const { name, parties, lead, territories, type, phase, yearFrom, yearTo } = draft;
  return {
    name: name.trim(),
    parties: parties.trim(),
    lead: lead.trim(),
    territories,
    type,
    phase,
    yearFrom,
    yearTo,
    themes: draft.themes,
    languages: draft.languages,
  };
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last;
}

function codes(
  path: string,
  list: readonly string[],
  is: (code: string) => boolean,
  kind: 'territory' | 'expertise' | 'language',
): InputProblem[] {
  if (list.length > MOST_CODES) {
    return [{ path, code: 'TOO_MANY', message: refusal('list.fits', { most: MOST_CODES }) }];
  }
  return list.flatMap((code, i) =>
    is(code)
      ? []
      : [
          {
            path: `${path}.${i}`,
            code: 'UNKNOWN',
            message: refusal('codes.no', { code: firstLetters(code, 40), kind }),
          },
        ],
  );
}
