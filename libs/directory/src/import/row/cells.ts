import type { Parsed } from '#vocabulary';
import { isHidden, type ImportField } from '../columns/fields.js';
import type { Reject } from './reject.js';

/** Longest name and longest running text, in characters. */
const LONGEST = { name: 200, text: 20_000 } as const;
const MOST_VALUES = 60;
const LONGEST_SHOWN = 200;
const HIDDEN_VALUE = '(not shown)';

/** The cells of one row by field, and everything found wrong with them. */
export class Cells {
  readonly rejects: Reject[] = [];

  constructor(
    private readonly row: number,
    private readonly texts: ReadonlyMap<ImportField, { header: string; text: string }>,
  ) {}

  /** The trimmed text, '' where there is none or it is not acceptable. */
  text(field: ImportField, kind: keyof typeof LONGEST = 'text'): string {
    const text = (this.texts.get(field)?.text ?? '').trim();
    const wrong = unacceptable(text, LONGEST[kind]);
    if (wrong === null) return text;
    this.reject(field, text, wrong);
    return '';
  }

  optional(field: ImportField, kind: keyof typeof LONGEST = 'text'): string | null {
    return this.text(field, kind) || null;
  }

  /** The values of a cell: one on a line, or with semicolons or bars between. */
  values(field: ImportField, separators = /[;\n|]/u): string[] {
    const values = this.text(field)
      .split(separators)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    if (values.length <= MOST_VALUES) return values;
    this.reject(field, `${values.length} values`, `At most ${MOST_VALUES} values fit in a cell.`);
    return [];
  }

  /** Each value of a cell, parsed; those that are not understood are rejected one by one. */
  parsed<T>(field: ImportField, parse: (text: string) => Parsed<T>): T[] {
    return this.values(field).flatMap((value) => {
      const understood = this.understood(field, value, parse);
      return understood === null ? [] : [understood];
    });
  }

  /** One value, parsed; null where there is none or it is not understood. */
  one<T>(field: ImportField, parse: (text: string) => Parsed<T>): T | null {
    const text = this.text(field);
    return text === '' ? null : this.understood(field, text, parse);
  }

  understood<T>(field: ImportField, value: string, parse: (text: string) => Parsed<T>): T | null {
    const parsed = parse(value);
    if (parsed.ok) return parsed.value;
    const { message, suggestions } = parsed.problem;
    this.reject(field, value, message, suggestions.map(({ label }) => label).join(' or '));
    return null;
  }

  whole(field: ImportField, most: number): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const number = Number(text.replace(/[.,]0+$/, ''));
    if (Number.isInteger(number) && number >= 0 && number <= most) return number;
    this.reject(field, text, `This must be a whole number from 0 to ${most}.`);
    return null;
  }

  /** An ISO date; the day and month order of other forms cannot be told, so they are not guessed. */
  date(field: ImportField): string | null {
    const text = this.text(field);
    if (text === '') return null;
    if (isDate(text)) return text;
    this.reject(field, text, 'This must be a date that exists, written YYYY-MM-DD.');
    return null;
  }

  yesNo(field: ImportField): boolean {
    const text = this.text(field).toLowerCase();
    if (YES.has(text)) return true;
    if (text !== '' && !NO.has(text)) this.reject(field, text, 'This must be yes or no.');
    return false;
  }

  reject(field: ImportField, value: string, reason: string, suggestion = ''): void {
    const hidden = isHidden(field);
    this.rejects.push({
      row: this.row,
      column: this.texts.get(field)?.header ?? field,
      value: hidden ? HIDDEN_VALUE : value.slice(0, LONGEST_SHOWN).toWellFormed(),
      reason: hidden ? 'What stands here is not acceptable.' : reason,
      suggestion: hidden ? '' : suggestion,
    });
  }
}

export const YES: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'true',
  '1',
  'oui',
  'sí',
  'si',
  'sim',
  'ja',
  'ndiyo',
  'نعم',
  'x',
]);
export const NO: ReadonlySet<string> = new Set([
  'no',
  'n',
  'false',
  '0',
  'non',
  'não',
  'nao',
  'nei',
  'hapana',
  'لا',
]);

/** Whether the text is a date that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function unacceptable(text: string, longest: number): string | null {
  if (text.includes('\u0000')) return 'The text holds a NUL character.';
  if (!text.isWellFormed()) return 'The text holds half a character (a lone surrogate).';
  if (text.length > longest) return `The text is longer than ${longest} characters.`;
  return null;
}
