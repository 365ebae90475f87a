import {
  checkRow,
  ColumnMap,
  consentColumn,
  IMPORT_COLUMNS,
  ImportRefusedError,
  openRows,
  type ImportField,
  type ImportFormat,
  type Mapping,
  type Reject,
} from '#directory';
import { say, translator, type Problem } from '#messages';
import { CommandFailure } from '#runtime';
import { DATE_ORDERS, PROFICIENCIES, type Locale } from '#vocabulary';
import { createInterface, type Interface } from 'node:readline/promises';
import type { Asked } from './confirm.js';

/** What is asked about, and what has been answered so far. */
export interface ImportChoices {
  readonly mapping: Mapping;
  readonly sheets: readonly string[];
}

interface About {
  readonly file: string;
  readonly format?: ImportFormat;
  readonly language: Locale;
}

/** Values that are asked about in one go; whoever has more mends the file. */
const MOST_ASKED = 50;
/** Values of which it is counted how often they stand in the file. */
const MOST_COUNTED = 1_000;

/** What a look at the whole file finds that a person can settle. */
interface Survey {
  /** Headers that are not understood. */
  readonly headers: readonly string[];
  readonly rejects: readonly Counted[];
}

/** What is wrong in the same way in so many cells. */
interface Counted {
  readonly field: ImportField;
  readonly reject: Reject;
  readonly count: number;
}

/**
 * Asks at the terminal about all that the file does not say in a way that is understood: sheets, headers, levels, the
 * order of dates, the purposes of a consent, and values, each once for the whole file. An empty answer leaves a thing as
 * it is. Contact data is neither asked about nor shown.
 *
 * @throws CommandFailure where there is no terminal; ImportRefusedError where the file cannot be read at all.
 */
export async function askAbout(
  about: About,
  given: ImportChoices,
  { input, output }: Asked,
): Promise<ImportChoices> {
  if (!input.isTTY || !output.isTTY) {
    throw new CommandFailure('There is no terminal to ask at: leave --interactive out.');
  }
  const lines = createInterface({ input, output });
  try {
    return await new Dialog(about, given, lines, (text) => void output.write(`${text}\n`)).run();
  } finally {
    lines.close();
  }
}

class Dialog {
  private readonly t;
  private readonly settled = new Set<string>();
  private mapping: Mapping;
  private sheets: readonly string[];

  constructor(
    private readonly about: About,
    given: ImportChoices,
    private readonly lines: Interface,
    private readonly print: (text: string) => void,
  ) {
    this.t = translator('import', about.language);
    this.mapping = given.mapping;
    this.sheets = given.sheets;
  }

  async run(): Promise<ImportChoices> {
    // What is answered may bring up something new: a column that is read now has values.
    for (;;) {
      const { mapping, sheets } = this;
      const found = await this.survey();
      if (found === null) continue;
      for (const header of found.headers) {
        await this.once(`header ${header}`, () => this.header(header));
      }
      for (const one of found.rejects.slice(0, MOST_ASKED)) {
        await this.once(keyOf(one), () => this.value(one));
      }
      if (mapping === this.mapping) return { mapping, sheets };
    }
  }

  /** Null where the sheets had to be asked first. */
  private async survey(): Promise<Survey | null> {
    const { file, format } = this.about;
    const columns = new ColumnMap(this.mapping);
    const today = new Date().toISOString().slice(0, 10);
    const headers = new Set<string>();
    const rejects = new Map<string, { field: ImportField; reject: Reject; count: number }>();
    try {
      for await (const row of await openRows(file, columns, { format, sheets: this.sheets })) {
        if ('fate' in row) {
          const { reason, name } = row;
          if (typeof name === 'string' && name !== '' && UNKNOWN.has(codeOf(reason)))
            headers.add(name);
          continue;
        }
        const checked = checkRow(row, columns, today);
        for (const reject of checked.draft ? [] : checked.rejects) {
          const { field } = reject;
          if (field === undefined || typeof reject.value !== 'string') continue;
          const one = { field, reject, count: 1 };
          const known = rejects.get(keyOf(one));
          if (known) known.count += 1;
          else if (rejects.size < MOST_COUNTED) rejects.set(keyOf(one), one);
        }
      }
    } catch (error) {
      const sheets = error instanceof ImportRefusedError ? sheetsIn(error.problem) : null;
      if (!sheets) throw error;
      await this.once('sheets', () => this.whichSheets(sheets));
      if (this.sheets.length === 0) throw error;
      return null;
    }
    return {
      headers: [...headers],
      rejects: [...rejects.values()].toSorted((a, b) => b.count - a.count),
    };
  }

  private async once(key: string, ask: () => Promise<void>): Promise<void> {
    if (this.settled.has(key)) return;
    this.settled.add(key);
    await ask();
  }

  private async whichSheets(names: readonly string[]): Promise<void> {
    const chosen = await this.several(this.t('ask.sheets'), names);
    if (chosen.length > 0) this.sheets = chosen;
  }

