import { foldText } from './fold.js';

const N = String.raw`(\d{1,4})`;
const DAY = '(?:days?|jours?|j|dias?|siku|يوم|يوما|ايام)';
const WEEK = '(?:weeks?|wks?|semaines?|sem|semanas?|wiki|majuma|juma|اسبوع|اسابيع)';
const MONTH = '(?:months?|mois|mes(?:es)?|mwezi|miezi|شهر|اشهر|شهور)';
/** "2 weeks' notice", "préavis de 2 semaines". */
const AROUND = String.raw`(?: (?:s )?(?:notice|de preavis|preavis|de preaviso|de aviso(?: previo)?|اشعار))?`;
/** Swahili puts the unit first. */
const counted = (unit: string): RegExp =>
  new RegExp(`^(?:${N} ?${unit}|${unit} ${N})${AROUND}$`, 'u');

const DAYS = counted(DAY);
const WEEKS = counted(WEEK);
const MONTHS = counted(MONTH);
/** In words of six languages: no notice at all, or one of a unit. */
const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [
        0,
        'immediately|immediate|none needed|no notice|immédiatement|immédiat|immédiate|sans préavis|inmediatamente|inmediato|inmediata|sin preaviso|imediatamente|imediato|imediata|sem aviso prévio|mara moja|papo hapo|فوراً|فوري|بدون إشعار',
      ],
      [1, 'one day|un jour|un día|um dia|siku moja|يوم واحد'],
      [7, 'one week|a week|une semaine|una semana|uma semana|wiki moja|أسبوع واحد|أسبوع'],
      [
        14,
        'two weeks|a fortnight|fortnight|deux semaines|une quinzaine|dos semanas|duas semanas|wiki mbili|أسبوعان|أسبوعين',
      ],
    ] as const
  ).flatMap(([days, names]) => names.split('|').map((name) => [foldText(name), days])),
);
const DAYS_OF_WEEK = 7;
const DAYS_OF_MONTH = 30;

/**
 * Days as people write how long before they must be told: "14", "2 weeks", "10 jours", "wiki 2", "immediately"; digits of any
 * script. Null for all else: months differ in length.
 */
export function readDayCount(text: string): number | null {
  const folded = foldText(text);
  const word = Object.hasOwn(WORDS, folded) ? WORDS[folded] : undefined;
  if (word !== undefined) return word;
  const days = countIn(DAYS, folded);
  if (days !== null) return days;
  const weeks = countIn(WEEKS, folded);
  return weeks === null ? null : weeks * DAYS_OF_WEEK;
}

/** What a number of months perhaps means in days; null for all else. */
export function perhapsDayCount(text: string): number | null {
  const months = countIn(MONTHS, foldText(text));
  return months === null ? null : months * DAYS_OF_MONTH;
}

function countIn(pattern: RegExp, text: string): number | null {
  const [, behind, before] = pattern.exec(text) ?? [];
  const found = behind ?? before;
  return found === undefined ? null : Number(found);
}
