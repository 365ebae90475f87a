import { refusal, type Sentence } from '#messages';
import { InvalidInputError, isDay } from '#kernel';
import { SaxesParser } from 'saxes';
import type { LineReject } from './observation-lines.js';

/** Which money is counted: budgets, commitments (transactions of type 2), or spending (types 3 and 4). */
export const IATI_AMOUNTS = ['budgets', 'commitments', 'spending'] as const;
export type IatiAmounts = (typeof IATI_AMOUNTS)[number];

/** The policy marker of gender equality: 0 not targeted, 1 significant, 2 principal; null where nobody screened. */
export type GenderMarker = 0 | 1 | 2 | null;

/**
 * Who carries an activity out: organizations of civil society alone, or others alone. Null where no organization with its kind
 * is told, and where it is both, because nothing says how they share the money.
 */
export type IatiCarrier = 'civil-society' | 'others' | null;

/** Money for a country in a year. */
export interface IatiAmount {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Calendar year. */
  readonly year: string;
  /** ISO 4217. */
  readonly currency: string;
  /** In hundred-million-millionths (`UNIT`) of the currency, exactly. */
  readonly amount: bigint;
}

/** An activity with what is counted of it. */
export interface IatiActivity {
  /** The line on which it begins. */
  readonly line: number;
  readonly identifier: string;
  readonly marker: GenderMarker;
  readonly carrier: IatiCarrier;
  /** Identifiers of the activities of which it is a part. */
  readonly parents: readonly string[];
  readonly amounts: readonly IatiAmount[];
  /** How many sums of money name no country. */
  readonly elsewhere: number;
}

/** What a file has. An activity of which something is wrong is told, and counts nowhere. */
export interface IatiFile {
  readonly activities: readonly IatiActivity[];
  readonly rejects: readonly LineReject[];
}

/** What `amount` counts: sums have six decimals at most, percentages eight when they are shares. */
export const UNIT = 10n ** 14n;
const AMOUNT = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/u;
const PERCENTAGE = /^(\d{1,3})(?:\.(\d{1,6}))?$/u;
const WHOLE = 100n * 10n ** 6n;

const MOST_ACTIVITIES = 200_000;
const DEEPEST = 30;
/** Characters of one text that are held, and between two events. */
const LONGEST_TEXT = 1_000;
const LONGEST_EVENT = 4_000_000;
const CONTROL = 200;

interface Sum {
  line: number;
  type: string;
  day: string;
  value: string;
  currency: string;
  country: string | null;
}

interface Open {
  line: number;
  identifier: string;
  currency: string;
  markers: { code: string; vocabulary: string; significance: string }[];
  organizations: { role: string; type: string }[];
  countries: { code: string; percentage: string | null }[];
  hasRegion: boolean;
  parents: string[];
  transactions: Sum[];
  budgets: Sum[];
}

/**
 * Reads activities of the International Aid Transparency Initiative (versions 2.01 to 2.03), piece by piece.
 *
 * @throws InvalidInputError for a file that is no such file, is not UTF-8, declares a document type or entities, or is too large
 */
export async function readIatiActivities(
  pieces: AsyncIterable<Uint8Array>,
  counted: IatiAmounts,
): Promise<IatiFile> {
  const reader = new IatiReader(counted);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw refused(refusal('wps.notUtf8'));
    }
  };
  for await (const piece of pieces) reader.write(decode(piece));
  reader.write(decode());
  return reader.close();
}

class IatiReader {
  private readonly parser = new SaxesParser({ xmlns: false });
  private readonly names: string[] = [];
  private readonly activities: IatiActivity[] = [];
  private readonly rejects: LineReject[] = [];
  private readonly seen = new Set<string>();
  private activity: Open | null = null;
  private sum: Sum | null = null;
  /** Where the text of the open element goes. */
  private text: string | null = null;
  private silent = 0;

