import { isDay } from '#base';
import { foldText } from './fold.js';
import { asciiDigits } from './whole-number.js';

export const DATE_ORDERS = ['DMY', 'MDY', 'YMD'] as const;
/** In which order a file writes day, month and year. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Names by month: Arabic of Egypt, the Mashriq, Tunisia and Algeria, Morocco; en, es, fr, pt, sw; short forms. */
const MONTHS = [
  'january jan januari janvier janv enero ene janeiro يناير جانفي كانون الثاني',
  'february feb februari février fév févr febrero fevereiro fev فبراير فيفري شباط',
  'march mar machi mars marzo março مارس آذار',
  'april apr aprili avril avr abril abr أبريل إبريل أفريل نيسان',
  'may mei mai mayo maio مايو ماي أيار',
  'june jun juni juin junio junho يونيو يونيه جوان حزيران',
  'july jul julai juillet juil julio julho يوليو يوليه يوليوز جويلية تموز',
  'august aug agosti ago août agosto أغسطس أوت غشت آب',
  'september sep sept septemba septembre septiembre setiembre setembro set سبتمبر شتنبر أيلول',
  'october oct oktoba okt octobre octubre outubro out أكتوبر تشرين الأول',
  'november nov novemba novembre noviembre novembro نوفمبر نونبر تشرين الثاني',
  'december dec desemba des décembre déc diciembre dic dezembro dez ديسمبر دجنبر كانون الأول',
];
const TWO_WORDS = /(?:كانون|تشرين) \S+/gu;
const MONTH_OF: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => {
    const double = names.match(TWO_WORDS) ?? [];
    const single = names.replaceAll(TWO_WORDS, '').trim().split(' ');
    return [...single, ...double].map((name): [string, number] => [foldText(name), index + 1]);
  }),
);

const NUMBERS = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/;
const DAY_FIRST =
  /^(?:le |el |em |on )?(\d{1,2})(?:st|nd|rd|th|er|o|º)? (?:de |of |ya )?(.+?)(?: (?:de|del|do))? (\d{4})$/u;
const MONTH_FIRST = /^(.+?) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u;
const YEAR_FIRST = /^(\d{4}) (.+?) (\d{1,2})$/u;
/** As programs write days; most days in files are told by this alone. */
const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** What programs write behind a day that has no hour. */
const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?Z?$/;

/**
 * A day as an ISO date: `2021-04-03`, day, month and year in figures if the file's order of them is known,
 * and with the month in words of six languages. Null for a day that does not exist, a year of two digits, and
 * figures in an order that is not known.
 */
export function readDay(text: string, order: DateOrder | null): string | null {
  if (ISO.test(text)) return isDay(text) ? text : null;
  const plain = asciiDigits(text.replaceAll(/\p{Cf}/gu, ''))
    .trim()
    .replace(MIDNIGHT, '');
  const [, one = '', mark, two = '', three = ''] = NUMBERS.exec(plain) ?? [];
  if (mark === undefined) return inWords(foldText(plain));
  if (one.length === 4) {
    if (three.length > 2 || (order !== null && order !== 'YMD' && mark !== '-')) return null;
    // Years come first before months everywhere; only dashes are ISO 8601 where no order is known.
    return order === 'YMD' || mark === '-' ? isoDay(one, two, three) : null;
  }
  if (order === null || order === 'YMD' || one.length > 2 || three.length !== 4) return null;
  return order === 'DMY' ? isoDay(three, two, one) : isoDay(three, one, two);
}

function inWords(folded: string): string | null {
  const dayFirst = DAY_FIRST.exec(folded);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(folded);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3]);
  const monthFirst = MONTH_FIRST.exec(folded);
  return monthFirst ? named(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

/** 1 to 12 by its folded name in six languages; null for all else. */
export function monthNamed(folded: string): number | null {
  return MONTH_OF.get(folded) ?? null;
}

function named(year = '', month = '', day = ''): string | null {
  const number = monthNamed(month);
  return number === null ? null : isoDay(year, String(number), day);
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}
