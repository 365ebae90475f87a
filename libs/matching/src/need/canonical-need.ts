import { canonicalCode, isTerritory, type TerritoryCode } from '#vocabulary';
import { MODEL } from '../model.js';
import { ESSENTIAL_CRITERIA, essentialOf } from './essential.js';
import { criteriaOf, type Need, SOFT_FIELDS, weightOf } from './need.js';

/**
 * Where the process is, of a need that does not say: in the single countries that it wants experience
 * of. A region or grouping names no country, and a list that is stated is what it says, also when empty.
 */
export function assumedTerritories({ territories, soft }: Pick<Need, 'soft' | 'territories'>) {
  const wanted: unknown = soft?.territories;
  if ((territories ?? null) !== null || !Array.isArray(wanted)) return [];
  const single = wanted.flatMap((item: { code?: unknown } | null): TerritoryCode[] => {
    const code = typeof item?.code === 'string' ? canonicalCode('area', item.code) : '';
    return isTerritory(code) ? [code] : [];
  });
  return [...new Set(single)];
}

/** The need with the territories that it leaves out. */
export function withAssumedTerritories<N extends Pick<Need, 'soft' | 'territories'>>(need: N): N {
  const assumed = assumedTerritories(need);
  return assumed.length === 0 ? need : { ...need, territories: assumed };
}

/**
 * One text for all spellings of a valid need that mean the same: codes are canonical already, defaults
 * are filled in, lists whose order means nothing are sorted, and what has no effect is left out.
 *
 * @param brief the free text that TEXT stands for; '' without one
 */
export function canonicalText(need: Omit<Need, 'id'>, brief: string): string {
  const { date, hard, soft, period, territories } = need;
  const whole = { ...need, id: '' };
  const weights = criteriaOf(whole).map((criterion) => [criterion, weightOf(whole, criterion)]);
  return JSON.stringify([
    date,
    weights,
    [
      sorted(hard.languages?.map(({ code, level }) => [code, level])),
      sorted(hard.conflictOfInterest?.territories),
      sorted(hard.conflictOfInterest?.networks),
      hard.availability?.minimumShare ?? 0,
      sorted(hard.roles),
      sorted(hard.tracks),
      sorted(hard.networks),
      hard.minimumYears ?? 0,
      hard.allowStale ?? false,
    ],
    [
      weighted(soft.languages, ({ level = MODEL.language.level }) => level),
      weighted(soft.territories, () => null),
      weighted(soft.expertise, ({ level = MODEL.expertise.level }) => level),
      sorted(soft.roles),
      weighted(soft.tracks, () => null),
      [soft.process?.type ?? null, soft.process?.phase ?? null],
      (soft.years === true ? MODEL.years.wanted : soft.years) || null,
      soft.availability ?? false,
      soft.freshness ?? false,
      brief,
      sorted(soft.networks),
    ],
    [period?.from ?? null, period?.to ?? null],
    sorted(territories),
    ...(need.version === 2 ? [laterText(whole)] : []),
  ]);
}

/** What only model 2 knows of a need; its items again, each with what lacking it costs. */
function laterText(need: Need): unknown[] {
  const { yearsAtMost, origin, workingMode, noticeDays, mentor } = need.soft;
  const essential = ESSENTIAL_CRITERIA.map((criterion) => {
    const items = need.soft[SOFT_FIELDS[criterion]] as { code: string }[] | undefined;
    return sorted(essentialOf(need, criterion).map((cost, i) => [items![i]!.code, cost]));
  });
  return [
    2,
    essential,
    yearsAtMost ?? null,
    [origin?.stance ?? null, sorted(origin?.territories)],
    workingMode ?? null,
    noticeDays ?? null,
    mentor ?? false,
  ];
}

/** Each thing once, in one order. */
function sorted(items: readonly unknown[] | null | undefined): string[] {
  return [...new Set((items ?? []).map((item) => JSON.stringify(item)))].toSorted();
}

/** Each item as often as it is stated, for each weighs. */
function weighted<T extends { code: string; weight?: number }>(
  items: readonly T[] | null | undefined,
  levelOf: (item: T) => string | number | null,
): string[] {
  return (items ?? [])
    .map((item) => JSON.stringify([item.code, levelOf(item), item.weight ?? MODEL.item.weight]))
    .toSorted();
}
