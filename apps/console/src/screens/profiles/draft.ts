import type {
  Availability,
  ExpertiseLevel,
  Phase,
  ProcessType,
  ProfileChangesInput,
  Proficiency,
  RecordOfProfileFragment,
  Role,
  StatedField,
  Support,
  Track,
  VocabularyKind,
  WorkingMode,
} from '../../graph/types.js';
import type { Option } from '../../ui/type-ahead.js';
import { RECORD_FIELDS } from './fields.js';

export interface WrittenLanguage extends Option {
  readonly level: Proficiency;
}
export interface WrittenTopic extends Option {
  readonly level: ExpertiseLevel;
}
export interface WrittenText extends Option {
  readonly text: string;
}
export interface WrittenPeriod {
  /** Tells it from the others in the form. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}
export interface WrittenDeployment {
  /** Tells it from the others in the form. */
  readonly key: string;
  readonly process: string;
  readonly type: ProcessType | '';
  readonly phase: Phase | '';
  readonly role: Role | '';
  readonly track: Track | '';
  readonly place: readonly Option[];
  readonly from: string;
  readonly to: string;
}

/** What a network states about a mediator while it is being written: what the fields of the form hold. */
export interface Draft {
  readonly fullName: string;
  readonly displayName: string;
  /** One in each line. */
  readonly nameVariants: string;
  readonly languages: readonly WrittenLanguage[];
  readonly expertise: readonly WrittenTopic[];
  readonly territories: readonly Option[];
  readonly roles: readonly Role[];
  readonly tracks: readonly Track[];
  readonly supports: readonly Support[];
  readonly years: string;
  readonly experience: readonly WrittenDeployment[];
  readonly band: Availability | '';
  readonly periods: readonly WrittenPeriod[];
  readonly noticeDays: string;
  readonly workingMode: WorkingMode | '';
  readonly nationalities: readonly Option[];
  /** One at most. */
  readonly residence: readonly Option[];
  readonly birthYear: string;
  readonly biography: readonly WrittenText[];
  readonly training: string;
  readonly education: string;
  readonly publications: string;
  readonly pseudonymous: 'yes' | 'no' | '';
  readonly codeName: string;
  readonly ruledOut: readonly Option[];
  readonly confirmedOn: string;
}

let keys = 0;

function newKey(): string {
  keys += 1;
  return String(keys);
}

export function emptyDeployment(): WrittenDeployment {
  return {
    key: newKey(),
    process: '',
    type: '',
    phase: '',
    role: '',
    track: '',
    place: [],
    from: '',
    to: '',
  };
}

export function emptyPeriod(): WrittenPeriod {
  return { key: newKey(), from: '', to: '' };
}

export const EMPTY_DRAFT: Draft = {
  fullName: '',
  displayName: '',
  nameVariants: '',
  languages: [],
  expertise: [],
  territories: [],
  roles: [],
  tracks: [],
  supports: [],
  years: '',
  experience: [],
  band: '',
  periods: [],
  noticeDays: '',
  workingMode: '',
  nationalities: [],
  residence: [],
  birthYear: '',
  biography: [],
  training: '',
  education: '',
  publications: '',
  pseudonymous: '',
  codeName: '',
  ruledOut: [],
  confirmedOn: '',
};

/** What one source states, as an edit takes it. */
export type Stated = { readonly [Name in keyof ProfileChangesInput]?: ProfileChangesInput[Name] };

/** What a network states in a record that was read. */
export function statedBy(
  { statements }: Pick<RecordOfProfileFragment, 'statements'>,
  network: string,
): Stated {
  const names = new Map<StatedField, string>(RECORD_FIELDS.map(({ field, name }) => [field, name]));
  return Object.fromEntries(
    (statements ?? [])
      .filter(({ source }) => source.network?.slug === network)
      .map(({ field, value }) => [names.get(field), value]),
  ) as Stated;
}

type Coded = Extract<VocabularyKind, 'LANGUAGE' | 'EXPERTISE' | 'TERRITORY'>;
export type LabelOf = (kind: Coded, code: string) => string;

/** The codes that a statement names, by list: their names are shown in the form. */
export function codesIn(stated: Stated): Record<Coded, readonly string[]> {
  return {
    LANGUAGE: [
      ...(stated.languages ?? []).map(({ code }) => code),
      ...(stated.biography ?? []).map(({ language }) => language),
    ],
    EXPERTISE: (stated.expertise ?? []).map(({ code }) => code),
    TERRITORY: [
      ...(stated.territories ?? []),
      ...(stated.nationalities ?? []),
      ...(stated.ruledOut ?? []),
      ...(stated.residence ? [stated.residence] : []),
      ...(stated.experience ?? []).flatMap(({ territory }) => territory ?? []),
    ],
  };
}

