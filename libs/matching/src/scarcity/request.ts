import { memoize } from '#kernel';
import {
  type AreaCode,
  areaContains,
  areaRegion,
  entries,
  type ExpertiseCode,
  type ExpertiseLevel,
  expertiseSimilarity,
  type LanguageCode,
  languageSatisfies,
  PROFICIENCIES,
  type Proficiency,
  type TerritoryCode,
} from '#vocabulary';
import type { Need } from '../need/need.js';
import { InvalidNeed } from '../problems.js';
import {
  codeOf,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  problemsOf,
  slug,
} from '../shapes.js';

/** Which combinations are looked at. Every list has its default. */
export interface ScarcityRequest {
  languages?: { code: LanguageCode; level?: Proficiency }[];
  expertise?: { code: ExpertiseCode; level?: ExpertiseLevel }[];
  /** Territories, regions and groupings. */
  areas?: AreaCode[];
  /** How many women a combination should have, from 1 to 100. */
  minimum?: number;
  /** Only women whom this network lists, by slug. */
  network?: string;
  /** How many combinations are returned, from 1 to 500. */
  limit?: number;
}

/** A request with everything stated. */
export interface WholeRequest {
  languages: { code: LanguageCode; level: Proficiency }[];
  expertise: { code: ExpertiseCode; level: ExpertiseLevel }[];
  areas: AreaCode[];
  minimum: number;
  network: string | null;
  limit: number;
}

/** Bounds the work: some 20,000 sets are counted over the whole pool. */
const MOST_COMBINATIONS = 20_000;

/** The official languages of the United Nations and of the African Union. */
const LANGUAGES: readonly LanguageCode[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'sw', 'zh'];

/** B2: she can follow and argue in a negotiation. */
const LANGUAGE_LEVEL: Proficiency = 'B2';
/** Practitioner. */
const EXPERTISE_LEVEL: ExpertiseLevel = 2;
const MINIMUM = 3;
const LIMIT = 50;

const REQUEST = object<ScarcityRequest>({
  languages: listOf(object({ code: codeOf('language'), level: optional(oneOf(PROFICIENCIES)) })),
  expertise: listOf(object({ code: codeOf('expertise'), level: optional(integer(1, 3)) })),
  areas: listOf(codeOf('area')),
  minimum: optional(integer(1, 100)),
  limit: optional(integer(1, 500)),
  network: nullable(slug),
});

/** Fills in the defaults. Throws InvalidNeed with everything that is wrong. */
export function wholeRequest(requested: ScarcityRequest): WholeRequest {
  const request = REQUEST.canonical(requested) as ScarcityRequest;
  InvalidNeed.throwIf(problemsOf(REQUEST, request));
  const { minimum = MINIMUM, limit = LIMIT, network = null } = request;
  const whole = {
    languages: unlessEmpty(request.languages, eachCode(LANGUAGES)).map(
      ({ code: language, level = LANGUAGE_LEVEL }) => ({ code: language, level }),
    ),
    expertise: unlessEmpty(request.expertise, eachCode(domains())).map(
      ({ code: topic, level = EXPERTISE_LEVEL }) => ({ code: topic, level }),
    ),
    areas: unlessEmpty(request.areas, subRegions()),
    minimum,
    network,
    limit,
  };
  const combinations = whole.languages.length * whole.expertise.length * whole.areas.length;
  if (combinations > MOST_COMBINATIONS) {
    const message = `${combinations} combinations; at most ${MOST_COMBINATIONS} can be looked at.`;
    throw new InvalidNeed([{ path: 'areas', code: 'TOO_MANY', message }]);
  }
  return whole;
}

function unlessEmpty<T>(list: T[] | undefined, otherwise: T[]): T[] {
  return list && list.length > 0 ? list : otherwise;
}

function eachCode<C extends string>(list: readonly C[]): { code: C; level?: never }[] {
  return list.map((code) => ({ code }));
}

function domains(): ExpertiseCode[] {
  return entries('expertise').flatMap(({ code, parent }) => (parent === null ? [code] : []));
}

/** The M49 sub-regions that hold a territory, intermediate regions where there are some. */
function subRegions(): AreaCode[] {
  const regions = entries('territory').map(({ code }) => areaRegion(code));
  return [...new Set(regions)].filter((code) => code !== null).sort();
}

/**
 * By combination, in the order of `combinationAt`: how many needs ask for it. A need asks for a
 * combination when each of its parts fits what the need wants, hard or soft: the same code, one that
 * holds the other, or an area that shares a territory with it. A part that a need leaves open fits
 * everything. Where there are no needs each combination counts once.
 */
export function demandOf(request: WholeRequest, needs: readonly Need[]): Uint32Array {
  const { languages, expertise, areas } = request;
  const demand = new Uint32Array(languages.length * expertise.length * areas.length);
  if (needs.length === 0) return demand.fill(1);
  const territoriesOf = memoize(territoriesIn);
  const overlap = (a: AreaCode, b: AreaCode) =>
    a === b || territoriesOf(a).some((code) => territoriesOf(b).includes(code));
  for (const { hard, soft, territories = [] } of needs) {
    const spoken = [...(soft.languages ?? []), ...(hard.languages ?? [])].map(({ code }) => code);
    const topics = (soft.expertise ?? []).map(({ code }) => code);
    const places = [...(soft.territories ?? []).map(({ code }) => code), ...territories];
    const fitting = {
      languages: fits(languages, spoken, ({ code }, wanted) => eitherSatisfies(code, wanted)),
      expertise: fits(expertise, topics, ({ code }, wanted) => eitherHolds(code, wanted)),
      areas: fits(areas, places, overlap),
    };
    for (const l of fitting.languages) {
      for (const e of fitting.expertise) {
        for (const a of fitting.areas) demand[combinationAt(request, l, e, a)]!++;
      }
    }
  }
  return demand;
}

/** The number of a combination, from the places of its parts in the request. */
export function combinationAt(
  { expertise, areas }: WholeRequest,
  language: number,
  topic: number,
  area: number,
): number {
  return (language * expertise.length + topic) * areas.length + area;
}

/** The places of the parts that fit; all where nothing is asked. */
function fits<P, A>(
  parts: readonly P[],
  wanted: readonly A[],
  fit: (part: P, one: A) => boolean,
): number[] {
  return parts.flatMap((part, i) =>
    wanted.length === 0 || wanted.some((one) => fit(part, one)) ? [i] : [],
  );
}

function eitherSatisfies(a: string, b: string): boolean {
  return languageSatisfies(a, b) || languageSatisfies(b, a);
}

function eitherHolds(a: string, b: string): boolean {
  return expertiseSimilarity(a, b) === 10 || expertiseSimilarity(b, a) === 10;
}

function territoriesIn(area: AreaCode): TerritoryCode[] {
  return entries('territory').flatMap(({ code }) => (areaContains(area, code) ? [code] : []));
}
