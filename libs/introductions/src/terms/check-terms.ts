import { addressProblem, telephoneProblem } from '#directory';
import { type InputProblem, isDay, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { refusal, type Refusal, type Sentence } from '#messages';
import { canonicalCode, isLanguage, isTerritory } from '#vocabulary';
import { TERMS_TEXTS, type ContactPerson, type Terms } from './terms.js';

const LONGEST_CONTACT = 200;
const MOST_LANGUAGES = 10;
const TEXT_FIELDS = Object.keys(TERMS_TEXTS) as (keyof typeof TERMS_TEXTS)[];
const CONTACT_FIELDS = ['name', 'email', 'telephone'] as const satisfies (keyof ContactPerson)[];

/**
 * The terms with their texts trimmed, empty ones null, and each code as the vocabulary writes it. They may be
 * incomplete; whatever they say must be right.
 *
 * @throws InvalidInputError with every problem by field path
 */
export function checkedTerms(draft: Terms): Terms {
  const terms = inOrder(draft);
  const { mode, startsOn, endsOn, percent, territory, workingLanguages, contactPerson } = terms;
  const problems: InputProblem[] = TEXT_FIELDS.flatMap((field) =>
    textProblems(field, terms[field] ?? '', TERMS_TEXTS[field], false),
  );
  const add = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });

  for (const [path, day] of Object.entries({ startsOn, endsOn })) {
    if (day !== null && !isDay(day)) add(path, 'MALFORMED', A_DAY);
  }
  if (isDay(startsOn ?? '') && isDay(endsOn ?? '') && endsOn! < startsOn!) {
    add('endsOn', 'OUT_OF_RANGE', refusal('days.lastAfterFirst'));
  }
  if (percent !== null && (!Number.isInteger(percent) || percent < 1 || percent > 100)) {
    add('percent', 'OUT_OF_RANGE', refusal('numbers.percent'));
  }
  if (territory !== null && !isTerritory(territory)) {
    add('territory', 'UNKNOWN', refusal('terms.noTerritoryCode'));
  }
  if (territory !== null && mode === 'remote') {
    add('territory', 'CONTRADICTION', refusal('terms.remoteNoTerritory'));
  }
  if (workingLanguages.length > MOST_LANGUAGES) {
    add('workingLanguages', 'TOO_MANY', refusal('list.fits', { most: MOST_LANGUAGES }));
  }
  for (const [i, language] of workingLanguages.entries()) {
    const path = `workingLanguages.${i}`;
    if (!isLanguage(language)) {
      add(path, 'UNKNOWN', refusal('languages.noCode'));
    } else if (workingLanguages.indexOf(language) < i) {
      add(path, 'DUPLICATE', refusal('languages.once'));
    }
  }
  problems.push(...contactProblems(contactPerson));
  throwIfProblems(problems);
  return terms;
}

/**
 * What the terms still need before anyone can be asked by them. Empty if they are complete.
 *
 * @param today ISO 8601: terms whose last day is past offer nothing
 */
export function missingTerms(terms: Terms, today: string): InputProblem[] {
  const { mode, endsOn, territory, workingLanguages, costs, contactPerson } = terms;
  const absent: Readonly<Record<string, boolean>> = {
    ...Object.fromEntries(REQUIRED.map((field) => [field, terms[field] === null])),
    territory: territory === null && mode !== null && PRESENT_MODES.has(mode),
    workingLanguages: workingLanguages.length === 0,
    ...Object.fromEntries(
      Object.entries(costs).map(([cost, bearer]) => [`costs.${cost}`, bearer === null]),
    ),
    'contactPerson.name': contactPerson.name === null,
    'contactPerson.email': contactPerson.email === null && contactPerson.telephone === null,
  };
  const missing = Object.entries(absent).flatMap(([path, isAbsent]): InputProblem[] =>
    isAbsent ? [{ path, code: 'MISSING', message: HINTS[path] ?? refusal('text.missing') }] : [],
  );
  if (endsOn !== null && endsOn < today) {
    missing.push({ path: 'endsOn', code: 'OUT_OF_RANGE', message: refusal('days.lastPast') });
  }
  return missing;
}

/** `territory` is needed where she is present. */
const PRESENT_MODES: ReadonlySet<string> = new Set(['in-person', 'hybrid']);

const REQUIRED = [
  'purpose',
  'role',
  'mode',
  'support',
  'engagement',
  'startsOn',
  'endsOn',
  'percent',
  'host',
  'securityArrangements',
  'reportingLine',
  'confidentiality',
  'riskNote',
] as const satisfies (keyof Terms)[];

const A_DAY = refusal('days.exists');

/** What is to be stated where "write what is meant" does not say it. */
const HINTS: Readonly<Record<string, Refusal>> = {
  mode: refusal('terms.mode'),
  support: refusal('terms.support'),
  engagement: refusal('terms.engagement'),
  startsOn: refusal('terms.startsOn'),
  endsOn: refusal('terms.endsOn'),
  percent: refusal('terms.percent'),
  territory: refusal('terms.territory'),
  workingLanguages: refusal('terms.workingLanguages'),
  'costs.fee': refusal('terms.fee'),
  'costs.travel': refusal('terms.travel'),
  'costs.insurance': refusal('terms.insurance'),
  'costs.security': refusal('terms.security'),
  riskNote: refusal('terms.riskNote'),
  'contactPerson.name': refusal('terms.contactName'),
  'contactPerson.email': refusal('terms.contactWay'),
};

function contactProblems(person: ContactPerson): InputProblem[] {
  const problems = CONTACT_FIELDS.flatMap((field) =>
    textProblems(`contactPerson.${field}`, person[field] ?? '', LONGEST_CONTACT, false),
  );
  if (problems.length > 0) return problems;
  const found = {
    email: person.email && addressProblem(person.email),
    telephone: person.telephone && telephoneProblem(person.telephone),
  };
  return Object.entries(found).flatMap(([field, wrong]): InputProblem[] =>
    wrong ? [{ path: `contactPerson.${field}`, code: 'MALFORMED', message: wrong }] : [],
  );
}

/** Takes nothing that is not a field of the terms, and always in the same order. */
function inOrder(draft: Terms): Terms {
  const { contactPerson, costs, territory } = draft;
  const text = (value: string | null) => value?.trim() || null;
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, text(draft[field])])) as Pick<
    Terms,
    keyof typeof TERMS_TEXTS
  >;
  return {
    ...texts,
    mode: draft.mode,
    support: draft.support,
    engagement: draft.engagement,
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    percent: draft.percent,
    territory: territory === null ? null : canonicalCode('territory', territory),
    workingLanguages: draft.workingLanguages.map((code) => canonicalCode('language', code)),
    costs: {
      fee: costs.fee,
      travel: costs.travel,
      insurance: costs.insurance,
      security: costs.security,
    },
    contactPerson: {
      name: text(contactPerson.name),
      email: text(contactPerson.email),
      telephone: text(contactPerson.telephone),
    },
  };
}
