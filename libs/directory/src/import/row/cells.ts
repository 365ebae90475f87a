import { problem, type Problem, type Words } from '#messages';
import {
  asciiDigits,
  DATE_ORDERS,
  perhapsDayCount,
  perhapsYears,
  foldText,
  readDay,
  readDayCount,
  readWholeNumber,
  readYears,
  readYesNo,
  twoNationalities,
  withoutOther,
  type DateOrder,
  type Parsed,
} from '#vocabulary';
import { addDays, characterCount } from '#kernel';
import { externalIdProblem, foldExternalId } from '../../mediator/external-id.js';
import { isDate } from '../../fields/dates.js';
import { nameProblem } from '../../fields/names.js';
import { LONGEST } from '../../fields/field-types.js';
import type { Column } from '../columns/column.js';
import type { ColumnMap } from '../columns/column-map.js';
import { dividedValues, valueParser } from '../columns/parsers.js';
import { columnsOf, isHidden, type ImportField } from '../columns/fields.js';
import { UNREADABLE } from '../readers/encoding.js';
import type { RawCell, RawRow } from '../readers/raw-row.js';
import { isFormulaError, NO_RESULT } from '../readers/formula-error.js';
import type { NaMeans } from '../columns/mapping.js';
import { withoutTitle } from '../../mediator/name-titles.js';
import { missingIn } from './missing.js';
import { knownValuesOf } from './known-values.js';
import { noNameOfOne } from './name-of-one.js';
import type { Note, NoteKind } from './note.js';
import { notOneOfTwo, notUnderstood } from './not-understood.js';
import { safeReject, type Reject } from './reject.js';
import { asShownOnWeb } from './web-letters.js';
import { isStruckOut, STRUCK_OUT } from '../readers/struck-out.js';

/** Behind the values of a list, where it goes on. */
const AND_MORE = /(?:^|[\s,،]+)(?:etc\.{0,3}|…|\.{3}|n\.?k\.|إلخ\.?|الخ\.?)\s*$/iu;
const PLACES: ReadonlySet<ImportField> = new Set(
  columnsOf(({ type }) => 'of' in type && type.of === 'territory'),
);
/** All that stands behind a name. */
const IN_BRACKETS = /^\s*[([（][^()[\]（）]*[)\]）]\s*$/u;
/** Of what a web page writes in letters. */
const WEB_LETTER = '&eacute;';
const MOST_VALUES = 60;
const LONGEST_VALUE = 1_000;

/** How a file is to be read where its values alone do not tell. */
export interface Reading {
  /** Whether "NA" is Namibia or marks a missing value; not said where absent. */
  readonly naMeans?: NaMeans;
  /** The order of day, month and year in figures; not said where absent. */
  readonly dateOrder?: DateOrder;
  /** What texts of a column mean, by column and by the text as `foldText` has it. */
  readonly values?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The cells of one row by field, everything found wrong with them, and what is to be noted. */
export class Cells {
  readonly rejects: Reject[] = [];
  readonly notes: Note[] = [];
  private readonly knownValues;

  constructor(
    private readonly place: Pick<RawRow, 'number' | 'sheet'>,
    private readonly texts: ReadonlyMap<ImportField, readonly RawCell[]>,
    private readonly reading: Reading = {},
  ) {
    this.knownValues = knownValuesOf(reading);
  }

  /** The trimmed text, '' where there is none or it is not acceptable. */
  text(field: ImportField, longest: number = LONGEST.text): string {
    return this.textOf(field, this.texts.get(field)?.[0], longest);
  }

  private textOf(
    field: ImportField,
    cell: RawCell | undefined,
    longest: number = LONGEST.text,
  ): string {
    // Most cells of most rows.
    if (cell === undefined || (cell.text === '' && cell.wrong === undefined)) return '';
    const { text: whole } = cell;
    const lines = whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
    const text = this.meant(field, lines.trim());
    const wrong = cell.wrong ?? unacceptable(text, longest);
    const onWeb = wrong === null ? asShownOnWeb(text) : null;
    if (onWeb !== null) {
      this.reject(field, text, problem('value.web', { example: WEB_LETTER }), onWeb);
      return '';
    }
    if (wrong === null) return this.unlessMissing(field, text);
    this.reject(field, text, wrong);
    return '';
  }

