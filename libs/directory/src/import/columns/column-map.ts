import { foldText, parseProficiency } from '#vocabulary';
import { consentColumn } from './consent-column.js';
import { IMPORT_COLUMNS, isTexts, NAME_PARTS, type ImportField } from './fields.js';
import { fieldOfPhrase } from './header-phrases.js';
import { columnAsked, isQuestion, plainHeader, saysOtherwise } from './header-words.js';
import { edgeOfPeriod, ofValue, VALUE_COLUMNS, type Column } from './column.js';
import type { Mapping } from './mapping.js';
import { valueTest } from './parsers.js';

/** Names of columns that are remembered; a file of lines may bring a new one with every line. */
const MOST_KNOWN = 1_000;
/** Texts of the first rows that are remembered while the header is looked for among them. */
const MOST_LOOKED_AT = 2_000;
const LONGEST_NAME = 200;
/** Columns that a header has at the least, her name among them, if no number shows that it is one of members. */
const FEWEST_COLUMNS = 3;

/** "Languages [English]": a form's column for one choice of a question. */
const VALUE_OF_LIST = /^(.+?)\s*\[([^[\]]+)\]\s*$/u;
const isList = (field: ImportField | undefined): boolean =>
  VALUE_COLUMNS.some((one) => one === field);

/** Whether a text names a language or a topic. */
const HOLDS_MARKS = (['languages', 'expertise'] as const).flatMap((name) => valueTest(name) ?? []);

const fields = new Map<string, ImportField>();
for (const { name, aliases } of IMPORT_COLUMNS) {
  for (const alias of [name, ...aliases]) {
    const folded = foldText(alias);
    if (folded !== '') fields.set(folded, name as ImportField);
  }
}

/** Says what each column of a file is, by mapping file first and by its name then. */
export class ColumnMap {
  private readonly byHeader = new Map<string, Column | null>();
  private readonly lookedAt = new Map<string, Column | null>();
  private readonly renamed: ReadonlyMap<string, string | null>;
  /** What the mapping file says of "NA", where it says something. */
  readonly naMeans: Mapping['naMeans'];
  /** In which order the file writes days in figures, where that is said. */
  readonly dateOrder: Mapping['dateOrder'];
  /** The row of the header, where that is said. */
  readonly headerRow: Mapping['headerRow'];
  /** What texts of a column mean, by column and by the text without case and accents. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Texts for columns that are not there or empty. */
  readonly defaults: readonly (Column & { readonly header: string; readonly text: string })[];

  constructor(mapping: Mapping = { columns: {}, defaults: {} }) {
    this.naMeans = mapping.naMeans;
    this.dateOrder = mapping.dateOrder;
    this.headerRow = mapping.headerRow;
    this.values = new Map(
      Object.entries(mapping.values ?? {}).map(([column, texts]) => [
        column,
        new Map(Object.entries(texts).map(([text, means]) => [foldText(text), means])),
      ]),
    );
    this.renamed = new Map(
      Object.entries(mapping.columns).map(([name, is]) => [trimmed(name), is]),
    );
    this.defaults = Object.entries(mapping.defaults).flatMap(([header, text]) => {
      const column = columnNamed(header);
      return column ? [{ ...column, header, text }] : [];
    });
  }

  /** Null for a column that no one here understands; it is reported, not swallowed. */
  column(header: string): Column | null {
    const known = this.byHeader.get(header);
    if (known !== undefined) return known;
    const found = this.look(header);
    if (this.byHeader.size < MOST_KNOWN) this.byHeader.set(header, found);
    return found;
  }

  /** Whether the mapping file says that this column is not to be read. */
  isLeftOut(header: string): boolean {
    return this.renamed.get(trimmed(header)) === null;
  }

  /** Whether a row of a table is its header: it names her name, whole or in parts, and her number or two other things. */
  isHeader(cells: readonly string[]): boolean {
    const found = new Set(cells.flatMap((cell) => this.look(cell)?.field ?? []));
    const parts = NAME_PARTS.filter((part) => found.has(part));
    if (!found.has('full_name') && parts.length === 0) return false;
    const others = found.size - Math.max(0, parts.length - 1);
    return found.has('external_id') || others + this.overMarks(cells) >= FEWEST_COLUMNS;
  }

  /** Whether a row names a column of names, whole or in parts. */
  isNamed(cells: readonly string[]): boolean {
    return cells.some((cell) => {
      const field = this.look(cell)?.field;
      return field === 'full_name' || NAME_PARTS.some((part) => part === field);
    });
  }

  /** How many cells are languages or topics, as over columns of marks: "English", "Languages [English]". */
  private overMarks(cells: readonly string[]): number {
    return cells.filter((cell) => {
      if (this.look(cell) !== null) return false;
      const [, name = '', inside] = VALUE_OF_LIST.exec(cell) ?? [];
      const value = inside !== undefined && isList(this.look(name)?.field) ? inside : cell;
      return HOLDS_MARKS.some((isValue) => isValue(value.trim()));
    }).length;
  }

  /** What the mapping file says of a header; null where it says nothing. */
  mapped(header: string): Column | null {
    const is = this.renamed.get(trimmed(header));
    return is ? columnNamed(is) : null;
  }

  /** How many columns would be understood if this row were the header. */
  understood(cells: readonly string[]): number {
    return cells.filter((cell) => this.look(cell)).length;
  }

  private look(header: string): Column | null {
    const known = this.lookedAt.get(header);
    if (known !== undefined) return known;
    const found = this.told(header);
    if (this.lookedAt.size < MOST_LOOKED_AT) this.lookedAt.set(header, found);
    return found;
  }

