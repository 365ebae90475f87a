import { Chance, type Weighted } from '#kernel';
import type { LinkageRecord } from '../record.js';
import namesData from './data/held-out-names.json' with { type: 'json' };
import { misspelt, type NameForm, type Rendering, renderName } from './write-names.js';

/** How much of each field lists say, in per cent. */
export interface Fields {
  readonly birth: number;
  /** Of the births, those with month and day. */
  readonly wholeDate: number;
  readonly nationality: number;
  readonly residence: number;
  readonly languages: number;
  readonly mail: number;
  readonly telephone: number;
  readonly employer: number;
}

export interface HardListsRequest {
  readonly seed: number;
  readonly fields?: Fields;
  /** Women on two lists, on all three, and on one. */
  readonly women?: { readonly two: number; readonly three: number; readonly one: number };
}

export interface HardLists {
  /** Of the lists a, b and c, in an order that tells nothing. */
  readonly records: readonly LinkageRecord[];
  /** The woman behind each record, by its id. */
  readonly truth: ReadonlyMap<string, number>;
  /** Arabic script or Latin, by the id of a record. */
  readonly scripts: ReadonlyMap<string, 'arabic' | 'latin'>;
}

export const FIELDS = {
  rich: {
    birth: 90,
    wholeDate: 70,
    nationality: 95,
    residence: 85,
    languages: 85,
    mail: 75,
    telephone: 60,
    employer: 60,
  },
  usual: {
    birth: 85,
    wholeDate: 50,
    nationality: 92,
    residence: 80,
    languages: 75,
    mail: 60,
    telephone: 50,
    employer: 40,
  },
  poor: {
    birth: 75,
    wholeDate: 0,
    nationality: 85,
    residence: 50,
    languages: 30,
    mail: 20,
    telephone: 10,
    employer: 10,
  },
} as const satisfies Record<string, Fields>;

const WOMEN = { two: 290, three: 110, one: 1_222 };
const LISTS = ['a', 'b', 'c'] as const;
/** Of 100 entries of a list, so many are in Arabic script. */
const ARABIC = { a: 10, b: 50, c: 80 } as const;
const GIVEN = namesData.given as unknown as readonly NameForm[];
const FAMILY = namesData.family as unknown as readonly NameForm[];
/** Frequencies of names, flattened: lists of women know more names than encyclopedias. */
const flattened = (forms: readonly NameForm[]): Weighted<NameForm>[] =>
  forms.map((form) => [form, Math.ceil(form[1] ** 0.7)]);
const GIVEN_DRAWN = flattened(GIVEN);
const FAMILY_DRAWN = flattened(FAMILY);
const COUNTRIES: Weighted<string>[] =
  'EG 18|IQ 11|JO 6|LB 9|LY 4|MA 11|MR 2|PS 8|SA 7|SD 5|SY 9|TN 9|YE 5|DZ 9|SO 2|DJ 1|KM 1'
    .split('|')
    .map((each) => [each.slice(0, 2), Number(each.slice(3))]);
const ABROAD = 'FR GB US DE CA SE TR AE QA JO EG'.split(' ');
const FURTHER_LANGUAGES: Weighted<string>[] = [
  ['en', 60],
  ['fr', 35],
  ['ku', 5],
  ['ber', 5],
  ['es', 5],
  ['de', 4],
  ['tr', 3],
];
const EMPLOYERS = (
  'Ministry of Justice|National Women Council|University of the Capital|Red Crescent|Bar Association|Peace Institute|' +
  'Human Rights League|Family Court|Teachers Union|Radio One|Refugee Council|Tribal Reconciliation Committee|Elections Commission'
).split('|');

interface Woman {
  readonly number: number;
  readonly names: { given: NameForm; father: NameForm; grandfather: NameForm; family: NameForm };
  readonly married: NameForm | null;
  readonly country: string;
  readonly residence: string;
  readonly languages: readonly string[];
  readonly born: readonly [year: number, month: number, day: number];
  readonly mails: readonly string[];
  readonly telephone: string;
  readonly employer: string;
}

/**
 * Three lists of fictional women of Arab countries, the same for the same seed: two scripts and the spellings of 17
 * countries, names married into, left out or in another order, slips of the pen, sisters, mothers, namesakes and shared
 * mailboxes. All names are held out from what the model has learned.
 */
export function hardLists(request: HardListsRequest): HardLists {
  const { seed, fields = FIELDS.usual, women = WOMEN } = request;
  const chance = new Chance(seed);
  const records: LinkageRecord[] = [];
  const truth = new Map<string, number>();
  const scripts = new Map<string, 'arabic' | 'latin'>();
  const known: Woman[] = [];
  const places = [
    ...Array<number>(women.three).fill(3),
    ...Array<number>(women.two).fill(2),
    ...Array<number>(women.one).fill(1),
  ];
  for (const [number, count] of places.entries()) {
    const woman = drawWoman(chance, number, known);
    known.push(woman);
    const left = [...LISTS] as (typeof LISTS)[number][];
    while (left.length > count) left.splice(chance.whole(0, left.length - 1), 1);
    for (const list of left) {
      const script = chance.percent(ARABIC[list]) ? 'arabic' : 'latin';
      const id = `${list}-${String(chance.whole(0, 1e9)).padStart(10, '0')}-${number}`;
      records.push(entryOf(chance, woman, { id, list, script, fields }));
      truth.set(id, number);
      scripts.set(id, script);
    }
  }
  return { records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)), truth, scripts };
}

