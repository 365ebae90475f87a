import type {
  Alongside,
  Confidentiality,
  Criterion,
  InsiderTies,
  NeedInput,
  NeedPresetCode,
  Phase,
  ProcessType,
  Proficiency,
  ExpertiseLevel,
  Role,
  Stance,
  Track,
  Urgency,
  WantedMode,
  WeightsInput,
  WholeNeedFragment,
} from '../../graph/types.js';
import type { Option } from '../../ui/type-ahead.js';
import type { Levelled } from '../../vocabulary/levels.js';
import { wholeNumber } from '../../ui/numbers.js';

export interface WantedLanguage extends Levelled<Proficiency> {
  /** Whether she must have it at this level; otherwise it earns score. */
  readonly required: boolean;
  /** Whether lacking it costs a share of the whole score. In model 2. Null where nobody has said. */
  readonly essential: boolean | null;
}

export interface WantedTopic extends Levelled<ExpertiseLevel> {
  /** Whether lacking it costs a share of the whole score. In model 2. Null where nobody has said. */
  readonly essential: boolean | null;
}

/** A need while it is being written: what the fields of the form hold. */
export interface Draft {
  readonly title: string;
  readonly brief: string;
  readonly process: string;
  readonly place: string;
  readonly workLanguage: string;
  readonly wanted: string;
  readonly urgency: Urgency;
  readonly confidentiality: Confidentiality;
  readonly insiderTies: InsiderTies;
  readonly alongside: Alongside | '';
  readonly preset: NeedPresetCode | '';
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly languages: readonly WantedLanguage[];
  readonly topics: readonly WantedTopic[];
  readonly territories: readonly Option[];
  readonly roles: readonly Role[];
  readonly tracks: readonly Track[];
  readonly years: string;
  readonly minimumYears: string;
  /** The least share of the period in which she is available, in percent. Empty for none. */
  readonly availability: string;
  readonly excluded: readonly Option[];
  /** She must take one of these. */
  readonly requiredRoles: readonly Role[];
  readonly requiredTracks: readonly Track[];
  /** Slugs of networks: preferred, one of which must list her, and whose members are too close. */
  readonly preferredNetworks: readonly string[];
  readonly requiredNetworks: readonly string[];
  readonly excludedNetworks: readonly string[];
  readonly phase: Phase | '';
  readonly processType: ProcessType | '';
  /** Profiles that were not confirmed for long stay eligible. */
  readonly allowStale: boolean;
  /** Mediators who came before organizers less often move forward. */
  readonly rotation: boolean;
  /** As they are written, by criterion. Empty where the preset or the model decides. */
  readonly weights: Readonly<Partial<Record<Criterion, string>>>;
  /** The version of the matching model. What follows is of version 2. */
  readonly version: '1' | '2';
  readonly stance: Stance | '';
  readonly origin: readonly Option[];
  readonly workingMode: WantedMode | '';
  readonly noticeDays: string;
  readonly yearsAtMost: string;
  readonly mentor: boolean;
  /** What the form does not show of the criteria that were read. It is sent back as it came. */
  readonly rest: NeedInput | null;
}

export function emptyDraft(today: string): Draft {
  return {
    title: '',
    brief: '',
    process: '',
    place: '',
    workLanguage: '',
    wanted: '1',
    urgency: 'ROUTINE',
    confidentiality: 'RESTRICTED',
    insiderTies: 'DISCLOSED',
    alongside: '',
    preset: '',
    date: today,
    from: '',
    to: '',
    languages: [],
    topics: [],
    territories: [],
    roles: [],
    tracks: [],
    years: '',
    minimumYears: '',
    availability: '',
    excluded: [],
    requiredRoles: [],
    requiredTracks: [],
    preferredNetworks: [],
    requiredNetworks: [],
    excludedNetworks: [],
    phase: '',
    processType: '',
    allowStale: false,
    rotation: false,
    weights: {},
    version: '2',
    stance: '',
    origin: [],
    workingMode: '',
    noticeDays: '',
    yearsAtMost: '',
    mentor: false,
    rest: null,
  };
}

/** The names of codes, by kind and code. */
export type LabelOf = (kind: 'LANGUAGE' | 'EXPERTISE' | 'TERRITORY', code: string) => string;