  private told(header: string): Column | null {
    const is = this.renamed.get(trimmed(header));
    return is === null ? null : columnNamed(is ?? header);
  }
}

function trimmed(name: string): string {
  return name.trim().toLowerCase();
}

/** CiviCRM writes the group of its own fields behind them, "Languages :: Profile", and Salesforce "__c". */
function withoutSystem(name: string): string {
  return name
    .replace(/\s+::\s.*$|__c$/u, '')
    .replaceAll(/(?<=\p{L})_(?=\p{L})/gu, (mark) => (name.endsWith('__c') ? ' ' : mark));
}

/** A canonical name, another name of a column, or the question of a form. */
function columnNamed(name: string): Column | null {
  if (name.length > LONGEST_NAME) return null;
  if (name.trim() === '#') return NUMBER;
  const plain = plainHeader(withoutSystem(name));
  const known = named(name) ?? ofValue(name) ?? languagesAt(name) ?? named(plain) ?? inPath(plain);
  if (known) return known;
  const asked = columnAsked(name) ?? columnAsked(plain, isQuestion(name));
  return (
    (asked ? (exactly(asked) ?? consentColumn(asked)) : null) ??
    inLanguages(plain) ??
    edgeOfPeriod(plain) ??
    phrased(plain)
  );
}

function named(name: string): Column | null {
  return exactly(name) ?? consentColumn(name);
}

/** A header whose words are put together in a way of its own: "Main thematic areas". */
function phrased(name: string): Column | null {
  const field = fieldOfPhrase(name);
  return field && { field, language: isTexts(field) ? languageOf(name) : null };
}

/** Between the names of one column in several languages: "Name / Nom", "Name (Nom)", or one below the other. */
const BETWEEN_LANGUAGES = /\s*[/|\n]\s*|\s+[-–—]\s+|\s*\(|\)\s*$/u;
const MOST_LANGUAGES = 4;
/** "Country / Pays" is where she lives, though "Pays" alone is read as where she works. */
const COUNTRY: ReadonlySet<ImportField> = new Set<ImportField>(['residence', 'territories']);

/** The column that each of several names means; null where one is not understood, or means another. */
function inLanguages(name: string): Column | null {
  const names = name.split(BETWEEN_LANGUAGES).filter((part) => part.trim() !== '');
  if (names.length < 2 || names.length > MOST_LANGUAGES) return null;
  const columns = names.map((one) => exactly(one) ?? edgeOfPeriod(one) ?? phrased(one));
  const [first] = columns;
  if (!first || columns.includes(null)) return null;
  const isOne = columns.every((one) => one?.field === first.field && one.edge === first.edge);
  if (isOne) return first;
  const isCountry = columns.every((one) => one && COUNTRY.has(one.field));
  return isCountry ? { field: 'residence', language: null } : null;
}

const NUMBER: Column = { field: 'external_id', language: null };

/** `biography:fr` is the French biography; brackets and a colon mark nothing elsewhere. */
function exactly(name: string): Column | null {
  const [, base = name, language] =
    /^(.+?)\s*[:([]\s*([a-z]{2,3})\s*[)\]]?$/i.exec(name.trim()) ?? [];
  const field = fields.get(foldText(name)) ?? fields.get(foldText(base));
  if (!field) return null;
  return { field, language: isTexts(field) ? (language?.toLowerCase() ?? languageOf(name)) : null };
}

/** Words of headers that tell in which language the texts below them are. */
const IN_LANGUAGE: readonly (readonly [words: RegExp, language: string])[] = [
  [/\p{sc=Arab}/u, 'ar'],
  [/biographi(?:e|que)|présentation/iu, 'fr'],
  [/biografía|semblanza|reseña|biográfica breve/iu, 'es'],
  [/biografia|biográfica/iu, 'pt'],
  [/wasifu/iu, 'sw'],
];

/** The language of texts whose column does not name it: that of its header. */
function languageOf(header: string): string {
  return IN_LANGUAGE.find(([words]) => words.test(header))?.[1] ?? 'en';
}

/** "Languages (fluent)": each language in the column is at the level in its header. */
function languagesAt(name: string): Column | null {
  const own = parseProficiency(name);
  // "Langue maternelle" is a column of languages, too.
  if (own.ok && own.value === 'native') return { field: 'languages', language: null, level: name };
  const [, base = '', level = ''] =
    /^(.+?)\s*(?:[([]\s*(.+?)\s*[)\]]|[:–-]\s+(.+?))$/u.exec(name.trim()) ?? [];
  if (fields.get(foldText(base)) !== 'languages' || !parseProficiency(level).ok) return null;
  return { field: 'languages', language: null, level };
}

/**
 * Kobo writes the groups of a form before a question, `person/full_name`, and so does ODK Central, `person-full_name`. What
 * stands in a group about somebody else is not hers.
 */
const PATH =
  /^\w+(?:\/\w+)*\/(\w+)$|^\w{2,}(?:-\w+)*-(\w+_\w+|name|country|languages?|nationality|email|phone)$/;
/** What stands before such a word with a hyphen, and is no group: "mother-country", "user-name". */
const NO_GROUP = /^(?:mother|user|nick|first|last|family|sub|non|ex|co|home|birth|host|sister)-/i;

function inPath(name: string): Column | null {
  const [, behindSlash, behindHyphen] = PATH.exec(name) ?? [];
  const last = behindSlash ?? behindHyphen;
  if (last === undefined || NO_GROUP.test(name)) return null;
  if (saysOtherwise(name.replaceAll(/[/_-]/gu, ' '))) return null;
  const plain = last.replaceAll('_', ' ');
  return exactly(last) ?? consentColumn(plain) ?? phrased(plain);
}
