import { asciiDigits } from './whole-number.js';

/** Whole years, and how they were stated: `at-least` is a lower bound, `since` was counted from a year. */
export interface Years {
  readonly years: number;
  readonly stated: 'exactly' | 'at-least' | 'since';
}

const N = String.raw`(\d{1,2})(?:[.,٫]0{1,2})?`;
const UNIT = '(?:years?|yrs?|ans?|annees?|anos?|miaka|mwaka|سنة|سنوات|سنين|سنه|عام|عاما|اعوام)';
const OF = "(?:of |d'|de |ya |en |in |من |em |wa )?";
const EXPERIENCE = '(?:mediation |work )?(?:experience|experiencia|uzoefu|الخبرة|خبرة)';
const TAIL = `(?: ?${UNIT})?(?: ${OF}${EXPERIENCE})?`;
const LESS =
  '(?:more than|over|at least|min\\.?|plus de|au moins|mas de|al menos|por lo menos|mais de|pelo menos|zaidi ya|angalau|اكثر من|على الاقل|ما لا يقل عن|>=?|≥)';
const MORE =
  '(?:or more|and more|and over|plus|et plus|ou plus|y mas|o mas|e mais|ou mais|au moins|na zaidi|au zaidi|فاكثر|او اكثر|على الاقل)';
const TO = '(?: ?[-–—‑/] ?| (?:to|a|hasta|ate|hadi|الى) )';

const EXACT = new RegExp(`^(?:miaka )?${N}${TAIL}$`, 'u');
const AT_LEAST = [
  new RegExp(`^${LESS} ?(?:miaka )?${N}${TAIL}$`, 'u'),
  new RegExp(`^(?:miaka )?${N} ?\\+${TAIL}$`, 'u'),
  new RegExp(`^(?:miaka )?${N}(?: ?${UNIT})?(?: ?\\+| ${MORE})(?: ${OF}${EXPERIENCE})?$`, 'u'),
];
const RANGE = [
  new RegExp(`^(?:from |de |miaka |من )?${N}(?: ?${UNIT})?${TO}${N}${TAIL}$`, 'u'),
  new RegExp(
    `^(?:between|entre|kati ya|بين) (?:miaka )?${N} (?:and|et|y|e|na|و) ?${N}${TAIL}$`,
    'u',
  ),
];
const SINCE = /^(?:since|depuis|desde|tangu|منذ)(?: (?:mwaka|عام|سنة))?:? (\d{4})$/u;
const EARLIEST = 1940;

/**
 * Years of experience as people write them, in digits of any script and six languages: "8 ans", "10+", "5-10"
 * (the lower bound), "more than 10 years", "since 2005" (the difference of the years up to `today`, an ISO
 * date). Null for all else: estimates, upper bounds and fractions are not guessed at.
 */
export function readYears(text: string, today: string): Years | null {
  const plain = plainOf(text);
  const exact = EXACT.exec(plain)?.[1];
  if (exact !== undefined) return { years: Number(exact), stated: 'exactly' };
  for (const pattern of AT_LEAST) {
    const least = pattern.exec(plain)?.[1];
    if (least !== undefined) return { years: Number(least), stated: 'at-least' };
  }
  for (const pattern of RANGE) {
    const [, from, to] = pattern.exec(plain) ?? [];
    if (from !== undefined && to !== undefined) {
      return Number(from) < Number(to) ? { years: Number(from), stated: 'at-least' } : null;
    }
  }
  const since = Number(SINCE.exec(plain)?.[1] ?? NaN);
  const thisYear = Number(today.slice(0, 4));
  return since >= EARLIEST && since <= thisYear
    ? { years: thisYear - since, stated: 'since' }
    : null;
}

/** Lower case, without accents and harakat, digits of ASCII; forms of alef are one. */
function plainOf(text: string): string {
  const letters = asciiDigits(text).normalize('NFKD').toLowerCase();
  return letters
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[’ʼ]/gu, "'")
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
