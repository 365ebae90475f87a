import { addressProblem, telephoneProblem } from '#directory';
import { type InputProblem, isDay, type ProblemCode, textProblems, throwIfProblems } from '#kernel';
import { say } from '#messages';
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
  const add = (path: string, code: ProblemCode, message: string) =>
    problems.push({ path, code, message });

  for (const [path, day] of Object.entries({ startsOn, endsOn })) {
    if (day !== null && !isDay(day)) add(path, 'MALFORMED', A_DAY);
  }
  if (isDay(startsOn ?? '') && isDay(endsOn ?? '') && endsOn! < startsOn!) {
    add('endsOn', 'OUT_OF_RANGE', 'The last day comes after the first one.');
  }
  if (percent !== null && (!Number.isInteger(percent) || percent < 1 || percent > 100)) {
    add('percent', 'OUT_OF_RANGE', 'This is a whole number from 1 to 100.');
  }
  if (territory !== null && !isTerritory(territory)) {
    add('territory', 'UNKNOWN', 'This is not a territory code of the vocabulary.');
  }
  if (territory !== null && mode === 'remote') {
    add('territory', 'CONTRADICTION', 'Remote work has no territory.');
  }
  if (workingLanguages.length > MOST_LANGUAGES) {
    add('workingLanguages', 'TOO_MANY', `At most ${MOST_LANGUAGES} fit here.`);
  }
  for (const [i, language] of workingLanguages.entries()) {
    const path = `workingLanguages.${i}`;
    if (!isLanguage(language)) {
      add(path, 'UNKNOWN', 'This is not a language code of the vocabulary.');
    } else if (workingLanguages.indexOf(language) < i) {
      add(path, 'DUPLICATE', 'Name each language once.');
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
    isAbsent ? [{ path, code: 'MISSING', message: HINTS[path] ?? 'Write what is meant.' }] : [],
  );
  if (endsOn !== null && endsOn < today) {
    missing.push({ path: 'endsOn', code: 'OUT_OF_RANGE', message: 'The last day is past.' });
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

const A_DAY = 'This is a day that exists, as 2026-11-30.';

/** What is to be stated where "write what is meant" does not say it. */
const HINTS: Readonly<Record<string, string>> = {
  mode: 'Say whether the work is remote, in person, both or on standby.',
  support: 'Choose the kind of support that is asked for.',
  engagement: 'Say as what she is engaged.',
  startsOn: 'State the first day.',
  endsOn: 'State the last day.',
  percent: 'State how much of her time is asked for.',
  territory: 'State the territory in which she works.',
  workingLanguages: 'Name at least one working language.',
  'costs.fee': 'Say who pays her fee, or that nobody does.',
  'costs.travel': 'Say who pays for travel.',
  'costs.insurance': 'Say who pays for insurance.',
  'costs.security': 'Say who pays for security.',
  riskNote: 'Say what may endanger her, or that no risk is known.',
  'contactPerson.name': 'Name the person whom she can reach.',
  'contactPerson.email': 'Give an e-mail address or a telephone number of this person.',
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
    wrong ? [{ path: `contactPerson.${field}`, code: 'MALFORMED', message: say(wrong, 'en') }] : [],
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
