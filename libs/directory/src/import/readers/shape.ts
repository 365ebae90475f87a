import { readYears } from '#vocabulary';
import { VALUE_COLUMNS, type Column } from '../columns/column.js';
import type { ColumnMap } from '../columns/column-map.js';
import { valueTest } from '../columns/parsers.js';
import { isList } from '../columns/doubled.js';
import { isQuestion, saysOtherwise } from '../columns/header-words.js';
import { leveledBy, levelsOf, type ImportField } from '../columns/fields.js';
import { HEADER_WITHIN } from '../columns/mapping.js';
import { readMark } from '../columns/missing-words.js';
import type { Merged, TableRow } from './table.js';

/** Rows behind the header whose values help to understand a column. */
const SAMPLE = 200;
/** Rows that are looked at before any is read. */
export const LOOKED_AT = HEADER_WITHIN + SAMPLE;
/** Values of which a column is told that no header names. */
const FEWEST_VALUES = 3;

/** How it was found out what a column is. */
export type Evidence = 'name' | 'group' | 'values' | 'form' | 'nobody' | 'summary';

/** A column of a table as its header and, where that says too little, its values tell it. */
export interface ShapeColumn {
  /** As the file has it: of two rows "Languages: English". */
  readonly header: string;
  readonly column: Column | null;
  readonly evidence: Evidence;
  /** Where the level of the one language in the column stands: "Level 2" beside "Language 2". */
  readonly levelAt?: number;
  /** It is the level of the language in another column, and read with that one. */
  readonly isLevel?: true;
}

/** Where the header of a table is, and what its columns are. */
export interface Shape {
  /** First and last row of the header. */
  readonly rows: readonly [number, number];
  readonly columns: readonly ShapeColumn[];
}

/** A row that looks like a header, and what it lacks. */
export interface NearlyHeader {
  readonly row: number;
  readonly understood: number;
  /** A column of it holds names, whole or in parts. */
  readonly isNamed: boolean;
}

/**
 * Finds the header of a table in its first rows: one row, or two where the first groups the columns of the second.
 * Null where there is none.
 *
 * @param isStrict every row has as many cells as the header: one with more or fewer is shifted, and tells of no column
 */
export function shapeOf(
  top: readonly TableRow[],
  merged: readonly Merged[],
  columns: ColumnMap,
  isStrict = false,
): Shape | null {
  for (const [i, row] of top.entries()) {
    if (row.number > HEADER_WITHIN) return null;
    const isNamed = columns.headerRow === row.number;
    if (columns.headerRow !== undefined && !isNamed) continue;
    const next = top[i + 1];
    const two = next && twoRows(row, next, merged, columns);
    const last = two ? next : row;
    const headers = two ?? textsOf(row).map((text): Heading => ({ group: '', text }));
    if (!two && !isNamed && !columns.isHeader(textsOf(row))) continue;
    const behind = top
      .slice(top.indexOf(last) + 1)
      .filter(({ hidden, cells }) => !hidden && !(isStrict && cells.length !== row.cells.length));
    return {
      rows: [row.number, last.number],
      columns: understood(headers, behind, columns),
    };
  }
  return null;
}

/** The row among the first that has most columns that are understood, to help where no header is found. */
export function nearlyHeader(top: readonly TableRow[], columns: ColumnMap): NearlyHeader | null {
  const rows = top
    .filter(({ number }) => number <= HEADER_WITHIN)
    .map((row) => ({
      row: row.number,
      understood: columns.understood(textsOf(row)),
      isNamed: columns.isNamed(textsOf(row)),
    }));
  const [best] = rows.toSorted((a, b) => b.understood - a.understood || a.row - b.row);
  return best && best.understood > 0 ? best : null;
}

/** What stands over a column: in the header, and in a row above it that groups columns. */
interface Heading {
  readonly group: string;
  readonly text: string;
}

function textsOf({ cells }: TableRow): string[] {
  return cells.map(({ text }) => text.trim());
}

/**
 * The headings of two rows, of which the first has groups: merged cells, or a text with empty cells behind it. Null
 * where the rows are no such header.
 */
