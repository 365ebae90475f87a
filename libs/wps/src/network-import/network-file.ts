import { refusal, type Sentence } from '#messages';
import { InvalidInputError, type InputProblem } from '#kernel';
import type { ActorDraft, MembershipDraft, OfficeTermDraft } from '../actor/actor-draft.js';
import type { FrameworkDraft, IndicatorDraft } from '../indicator/framework-keeper.js';
import type { MeetingDraft } from '../meeting/meeting-draft.js';
import type { FormDraft } from '../report/form-keeper.js';

/** Facts of a network as a file states them. What it does not state stays as it is. */
export interface NetworkFile {
  readonly actors: readonly FileActor[];
  readonly memberships: readonly (MembershipDraft & OfActor)[];
  readonly offices: readonly (OfficeTermDraft & OfActor)[];
  readonly meetings: readonly MeetingDraft[];
  readonly frameworks: readonly FrameworkDraft[];
  readonly indicators: readonly IndicatorDraft[];
  readonly forms: readonly FormDraft[];
}

export type FileActor = Pick<ActorDraft, 'code' | 'kind'> &
  Partial<Pick<ActorDraft, 'names' | 'parent' | 'fictional'>>;

interface OfActor {
  /** The code of the actor. */
  readonly actor: string;
}

type Shape = Readonly<Record<string, Kind>>;
type Kind =
  | 'text'
  | 'text?'
  | 'number'
  | 'yes?'
  | 'texts'
  | 'texts?'
  | 'codes?'
  | 'check?'
  | keyof typeof PARTS;

const TERM = {
  actor: 'text',
  grouping: 'text',
  from: 'text?',
  until: 'text?',
  source: 'text',
} as const;