  private async header(header: string): Promise<void> {
    this.print(this.t('ask.header', { header }));
    const answer = await this.answer(this.t('ask.headerHint'));
    if (answer === '') return;
    if (answer === '-') return this.setColumn(header, null);
    const known = new ColumnMap().column(answer);
    if (known === null) {
      this.print(
        this.t('ask.notAColumn', { columns: IMPORT_COLUMNS.map(({ name }) => name).join(', ') }),
      );
      return this.header(header);
    }
    const { field, language, value, purposes } = known;
    const qualifier = purposes?.join(',') ?? value ?? language;
    this.setColumn(header, qualifier ? `${field}:${qualifier}` : field);
  }

  private setColumn(header: string, is: string | null): void {
    this.mapping = { ...this.mapping, columns: { ...this.mapping.columns, [header]: is } };
  }

  private async value({ field, reject, count }: Counted): Promise<void> {
    switch (codeOf(reject.reason)) {
      case 'value.noLevel':
        return this.once('level', async () => {
          const [level] = await this.several(this.t('ask.level'), PROFICIENCIES, 1);
          if (level) this.setDefault('language_level', level);
        });
      case 'value.dateOrder':
        return this.once('dates', async () => {
          const [order] = await this.several(
            this.t('ask.dateOrder', { value: say(reject.value, 'en') }),
            DATE_ORDERS,
            1,
          );
          if (order) this.mapping = { ...this.mapping, dateOrder: order };
        });
      case 'value.consentYes':
        return this.once(`consent ${say(reject.column, 'en')}`, () => this.purposes(reject.column));
      case 'value.required':
      case 'number.repeated':
        return;
      default:
        return this.meaning(field, reject, count);
    }
  }

  private async purposes(column: Reject['column']): Promise<void> {
    if (typeof column !== 'string') return;
    const answer = await this.answer(this.t('ask.purposes', { header: column }));
    if (answer === '') return;
    const found = consentColumn(`consent:${answer.replaceAll(/\s+/gu, '')}`);
    if (!found?.purposes) return this.purposes(column);
    this.setColumn(column, `consent:${found.purposes.join(',')}`);
  }

  private async meaning(field: ImportField, reject: Reject, count: number): Promise<void> {
    const { language } = this.about;
    const value = say(reject.value, language);
    if (value === '') return;
    this.print(
      this.t('ask.value', {
        column: say(reject.column, language),
        value,
        count,
        reason: say(reject.reason, language),
      }),
    );
    const suggestions = suggestionsIn(reject).map((one) => say(one, language));
    suggestions.forEach((one, i) => this.print(`  ${i + 1}  ${one}`));
    const answer = await this.answer(this.t('ask.valueHint'));
    if (answer === '') return;
    const means = suggestions[Number(answer) - 1] ?? answer;
    const values = { ...this.mapping.values };
    values[field] = { ...values[field], [value]: means };
    this.mapping = { ...this.mapping, values };
  }

  private setDefault(field: ImportField, text: string): void {
    this.mapping = { ...this.mapping, defaults: { ...this.mapping.defaults, [field]: text } };
  }

  /** Some of these, by their numbers with commas between; none for an empty answer. */
  private async several<T extends string>(
    question: string,
    options: readonly T[],
    most = options.length,
  ): Promise<T[]> {
    this.print(question);
    options.forEach((one, i) => this.print(`  ${i + 1}  ${one}`));
    const answer = await this.answer(this.t(most === 1 ? 'ask.oneHint' : 'ask.severalHint'));
    if (answer === '') return [];
    const chosen = answer.split(/[\s,،]+/u).map((number) => options[Number(number) - 1]);
    const known = chosen.filter((one) => one !== undefined);
    return known.length === chosen.length && known.length <= most
      ? known
      : this.several(question, options, most);
  }

  /** '' where the terminal is closed. */
  private async answer(hint: string): Promise<string> {
    const closed = new Promise<string>((resolve) => this.lines.once('close', () => resolve('')));
    return (await Promise.race([this.lines.question(`${hint} `), closed])).trim();
  }
}

const UNKNOWN: ReadonlySet<string> = new Set([
  'remark.unknownHeader',
  'remark.unknownInGroup',
  'remark.sheetNames',
  'remark.sectionTitles',
]);

function codeOf(words: Reject['reason']): string {
  return typeof words === 'object' && 'code' in words ? words.code : '';
}

function keyOf({ field, reject }: Pick<Counted, 'field' | 'reject'>): string {
  return JSON.stringify([field, codeOf(reject.reason), say(reject.value, 'en')]);
}

/** Each of several suggestions; the only one as it is. */
function suggestionsIn({ suggestion }: Reject): readonly NonNullable<Reject['suggestion']>[] {
  if (suggestion === null) return [];
  if (typeof suggestion === 'object' && 'or' in suggestion) return suggestion.or;
  if (typeof suggestion === 'object' && 'codes' in suggestion) {
    const { kind, codes } = suggestion;
    return codes.map((code) => ({ kind, codes: [code] }));
  }
  return [suggestion];
}

function sheetsIn({ code, values }: Problem): string[] | null {
  const { sheets } = values;
  if (code !== 'refused.severalSheets' || typeof sheets !== 'object' || !('and' in sheets))
    return null;
  return sheets.and.map((name) => say(name, 'en').slice(1, -1));
}