  constructor(private readonly counted: IatiAmounts) {
    const { parser } = this;
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/iu.test(encoding)) {
        throw refused(refusal('wps.notUtf8'));
      }
    });
    parser.on('doctype', () => {
      throw refused(refusal('wps.doctype'));
    });
    parser.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    parser.on('closetag', () => this.closeTag());
    const add = (text: string): void => this.addText(text);
    parser.on('text', add);
    parser.on('cdata', add);
    parser.on('error', ({ message }) => {
      throw refused(refusal('wps.noXml', { reason: message.slice(0, CONTROL) }));
    });
  }

  write(text: string): void {
    this.silent += text.length;
    this.parser.write(text);
    if (this.silent > LONGEST_EVENT) throw refused(refusal('wps.textTooLarge'));
  }

  close(): IatiFile {
    this.parser.close();
    return { activities: this.activities, rejects: this.rejects };
  }

  private open(name: string, of: Readonly<Record<string, string>>): void {
    this.silent = 0;
    const { names } = this;
    const within = names.at(-1);
    names.push(name);
    if (names.length > DEEPEST) throw refused(refusal('wps.nestedTooDeep'));
    if (names.length === 1) {
      if (name !== 'iati-activities' || !/^2\.0[123]$/u.test(of.version ?? '')) {
        throw refused(refusal('wps.notIati'));
      }
      return;
    }
    const { line } = this.parser;
    if (names.length === 2) {
      if (name === 'iati-activity') this.activity = newActivity(line, of);
      return;
    }
    const { activity, sum } = this;
    if (!activity) return;
    if (names.length === 3) this.openPart(activity, name, of, line);
    else if (names.length === 4 && sum) {
      const day = of['iso-date'] ?? '';
      if (name === 'transaction-type') sum.type = of.code ?? '';
      if (name === 'transaction-date' || name === 'period-start') sum.day = day;
      if (name === 'recipient-country' && within === 'transaction') sum.country = of.code ?? '';
      if (name === 'value') {
        sum.currency = of.currency ?? sum.currency;
        this.text = '';
      }
    }
  }

  private openPart(
    activity: Open,
    name: string,
    of: Readonly<Record<string, string>>,
    line: number,
  ): void {
    const sum = (type: string): Sum => ({
      line,
      type,
      day: '',
      value: '',
      currency: activity.currency,
      country: null,
    });
    switch (name) {
      case 'iati-identifier':
        this.text = '';
        break;
      case 'policy-marker':
        activity.markers.push({
          code: of.code ?? '',
          vocabulary: of.vocabulary ?? '1',
          significance: of.significance ?? '',
        });
        break;
      case 'participating-org':
        activity.organizations.push({ role: of.role ?? '', type: of.type ?? '' });
        break;
      case 'recipient-country':
        activity.countries.push({ code: of.code ?? '', percentage: of.percentage ?? null });
        break;
      case 'recipient-region':
        activity.hasRegion = true;
        break;
      case 'related-activity':
        if (of.type === '1') activity.parents.push((of.ref ?? '').trim());
        break;
      case 'transaction':
        this.sum = sum('');
        break;
      case 'budget':
        this.sum = sum(of.type ?? '1');
        break;
      default:
    }
  }

  private addText(text: string): void {
    this.silent = 0;
    if (this.text === null) return;
    this.text += text;
    if (this.text.length > LONGEST_TEXT) throw refused(refusal('wps.textTooLarge'));
  }

  private closeTag(): void {
    this.silent = 0;
    const depth = this.names.length;
    const name = this.names.pop();
    const { activity, sum, text } = this;
    if (!activity) return;
    if (text !== null) {
      if (name === 'iati-identifier' && depth === 3) activity.identifier = text.trim();
      if (name === 'value' && sum) sum.value = text.trim();
      this.text = null;
    }
    if (depth === 3 && sum) {
      (name === 'budget' ? activity.budgets : activity.transactions).push(sum);
      this.sum = null;
    }
    if (depth === 2) {
      this.activity = null;
      this.take(activity);
    }
  }

  private take(open: Open): void {
    if (this.activities.length >= MOST_ACTIVITIES) {
      throw refused(refusal('wps.mostActivities', { most: MOST_ACTIVITIES }));
    }
    const wrong: Omit<LineReject, 'line'>[] = [];
    const check = (fine: boolean, column: string, message: Sentence): void => {
      if (!fine) wrong.push({ column, message });
    };
    const { identifier } = open;
    check(identifier !== '', 'iati-identifier', refusal('wps.activityIdentifier'));
    check(!this.seen.has(identifier), 'iati-identifier', refusal('wps.activityTwice'));
    const marker = markerOf(open, check);
    const carrier = carrierOf(open, check);
    const { amounts, elsewhere } = amountsOf(open, this.counted, check);
    if (wrong.length > 0) {
      this.rejects.push(...wrong.map((each) => ({ ...each, line: open.line })));
      return;
    }
    this.seen.add(identifier);
    const { line, parents } = open;
    this.activities.push({ line, identifier, marker, carrier, parents, amounts, elsewhere });
  }
}

type Check = (fine: boolean, column: string, message: Sentence) => void;

/** OECD DAC markers (vocabulary 1), code 1. Significances 3 and 4 belong to other markers. */
function markerOf({ markers }: Open, check: Check): GenderMarker {
  const stated = markers
    .filter(({ code, vocabulary }) => code === '1' && vocabulary === '1')
    .map(({ significance }) => significance);
  const [first] = stated;
  if (first === undefined) return null;
  const is = /^[012]$/u.test(first);
  check(is, 'policy-marker', refusal('wps.marker'));
  const isOne = stated.every((each) => each === first);
  check(isOne, 'policy-marker', refusal('wps.markerTwice'));
  return is ? (Number(first) as GenderMarker) : null;
}

