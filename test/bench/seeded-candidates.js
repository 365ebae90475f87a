/**
 * Candidates out of thin air, the same for the same seed: a pool of any size can be filled without a
 * database. Few codes are common and many are rare, as on real lists (Zipf's law).
 */
import { entries, isLanguage, PHASES, PROCESS_TYPES, ROLES, TRACKS } from '#vocabulary';

const TERRITORIES =
  'KE NG ML SN ET CD SD ZA UG RW CI BF SO GH SS NE MZ TZ CM GN SL LR ZW BI TD EG TN GM TG ZM MA DZ LY SY YE IQ LB JO PS TR GR IT ES FR PT MT CY RS XK BA NO SE FI DK IS CO MX GT PE BR PH ID MM NP LK AF PK'.split(
    ' ',
  );
/** Mother tongues, a few of which belong to each territory, and languages that are learned everywhere. */
const TONGUES =
  'sw ha bm wo am ln arb zu lg rw dyu mos so ak din dje vmw sn ff sus yo ig ary arz apc ayp ckb fa tr el it es pt no sv fi da sq bs tl id my ne si ps ur'
    .split(' ')
    .filter(isLanguage);
const WORLD = ['en', 'fr', 'ar', 'es', 'pt', 'sw', 'ru'];
const LEVELS = ['C1', 'B2', 'C2', 'B1'];
const EXPERTISE = entries('expertise').map(({ code }) => code);
const NETWORKS = Array.from({ length: 12 }, (_, i) => `network-${i + 1}`);
const DAYS = Array.from({ length: 1_400 }, (_, i) =>
  new Date(Date.UTC(2024, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
);
/** The place in DAYS of the day as of which needs of the bench judge. */
const TODAY_AT = 900;

export const TODAY = DAYS[TODAY_AT];

/** Yields `count` candidates, with the ids `idOf` gives. */
export function* seededCandidates(count, seed) {
  const chance = new Chance(seed);
  for (let n = 0; n < count; n++) yield candidate(chance, idOf(n));
}

/** A UUID of version 7 for the n-th candidate: the first half counts, as a time would. */
export function idOf(n) {
  const hex = n.toString(16).padStart(8, '0');
  const mixed = (Math.imul(n + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `0198${hex.slice(0, 4)}-${hex.slice(4)}-7${mixed.slice(0, 3)}-8${mixed.slice(3, 6)}-${mixed}${hex.slice(4)}`;
}

function candidate(chance, id) {
  const her = drawn(chance, id);
  return { ...her, ...shownBy(her) };
}

/** What deployments show, and how she works: from what was drawn already, so that the rest stays as it was. */
function shownBy({ id, processes, territories, expertise, years }) {
  if (processes.length === 0) return {};
  const mixed = Number.parseInt(id.slice(-6), 16);
  const yearOf = (i) => 2026 - ((mixed + 7 * i) % (years + 1));
  return {
    deployed: {
      territories: processes.map((_, i) => ({
        code: territories[i % territories.length],
        year: yearOf(i),
      })),
      processes: processes.map((process, i) => ({ ...process, year: yearOf(i) })),
      expertise: [{ code: expertise[0].code, year: yearOf(0) }],
    },
    workingMode: ['in-person', 'remote', 'both', null][mixed % 4],
    noticeDays: mixed % 60,
    mentor: mixed % 7 === 0,
  };
}

function drawn(chance, id) {
  const rolesStated = chance.several(ROLES, 1 + chance.below(3));
  const deployments = chance.below(4);
  const homes = chance.several(TERRITORIES, chance.below(12) === 0 ? 2 : 1);
  return {
    id,
    lot: id,
    consentMatched: chance.below(100) < 92,
    state: chance.below(100) < 88 ? 'published' : chance.below(10) < 7 ? 'stale' : 'unpublished',
    languages: languages(chance, homes[0]),
    territories: chance.several(TERRITORIES, chance.one([1, 1, 2, 2, 3, 4])),
    expertise: chance
      .several(EXPERTISE, 2 + chance.below(5))
      .map((code) => ({ code, level: 1 + chance.below(3) })),
    nationalities: homes,
    residence:
      chance.below(10) === 0 ? null : chance.below(5) === 0 ? chance.skewed(TERRITORIES) : homes[0],
    networks: chance.several(NETWORKS, chance.below(8) === 0 ? 2 : 1),
    ruledOut: chance.below(100) < 6 ? chance.several(TERRITORIES, 1) : [],
    rolesStated,
    rolesServed: deployments === 0 ? [] : chance.several(ROLES, Math.min(deployments, 2)),
    tracks: chance.several(TRACKS, 1 + chance.below(3)),
    processes: Array.from({ length: deployments }, () => ({
      type: chance.skewed(PROCESS_TYPES),
      phase: chance.skewed(PHASES),
    })),
    years: Math.min(chance.below(36), chance.below(36)),
    available: available(chance),
    confirmedOn: chance.below(100) < 8 ? null : DAYS[TODAY_AT - chance.below(TODAY_AT)],
    youngLeader: chance.below(5) === 0,
  };
}

function languages(chance, home) {
  const place = TERRITORIES.indexOf(home) * 5;
  const tongues = [0, 1, 2].map((i) => TONGUES[(place + i) % TONGUES.length]);
  const levels = new Map(
    chance.several(tongues, chance.one([1, 1, 2])).map((code) => [code, 'native']),
  );
  for (const code of chance.several(WORLD, chance.one([0, 1, 1, 2]))) {
    if (!levels.has(code)) levels.set(code, chance.skewed(LEVELS));
  }
  return [...levels].map(([code, level]) => ({ code, level }));
}

function available(chance) {
  if (chance.below(100) < 15) {
    const from = TODAY_AT - 30 + chance.below(150);
    return [{ from: DAYS[from], to: DAYS[from + 30 + chance.below(210)] }];
  }
  return chance.below(100) < 90 ? [{ from: null, to: null }] : [];
}

/** Whole numbers that the seed decides (Mulberry32 by T. Ettinger, public domain). */
class Chance {
  constructor(seed) {
    this.state = seed;
  }

  /** From 0 to below `limit`. */
  below(limit) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  one(items) {
    return items[this.below(items.length)];
  }

  /** The n-th item comes about 1/n as often as the first. */
  skewed(items) {
    const place = Math.floor((items.length + 1) ** (this.below(0x4000_0000) / 0x4000_0000)) - 1;
    return items[place];
  }

  /** Up to `count` different items, the early ones oftener. */
  several(items, count) {
    const chosen = new Set();
    for (let tries = 0; chosen.size < count && tries < 4 * count; tries++) {
      chosen.add(this.skewed(items));
    }
    return [...chosen];
  }
}
