import type { ProfileField, ProfileView } from '#directory';
import type { Contribution, Criterion } from '#matching';
import { YEARS_BANDS } from '#vocabulary';

/** Fields in which the words of a brief are found. */
const TEXTS: readonly ProfileField[] = [
  'biography',
  'education',
  'publications',
  'training',
  'experience',
];

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
  const left = contributions.filter((contribution) => isShown(contribution, view));
  return { score: left.length === contributions.length ? score : null, contributions: left };
}

/** Whether she still shows all that a contribution rests on. */
function isShown(contribution: Contribution, view: ProfileView): boolean {
  const { criterion } = contribution;
  return (
    restsOn(contribution, view).every((field) => !view.narrowed.has(field)) &&
    (!view.pseudonymous || isInView(contribution, view) || !(criterion in IN_VIEW))
  );
}

/** The fields that the evidence of a contribution was taken from. */
function restsOn(
  { criterion, found }: Pick<Contribution, 'criterion' | 'found'>,
  { narrowed }: ProfileView,
): readonly ProfileField[] {
  switch (criterion) {
    case 'LANGUAGE':
      return ['languages'];
    case 'REGION':
      return ['territories', 'nationalities', 'residence'];
    case 'EXPERTISE':
      return ['expertise'];
    case 'ROLE':
      return ['roles', 'experience'];
    case 'TRACK':
      return ['tracks'];
    case 'PROCESS':
      return ['experience'];
    case 'YEARS':
      // The lower bound of a band says no more than the band.
      return isBand(found) && narrowed.has('years') ? ['yearsBand'] : ['years'];
    case 'AVAILABILITY':
      return ['available', 'availabilityBand'];
    case 'FRESHNESS':
      return ['confirmedOn'];
    case 'TEXT':
      return TEXTS;
    case 'NETWORK':
      return ['networks'];
  }
}

function isBand(found: unknown): boolean {
  return YEARS_BANDS.some((from) => from === found);
}

type InView = (found: never, view: ProfileView) => boolean;

/**
 * By criterion, whether what was found is what a pseudonymous woman shows now: what she shows is
 * generalised anew from time to time.
 */
const IN_VIEW: Partial<Record<Criterion, InView>> = {
  LANGUAGE: (found: readonly ({ code: string; level: string } | null)[], { languages }) =>
    found.every(
      (one) =>
        one === null ||
        languages.some(({ code, level }) => code === one.code && level === one.level),
    ),
  REGION: (found: readonly ({ code: string } | null)[], { territories }) =>
    found.every((one) => one === null || territories.includes(one.code)),
  EXPERTISE: (found: readonly ({ code: string; level: number } | null)[], { expertise }) =>
    found.every(
      (one) =>
        one === null ||
        expertise.some(({ code, level }) => code === one.code && level === one.level),
    ),
  YEARS: (found: number, { years, yearsBand }) => found === (years ?? yearsBand ?? 0),
  FRESHNESS: (found: { confirmedOn: string } | null, { confirmedOn }) =>
    found === null || found.confirmedOn === confirmedOn,
  NETWORK: (found: readonly string[], { networks }) =>
    found.every((slug) => networks.some((network) => network.slug === slug)),
};

function isInView({ criterion, found }: Contribution, view: ProfileView): boolean {
  return IN_VIEW[criterion]?.(found as never, view) ?? true;
}
