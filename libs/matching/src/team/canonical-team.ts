import { coded, codes } from '../need/canonical-need.js';
import type { ApartPair, TeamRequest } from './team-request.js';

/** The request with each code as the vocabulary writes it. It takes any JSON, as `withCanonicalCodes`. */
export function withCanonicalTeamCodes(request: TeamRequest): TeamRequest {
  const { constraints } = request;
  if (typeof constraints !== 'object' || constraints === null) return request;
  const { languages, expertise, areas, nationalitiesApart } = constraints;
  return {
    ...request,
    constraints: {
      ...constraints,
      ...(Array.isArray(languages) && { languages: coded('language', languages) }),
      ...(Array.isArray(expertise) && { expertise: coded('expertise', expertise) }),
      ...(Array.isArray(areas) && { areas: coded('area', areas) }),
      ...(Array.isArray(nationalitiesApart) && {
        nationalitiesApart: nationalitiesApart.map(canonicalPair),
      }),
    },
  };
}

function canonicalPair(pair: ApartPair<string>): ApartPair<string> {
  if (typeof pair !== 'object' || pair === null) return pair;
  const [first, second] = codes('territory', [pair.first, pair.second]) as [string, string];
  return { ...pair, first, second };
}