const SHAPES = {
  actors: { code: 'text', kind: 'text', names: 'texts?', parent: 'text?', fictional: 'yes?' },
  memberships: { ...TERM, asOf: 'text' },
  offices: { ...TERM, role: 'text' },
  meetings: {
    code: 'text',
    grouping: 'text',
    kind: 'text',
    from: 'text',
    until: 'text',
    place: 'text',
    theme: 'texts?',
    documents: 'documents?',
    hosts: 'codes?',
    participants: 'codes?',
    source: 'text',
  },
  frameworks: { code: 'text', title: 'texts', publisher: 'text', source: 'text' },
  indicators: {
    framework: 'text',
    code: 'text',
    text: 'texts',
    unit: 'text',
    direction: 'text',
    level: 'text',
    concept: 'text',
    fit: 'text',
    fitNote: 'text?',
    checked: 'check?',
  },
  forms: {
    code: 'text',
    version: 'number',
    title: 'texts',
    publisher: 'text',
    rhythm: 'text',
    source: 'text',
    checked: 'check?',
    sections: 'sections',
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** Lists within an entry: what each of their entries states, and what it says that does not state it. */
const PARTS = {
  'documents?': {
    shape: { title: 'text', symbol: 'text?', url: 'text?' },
    unstated: { symbol: null, url: null },
    form: refusal('wps.listOf', { what: 'documents' }),
  },
  sections: {
    shape: { title: 'texts', cells: 'cells' },
    unstated: {},
    form: refusal('wps.listOf', { what: 'sections' }),
  },
  cells: {
    shape: { code: 'text', kind: 'text', of: 'text?', label: 'texts?', note: 'texts?' },
    unstated: { of: null, label: {}, note: {} },
    form: refusal('wps.listOf', { what: 'cells' }),
  },
} as const satisfies Readonly<
  Record<string, { readonly shape: object; readonly unstated: object; readonly form: Sentence }>
>;

/** What an entry says that does not state it. An actor says nothing then: what is known of it stays. */
const UNSTATED: Readonly<Record<keyof typeof SHAPES, object>> = {
  actors: {},
  memberships: { from: null, until: null },
  offices: { from: null, until: null },
  meetings: { theme: {}, documents: [], hosts: [], participants: [] },
  frameworks: {},
  indicators: { fitNote: null, checked: null },
  forms: { checked: null },
};

/**
 * Reads the facts of a file. Words that it does not know are refused, for a mistyped one would be lost in silence.
 *
 * @throws InvalidInputError with everything whose form is wrong; whether codes and days exist is checked later
 */
export function readNetworkFile(file: object): NetworkFile {
  const problems: InputProblem[] = [];
  const add = (path: string, message: Sentence, code: InputProblem['code'] = 'MALFORMED') =>
    problems.push({ path, code, message });
  for (const key of Object.keys(file).filter((each) => !(each in SHAPES)))
    add(key, STRANGE, 'UNKNOWN');
  const lists = (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((list) => {
    const entries = (file as Readonly<Record<string, unknown>>)[list] ?? [];
    if (!Array.isArray(entries)) {
      add(list, refusal('wps.isList'));
      return [list, []];
    }
    return [
      list,
      entries.map((entry: unknown, i) => ({
        ...UNSTATED[list],
        ...readEntry(entry, SHAPES[list], `${list}.${i}`, add),
      })),
    ];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  return Object.fromEntries(lists) as NetworkFile;
}

const STRANGE = refusal('wps.strangeName');

type Add = (path: string, message: Sentence, code?: InputProblem['code']) => void;

function readEntry(entry: unknown, shape: Shape, path: string, add: Add): object {
  if (!isRecord(entry)) {
    add(path, refusal('wps.isObject'));
    return {};
  }
  for (const key of Object.keys(entry).filter((each) => !(each in shape))) {
    add(`${path}.${key}`, STRANGE, 'UNKNOWN');
  }
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, kind]) => {
      const value = entry[key];
      const at = `${path}.${key}`;
      if (value === undefined) {
        if (!kind.endsWith('?')) add(at, refusal('wps.isMissing'), 'MISSING');
        return [];
      }
      if (isPart(kind)) {
        const { shape: of, unstated, form } = PARTS[kind];
        if (!Array.isArray(value)) {
          add(at, form);
          return [];
        }
        const parts = value.map((one: unknown, i) => ({
          ...unstated,
          ...readEntry(one, of, `${at}.${i}`, add),
        }));
        return [[key, parts]];
      }
      if (!isOfKind(value, kind)) add(at, FORMS[kind]);
      // Whoever says that a wording was not compared says no more than a file that is silent about it.
      return [[key, kind === 'check?' && value === false ? null : value]];
    }),
  );
}

function isPart(kind: Kind): kind is keyof typeof PARTS {
  return Object.hasOwn(PARTS, kind);
}

type PlainKind = Exclude<Kind, keyof typeof PARTS>;

const FORMS: Readonly<Record<PlainKind, Sentence>> = {
  text: refusal('input.text'),
  'text?': refusal('input.text'),
  number: refusal('wps.aNumber'),
  'yes?': refusal('wps.trueOrFalse'),
  texts: refusal('wps.textsByLanguage'),
  'texts?': refusal('wps.textsByLanguage'),
  'codes?': refusal('wps.listOf', { what: 'codes' }),
  'check?': refusal('wps.checkedHow'),
};

function isOfKind(value: unknown, kind: PlainKind): boolean {
  const isText = (one: unknown) => typeof one === 'string';
  if (kind === 'text?' && value === null) return true;
  if (kind === 'text' || kind === 'text?') return isText(value);
  if (kind === 'check?') return value === false || value === 'own' || isCheck(value);
  if (kind === 'yes?') return typeof value === 'boolean';
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'texts' || kind === 'texts?') {
    return isRecord(value) && Object.values(value).every(isText);
  }
  return kind === 'codes?' && Array.isArray(value) && value.every(isText);
}

function isCheck(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { against, on, ...more } = value;
  return [against, on].every((one) => typeof one === 'string') && Object.keys(more).length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
