import { FEWEST } from '#engagement';
import { demandOf, domains, EXPERTISE_LEVEL, subRegions, type Need } from '#matching';
import {
  areaContains,
  type AreaCode,
  type ExpertiseCode,
  type ExpertiseLevel,
  expertiseSimilarity,
} from '#vocabulary';

/** What a woman shows of where she has worked and what she can do. */
export interface SkilledWoman {
  readonly territories: readonly AreaCode[];
  readonly expertise: readonly { readonly code: ExpertiseCode; readonly level: ExpertiseLevel }[];
}

/** How many women there are for a region and a domain, and how many needs ask for them. */
export interface ScarcityRow {
  /** An M49 sub-region, an intermediate region where there are some. */
  readonly area: AreaCode;
  /** A domain of expertise; null for whatever a woman can do. */
  readonly domain: ExpertiseCode | null;
  /** So many at least: a multiple of five. Null for fewer than five, none included. */
  readonly women: number | null;
  /** Open public needs that ask for both, or leave them open. */
  readonly asked: number;
}

/** Numbers of women are told in steps of this many. */
export const STEP = FEWEST;

/**
 * A row for each region alone and with each domain. Every number of women is rounded down to a multiple of five, so no sum
 * or difference of rows, and none of two quarters, tells a number of one to four women.
 */
export function scarcityRows(
  women: readonly SkilledWoman[],
  needs: readonly Pick<Need, 'hard' | 'soft' | 'territories'>[],
): ScarcityRow[] {
  const parts = {
    languages: [],
    areas: subRegions(),
    expertise: domains().map((code) => ({ code })),
  };
  const demands = needs.map((need) => demandOf(need, parts));
  const domainsOf = women.map(({ expertise }) =>
    parts.expertise.map(({ code: domain }) =>
      expertise.some(
        ({ code, level }) => level >= EXPERTISE_LEVEL && expertiseSimilarity(domain, code) === 10,
      ),
    ),
  );
  return parts.areas.flatMap((area, at) => {
    const there = domainsOf.filter((_, woman) =>
      women[woman]!.territories.some((code) => areaContains(area, code)),
    );
    const asking = demands.filter(({ REGION }) => REGION[at]);
    return [
      { area, domain: null, women: inSteps(there.length), asked: asking.length },
      ...parts.expertise.map(({ code: domain }, i) => ({
        area,
        domain,
        women: inSteps(there.filter((able) => able[i]).length),
        asked: asking.filter(({ EXPERTISE }) => EXPERTISE[i]).length,
      })),
    ];
  });
}

function inSteps(women: number): number | null {
  return women < STEP ? null : women - (women % STEP);
}