/** The form of a need that was read. */
export function draftOf(need: WholeNeedFragment, labelOf: LabelOf): Draft {
  const criteria = need.criteria as NeedInput;
  const { soft, hard, period } = criteria;
  const required = new Map(hard?.languages?.map(({ code, level }) => [code, level]));
  const wanted = (soft?.languages ?? []).filter(({ code }) => !required.has(code));
  const shares = new Map(soft?.languages?.map(({ code, essential }) => [code, essential]));
  const named =
    (kind: 'LANGUAGE' | 'EXPERTISE' | 'TERRITORY') =>
    (code: string): Option => ({ id: code, words: labelOf(kind, code) });
  return {
    title: need.title,
    brief: criteria.brief ?? '',
    process: '',
    place: need.place ?? '',
    workLanguage: need.workLanguage ?? '',
    wanted: String(need.wanted),
    urgency: need.urgency,
    confidentiality: need.confidentiality,
    insiderTies: need.insiderTies,
    alongside: need.alongside ?? '',
    preset: criteria.preset ?? '',
    date: criteria.date,
    from: period?.from ?? '',
    to: period?.to ?? '',
    languages: [
      ...[...required].map(([code, level]) => ({
        ...named('LANGUAGE')(code),
        level,
        required: true,
        essential: isEssential(shares.get(code)),
      })),
      ...wanted.map(({ code, level }) => ({
        ...named('LANGUAGE')(code),
        level: level ?? 'C1',
        required: false,
        essential: isEssential(shares.get(code)),
      })),
    ],
    topics: (soft?.expertise ?? []).map(({ code, level, essential: share }) => ({
      ...named('EXPERTISE')(code),
      level: level ?? 'PRACTITIONER',
      essential: isEssential(share),
    })),
    territories: (soft?.territories ?? []).map(({ code }) => named('TERRITORY')(code)),
    roles: soft?.roles ?? [],
    tracks: (soft?.tracks ?? []).map(({ code }) => code),
    years: soft?.years ? String(soft.years) : '',
    minimumYears: hard?.minimumYears ? String(hard.minimumYears) : '',
    availability: hard?.availability ? String(hard.availability.minimumShare) : '',
    excluded: (hard?.conflictOfInterest?.territories ?? []).map(named('TERRITORY')),
    requiredRoles: hard?.roles ?? [],
    requiredTracks: hard?.tracks ?? [],
    preferredNetworks: soft?.networks ?? [],
    requiredNetworks: hard?.networks ?? [],
    excludedNetworks: hard?.conflictOfInterest?.networks ?? [],
    phase: soft?.process?.phase ?? '',
    processType: soft?.process?.type ?? '',
    allowStale: hard?.allowStale ?? false,
    rotation: Boolean(criteria.fairness?.rotation),
    weights: weightsWritten(criteria.weights),
    version: criteria.version === 2 ? '2' : '1',
    stance: soft?.origin?.stance ?? '',
    origin: (soft?.origin?.territories ?? []).map(named('TERRITORY')),
    workingMode: soft?.workingMode ?? '',
    noticeDays: soft?.noticeDays ? String(soft.noticeDays) : '',
    yearsAtMost: soft?.yearsAtMost ? String(soft.yearsAtMost) : '',
    mentor: soft?.mentor ?? false,
    rest: criteria,
  };
}

