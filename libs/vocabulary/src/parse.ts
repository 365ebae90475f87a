import { foldText } from './fold.js';
import type {
  AreaCode,
  AvailabilityBand,
  ExpertiseCode,
  ExpertiseLevel,
  LanguageCode,
  Phase,
  ProcessType,
  Proficiency,
  Role,
  Support,
  TerritoryCode,
  Track,
} from './kinds.js';
import { lexicons } from './lexicons.js';
import { proficiencyRank } from './relations.js';
import { notUnderstood, understood, type Parsed } from './problem.js';

export const parseLanguage = (text: string): Parsed<LanguageCode> => lexicons.language.parse(text);

export const parseExpertise = (text: string): Parsed<ExpertiseCode> =>
  lexicons.expertise.parse(text);

/**
 * What somebody writes of herself or of another into a list: also the words of a name in another order, number, gender
 * or case. Codes of clients are not read so.
 */
export const parseExpertiseWording = (text: string): Parsed<ExpertiseCode> =>
  lexicons.expertise.parseWording(text);

export const parseRoleWording = (text: string): Parsed<Role> =>
  lexicons.role.parseWording(text) as Parsed<Role>;

export const parseSupportWording = (text: string): Parsed<Support> =>
  lexicons.support.parseWording(text) as Parsed<Support>;

export const parseRole = (text: string): Parsed<Role> => lexicons.role.parse(text) as Parsed<Role>;

export const parsePhase = (text: string): Parsed<Phase> =>
  lexicons.phase.parse(text) as Parsed<Phase>;

export const parseProcessType = (text: string): Parsed<ProcessType> =>
  lexicons['process-type'].parse(text) as Parsed<ProcessType>;

export const parseSupport = (text: string): Parsed<Support> =>
  lexicons.support.parse(text) as Parsed<Support>;

export const parseTrack = (text: string): Parsed<Track> =>
  lexicons.track.parse(text) as Parsed<Track>;

export const parseAvailability = (text: string): Parsed<AvailabilityBand> =>
  lexicons.availability.parse(text) as Parsed<AvailabilityBand>;

