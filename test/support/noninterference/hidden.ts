import {
  STANDARD,
  type Held,
  type Level,
  type NetworkSlug,
  type Shape,
  type TwinWoman,
  type Woman,
} from './women.js';

/** What of a viewer decides what is hidden from her. */
export interface Eyes {
  readonly clearance: 'PUBLIC' | 'VETTED';
  /** The network that she coordinates. */
  readonly curates: NetworkSlug | null;
}

/** Audiences that leave a viewer out. */
const HIDES: Readonly<Record<Eyes['clearance'], readonly (Level | undefined)[]>> = {
  PUBLIC: ['CURATOR', 'VETTED'],
  VETTED: ['CURATOR'],
};
const NO_CHOICE = { audience: {} };

const LEVELS: readonly Level[] = ['PUBLIC', 'VETTED', 'CURATOR'];

/** By column: the field whose audience decides. `inner` has none: nobody but her curators sees it. */
const FIELD_OF: Readonly<Record<Exclude<keyof Held, 'inner' | 'codeName'>, string>> = {
  fullName: 'fullName',
  displayName: 'name',
  nameVariants: 'nameVariants',
  nationalities: 'nationalities',
  residence: 'residence',
  birthYear: 'ageBand',
  years: 'years',
  tracks: 'tracks',
  roles: 'roles',
  supports: 'supports',
  availabilityBand: 'availabilityBand',
  available: 'available',
  noticeDays: 'noticeDays',
  workingMode: 'workingMode',
  biography: 'biography',
  education: 'education',
  publications: 'publications',
  training: 'training',
  ruledOut: 'ruledOut',
  confirmedOn: 'confirmedOn',
  languages: 'languages',
  territories: 'territories',
  expertise: 'expertise',
  experience: 'experience',
};

export function isListed({ state, listed, merged }: Shape): boolean {
  return (state === 'published' || state === 'stale') && listed && !merged;
}

function curatedBy({ shape }: Woman, { curates }: Eyes): boolean {
  return curates !== null && shape.networks.includes(curates);
}

function sees(shape: Pick<Shape, 'audience'>, field: string, { clearance }: Eyes): boolean {
  const level = shape.audience[field] ?? STANDARD[field]!;
  return LEVELS.indexOf(clearance) >= LEVELS.indexOf(level);
}

/** The women of a directory that differs in what these eyes may not see, and in nothing else. */
export function twinsFor(eyes: Eyes, women: readonly TwinWoman[]): Woman[] {
  const [keeper] = women;
  // Who curates the woman that others were merged into sees what was held of them, too.
  const seesMerged = keeper !== undefined && curatedBy(keeper, eyes);
  return women.map((woman) => {
    if (!seesMerged) return twinFor(eyes, woman);
    const { shape, held, otherShape } = woman;
    if (shape.merged) return { shape, held };
    return twinFor(eyes, { ...woman, otherShape: { ...otherShape, merged: false } });
  });
}

/** The same woman in a directory that differs in what these eyes may not see, and in nothing else. */
function twinFor(eyes: Eyes, woman: TwinWoman): Woman {
  const { shape, held, other, otherShape } = woman;
  if (curatedBy(woman, eyes)) return { shape, held };
  if (!isListed(shape)) return unlistedTwin(eyes, woman);
  const changed: Record<string, unknown> = { ...held, inner: other.inner };
  for (const [column, field] of Object.entries(FIELD_OF) as [keyof Held, string][]) {
    // A woman under a code name shows what was published for her class, and of her own what she has ruled out,
    // where she opens that.
    const ofClass = shape.pseudonymous && column !== 'ruledOut';
    if (ofClass || !sees(shape, field, eyes)) changed[column] = other[column];
  }
  const showsName = !shape.pseudonymous && sees(shape, 'name', eyes);
  if (showsName) changed['codeName'] = other.codeName;
  // What shows in another field, as a band or as a flag, is not hidden.
  if (!shape.pseudonymous) {
    const years = sees(shape, 'years', eyes);
    if (!years && sees(shape, 'yearsBand', eyes)) changed['years'] = sameBand(held, other);
    if (sees(shape, 'ageBand', eyes)) changed['birthYear'] = sameAgeBand(held, other);
  }
  const audience = { ...shape.audience };
  for (const field of Object.keys(STANDARD)) {
    if (sees(shape, field, eyes)) continue;
    // What is kept from these eyes may be kept from more than them or not, by her choice or without.
    const choices = [
      ...HIDES[eyes.clearance],
      ...(sees(NO_CHOICE, field, eyes) ? [] : [undefined]),
    ];
    const wanted = otherShape.audience[field];
    audience[field] = choices.includes(wanted) ? wanted : choices[0];
  }
  const networks = sees(shape, 'networks', eyes)
    ? shape.networks
    : otherShape.networks.filter((slug) => slug !== eyes.curates);
  return {
    shape: { ...shape, audience, networks: networks.length > 0 ? networks : ['acacia'] },
    held: changed as unknown as Held,
  };
}

/** Nobody sees her but her curators: everything can be otherwise, so long as she stays unlisted and not theirs. */
function unlistedTwin(eyes: Eyes, { shape, other, otherShape }: TwinWoman): Woman {
  const networks = otherShape.networks.filter((slug) => slug !== eyes.curates);
  const isSeen = isListed(otherShape);
  return {
    shape: {
      ...otherShape,
      networks: networks.length > 0 ? networks : ['acacia'],
      ...(isSeen && { listed: false }),
      // A new code name brings a new id; see docs/inference.md on what is read for the old one.
      pseudonymous: shape.pseudonymous,
    },
    held: other,
  };
}

const BANDS = [0, 3, 7, 10, 15, 20];

function sameBand({ years }: Held, { years: other }: Held): number {
  const from = BANDS.findLast((band) => years >= band) ?? 0;
  const next = BANDS[BANDS.indexOf(from) + 1] ?? 31;
  return from + (other % (next - from));
}

/** Bands are counted by the present year: under 36, to 54, above. */
function sameAgeBand({ birthYear }: Held, { birthYear: other }: Held): number | null {
  if (birthYear === null || other === null) return birthYear;
  const year = new Date().getUTCFullYear();
  const band = (born: number) => (year - born < 36 ? 0 : year - born < 55 ? 1 : 2);
  return band(birthYear) === band(other) ? other : birthYear;
}