function twoRows(
  above: TableRow,
  below: TableRow,
  merged: readonly Merged[],
  columns: ColumnMap,
): Heading[] | null {
  if (below.number !== above.number + 1) return null;
  const [upper, lower] = [textsOf(above), textsOf(below)];
  const width = Math.max(upper.length, lower.length);
  const isWide = (i: number) =>
    merged.some(
      ({ rows, columns: [first, last] }) =>
        rows[0] === above.number &&
        rows[1] === above.number &&
        first <= i &&
        i <= last &&
        first < last,
    );
  const headings: Heading[] = [];
  let group = '';
  let grouped = 0;
  for (let i = 0; i < width; i++) {
    const up = upper[i] ?? '';
    const low = lower[i] ?? '';
    if (up !== '') group = up;
    else if (low === '') group = '';
    const isGroup = low !== '' && group !== '' && (up === '' || isWide(i) || upper[i + 1] === '');
    // Without merged cells it may be the first row of the list: then each heading must mean something in its group.
    if (isGroup && !isWide(i) && !isKnownIn(group, low, columns)) return null;
    if (isGroup) grouped += 1;
    headings.push(isGroup ? { group, text: low } : { group: '', text: up === '' ? low : up });
  }
  if (grouped < 2) return null;
  // Over a whole header of its own the row is a title, unless its groups say what the columns are.
  const isOwn = columns.isHeader(lower);
  const names = headings.flatMap(({ group: name, text }) => [name, text]);
  if (!isOwn && !columns.isHeader(names)) return null;
  // "N°" over an empty cell, beside "Contact" over "Phone" and "E-mail".
  const isOverNothing = headings.some(
    ({ text }, i) => (lower[i] ?? '') === '' && columns.column(text) !== null,
  );
  if (isOwn && isOverNothing) return headings;
  if (columns.isHeader(upper) && !isOwn) {
    // The row below is a header only where it says nothing beside the groups: no woman without a name.
    const isBeside = lower.some((text, i) => text !== '' && headings[i]?.group === '');
    return isBeside ? null : headings;
  }
  return headings.some(({ group: name }) => name !== '' && columns.column(name)) ? headings : null;
}

function isKnownIn(group: string, text: string, columns: ColumnMap): boolean {
  const of = columns.column(group);
  return (of && testOf(of)?.(text)) || inGroup(group, text, columns) !== null;
}

/** "First" and "Last" under "Name", "Phone" under "Contact". */
function inGroup(group: string, text: string, columns: ColumnMap): Column | null {
  return (
    columns.column(text) ?? columns.column(`${text} ${group}`) ?? columns.column(`${group} ${text}`)
  );
}

function understood(
  headings: readonly Heading[],
  behind: readonly TableRow[],
  columns: ColumnMap,
): ShapeColumn[] {
  const values = (i: number) =>
    behind.flatMap(({ cells }) => {
      const text = cells[i]?.text.trim() ?? '';
      return text === '' ? [] : [text];
    });
  const found = headings.map(({ group, text }, i): ShapeColumn => {
    const header = group === '' ? text : `${group}: ${text}`;
    if (text === '' || columns.isLeftOut(text) || columns.isLeftOut(header)) {
      return { header, column: null, evidence: 'name' };
    }
    const mapped = columns.mapped(header) ?? columns.mapped(text);
    if (mapped) return { header, column: mapped, evidence: 'name' };
    return (
      underGroup(header, group, text, values(i), columns) ?? alone(header, text, values(i), columns)
    );
  });
  const plain = withoutEdges(
    topicsOnly(nameParts(withoutSummaries(formAccount(found, values, columns)))),
  );
  const counted = numbered(yearsOrProcesses(plain, values), columns);
  return byValues(besides(levelsOfNeighbours(counted)), values);
}

/** "English" under "Languages", "Languages [English]" and `languages/english`: a column for each value. */
function underGroup(
  header: string,
  group: string,
  text: string,
  values: readonly string[],
  columns: ColumnMap,
): ShapeColumn | null {
  const inOne = /^(.+?)\s*(?:\[([^[\]]+)\]|[/:]\s*([^/:]+))\s*$/u.exec(text);
  const name = group === '' ? (inOne?.[1] ?? '') : group;
  const value = group === '' ? (inOne?.[2] ?? inOne?.[3] ?? '') : text;
  if (name === '' || value === '') return null;
  const of = columns.column(name);
  const parse = of && testOf(of);
  if (of && parse) {
    const plain = value.replaceAll('_', ' ');
    if (parse(plain) && values.every((one) => isMark(plain, one, parse))) {
      return { header, column: { ...of, value: plain }, evidence: 'group' };
    }
    const isNamed = named(of, group, value, columns);
    if (isNamed) return { header, column: isNamed, evidence: 'group' };
    // "Other (specify)": a mark there says nothing, and a text is a value.
    const isMarked = values.length > 0 && values.every((one) => readMark(one) !== null);
    return group === '' && !isMarked ? null : { header, column: null, evidence: 'group' };
  }
  if (group === '') return null;
  return { header, column: inGroup(group, text, columns), evidence: 'group' };
}