/** The form of a statement that was read. */
export function draftOf(stated: Stated, labelOf: LabelOf): Draft {
  const named =
    (kind: Coded) =>
    (code: string): Option => ({ id: code, words: labelOf(kind, code) });
  const place = named('TERRITORY');
  const { availability, pseudonymous } = stated;
  return {
    fullName: stated.fullName ?? '',
    displayName: stated.displayName ?? '',
    nameVariants: (stated.nameVariants ?? []).join('\n'),
    languages: (stated.languages ?? []).map(({ code, level }) => ({
      ...named('LANGUAGE')(code),
      level,
    })),
    expertise: (stated.expertise ?? []).map(({ code, level }) => ({
      ...named('EXPERTISE')(code),
      level,
    })),
    territories: (stated.territories ?? []).map(place),
    roles: stated.roles ?? [],
    tracks: stated.tracks ?? [],
    supports: stated.supports ?? [],
    years: written(stated.years),
    experience: (stated.experience ?? []).map((one) => ({
      ...emptyDeployment(),
      process: one.processName,
      type: one.processType ?? '',
      phase: one.phase ?? '',
      role: one.role ?? '',
      track: one.track ?? '',
      place: one.territory ? [place(one.territory)] : [],
      from: written(one.yearFrom),
      to: written(one.yearTo),
    })),
    band: availability?.band ?? '',
    periods: (availability?.periods ?? [])
      .map(({ from, to }) => ({ ...emptyPeriod(), from: from ?? '', to: to ?? '' }))
      // One without ends is all days, as no period is.
      .filter(({ from, to }) => from !== '' || to !== ''),
    noticeDays: written(stated.noticeDays),
    workingMode: stated.workingMode ?? '',
    nationalities: (stated.nationalities ?? []).map(place),
    residence: stated.residence ? [place(stated.residence)] : [],
    birthYear: written(stated.birthYear),
    biography: (stated.biography ?? []).map(({ language, text }) => ({
      ...named('LANGUAGE')(language),
      text,
    })),
    training: stated.training ?? '',
    education: stated.education ?? '',
    publications: stated.publications ?? '',
    pseudonymous: pseudonymous === true ? 'yes' : pseudonymous === false ? 'no' : '',
    codeName: stated.codeName ?? '',
    ruledOut: (stated.ruledOut ?? []).map(place),
    confirmedOn: stated.confirmedOn ?? '',
  };
}

/** What a form states: null where it states nothing. */
export function statedIn(draft: Draft): Required<ProfileChangesInput> {
  return {
    fullName: textIn(draft.fullName),
    displayName: textIn(draft.displayName),
    nameVariants: list(
      draft.nameVariants
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
    languages: list(draft.languages.map(({ id, level }) => ({ code: id, level }))),
    expertise: list(draft.expertise.map(({ id, level }) => ({ code: id, level }))),
    territories: codes(draft.territories),
    roles: list(draft.roles),
    tracks: list(draft.tracks),
    supports: list(draft.supports),
    years: whole(draft.years),
    experience: list(
      draft.experience.map((one) => ({
        processName: one.process.trim(),
        processType: one.type || null,
        phase: one.phase || null,
        role: one.role || null,
        track: one.track || null,
        territory: one.place[0]?.id ?? null,
        yearFrom: whole(one.from),
        yearTo: whole(one.to),
      })),
    ),
    availability:
      draft.band === ''
        ? null
        : {
            band: draft.band,
            periods: draft.periods
              .filter(({ from, to }) => from !== '' || to !== '')
              .map(({ from, to }) => ({ from: from || null, to: to || null })),
          },
    noticeDays: whole(draft.noticeDays),
    workingMode: draft.workingMode || null,
    nationalities: codes(draft.nationalities),
    residence: draft.residence[0]?.id ?? null,
    birthYear: whole(draft.birthYear),
    biography: list(
      draft.biography
        .filter((one) => one.text.trim() !== '')
        .map((one) => ({ language: one.id, text: one.text.trim() })),
    ),
    training: textIn(draft.training),
    education: textIn(draft.education),
    publications: textIn(draft.publications),
    pseudonymous: draft.pseudonymous === '' ? null : draft.pseudonymous === 'yes',
    codeName: textIn(draft.codeName),
    ruledOut: codes(draft.ruledOut),
    confirmedOn: draft.confirmedOn || null,
  };
}

/** The fields in which two forms state different things. */
export function changedNames(before: Draft, after: Draft): (keyof ProfileChangesInput)[] {
  const [old, now] = [statedIn(before), statedIn(after)];
  return RECORD_FIELDS.map(({ name }) => name).filter(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]),
  );
}

/** What an edit sends: the fields that the form changes. */
export function changesOf(before: Draft, after: Draft): ProfileChangesInput {
  const now = statedIn(after);
  return Object.fromEntries(changedNames(before, after).map((name) => [name, now[name]]));
}

/** Fields of the form that hold something which is no whole number. */
export function notWhole(draft: Draft): (keyof ProfileChangesInput)[] {
  const deployments = draft.experience.flatMap(({ from, to }) => [from, to]);
  return [
    ...(['years', 'noticeDays', 'birthYear'] as const).filter((name) => !isWhole(draft[name])),
    ...(deployments.every(isWhole) ? [] : (['experience'] as const)),
  ];
}

/** The parts of a form that hold what an input calls by this name, taken from another form. */
export function partOf(draft: Draft, name: keyof ProfileChangesInput): Partial<Draft> {
  if (name === 'availability') return { band: draft.band, periods: draft.periods };
  return { [name]: draft[name] };
}

function isWhole(value: string): boolean {
  return /^\s*\d*\s*$/.test(value);
}

function whole(value: string): number | null {
  return value.trim() === '' ? null : Number(value);
}

function written(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function textIn(value: string): string | null {
  return value.trim() === '' ? null : value.trim();
}

function list<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

function codes(options: readonly Option[]): readonly string[] | null {
  return list(options.map(({ id }) => id));
}
