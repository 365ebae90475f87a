import { asVersion } from '#matching';

/** Needs that state every criterion, soft and hard; they differ, so that no answer is warm from the one before. */
const WANTED = [
  ['ML', 'fr', 'ar', 'mediation.ceasefire-mediation', 'SN'],
  ['KE', 'en', 'sw', 'mediation.insider-and-community-mediation', 'UG'],
  ['SD', 'en', 'ar', 'security.ceasefire-design-and-monitoring', 'TD'],
  ['CD', 'fr', 'sw', 'recovery.reconciliation-and-social-cohesion', 'RW'],
  ['NG', 'en', 'ha', 'inclusion.womens-participation', 'GH'],
];

/** How many ids the search engine is taken to have found for a brief, at most. */
export const TEXT_MATCHES = 10_000;

/**
 * @param today ISO date as of which the needs judge
 * @param matches ids for the TEXT criterion; each need takes others of them first
 * @param networks slugs: those preferred, and those in conflict
 */
export function allCriteriaNeeds({ today, matches, networks }) {
  return WANTED.map(([territory, language, other, expertise, party], i) => ({
    id: `bench-${i}`,
    date: today,
    period: { from: addDays(today, 20), to: addDays(today, 110) },
    territories: [territory],
    weights: { TEXT: 50, NETWORK: 20, AVAILABILITY: 30, FRESHNESS: 20 },
    hard: {
      languages: [{ code: language, level: 'B2' }],
      conflictOfInterest: { territories: [party], networks: networks.rivals },
      availability: { minimumShare: 50 },
      roles: ['facilitator', 'adviser', 'co-mediator', 'lead-mediator', 'process-designer'],
      tracks: ['1', '1.5', '2'],
      minimumYears: 3,
      allowStale: true,
    },
    soft: {
      languages: [{ code: language }, { code: other, level: 'B2' }],
      territories: [{ code: territory, weight: 2 }, { code: 'ECOWAS' }],
      expertise: [{ code: expertise }, { code: 'justice', level: 3 }],
      roles: ['facilitator', 'adviser'],
      tracks: [{ code: '1' }, { code: '1.5', weight: 2 }],
      process: { type: 'ceasefire', phase: 'negotiation' },
      years: 15,
      availability: true,
      freshness: true,
      text: { matches: turned(matches, i * 1_000) },
      networks: networks.preferred,
    },
  }));
}

/** The same need for model 2, with every criterion that is new in it. */
export function forModel2(need) {
  const { soft, territories } = need;
  const [first, ...others] = soft.languages;
  return {
    ...asVersion(need, 2),
    soft: {
      ...soft,
      languages: [{ ...first, essential: 20 }, ...others],
      yearsAtMost: 25,
      origin: { stance: 'outsider', territories },
      workingMode: 'in-person',
      noticeDays: 20,
      mentor: true,
    },
  };
}

/** The same ids, from another one on; made anew as a server's answer is. */
function turned(ids, by) {
  const start = by % ids.length;
  return JSON.parse(JSON.stringify([...ids.slice(start), ...ids.slice(0, start)]));
}

function addDays(date, days) {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