/** "Language" and "Level" under "Languages": the values of the group in one column, and their levels in another. */
function named(of: Column, group: string, text: string, columns: ColumnMap): Column | null {
  if (group === '') return null;
  const is = columns.column(text);
  if (is?.field === of.field) return is;
  const levels = levelsOf(of.field);
  return levels !== null && is !== null && leveledBy(is.field) !== null
    ? { ...is, field: levels }
    : null;
}

/** What tells whether a text is a value of a field whose values may each have a column; null for other fields. */
function testOf({ field }: Pick<Column, 'field'>): ((text: string) => boolean) | null {
  return VALUE_COLUMNS.some((name) => name === field) ? valueTest(field) : null;
}

const WORDED = /[\p{L}\p{N}]/u;

/** Whether a cell in the column of a value says yes or no to it, or how well. */
function isMark(value: string, text: string, parse: (text: string) => boolean): boolean {
  return readMark(text) !== null || (WORDED.test(text) && parse(`${value} (${text})`));
}

/** What the header says; "French" is a column of marks where its cells hold such. */
function alone(
  header: string,
  text: string,
  values: readonly string[],
  columns: ColumnMap,
): ShapeColumn {
  const column = columns.column(text);
  if (column) return { header, column, evidence: 'name' };
  // Of a code such as "DDR", which is a language, too, a topic is meant.
  for (const field of ['expertise', 'languages'] as const) {
    const parse = testOf({ field });
    if (!parse?.(text) || values.length === 0) continue;
    if (field === 'languages' && isAbbreviation(text)) continue;
    if (values.every((one) => isMark(text, one, parse))) {
      return { header, column: { field, language: null, value: text }, evidence: 'values' };
    }
  }
  return { header, column: null, evidence: 'name' };
}

/** Codes of languages over columns of marks; other codes are abbreviations of something else ("CV", "EU", "NDA"). */
const LANGUAGE_CODES = /^(?:ar|de|en|es|fr|pt|ru|sw|zh)$/iu;
const isAbbreviation = (text: string): boolean =>
  /^[a-z]{2,3}$/iu.test(text) && !LANGUAGE_CODES.test(text);

/** Topics that, over a mark, may be what the woman is, has or took part in. The mapping file can say that they are topics. */
const OF_HERSELF =
  /(?<!\p{L})(?:gender|genre|g[eé]nero|jinsia|youth|jeune|joven|jovem|vijana|disab|handicap|discapac|defici|ulemavu|refug|r[eé]fug|displac|d[eé]plac|desplaz|deslocad|wakimbizi|minorit|minor[ií]a|indigen|autoch|train|form[aã]|capacit|mafunzo|ngo|ong|cso|civil|health|sant[eé]|salud|sa[uú]de|afya|m[eé]dias?(?!\p{L})|النوع|شباب|الشباب|إعاقة|لاجئ|نازح|أقلي|تدريب|صحة|إعلام)/iu;

/** Other topics with columns of marks that show such a topic to be one of them. */
const FEWEST_TOPICS = 2;

/** Leaves out marks that may say something of herself, where no others show that the columns are topics. */
function topicsOnly(found: readonly ShapeColumn[]): ShapeColumn[] {
  const isMarked = ({ column, evidence }: ShapeColumn) =>
    evidence === 'values' && column?.field === 'expertise' && column.value !== undefined;
  const topics = found.filter((one) => isMarked(one) && !OF_HERSELF.test(one.header));
  if (topics.length >= FEWEST_TOPICS) return [...found];
  return found.map((one) =>
    isMarked(one) && OF_HERSELF.test(one.header) ? { ...one, column: null, evidence: 'name' } : one,
  );
}

/** Headers that are her whole name, or the other half of it beside a first or a last name. */
const WHOLE_OR_LAST = /^(?:names?|noms?|nome|navn|namn|jina|الاسم)$/iu;
const OTHER_NAMES =
  /^(?:other names?|autres (?:noms|pr[eé]noms)|otros nombres|outros nomes|majina mengine|أسماء أخرى)$/iu;
const WHOLE_OR_FIRST = /^(?:name|nombre|nome|navn|namn|jina|الاسم)$/iu;

/** A header without the group above it: "Nom" of "Identité: Nom". */
const ownWords = (header: string): string => header.slice(header.lastIndexOf(': ') + 1).trim();

