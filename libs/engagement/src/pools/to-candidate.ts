import type { ProfileView } from '#directory';
import { DEPLOYMENT_YEARS, expertiseShownBy, type Candidate, type Deployed } from '#matching';
import type { AvailabilityBand, Role } from '#vocabulary';

const BY_BAND = {
  available: [{ from: null, to: null }],
  limited: 'limited',
  unavailable: [],
} satisfies Record<AvailabilityBand, Candidate['available']>;

/**
 * A profile, as one clearance sees it, for the matching model. What that clearance may not see is
 * not known here either, so that no score and no exclusion can tell it. Where only a band is seen,
 * the model works with the band: years by its lower bound, availability by yes or no.
 */
export function toCandidate(view: ProfileView): Candidate {
  return {
    id: view.id,
    lot: view.lot,
    consentMatched: view.matchable,
    state: view.stale ? 'stale' : 'published',
    languages: [...view.languages],
    territories: [...view.territories],
    expertise: [...view.expertise],
    nationalities: [...view.nationalities],
    residence: view.residence,
    networks: view.networks.map(({ slug }) => slug),
    ruledOut: view.ruledOut && [...view.ruledOut],
    rolesStated: [...view.roles],
    rolesServed: rolesServed(view),
    tracks: [...view.tracks],
    processes: view.experience.flatMap(({ processType: type, phase }) =>
      type && phase ? [{ type, phase }] : [],
    ),
    years: view.years ?? view.yearsBand ?? 0,
    available: availability(view),
    confirmedOn: view.confirmedOn,
    youngLeader: view.ageBand === 'under-36',
    servedOnTrackOne: view.experience.some(({ track }) => track === '1'),
    ...(view.experience.length > 0 && { deployed: deployedOf(view) }),
    workingMode: view.workingMode,
    noticeDays: view.noticeDays,
    mentor: view.networks.length > 0 ? view.networks.some(({ role }) => role === 'mentor') : null,
  };
}

/** What her deployments show: where, in which kind of process, and in which fields she worked. */
function deployedOf({ experience }: ProfileView): Deployed {
  const yearOf = ({ yearFrom, yearTo }: (typeof experience)[number]) =>
    yearInRange(yearTo ?? yearFrom);
  return {
    territories: experience.flatMap((each) =>
      each.territory ? [{ code: each.territory, year: yearOf(each) }] : [],
    ),
    processes: experience.flatMap((each) =>
      each.processType || each.phase
        ? [{ type: each.processType, phase: each.phase, year: yearOf(each) }]
        : [],
    ),
    expertise: experience.flatMap((each) =>
      expertiseShownBy(each.processType, each.role).map((code) => ({ code, year: yearOf(each) })),
    ),
  };
}

/** A year that no deployment can have ended in says nothing. */
function yearInRange(year: number | null): number | null {
  return year !== null && year >= 1 && year <= DEPLOYMENT_YEARS.last ? year : null;
}

function rolesServed(view: ProfileView): Role[] {
  return [...new Set(view.experience.flatMap(({ role }) => (role ? [role] : [])))];
}

/** What is shown of her days: the days themselves, else the band; nothing where neither is stated. */
function availability({ available, availabilityBand: band }: ProfileView): Candidate['available'] {
  const saysDays =
    available !== null && available.some(({ from, to }) => from !== null || to !== null);
  if (saysDays) return [...available];
  if (band !== null) return BY_BAND[band];
  // Whose band is not shown and who names no days may have stated nothing at all.
  return available?.length ? [...available] : null;
}
