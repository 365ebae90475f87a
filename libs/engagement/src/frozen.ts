import { fieldsOf, type ProfileField, type ProfileView } from '#directory';
import { CRITERIA, type Contribution, type Criterion, type RequirementKind } from '#matching';
import { YEARS_BANDS } from '#vocabulary';

/** The fields that the evidence of each criterion is taken from. */
const OF_CRITERION = Object.fromEntries(
  CRITERIA.map((criterion) => [criterion, fieldsOf(criterion)]),
) as unknown as Readonly<Record<Criterion, readonly ProfileField[]>>;

/** The fields by which a woman counts towards what is asked of a team. */
const OF_REQUIREMENT: Readonly<Record<RequirementKind, readonly ProfileField[]>> = {
  LANGUAGE: ['languages'],
  EXPERTISE: ['expertise'],
  AREA: ['territories'],
  YOUNG_LEADERS: ['ageBand'],
  NATIONALS: ['nationalities'],
  NEWCOMERS: ['experience'],
  MUST_HAVE: [],
  PER_NETWORK: ['networks'],
  PER_NATIONALITY: ['nationalities'],
  SIZE: [],
};

/** What a ranking said of a woman once, as far as she still shows what it rests on. */
export interface FrozenScore {
  /** Null where something is left out, for the rest would tell it by subtraction. */
  readonly score: number | null;
  readonly contributions: readonly Contribution[];
}

/**
 * Projects a frozen score again, for whoever reads it now: a contribution is left out, value and all, where
 * it rests on a field that she has narrowed since.
 */
export function projectFrozen(
  { score, contributions }: { readonly score: number; readonly contributions: Contribution[] },
  view: ProfileView,
): FrozenScore {
  const shown = contributions.filter((contribution) => isShown(contribution, view));
  const left = contributions.some((one) => isEssential(one) && !shown.includes(one)) ? [] : shown;
  return { score: left.length === contributions.length ? score : null, contributions: left };
}

/** Whether she still shows all that a team was chosen by, as far as it concerns her. */
export function showsAll(
  { narrowed }: ProfileView,
  criteria: readonly Criterion[],
  requirements: readonly RequirementKind[],
): boolean {
  if (narrowed.size === 0) return true;
  const fields = [
    ...criteria.flatMap((criterion) => OF_CRITERION[criterion]),
    ...requirements.flatMap((kind) => OF_REQUIREMENT[kind]),
  ];
  return !fields.some((field) => narrowed.has(field));
}

/** Whether something wanted is essential: if it is lacking, every value is lower by what that costs. */
function isEssential({ criterion, wanted }: Contribution): boolean {
  if (criterion !== 'LANGUAGE' && criterion !== 'REGION' && criterion !== 'EXPERTISE') return false;
  return wanted.some(({ essential }) => essential !== undefined);
}

function isShown(contribution: Contribution, view: ProfileView): boolean {
  const { criterion, found } = contribution;
  if (criterion === 'YEARS' && view.years === null && !view.pseudonymous) {
    // The lower bound of a band says no more than the band.
    return isBand(found) && !view.narrowed.has('yearsBand');
  }
  if (OF_CRITERION[criterion].some((field) => view.narrowed.has(field))) return false;
  return !view.pseudonymous || isInView(contribution, view);
}

function isBand(years: number): boolean {
  return YEARS_BANDS.some((from) => from === years);
}

/**
 * Whether what was found is what a pseudonymous woman shows now: that is generalised, and more so when
 * fewer share it.
 */
function isInView(contribution: Contribution, view: ProfileView): boolean {
  switch (contribution.criterion) {
    case 'LANGUAGE':
      return contribution.found.every((one) => one === null || holds(view.languages, one));
    case 'EXPERTISE':
      return contribution.found.every((one) => one === null || holds(view.expertise, one));
    case 'REGION':
      return contribution.found.every((one) => one === null || view.territories.includes(one.code));
    case 'YEARS':
      return contribution.found === (view.years ?? view.yearsBand ?? 0);
    case 'FRESHNESS':
      return contribution.found === null || contribution.found.confirmedOn === view.confirmedOn;
    case 'NETWORK':
      return contribution.found.every((slug) => view.networks.some((one) => one.slug === slug));
    case 'ROLE':
      return contribution.found === null || view.roles.includes(contribution.found.role);
    case 'TRACK':
      return contribution.found.every((one) => one === null || view.tracks.includes(one.code));
    case 'AVAILABILITY':
      return isAsAvailable(contribution, view);
    case 'ORIGIN':
      return contribution.found.tie === 'unstated';
    case 'WORKING_MODE':
      return contribution.found === view.workingMode;
    case 'NOTICE':
      return contribution.found === view.noticeDays;
    case 'MENTOR':
      return (contribution.found ?? false) === view.networks.some(({ role }) => role === 'mentor');
    default:
      return true;
  }
}

function isAsAvailable(
  { wanted, found }: Extract<Contribution, { criterion: 'AVAILABILITY' }>,
  { available, availabilityBand: band }: ProfileView,
): boolean {
  if (found.days === null) return found.said === 'unknown' || band === 'limited';
  if (available !== null) return true;
  return (
    found.days === { available: wanted.days, limited: null, unavailable: 0 }[band ?? 'limited']
  );
}

function holds(
  skills: readonly { readonly code: string; readonly level: unknown }[],
  found: { readonly code: string; readonly level: unknown },
): boolean {
  return skills.some(({ code, level }) => code === found.code && level === found.level);
}