  /** What the mapping says that a text means; the text itself where it says nothing. */
  private meant(field: ImportField, text: string): string {
    const texts = this.reading.values?.get(field);
    if (!texts || text === '') return text;
    return texts.get(foldText(text)) ?? this.meantInPart(field, text, texts);
  }

  /** The same where it says what the name beside a level means, or the level beside a name. */
  private meantInPart(
    field: ImportField,
    text: string,
    texts: ReadonlyMap<string, string>,
  ): string {
    const parse = valueParser(field);
    const parsed = parse?.(text);
    if (!parse || !parsed || parsed.ok) return text;
    const part = parsed.problem.input.trim();
    const means = texts.get(foldText(part));
    if (means === undefined || means === '') return means ?? text;
    const changed = text.replace(part, () => means);
    const isLevelBeside = IN_BRACKETS.test(text.slice(text.indexOf(part) + part.length));
    // What it means may have a level of its own.
    return isLevelBeside && !parse(changed).ok ? means : changed;
  }

  /** The text, or '' where it marks a missing value; where that cannot be told, it is rejected. */
  private unlessMissing(field: ImportField, text: string, beside: readonly string[] = []): string {
    const missing = text === '' ? null : missingIn(field, text, this.reading.naMeans, beside);
    if (missing === null) return text;
    if (missing !== 'empty') this.reject(field, text, missing.reason, missing.suggestion);
    return '';
  }

  /**
   * What `read` makes of a field that its cells alone tell; of a text that stood in the column before, what it made of that.
   * Not for contact data. `today` is an ISO date.
   */
  known<T extends {} | null>(field: ImportField, today: string, read: () => T): T {
    const cells = this.texts.get(field);
    const cell = cells?.length === 1 ? cells[0] : undefined;
    const values = cell && this.knownValues.of(field, cell, today);
    if (!cell || !values) return read();
    const found = values.get(cell.text);
    if (found !== undefined) return found as T;
    const before = this.rejects.length + this.notes.length;
    const value = read();
    const isPlain = this.rejects.length + this.notes.length === before;
    if (isPlain) this.knownValues.keep(values, cell.text, value);
    return value;
  }

  /** A name, or several; '' and none where a text cannot be one. */
  name(field: ImportField, longest: number = LONGEST.name): string {
    return this.checkedName(field, this.text(field, longest));
  }

  names(field: ImportField): string[] {
    return this.values(field).filter((value) => this.checkedName(field, value) !== '');
  }

  private checkedName(field: ImportField, text: string): string {
    const found = text === '' ? null : nameProblem(text);
    if (found === null) return text;
    this.reject(field, text, found.reason, found.suggestion);
    return '';
  }

  /** The text of a field that every row has. */
  private required(field: ImportField): string {
    const before = this.rejects.length;
    const text = this.text(field, LONGEST.name);
    if (text === '' && this.rejects.length === before) {
      this.reject(field, '', problem('value.required'));
    }
    return text;
  }

  fullName(): string {
    const text = this.required('full_name');
    const found = noNameOfOne(text);
    if (found !== null) this.reject('full_name', text, found.reason, found.suggestion);
    return this.untitled('full_name', this.checkedName('full_name', text));
  }

  displayName(): string {
    return this.untitled('display_name', this.name('display_name'));
  }

  /** A title is no part of a name; that it was left out is noted. */
  private untitled(field: ImportField, name: string): string {
    const untitled = withoutTitle(name);
    if (untitled !== name) this.note(field, 'title');
    return untitled;
  }

  /** Her number in the list, as it is kept and as it is written. */
  externalId(): { readonly kept: string; readonly written: string } {
    const written = this.required('external_id');
    const found = written === '' ? null : externalIdProblem(written);
    if (found === null) return { kept: foldExternalId(written), written };
    this.reject('external_id', written, found.reason, found.suggestion);
    return { kept: '', written };
  }

  optional(field: ImportField, longest: number = LONGEST.text): string | null {
    return this.text(field, longest) || null;
  }

  /** The values of all columns of a field: one on a line, or with semicolons or bars between. */
  values(field: ImportField, separators = /[;\n|]/u): string[] {
    const cells = this.cellsOf(field);
    const [only] = cells;
    return only && cells.length === 1
      ? this.valuesOf(field, only, separators)
      : cells.flatMap((cell) => this.valuesOf(field, cell, separators));
  }

