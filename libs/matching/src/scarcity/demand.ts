import {
  areaContains,
  entries,
  expertiseSimilarity,
  languageSatisfies,
  type AreaCode,
  type TerritoryCode,
} from '#vocabulary';
import type { Need } from '../need/need.js';
import type { WholeRequest } from './request.js';

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
  const territoriesOf = remembered(territoriesIn);
  const overlap = (a: AreaCode, b: AreaCode) =>
    a === b || territoriesOf(a).some((code) => territoriesOf(b).includes(code));
  for (const { hard, soft, territories = [] } of needs) {
    const spoken = [...(soft.languages ?? []), ...(hard.languages ?? [])].map(({ code }) => code);
    const topics = (soft.expertise ?? []).map(({ code }) => code);
    const places = [...(soft.territories ?? []).map(({ code }) => code), ...territories];
    const fitting = {
      languages: fits(languages, spoken, ({ code }, asked) => eitherSatisfies(code, asked)),
      expertise: fits(expertise, topics, ({ code }, asked) => eitherHolds(code, asked)),
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
  asked: readonly A[],
  fit: (part: P, one: A) => boolean,
): number[] {
  return parts.flatMap((part, i) =>
    asked.length === 0 || asked.some((one) => fit(part, one)) ? [i] : [],
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

function remembered<T>(compute: (code: string) => T): (code: string) => T {
  const known = new Map<string, T>();
  return (code) => {
    const value = known.get(code) ?? compute(code);
    known.set(code, value);
    return value;
  };
}