/** Beside a last name alone, "other names" are her first names. */
function nameParts(found: readonly ShapeColumn[]): ShapeColumn[] {
  const has = (field: ImportField) => found.some(({ column }) => column?.field === field);
  const isRegister = has('family_name') && !has('given_name') && !has('full_name');
  if (isRegister && found.filter((one) => one.column?.field === 'name_variants').length === 1) {
    return found.map((one) =>
      one.column?.field === 'name_variants' && OTHER_NAMES.test(one.header.trim())
        ? { ...one, column: { field: 'given_name', language: null }, evidence: 'group' }
        : one,
    );
  }
  const other =
    has('given_name') && !has('family_name')
      ? ({ words: WHOLE_OR_LAST, field: 'family_name' } as const)
      : has('family_name') && !has('given_name')
        ? ({ words: WHOLE_OR_FIRST, field: 'given_name' } as const)
        : null;
  if (other === null) return [...found];
  return found.map((one) =>
    one.column?.field === 'full_name' && other.words.test(ownWords(one.header))
      ? { ...one, column: { field: other.field, language: null }, evidence: 'group' }
      : one,
  );
}

/** The headers with which Microsoft Forms begins; its name and e-mail are those of an account, often "anonymous". */
const FORMS_TIMES =
  /^(?:start time|completion time|heure de début|heure de fin|hora de inicio|hora de finalización|hora de início|hora de conclusão)$/iu;
const FORMS_ACCOUNT = /^(?:name|email|nom|adresse de messagerie|nombre|correo electrónico|nome)$/iu;
/** What Microsoft Forms writes where nobody is signed in. */
const NOBODY = /^(?:anonymous|anonyme|anónimo|anônimo|anónima|مجهول)$/iu;

/** Leaves out the account of a form where a question asks for the same, or nobody was signed in. */
function formAccount(
  given: readonly ShapeColumn[],
  values: (i: number) => readonly string[],
  columns: ColumnMap,
): ShapeColumn[] {
  if (given.filter(({ header }) => FORMS_TIMES.test(header)).length < 2) return [...given];
  // A question whose words another one has, too, gets a figure behind them.
  const found = given.map((one) => {
    const [, base] = /^(.*\p{L})\d$/u.exec(one.header.trim()) ?? [];
    const column = one.column === null && base !== undefined ? columns.column(base) : null;
    return column ? { ...one, column, evidence: 'name' as const } : one;
  });
  return found.map((one, i) => {
    if (!one.column || !FORMS_ACCOUNT.test(one.header.trim())) return one;
    const { field } = one.column;
    const isAsked = found.some((other, j) => j !== i && other.column?.field === field);
    const isNobody = values(i).every((text) => NOBODY.test(text));
    return isAsked || isNobody
      ? { ...one, column: null, evidence: isAsked ? 'form' : 'nobody' }
      : one;
  });
}

