import { asciiDigits, isOneScript } from './whole-number.js';

/** Whole years, and how they were stated: `at-least` is a lower bound, `since` was counted from a year. */
export interface Years {
  readonly years: number;
  readonly stated: 'exactly' | 'at-least' | 'since';
}

const N = String.raw`(\d{1,2})(?:[.,٫]0{1,2})?`;
const UNIT =
  "(?:years?'?|yrs?\\.?|ans?|annees?|anos?|miaka|mwaka|سنة|سنوات|سنين|سنه|عام|عاما|اعوام)";
const OF = "(?:of |d'|de |ya |en |in |من |em |wa )?";
const EXPERIENCE =
  '(?:(?:mediation |work |professional )?experience|experience (?:in|en) mediation|experiencia(?: (?:en mediacion|em mediacao))?|uzoefu(?: wa upatanishi)?|الخبرة|خبرة)';
const FIELD =
  '(?: (?:in|en|em|ya|wa|في) (?:mediation|la mediation|mediacion|mediacao|upatanishi|الوساطة))';
const TAIL = `(?: ?${UNIT})?(?: ${OF}${EXPERIENCE})?${FIELD}?`;
const LESS =
  '(?:more than|over|at least|min\\.?|minimum|plus de|au moins|mas de|al menos|por lo menos|minimo|mais de|pelo menos|zaidi ya|angalau|اكثر من|على الاقل|ما لا يقل عن|>=?|≥|\\+(?: ?de)?)';
const MORE =
  '(?:or more|and more|and over|plus|et plus|ou plus|y mas|o mas|e mais|ou mais|au moins|minimum|minimo|na zaidi|au zaidi|فاكثر|او اكثر|على الاقل)';
const TO = '(?: ?[-–—‑/] ?| (?:to|a|hasta|ate|hadi|الى) )';

/** Swahili, and some writers of Arabic, put the unit first. */
const FIRST = '(?:(?:miaka|mwaka|سنوات|سنة) )?';

const EXACT = new RegExp(`^${FIRST}${N}${TAIL}$`, 'u');
const AT_LEAST = [
  new RegExp(`^${LESS} ?${FIRST}${N}${TAIL}$`, 'u'),
  new RegExp(`^${FIRST}${N} ?\\+${TAIL}$`, 'u'),
  new RegExp(`^${FIRST}${N}(?: ?${UNIT})?(?: ?\\+| ${MORE})${TAIL}$`, 'u'),
];
const RANGE = [
  new RegExp(`^(?:from |de |من )?${FIRST}${N}(?: ?${UNIT})?${TO}${N}${TAIL}$`, 'u'),
  new RegExp(`^(?:between|entre|kati ya|بين) ${FIRST}${N} (?:and|et|y|e|na|و) ?${N}${TAIL}$`, 'u'),
];
const SINCE = /^(?:since|depuis|desde|tangu|منذ)(?: (?:mwaka|عام|سنة))?:? (\d{4})$/u;
const EARLIEST = 1940;
/** Superscripts and fractions, which would become digits of the number beside them: 8¹. */
const NOT_DECIMAL = /\p{No}/u;
const YEAR_ALONE =
  /^(\d{4})(?: ?[-–—] ?(?:present|now|today|aujourd'hui|presente|hoy|hoje|sasa|الان)?)?$/u;
const ABOUT = new RegExp(
  `^(?:about|around|approx\\.?|approximately|ca\\.?|circa|environ|presque|nearly|almost|unos|alrededor de|casi|cerca de|quase|aproximadamente|takriban|kama|karibu|حوالي|نحو|تقريبا|~|≈) ?${FIRST}${N}${TAIL}$`,
  'u',
);

/**
 * Years of experience as people write them, in digits of any script and six languages: "8 ans", "10+", "5-10"
 * (the lower bound), "more than 10 years", "since 2005" (the difference of the years up to `today`, an ISO
 * date). Null for all else: estimates, upper bounds and fractions are not guessed at.
 */
export function readYears(text: string, today: string): Years | null {
  if (NOT_DECIMAL.test(text) || !isOneScript(text)) return null;
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

/** How a text that is not read was perhaps meant: an estimate as its number, a year alone as since then; else null. */
export function perhapsYears(text: string): string | null {
  const plain = plainOf(text);
  const about = ABOUT.exec(plain)?.[1];
  if (about !== undefined) return about;
  const year = Number(YEAR_ALONE.exec(plain)?.[1] ?? NaN);
  return year >= EARLIEST && year < 2100 ? `since ${year}` : null;
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