  /** The cells of a field as they stand in the file, column by column. */
  cellsOf(field: ImportField): readonly RawCell[] {
    return this.texts.get(field) ?? [];
  }

  /** The values of a field, column by column. */
  valuesByColumn(field: ImportField, separators = /[;\n|]/u): string[][] {
    return this.cellsOf(field).map((cell) => this.valuesOf(field, cell, separators));
  }

  private valuesOf(field: ImportField, cell: RawCell, separators: RegExp): string[] {
    const text = this.textOf(field, cell);
    if (text === '') return [];
    const values = text.split(separators).map((value) => this.meant(field, value.trim()));
    const said = values
      // A cell of one value was asked as a whole.
      .map((value) => (values.length === 1 ? value : this.unlessMissing(field, value, values)))
      .filter((value) => value !== '');
    return this.checked(field, said);
  }

  private checked(field: ImportField, values: string[]): string[] {
    const failed = values.find(isFormulaError);
    const long = values.find((value) => isLonger(value, LONGEST_VALUE));
    if (failed !== undefined) {
      this.reject(field, failed, NO_RESULT);
    } else if (long !== undefined) {
      this.reject(field, long, problem('value.partTooLong', { longest: LONGEST_VALUE }));
    } else if (values.length > MOST_VALUES) {
      const count = problem('value.count', { count: values.length });
      this.reject(field, count, problem('value.tooMany', { most: MOST_VALUES }));
    } else {
      return values;
    }
    return [];
  }

  /** The values of a field, also those between commas or "and" if every part is understood. */
  private divided<T>(field: ImportField, parse: (text: string) => Parsed<T>): string[] {
    return this.ended(field, this.values(field)).flatMap((value) => {
      const plain = (part: string) => this.meant(field, withoutOther(part));
      const parts = dividedValues(field, value, (part) => parse(plain(part)).ok);
      if (parts.length < 2) {
        const two = field === 'nationality' && !parse(plain(value)).ok && twoNationalities(value);
        return two || [withoutOther(value)];
      }
      return parts.map(plain).filter((part) => this.unlessMissing(field, part, parts) !== '');
    });
  }

  /** The values without the "etc." behind them, which is noted; where nothing else is said, it is rejected. */
  private ended(field: ImportField, values: readonly string[]): string[] {
    return values.flatMap((value) => {
      const rest = value.replace(AND_MORE, '');
      if (rest === value) return [value];
      if (rest === '' && values.length === 1) {
        const reason = problem('missing.other', { text: value });
        this.reject(field, value, reason, problem('suggest.empty'));
        return [];
      }
      this.note(field, 'andMore');
      return rest === '' ? [] : [rest];
    });
  }

  /** Each value of a cell with what it says; those that are not understood are rejected one by one. */
  parsedWithTexts<T>(
    field: ImportField,
    parse: (text: string) => Parsed<T>,
  ): { readonly text: string; readonly value: T }[] {
    const found: { text: string; value: T }[] = [];
    const read = withLast(parse);
    for (const text of this.divided(field, read)) {
      const value = this.understood(field, text, read);
      if (value !== null) found.push({ text, value });
    }
    return found;
  }

  parsed<T>(field: ImportField, parse: (text: string) => Parsed<T>): T[] {
    return this.parsedWithTexts(field, parse).map(({ value }) => value);
  }

  /** One value, parsed; null where there is none or it is not understood. */
  one<T>(field: ImportField, parse: (text: string) => Parsed<T>): T | null {
    const text = this.text(field);
    if (text === '') return null;
    return sameInAll(text, parse) ?? this.understood(field, text, parse);
  }

  understood<T>(field: ImportField, value: string, parse: (text: string) => Parsed<T>): T | null {
    const parsed = parse(value);
    if (parsed.ok) return parsed.value;
    const ofTwo = field === 'nationality' ? notOneOfTwo(value) : null;
    const { reason, suggestion } = ofTwo ?? notUnderstood(parsed.problem);
    this.reject(
      field,
      value,
      reason,
      suggestion ?? (PLACES.has(field) ? onlyPart(value, parse) : null),
      parsed.problem.input.trim(),
    );
    return null;
  }

  /** The digits that the file holds, whatever number format shows them. */
  private number(field: ImportField): string {
    const text = this.text(field);
    return text === '' ? '' : (this.texts.get(field)?.[0]?.number ?? text);
  }