/** Of OrganisationRole the one that carries an activity out, and of OrganisationType organizations of civil society. */
const IMPLEMENTING = '4';
const CIVIL_SOCIETY = new Set(['21', '22', '23', '24']);

/** Names of organizations are not read: no record has a place for them, and a small one can be at risk where it is named. */
function carrierOf({ organizations }: Open, check: Check): IatiCarrier {
  const isKnown = organizations.every(({ role }) => /^[1-4]$/u.test(role));
  check(isKnown, 'participating-org', refusal('wps.organizationRole'));
  const kinds = organizations
    .filter(({ role }) => role === IMPLEMENTING)
    .map(({ type }) => {
      if (!/^\d{2}$/u.test(type)) return null;
      return CIVIL_SOCIETY.has(type) ? 'civil-society' : 'others';
    });
  const [first = null] = kinds;
  return kinds.every((kind) => kind === first) ? first : null;
}

function amountsOf(
  open: Open,
  counted: IatiAmounts,
  check: Check,
): { readonly amounts: readonly IatiAmount[]; readonly elsewhere: number } {
  const column = counted === 'budgets' ? 'budget' : 'transaction';
  const sums = counted === 'budgets' ? lastBudgets(open.budgets) : transactionsOf(open, counted);
  const shares = sums.some(({ country }) => country === null) ? sharesOf(open, check) : [];
  let elsewhere = 0;
  const amounts: IatiAmount[] = [];
  for (const { line, day, value, currency, country } of sums) {
    const at = (reason: Sentence) => refusal('wps.lineSays', { line, reason });
    const amount = scaled(AMOUNT, value);
    check(amount !== null, column, at(refusal('wps.noMoney')));
    check(isDay(day), column, at(refusal('days.exists')));
    check(/^[A-Z]{3}$/u.test(currency), column, at(refusal('wps.currency')));
    if (amount === null) continue;
    const to = country === null ? shares : [{ country, share: WHOLE }];
    if (to.length === 0) elsewhere++;
    for (const { country: code, share } of to) {
      check(/^[A-Z]{2}$/u.test(code), column, at(refusal('wps.iso3166Alpha2')));
      amounts.push({ country: code, year: day.slice(0, 4), currency, amount: amount * share });
    }
  }
  return { amounts, elsewhere };
}

/** A revised budget (type 2) stands for the original of the same period. */
function lastBudgets(budgets: readonly Sum[]): Sum[] {
  const revised = new Set(budgets.filter(({ type }) => type === '2').map(({ day }) => day));
  return budgets.filter(({ type, day }) => type === '2' || !revised.has(day));
}

function transactionsOf({ transactions }: Open, counted: IatiAmounts): Sum[] {
  const types = counted === 'commitments' ? ['2'] : ['3', '4'];
  return transactions.filter(({ type }) => types.includes(type));
}

/** Which share of its money goes to which country. */
function sharesOf(
  { countries, hasRegion }: Open,
  check: Check,
): { readonly country: string; readonly share: bigint }[] {
  const [only] = countries;
  if (countries.length === 1 && !hasRegion && only!.percentage === null) {
    return [{ country: only!.code, share: WHOLE }];
  }
  const shares = countries.map(({ code, percentage }) => ({
    country: code,
    share: scaled(PERCENTAGE, percentage ?? ''),
  }));
  const known = shares.flatMap(({ country, share }) =>
    share === null ? [] : [{ country, share }],
  );
  const column = 'recipient-country';
  const isWhole = known.length === shares.length;
  check(isWhole, column, refusal('wps.percentagesEach'));
  const sum = known.reduce((total, { share }) => total + share, 0n);
  check(sum <= WHOLE, column, refusal('wps.percentagesOver'));
  return known;
}

/** A number in millionths; null if it is none. */
function scaled(form: RegExp, text: string): bigint | null {
  const found = form.exec(text);
  if (!found) return null;
  const [minus, whole, rest = ''] = form === AMOUNT ? found.slice(1) : ['', ...found.slice(1)];
  const number = BigInt(`${whole}${rest.padEnd(6, '0')}`);
  return minus === '-' ? -number : number;
}

function newActivity(line: number, of: Readonly<Record<string, string>>): Open {
  return {
    line,
    identifier: '',
    currency: of['default-currency'] ?? '',
    markers: [],
    organizations: [],
    countries: [],
    hasRegion: false,
    parents: [],
    transactions: [],
    budgets: [],
  };
}

function refused(message: Sentence): InvalidInputError {
  return new InvalidInputError([{ path: 'file', code: 'MALFORMED', message }]);
}
