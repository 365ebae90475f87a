import { monthNamed, readDay } from './days.js';
import { foldText } from './fold.js';

/** Folded words behind which a period begins, ends, or which are in it. */
const FROM =
  /(?:^| )(?:from|as of|as from|starting|starting in|beginning|a partir de?u?|des|depuis|a compter de?u?|desde|a partir del?|a partir d[eo]|kuanzia|tangu|من|ابتدا من|ابتداء من|اعتبارا من|منذ) (.+)$/u;
const UNTIL =
  /(?:^| )(?:until|till|up to|jusqu (?:a|en|au)|hasta|ate|ate ao?|hadi|mpaka|حتي|الي|لغايه) (.+)$/u;
const WITHIN = /^(?:in |en |em |mwezi wa |في )?(.+)$/u;
const MONTH_OF_YEAR = /^(.+?)(?: d[eo])? (\d{4})$/u;
const ARTICLES = /^(?:the |le |la |el |o |l |mwezi wa |شهر )/u;

interface Month {
  readonly year: number;
  readonly month: number;
}

/**
 * What periods a text names that is none ("from June", "jusqu'en mars 2027"), in the form of ISO 8601 that an import
 * reads: `2027-06-01/`. Where the year is missing, of the coming months first and of the past second. Empty for all
 * else. `today` is an ISO date.
 */
export function perhapsPeriods(text: string, today: string): string[] {
  const folded = foldText(text);
  const from = FROM.exec(folded)?.[1];
  if (from !== undefined) return starts(from, today).map(([first]) => `${first}/`);
  const until = UNTIL.exec(folded)?.[1];
  if (until !== undefined) return starts(until, today).map(([, last]) => `/${last}`);
  const within = WITHIN.exec(folded)?.[1] ?? '';
  const months = starts(within, today).filter(([first, last]) => first !== last);
  return months.map(([first, last]) => `${first}/${last}`);
}

/** First and last days of what the words can name: a day, a month of a year, or a month. */
function starts(words: string, today: string): (readonly [first: string, last: string])[] {
  const plain = words.replace(ARTICLES, '');
  // Folding turns dashes into spaces.
  const day = readDay(plain, null) ?? readDay(plain.replaceAll(' ', '-'), null);
  if (day !== null) return [[day, day]];
  const [, name = plain, year] = MONTH_OF_YEAR.exec(plain) ?? [];
  const month = monthNamed(name);
  if (month === null) return [];
  if (year !== undefined) return [daysOf({ year: Number(year), month })];
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number);
  const coming = month >= thisMonth ? thisYear : thisYear + 1;
  return [coming, coming - 1].map((one) => daysOf({ year: one, month }));
}

function daysOf({ year, month }: Month): readonly [first: string, last: string] {
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [`${start}-01`, `${start}-${days}`];
}