  /** Days of notice, also where the file counts them in weeks. */
  days(field: ImportField, most: number): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const days = readDayCount(text);
    if (days !== null && days <= most) return days;
    const perhaps = perhapsDayCount(text);
    if (perhaps === null) return this.whole(field, most);
    this.reject(field, text, problem('value.whole', { least: 0, most }), String(perhaps));
    return null;
  }

  whole(field: ImportField, most: number, least = 0): number | null {
    const text = this.number(field);
    if (text === '') return null;
    const number = readWholeNumber(text);
    if ('value' in number && number.value >= least && number.value <= most) return number.value;
    this.reject(field, text, problem('value.whole', { least, most }), perhapsWhole(text, most));
    return null;
  }

  /** Whole years: a lower bound and years that are counted from a year are noted. `today` is an ISO date. */
  years(field: ImportField, most: number, least: number, today: string): number | null {
    const text = this.number(field);
    if (text === '') return null;
    const read = readYears(text, today);
    if (read === null || read.years < least || read.years > most) {
      const suggestion = read === null ? (perhapsYears(text) ?? perhapsWhole(text, most)) : null;
      this.reject(field, text, problem('value.years', { least, most }), suggestion);
      return null;
    }
    if (read.stated === 'at-least') this.note(field, 'lowerBound');
    if (read.stated === 'since') this.note(field, 'since');
    return read.years;
  }

  /** A day as an ISO date. */
  date(field: ImportField): string | null {
    const text = this.text(field);
    return text === '' ? null : this.day(field, text);
  }

  /** A day as an ISO date, or null where it is not understood. */
  readDay(text: string): string | null {
    return readDay(text, this.reading.dateOrder ?? null);
  }

  /** A day in figures in the order of the file, or in words; others are rejected, never guessed. */
  day(field: ImportField, text: string): string | null {
    const { dateOrder } = this.reading;
    const day = this.readDay(text);
    if (day !== null && isDate(day) && day < BEYOND) return day;
    const days = perhapsDays(text);
    const isOrder = day === null && days.length > 0 && FIGURES.test(asciiDigits(text));
    const reason = !isOrder
      ? problem('value.date')
      : dateOrder === undefined
        ? problem('value.dateOrder', { orders: DATE_ORDERS.join(', ') })
        : problem('value.notInOrder', { order: dateOrder });
    this.reject(field, text, reason, days.length === 0 ? null : { or: days });
    return null;
  }

  /**
   * The same, of what has happened: a day that is still to come is a slip, and would count for years.
   * `today` is of UTC; somewhere it is tomorrow.
   */
  pastDate(field: ImportField, today: string): string | null {
    const date = this.date(field);
    if (date === null || date <= today || date <= addDays(today, 1)) return date;
    this.reject(field, date, problem('value.future'));
    return null;
  }

  /** Whether any column of the field says yes. */
  yesNo(field: ImportField): boolean {
    const answers = (this.texts.get(field) ?? []).map((cell) => {
      const text = this.textOf(field, cell).toLowerCase();
      const answer = text === '' ? false : readYesNo(text);
      if (answer === null) this.reject(field, text, problem('value.yesNo'));
      return answer;
    });
    return answers.includes(true);
  }

  /** @param part of the value that is not understood */
  reject(
    field: ImportField,
    value: Words,
    reason: Problem,
    suggestion: Words | null = null,
    part = '',
  ): void {
    const column = this.column(field);
    const { number: row, sheet } = this.place;
    const whole = { row, sheet, field, column, value, reason, suggestion };
    const reject = part === '' ? whole : { ...whole, part };
    this.rejects.push(safeReject(reject, isHidden(field)));
  }

  note(field: ImportField, kind: NoteKind): void {
    const { number: row, sheet } = this.place;
    this.notes.push({ row, sheet, field, column: this.column(field), kind });
  }

  /** The file's own names of the columns, or the canonical one where the file has none. */
  column(field: ImportField): Words {
    const headers = this.texts.get(field)?.map(({ header }) => header) ?? [field];
    const [only] = headers;
    return only !== undefined && headers.length === 1 ? only : { and: headers };
  }
}

