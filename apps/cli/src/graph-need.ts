import { withoutNulls } from '#kernel';
import { PRESET_CODES, STANCES, WANTED_MODES } from '#matching';
import {
  EXPERTISE_LEVEL_NAMES,
  graphName,
  PHASES,
  PROCESS_TYPES,
  PROFICIENCIES,
  ROLES,
  TRACK_PREFIX,
  TRACKS,
} from '#vocabulary';

type Respelled = (value: unknown) => unknown;
type Fields = Readonly<Record<string, Respelled>>;

/**
 * A need as the graph gives it, in the spelling of this house: `criteria` of a Need, a Need with its `criteria`, or a
 * whole answer with one of them. A need in the house's own spelling stays as it is, and what is in neither is left
 * for the model to refuse.
 */
export function fromGraph(value: object): object {
  const { data } = value as { data?: unknown };
  if (isObject(data)) {
    const [only, ...others] = Object.values(data);
    return others.length === 0 && isObject(only) ? fromGraph(only) : value;
  }
  const { criteria, wanted } = value as { criteria?: unknown; wanted?: unknown };
  const need = isObject(criteria)
    ? { ...criteria, ...(wanted !== undefined && { wanted }) }
    : value;
  return NEED(withoutNulls(need)) as object;
}

const code =
  (codes: readonly string[], prefix = ''): Respelled =>
  (value) =>
    codes.find((own) => graphName(own, prefix) === value) ?? value;

const level: Respelled = (value) =>
  EXPERTISE_LEVEL_NAMES[value as keyof typeof EXPERTISE_LEVEL_NAMES] ?? value;

const each =
  (item: Respelled): Respelled =>
  (value) =>
    Array.isArray(value) ? value.map(item) : value;

const fields =
  (respelled: Fields): Respelled =>
  (value) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, inner]) => [name, respelled[name]?.(inner) ?? inner]),
        )
      : value;

const TRACK = code(TRACKS, TRACK_PREFIX);
const ROLE = code(ROLES);
const LANGUAGES = each(fields({ level: code(PROFICIENCIES) }));

const NEED = fields({
  preset: code(PRESET_CODES),
  hard: fields({ languages: LANGUAGES, roles: each(ROLE), tracks: each(TRACK) }),
  soft: fields({
    languages: LANGUAGES,
    expertise: each(fields({ level })),
    roles: each(ROLE),
    tracks: each(fields({ code: TRACK })),
    process: fields({ type: code(PROCESS_TYPES), phase: code(PHASES) }),
    origin: fields({ stance: code(STANCES) }),
    workingMode: code(WANTED_MODES),
  }),
});

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