function drawWoman(chance: Chance, number: number, known: readonly Woman[]): Woman {
  const country = chance.weighted(COUNTRIES);
  const abroad = chance.percent(18);
  const year = chance.whole(1948, 2000);
  const key = `${number}@example.org`;
  const woman: Woman = {
    number,
    names: {
      given: chance.weighted(GIVEN_DRAWN),
      father: chance.weighted(GIVEN_DRAWN),
      grandfather: chance.weighted(GIVEN_DRAWN),
      family: chance.weighted(FAMILY_DRAWN),
    },
    married: chance.percent(22) ? chance.weighted(FAMILY_DRAWN) : null,
    country,
    residence: abroad ? chance.one(ABROAD) : country,
    languages: ['ar', ...chance.several(FURTHER_LANGUAGES, chance.one([0, 1, 1, 2]))],
    born: [year, chance.whole(1, 12), chance.whole(1, 28)],
    mails: chance.percent(5) ? [`office${chance.whole(1, 12)}@example.org`, key] : [key, `p${key}`],
    telephone: `t${number}`,
    employer: `${chance.one(EMPLOYERS)} ${country}`,
  };
  if (known.length === 0 || !chance.percent(22)) return woman;
  return related(chance, woman, chance.one(known));
}

/** A sister, a daughter, a namesake, or a colleague with a name much the same. */
function related(chance: Chance, woman: Woman, other: Woman): Woman {
  const { names, country, residence, languages, born } = other;
  const shared = {
    mails: chance.percent(25) ? [other.mails[0]!] : woman.mails,
    telephone: chance.percent(30) ? other.telephone : woman.telephone,
  };
  switch (
    chance.weighted([
      ['sister', 45],
      ['daughter', 15],
      ['namesake', 30],
      ['near', 10],
    ])
  ) {
    case 'sister': {
      const isTwin = chance.percent(6);
      return {
        ...woman,
        ...shared,
        names: { ...names, given: woman.names.given },
        country,
        residence: chance.percent(70) ? residence : woman.residence,
        languages,
        born: isTwin ? born : [born[0] + chance.whole(-8, 8), woman.born[1], woman.born[2]],
      };
    }
    case 'daughter':
      return {
        ...woman,
        ...shared,
        names: { ...woman.names, family: names.family },
        country,
        residence,
        languages,
        born: [Math.min(2004, born[0] + chance.whole(19, 36)), woman.born[1], woman.born[2]],
      };
    case 'namesake':
      return { ...woman, names: { ...woman.names, given: names.given, family: names.family } };
    default:
      return {
        ...woman,
        names: { ...woman.names, given: names.given, father: names.father },
        country,
        languages,
      };
  }
}

interface Entry {
  readonly id: string;
  readonly list: string;
  readonly script: 'arabic' | 'latin';
  readonly fields: Fields;
}

function entryOf(chance: Chance, woman: Woman, { id, list, script, fields }: Entry): LinkageRecord {
  const has = (share: number) => chance.percent(share);
  const rendering: Rendering = {
    script,
    country: woman.country,
    family: woman.married && has(55) ? woman.married : woman.names.family,
    father: has(45),
    grandfather: has(10),
    familyFirst: has(8),
    familyLeftOut: has(4),
    honorific: has(6),
    bothFamilies: woman.married !== null && has(12),
  };
  const name = renderName(chance, woman.names, rendering);
  return {
    id,
    list,
    names: [has(14) ? misspelt(chance, name) : name],
    born: has(fields.birth) ? birthAsWritten(chance, woman.born, has(fields.wholeDate)) : null,
    nationalities: has(fields.nationality)
      ? [woman.country, ...(woman.residence !== woman.country && has(30) ? [woman.residence] : [])]
      : [],
    residence: has(fields.residence) ? (has(90) ? woman.residence : chance.one(ABROAD)) : null,
    languages: has(fields.languages) ? woman.languages.filter(() => has(85)) : [],
    mails: has(fields.mail)
      ? [has(70) ? woman.mails[0]! : (woman.mails[1] ?? woman.mails[0]!)]
      : [],
    telephones: has(fields.telephone)
      ? [has(80) ? woman.telephone : `t${chance.whole(1e6, 2e6)}`]
      : [],
    texts: has(fields.employer) ? [has(75) ? woman.employer : chance.one(EMPLOYERS)] : [],
  };
}

/** With a year guessed, a digit exchanged, or day and month exchanged now and then. */
function birthAsWritten(chance: Chance, born: Woman['born'], isWhole: boolean): string {
  let [year, month, day] = born;
  const slip = chance.whole(1, 100);
  if (slip <= 4) year += chance.one([-1, 1]);
  else if (slip <= 6) year += chance.one([-10, 10, -3, 3, 2]);
  else if (slip <= 8 && isWhole && day <= 12) [month, day] = [day, month];
  else if (slip <= 10 && isWhole) day = chance.whole(1, 28);
  const two = (number: number) => String(number).padStart(2, '0');
  return isWhole ? `${year}-${two(month)}-${two(day)}` : String(year);
}