/** The same function, which asks once for a text that comes again at once. */
function withLast<T>(parse: (text: string) => Parsed<T>): (text: string) => Parsed<T> {
  let last: { readonly text: string; readonly parsed: Parsed<T> } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, parsed: parse(text) };
    return last.parsed;
  };
}

/** What the column of a cell is: as the table has told it, else as its header tells. */
export function columnOf(cell: RawCell, columns: ColumnMap): Column | null {
  return cell.column ?? columns.column(cell.header);
}

const NUL = problem('value.NUL');
const SURROGATE = problem('value.surrogate');
const NOT_READ = problem('value.unreadable');

/** Days that come later are slips. */
const BEYOND = '2101';
/** Day, month and year in figures. */
const FIGURES = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;
/** Behind a day. */
const HOUR = /[T ]\d{1,2}:\d{2}.*$/;

/** A year of two digits behind a month in words. */
const TWO_DIGITS = /^(\d{1,2}[\s-]\p{L}+\.?[\s-])(\d{2})$/u;
/** Days of spreadsheets from 1920 to 2100, which a program has written as plain numbers. */
const [FIRST_SERIAL, LAST_SERIAL] = [7_306, 73_415];
const SERIAL_EPOCH = '1899-12-30';

function serial(text: string): string[] {
  const days = /^\d{4,5}$/.test(text) ? Number(text) : 0;
  const isDay = days >= FIRST_SERIAL && days <= LAST_SERIAL;
  return isDay ? [addDays(SERIAL_EPOCH, days)] : [];
}

/** "3/4/2021" can be two days, "2021" and "March 2021" their first: suggested, never taken. */
function perhapsDays(text: string): string[] {
  const day = text.replace(HOUR, '');
  const [, compact] = /^((?:19|20)\d{6})$/.exec(asciiDigits(day)) ?? [];
  const firsts = [
    ...serial(day),
    ...(compact ? [compact.replace(/(....)(..)/, '$1-$2-')] : []),
    day.replace(TWO_DIGITS, '$120$2'),
    `1 ${day}`,
    `${asciiDigits(day)}-01`,
    `${asciiDigits(day)}-01-01`,
  ];
  const found = [
    ...DATE_ORDERS.map((order) => readDay(day, order)),
    ...firsts.map((first) => readDay(first, null)),
  ];
  return [
    ...new Set(found.filter((one) => one !== null && isDate(one) && one < BEYOND)),
  ] as string[];
}

function perhapsWhole(text: string, most: number): string | null {
  const number = readWholeNumber(text);
  const perhaps = 'perhaps' in number ? number.perhaps : '';
  return perhaps !== '' && Number(perhaps) <= most ? perhaps : null;
}

/** Of such characters a text is acceptable that is not too long and no error of a formula: most texts are. */
const PLAIN = /^[\n\x20-\x7d]*$/;

function isLonger(text: string, longest: number): boolean {
  return text.length > longest && characterCount(text) > longest;
}

function unacceptable(text: string, longest: number): Problem | null {
  if (text.length <= longest && PLAIN.test(text)) return isFormulaError(text) ? NO_RESULT : null;
  if (text.includes('\u0000')) return NUL;
  if (!text.isWellFormed()) return SURROGATE;
  if (text.includes(UNREADABLE)) return NOT_READ;
  if (isFormulaError(text)) return NO_RESULT;
  if (isStruckOut(text)) return STRUCK_OUT;
  if (isLonger(text, longest)) return problem('value.tooLong', { longest });
  return null;
}

/** What a text says that says one value in several languages: "Uganda / Ouganda"; null for all else. */
function sameInAll<T>(text: string, parse: (part: string) => Parsed<T>): T | null {
  const parts = text.split(/[/|\n]|\s[-–—]\s/u);
  if (parts.length < 2 || parse(text).ok) return null;
  const read = parts.map((part) => parse(part));
  const [first] = read;
  const isOne = read.every((one) => one.ok && first?.ok && one.value === first.value);
  return isOne && first?.ok ? first.value : null;
}

/** The one part of a text that is understood: the country of "Nairobi, Kenya" and of "Kenya (Nairobi)". */
function onlyPart(text: string, parse: (part: string) => Parsed<unknown>): string | null {
  const parts = text
    .split(/[,;/()]|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const understood = parts.filter((part) => parse(part).ok);
  const [only] = understood;
  return parts.length > 1 && understood.length === 1 && only !== undefined ? only : null;
}
