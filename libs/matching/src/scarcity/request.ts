import {
  areaRegion,
  entries,
  type AreaCode,
  type ExpertiseCode,
  type ExpertiseLevel,
  type LanguageCode,
  type Proficiency,
  PROFICIENCIES,
} from '#vocabulary';
import { coded, codes as codesOf } from '../need/canonical-need.js';
import { InvalidNeed } from '../need/invalid-need.js';
import { Problems } from '../problems.js';

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
export const MOST_COMBINATIONS = 20_000;

/** The official languages of the United Nations and of the African Union. */
const LANGUAGES: readonly LanguageCode[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'sw', 'zh'];

/** B2: she can follow and argue in a negotiation. */
const LANGUAGE_LEVEL: Proficiency = 'B2';
/** Practitioner. */
const EXPERTISE_LEVEL: ExpertiseLevel = 2;
const MINIMUM = 3;
const LIMIT = 50;

/** Fills in the defaults. Throws InvalidNeed with everything that is wrong. */
export function wholeRequest(asked: ScarcityRequest): WholeRequest {
  const request = canonical(asked);
  const problems = new Problems();
  problems.eachObject('languages', request.languages, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'language');
    if (level !== undefined) problems.oneOf(`${path}.level`, level, PROFICIENCIES);
  });
  problems.eachObject('expertise', request.expertise, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'expertise');
    if (level !== undefined) problems.integer(`${path}.level`, level, 1, 3);
  });
  problems.each('areas', request.areas, (path, code) => problems.code(path, code, 'area'));
  const { minimum = MINIMUM, limit = LIMIT, network = null } = request;
  problems.integer('minimum', minimum, 1, 100);
  problems.integer('limit', limit, 1, 500);
  if (network !== null) problems.slug('network', network);
  if (problems.list.length > 0) throw new InvalidNeed(problems.list);

  const whole = {
    languages: stated(request.languages, codes(LANGUAGES)).map(
      ({ code, level = LANGUAGE_LEVEL }) => ({ code, level }),
    ),
    expertise: stated(request.expertise, codes(domains())).map(
      ({ code, level = EXPERTISE_LEVEL }) => ({ code, level }),
    ),
    areas: stated(request.areas, subRegions()),
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

/** With each code as the vocabulary writes it. */
function canonical(asked: ScarcityRequest): ScarcityRequest {
  const { languages, expertise, areas } = asked;
  return {
    ...asked,
    ...(Array.isArray(languages) && { languages: coded('language', languages) }),
    ...(Array.isArray(expertise) && { expertise: coded('expertise', expertise) }),
    ...(Array.isArray(areas) && { areas: codesOf('area', areas) }),
  };
}

function stated<T>(list: T[] | undefined, otherwise: T[]): T[] {
  return list && list.length > 0 ? list : otherwise;
}

function codes<C extends string>(list: readonly C[]): { code: C; level?: never }[] {
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
