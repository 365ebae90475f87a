import {
  type Contribution,
  type ContributionOf,
  type Criterion,
  type Evidence,
  MODEL,
  MODEL_2,
} from '#matching';
import { translator, type Key, type Translate } from '#messages';
import type { Locale } from '#vocabulary';
import { Format, fraction } from './format.js';

/**
 * One sentence on what a criterion wanted, what was found and how far that fits, in the reader's
 * language. Numbers, dates and lists follow the locale.
 */
export function explain(contribution: Contribution, locale: Locale = 'en'): string {
  const t = translator('explanations', locale);
  const { unstated, value } = contribution;
  const format = new Format(locale);
  const clausesOf = CLAUSES[contribution.criterion] as Clauses<Criterion>;
  const clauses = unstated
    ? [t('unstated', { fit: fraction(wholeValue(contribution)) })]
    : clausesOf({ ...contribution, value: wholeValue(contribution) }, t, format);
  return t('sentence', {
    heading: t(`headings.${contribution.criterion}`),
    clauses: [
      ...clauses,
      ...essentialClauses(contribution, t, format),
      ...(value === 0 ? [] : keptClauses(contribution, t)),
    ].join(t('separator')),
  });
}

/** The value before something essential that is lacking took its part. */
function wholeValue({ value, kept }: Contribution): number {
  return kept === undefined ? value : Math.min(MODEL.unit, Math.round((value * MODEL.unit) / kept));
}

/** A clause for each wanted item that is essential and not wholly there. */
function essentialClauses(contribution: Contribution, t: T, format: Format): string[] {
  const { criterion, wanted, found } = contribution;
  if (criterion !== 'LANGUAGE' && criterion !== 'REGION' && criterion !== 'EXPERTISE') return [];
  return wanted.flatMap(({ code, essential }, i) => {
    if (essential === undefined || found[i]?.fit === MODEL.unit) return [];
    const item =
      criterion === 'REGION' ? format.area(code) : format.name(VOCABULARY[criterion], code);
    return [t('essential', { item, cost: essential / 100 })];
  });
}

/** What is kept of a value, and why not all. */
function keptClauses({ kept = MODEL.unit, notAvailable }: Contribution, t: T): string[] {
  if (kept === MODEL.unit) return [];
  const share = { kept: fraction(kept) };
  if (!notAvailable) return [t('kept', share)];
  const isAll = kept === (MODEL.unit / 100) * (100 - MODEL_2.notAvailable);
  return [t(isAll ? 'kept.notAvailable' : 'kept.both', share)];
}

const VOCABULARY = { LANGUAGE: 'language', EXPERTISE: 'expertise' } as const;

/** What a criterion is called. */
export function headingOf(criterion: Criterion, locale: Locale): string {
  return translator('explanations', locale)(`headings.${criterion}`);
}

type T = Translate<'explanations'>;

type Clauses<C extends Criterion> = (
  contribution: ContributionOf<C>,
  t: T,
  format: Format,
) => string[];

const CLAUSES: { [C in Criterion]: Clauses<C> } = {
  LANGUAGE: (contribution, t, format) =>
    listClauses(contribution, t, (item) => format.levelled('language', item)),

  REGION: (contribution, t, format) =>
    listClauses(contribution, t, ({ code }) => format.area(code)),

  EXPERTISE: (contribution, t, format) =>
    listClauses(contribution, t, (item) => format.levelled('expertise', item)),

  ROLE: ({ wanted, found, value }, t, format) => [
    t(`ROLE.${found?.standing ?? 'none'}`, {
      wanted: format.eitherOf('role', wanted),
      found: found ? format.name('role', found.role) : '',
      fit: fraction(value),
    }),
  ],

  TRACK: (contribution, t, format) =>
    listClauses(contribution, t, ({ code }) => format.name('track', code)),

  PROCESS: ({ wanted, found, value }, t, format) => [
    t(`PROCESS.${found?.same ?? 'none'}`, {
      wanted: format.process(wanted),
      found: found ? format.process(found) : '',
      fit: fraction(value),
    }),
  ],

  YEARS: ({ wanted, found, value }, t) => {
    const fit = fraction(value);
    if (typeof wanted === 'number') return [t('YEARS', { wanted, found, fit })];
    return [t('YEARS.range', { wanted: wanted.from, most: wanted.atMost, found, fit })];
  },

  AVAILABILITY: ({ wanted, found, value }, t) => [
    t(`AVAILABILITY.${found.days === null ? found.said : 'days'}`, {
      wanted: wanted.days,
      found: found.days ?? 0,
      from: new Date(wanted.from),
      to: new Date(wanted.to),
      fit: fraction(value),
    }),
  ],

  FRESHNESS: ({ wanted, found, value }, t) => {
    if (!found) return [t('FRESHNESS.none')];
    return [
      t(`FRESHNESS.${found.days < 0 ? 'later' : 'confirmed'}`, {
        wanted: new Date(wanted.asOf),
        found: new Date(found.confirmedOn),
        age: found.days,
        fit: fraction(value),
      }),
    ];
  },

  TEXT: ({ wanted, found, value }, t) => [
    t(`TEXT.${found ? 'matched' : 'none'}`, {
      wanted: wanted.matches,
      found: found?.place ?? 0,
      fit: fraction(value),
    }),
  ],

  NETWORK: ({ wanted, found, value }, t, format) => [
    t(`NETWORK.${found.length > 0 ? 'member' : 'none'}`, {
      wanted: format.either(wanted),
      found: format.all(found),
      fit: fraction(value),
    }),
  ],

  ORIGIN: ({ wanted, found, value }, t, format) => {
    const { tie, territories } = found;
    if (tie === 'unstated') return [t('unstated', { fit: fraction(value) })];
    return [
      t(`ORIGIN.${wanted.stance}.${tie}`, {
        wanted: format.either(wanted.territories.map((code) => format.area(code))),
        found: format.all(territories.map((code) => format.area(code))),
        fit: fraction(value),
      }),
    ];
  },

  WORKING_MODE: ({ wanted, value }, t) => [
    t(`WORKING_MODE.${wanted}.${value > 0 ? 'yes' : 'no'}`, { fit: fraction(value) }),
  ],

  NOTICE: ({ wanted, found, value }, t) => [
    t('NOTICE', { wanted, found: found ?? 0, fit: fraction(value) }),
  ],

  MENTOR: ({ found, value }, t) => [t(`MENTOR.${found ? 'yes' : 'no'}`, { fit: fraction(value) })],
};

type ListCriterion = 'LANGUAGE' | 'REGION' | 'EXPERTISE' | 'TRACK';
/** The messages of all these criteria take the same values. */
type ListKey = Extract<Key<'explanations'>, `${ListCriterion}.${string}`>;

/** One clause for each wanted item of a list, by the relation of what was found to it. */
function listClauses<C extends ListCriterion>(
  { criterion, wanted, found }: ContributionOf<C>,
  t: T,
  name: (item: Evidence[C]['wanted'][number]) => string,
): string[] {
  return wanted.map((item, i) => {
    const match = found[i];
    const key = `${criterion}.${match?.relation ?? 'none'}` as ListKey;
    const clause = t(key, {
      wanted: name(item),
      found: match ? name({ ...item, ...match }) : '',
      fit: match ? fraction(match.fit) : 0,
    });
    return match && 'deployed' in match && match.deployed
      ? `${clause} (${deployedText(match.deployed.year, t)})`
      : clause;
  });
}

function deployedText(year: number | null, t: T): string {
  return year === null ? t('deployed.undated') : t('deployed', { year: String(year) });
}