/** A name as registers sort it: "Congo, DR", "Korea, Republic of", "Sudan, South". */
const SORTED = /^([^,،/;]+)[,،]\s*([^,،/;]+)$/u;
/** A form of state, whose words stand in any order and with other words left out: "Egypt, Arab Rep." */
const FORM_OF_STATE = /\b(?:republic|states?|kingdom|union)\b|république|república/iu;
const ARTICLE = /^(?:the|la|le|les|el|os|as)\s+|^l['’]/iu;
/**
 * "Îles Comores", "Islas Comoras", "Comoro Islands": of countries that are islands, whose names do not say so. Samoa and
 * Micronesia are not among them: some of the islands that are called so are of other territories.
 */
const ISLANDS =
  /^(?:(?:les )?[iî]les?|(?:the )?(?:islands?|isles)|(?:las )?islas|(?:as )?ilhas|archipel|archipelago|archipi[eé]lago|arquip[eé]lago|visiwa|جزر|أرخبيل)\s+(?:(?:of the|of|des|de las|de la|du|de|das|do|da|vya|ya)\s+)?(.+)$|^(.+?)\s+(?:islands?|isles|archipelago)$/iu;
const COUNTRIES_OF_ISLANDS: ReadonlySet<string> = new Set(
  'AG BB BH BS CV CY DM FJ GD JM KI KM KN LC MG MH MT MU MV NR NZ PH PW SB SC ST TO TT TV VC VU YT RE MQ GP'.split(
    ' ',
  ),
);
/** Abbreviations of the World Bank and of others. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\brep\b\.?/giu, 'Republic'],
  [/\bdem\b\.?/giu, 'Democratic'],
  [/\bfed\b\.?/giu, 'Federated'],
  [/\bsts\b\.?/giu, 'States'],
];

/**
 * Two names of one territory with a slash between them ("Türkiye/Turkey") are that territory, and so is a name with
 * its article, its first part behind a comma, or its words shortened.
 */
export function parseTerritory(text: string): Parsed<TerritoryCode> {
  const whole = lexicons.territory.parse(text);
  if (whole.ok || whole.problem.reason !== 'unknown' || whole.problem.refused) return whole;
  if (text.includes('/')) return oneOfTwoNames(text) ?? whole;
  const trimmed = text.trim();
  const islands = ISLANDS.exec(trimmed);
  if (islands !== null) {
    const named = lexicons.territory.parse(islands[1] ?? islands[2] ?? '');
    if (named.ok && COUNTRIES_OF_ISLANDS.has(named.value)) return named;
  }
  const [, name = '', behind = ''] = SORTED.exec(trimmed) ?? [];
  const ordered = name === '' ? trimmed : `${behind} ${name}`;
  const full = SHORTENED.reduce((before, [short, long]) => before.replace(short, long), ordered);
  const plain = full.replace(ARTICLE, '');
  if (plain === trimmed) return whole;
  const named = lexicons.territory.parse(plain);
  if (named.ok || (name === '' && named.problem.reason === 'ambiguous')) return named;
  if (name === '' || !FORM_OF_STATE.test(plain)) return whole;
  const worded = lexicons.territory.parseWording(plain);
  return worded.ok ? worded : whole;
}

function oneOfTwoNames(text: string): Parsed<TerritoryCode> | null {
  const parts = text.split('/').map((part) => lexicons.territory.parse(part));
  const codes = new Set(parts.map((part) => (part.ok ? part.value : null)));
  const [code] = codes;
  return codes.size === 1 && typeof code === 'string' ? understood(code) : null;
}

/** A territory, a region or a grouping, looked for in that order. */
export function parseArea(text: string): Parsed<AreaCode> {
  const territory = parseTerritory(text);
  if (territory.ok || territory.problem.reason === 'ambiguous') return territory;
  for (const kind of ['region', 'grouping'] as const) {
    const found = lexicons[kind].parse(text);
    if (found.ok || found.problem.reason === 'ambiguous') return found;
  }
  return territory;
}

const NO_ABILITY = new Set(['ilr 0', '0', 'none', 'no', 'aucun', 'ninguno', 'nenhum']);
/** Between two levels: the writer's doubt is settled to her disadvantage, never to a promise. */
const BETWEEN = /\s*[,،/–]\s*|(?<=\d)\s*-\s*(?=[a-c]\d)|\s+(?:-|or|to|ou|o|à|a|au|أو)\s+/iu;
/** "B1+", "B2.1": more or less of one band. */
const WITHIN_BAND = /^([abc][12])(?:\+|\.\d)$/i;

/** "nivel medio", "level B2", "kiwango cha kati", "مستوى متقدم", "CEFR B2", and examinations at a CEFR level. */
const LEVEL_BEFORE =
  /^(?:(?:at )?level:?|niveau|nivel|nível|kiwango cha|kiwango|kwa|بمستوى|مستوى|cefr|cecrl?|mcer|qecr|delf|dalf|tcf|tef|dele|goethe)\s+/iu;
/** "intermediate level", "native speaker", "good command", "fluent (written and spoken)". */
const LEVEL_BEHIND =
  /\s+(?:level|speaker|command|knowledge|proficiency|skills|\(?(?:(?:both )?(?:written and (?:spoken|oral)|(?:spoken|oral) and written)|(?:à l['’])?(?:oral|écrit) et (?:à l['’])?(?:oral|écrit)|parlé et écrit|hablado y escrito|oral y escrito|falado e escrito|oral e escrito|kuongea na kuandika|كتابة وتحدثا|تحدثا وكتابة|شفهيا وكتابيا)\)?)$/iu;
const SCALE_LEVEL = /^(ilr|un)[\s-]+(?:level|niveau|nivel|nível)\s+/i;

/**
 * CEFR levels as they are; ILR, UN levels and words as docs/vocabulary.md maps them. ILR 0 is no
 * ability and so no level.
 */
export function parseProficiency(text: string): Parsed<Proficiency> {
  const trimmed = text.trim();
  if (NO_ABILITY.has(foldText(trimmed))) return notUnderstood('proficiency', 'unknown', trimmed);
  const whole = oneProficiency(trimmed);
  if (whole.ok) return whole;
  return lowestOf(trimmed.split(BETWEEN)) ?? whole;
}

function oneProficiency(text: string): Parsed<Proficiency> {
  const plain = (WITHIN_BAND.exec(text)?.[1] ?? text).replace(SCALE_LEVEL, '$1 ');
  const parsed = lexicons.proficiency.parse(plain) as Parsed<Proficiency>;
  const word = plain.replace(LEVEL_BEHIND, '').replace(LEVEL_BEFORE, '');
  if (parsed.ok || word === plain) return parsed;
  const named = lexicons.proficiency.parse(word) as Parsed<Proficiency>;
  return named.ok ? named : parsed;
}

/** The lowest of several levels; null where there are not several or one is not understood. */
function lowestOf(texts: readonly string[]): Parsed<Proficiency> | null {
  const levels = texts.map((text) => oneProficiency(text.trim()));
  if (levels.length < 2 || !levels.every((level) => level.ok)) return null;
  return levels.reduce((low, level) =>
    proficiencyRank(level.value) < proficiencyRank(low.value) ? level : low,
  );
}

export function parseExpertiseLevel(text: string): Parsed<ExpertiseLevel> {
  const parsed = lexicons['expertise-level'].parse(text);
  return parsed.ok ? understood(Number(parsed.value) as ExpertiseLevel) : parsed;
}