/** The criteria that the form states. Null while it states nothing that could rank anybody. */
export function criteriaOf(draft: Draft): NeedInput | null {
  const { rest } = draft;
  const softBefore = new Map(rest?.soft?.languages?.map((one) => [one.code, one]));
  const topicsBefore = new Map(rest?.soft?.expertise?.map((one) => [one.code, one]));
  const areasBefore = new Map(rest?.soft?.territories?.map((one) => [one.code, one]));
  const tracksBefore = new Map(rest?.soft?.tracks?.map((one) => [one.code, one]));
  const hasPeriod = draft.from !== '' && draft.to !== '';
  const languageShare = essentialOf(draft, draft.languages, softBefore);
  const topicShare = essentialOf(draft, draft.topics, topicsBefore);
  const soft: NonNullable<NeedInput['soft']> = {
    ...rest?.soft,
    languages: draft.languages.map((language) => ({
      ...softBefore.get(language.id),
      code: language.id,
      level: language.level,
      essential: languageShare(language),
    })),
    expertise: draft.topics.map((topic) => ({
      ...topicsBefore.get(topic.id),
      code: topic.id,
      level: topic.level,
      essential: topicShare(topic),
    })),
    territories: draft.territories.map(({ id }) => ({
      ...asVersion(draft, areasBefore.get(id)),
      code: id,
    })),
    ...laterCriteria(draft),
    roles: draft.roles,
    tracks: draft.tracks.map((code) => ({ ...tracksBefore.get(code), code })),
    years: wholeNumber(draft.years),
    networks: draft.preferredNetworks,
    process:
      draft.phase === '' && draft.processType === ''
        ? null
        : { phase: draft.phase || null, type: draft.processType || null },
    availability: hasPeriod,
    freshness: rest?.soft?.freshness ?? true,
  };
  const brief = draft.brief.trim();
  const ranks =
    brief !== '' ||
    draft.languages.length + draft.topics.length + draft.territories.length > 0 ||
    draft.roles.length + draft.tracks.length + draft.preferredNetworks.length > 0 ||
    soft.process !== null ||
    draft.years !== '' ||
    Object.values(laterCriteria(draft)).some(Boolean);
  if (!ranks || draft.date === '') return null;
  const minimumShare = wholeNumber(draft.availability);
  const rotation = draft.rotation ? (rest?.fairness?.rotation ?? { strength: ROTATION }) : null;
  const excluded = draft.excluded.map(({ id }) => id);
  return {
    ...rest,
    version: Number(draft.version),
    date: draft.date,
    period: hasPeriod ? { from: draft.from, to: draft.to } : null,
    preset: draft.preset === '' ? null : draft.preset,
    brief: brief === '' ? null : brief,
    weights: weightsOf(draft.weights),
    soft,
    fairness: draft.rotation || rest?.fairness?.group ? { ...rest?.fairness, rotation } : null,
    hard: {
      ...rest?.hard,
      languages: draft.languages
        .filter(({ required }) => required)
        .map(({ id, level }) => ({ code: id, level })),
      minimumYears: wholeNumber(draft.minimumYears),
      availability: hasPeriod && minimumShare !== null ? { minimumShare } : null,
      roles: draft.requiredRoles,
      tracks: draft.requiredTracks,
      networks: draft.requiredNetworks,
      allowStale: draft.allowStale,
      conflictOfInterest:
        excluded.length + draft.excludedNetworks.length > 0
          ? { territories: excluded, networks: draft.excludedNetworks }
          : null,
    },
  };
}

/** What only model 2 knows, beside what is essential. */
function laterCriteria(draft: Draft): Partial<NonNullable<NeedInput['soft']>> {
  const isLater = draft.version === '2';
  const { stance, origin } = draft;
  return {
    origin:
      isLater && stance !== '' && origin.length > 0
        ? { stance, territories: origin.map(({ id }) => id) }
        : null,
    workingMode: (isLater && draft.workingMode) || null,
    noticeDays: isLater ? wholeNumber(draft.noticeDays) : null,
    yearsAtMost: isLater ? wholeNumber(draft.yearsAtMost) : null,
    mentor: (isLater && draft.mentor) || null,
  };
}

/** What lacking a language or a field costs, in percent, where it is chosen here. */
const ESSENTIAL = 20;

/** Null where nothing was stated. */
function isEssential(share: number | null | undefined): boolean | null {
  return typeof share === 'number' ? share > 0 : null;
}

/**
 * What lacking each of them costs. Null for all where nobody has said which are essential, neither here nor in the need that
 * was read: then the model takes the heaviest language, and no field. Otherwise 0 for all that are not, which may be all.
 */
function essentialOf(
  { version }: Draft,
  all: readonly { readonly essential: boolean | null }[],
  before: ReadonlyMap<string, { readonly essential?: number | null }>,
): (item: { readonly id: string; readonly essential: boolean | null }) => number | null {
  const isStated =
    all.some(({ essential }) => essential !== null) ||
    [...before.values()].some(({ essential }) => typeof essential === 'number');
  if (version === '1' || !isStated) return () => null;
  return ({ id, essential }) => (essential ? before.get(id)?.essential || ESSENTIAL : 0);
}

/** An item as it was read, without what model 1 does not know. */
function asVersion<T extends object>({ version }: Draft, item: T | undefined): T | undefined {
  return item && version === '1' ? { ...item, essential: null } : item;
}

/** How many thousandths of the score the most exposed mediator loses, where rotation is chosen here. */
const ROTATION = 50;

function weightsWritten(weights: WeightsInput | null | undefined): Draft['weights'] {
  return Object.fromEntries(
    Object.entries(weights ?? {}).flatMap(([criterion, weight]) =>
      typeof weight === 'number' ? [[criterion, String(weight)]] : [],
    ),
  );
}

function weightsOf(written: Draft['weights']): WeightsInput {
  return Object.fromEntries(
    Object.entries(written).flatMap(([criterion, text]) => {
      const weight = wholeNumber(text);
      return weight === null ? [] : [[criterion, weight]];
    }),
  );
}