const NUMBERED = /^(.+?)\s*[#(]?\s*(\p{Nd}{1,2})\)?$/u;

/** "Language 1", "Level 1", "Language 2": columns of lists that are counted, and the level of each beside it. */
function numbered(found: readonly ShapeColumn[], columns: ColumnMap): ShapeColumn[] {
  const counted = found.map(({ header, column }) => {
    const [, base = '', number = ''] = NUMBERED.exec(header.trim()) ?? [];
    const of = column === null && base !== '' ? columns.column(base) : null;
    const isCounted =
      of !== null && (isList(of.field) || leveledBy(of.field) !== null || of.field === 'telephone');
    return isCounted ? { of, number } : null;
  });
  const beside = (field: ImportField, number: string) =>
    counted.findIndex((one) => one?.of.field === field && one.number === number);
  return found.map((one, i) => {
    const is = counted[i];
    if (!is) return one;
    const leveled = leveledBy(is.of.field);
    if (leveled !== null) {
      return beside(leveled, is.number) === -1 ? one : { ...one, isLevel: true };
    }
    const levels = levelsOf(is.of.field);
    const at = levels === null ? -1 : beside(levels, is.number);
    return { ...one, column: is.of, ...(at !== -1 ? { levelAt: at } : {}) };
  });
}

const OF_LANGUAGES = /lang|idiom|l[ií]ng|lengua|lugha|لغ/iu;

/** "Languages", "Level", "Topics", "Level": where there are several, each is the level of what stands beside it. */
function levelsOfNeighbours(found: readonly ShapeColumn[]): ShapeColumn[] {
  const isPlain = ({ header, column }: ShapeColumn) =>
    column?.field === 'language_level' && !OF_LANGUAGES.test(ownWords(header));
  if (found.filter(isPlain).length < 2) return [...found];
  return found.map((one, i) => {
    const beside = found[i - 1]?.column;
    const levels = isPlain(one) && beside ? levelsOf(beside.field) : null;
    return levels === null ? one : { ...one, column: { field: levels, language: null } };
  });
}

/** "Language", "Level", "Language", "Level": the level of each stands beside it, where there are as many of one as of the other. */
function besides(found: readonly ShapeColumn[]): ShapeColumn[] {
  const isLevel = ({ column }: ShapeColumn) => column !== null && leveledBy(column.field) !== null;
  const levels = found.flatMap((one, i) => (isLevel(one) ? [i] : []));
  const field = found[levels[0] ?? -1]?.column?.field;
  const leveled = field && leveledBy(field);
  if (!leveled || levels.length < 2) return [...found];
  const valued = found.flatMap(({ column }, i) => (column?.field === leveled ? [i] : []));
  const isBeside =
    levels.every((at) => found[at]?.column?.field === field && valued.includes(at - 1)) &&
    valued.length === levels.length &&
    valued.every(
      (at) => found[at]?.column?.value === undefined && found[at]?.levelAt === undefined,
    );
  if (!isBeside) return [...found];
  return found.map((one, i) => {
    if (levels.includes(i)) return { ...one, column: null, isLevel: true };
    return valued.includes(i) ? { ...one, levelAt: i + 1 } : one;
  });
}

/** Leaves out the days from and until which she is available where another column says whether she is. */
function withoutEdges(found: readonly ShapeColumn[]): ShapeColumn[] {
  const isPlain = ({ column }: ShapeColumn) =>
    column?.field === 'availability' && column.edge === undefined;
  if (!found.some(isPlain)) return [...found];
  return found.map((one) =>
    one.column?.edge === undefined ? one : { ...one, column: null, evidence: 'name' },
  );
}

/** Leaves out a column of several values where each value has a column of its own, as Kobo and ODK write both. */
function withoutSummaries(found: readonly ShapeColumn[]): ShapeColumn[] {
  return found.map((one) => {
    const { header, column } = one;
    const isSummary =
      column !== null &&
      column.value === undefined &&
      found.some(
        (other) => other.column?.value !== undefined && other.header.startsWith(`${header}/`),
      );
    return isSummary ? { ...one, column: null, evidence: 'summary' } : one;
  });
}

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u;

/** "Experience" may be the processes in which she worked, or how many years. */
function yearsOrProcesses(
  found: readonly ShapeColumn[],
  values: (i: number) => readonly string[],
): ShapeColumn[] {
  if (found.some(({ column }) => column?.field === 'years')) return [...found];
  return found.map((one, i) => {
    const texts = one.column?.field === 'deployments' ? values(i) : [];
    const isYears = texts.length > 0 && texts.every((text) => readYears(text, SOME_DAY) !== null);
    return isYears
      ? { ...one, column: { field: 'years', language: null }, evidence: 'values' }
      : one;
  });
}

/** Whether a text is a number of years does not depend on the day. */
const SOME_DAY = '2100-01-01';

/** Fields that the values of a column tell, where no header does. */
const BY_VALUES: readonly (readonly [ImportField, (text: string) => boolean])[] = [
  ['email', (text) => EMAIL.test(text)],
  ['expertise', (text) => partsOf(text).every((part) => valueTest('expertise')?.(part))],
  ['languages', (text) => partsOf(text).every((part) => valueTest('languages')?.(part))],
];

const partsOf = (text: string): string[] =>
  text.split(/[;\n|,،؛]/u).filter((part) => part.trim() !== '');

function byValues(
  found: readonly ShapeColumn[],
  values: (i: number) => readonly string[],
): ShapeColumn[] {
  const known = new Set(found.flatMap(({ column }) => column?.field ?? []));
  return found.map((one, i) => {
    if (one.column || one.header === '' || one.evidence !== 'name') return one;
    // What she wants to learn and the address of her assistant are values of the same kinds.
    if (saysOtherwise(one.header) || isQuestion(one.header)) return one;
    const texts = values(i);
    if (texts.length < FEWEST_VALUES) return one;
    const told = BY_VALUES.filter(([field, is]) => !known.has(field) && texts.every(is));
    const [only] = told;
    return only && told.length === 1
      ? { ...one, column: { field: only[0], language: null }, evidence: 'values' }
      : one;
  });
}
