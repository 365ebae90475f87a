import { isNamed, textIn, translator, type Key, type Translate } from '#messages';
import { METRICS } from '#metrics';
import { label, type Locale } from '#vocabulary';
import { actorNameIn } from '../../actor/actor-name.js';
import {
  gapsOf,
  isUnchecked,
  type ContentCell,
  type FigureRow,
  type ReportContent,
  type Value,
} from '../content.js';
import type { ReportState } from '../report-steps.js';

/** What a report is, beside what it says. Days in ISO 8601. */
export interface ReportStatus {
  readonly state: ReportState;
  readonly submittedTo: string | null;
  readonly submittedAt: string | null;
  readonly hash: string | null;
}

export interface PrintedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A cell of the form in words: lines, or a table. */
export interface PrintedCell {
  readonly code: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly lines: readonly string[];
  readonly table: PrintedTable | null;
}

/** A report in words of one language, for every kind of page and file. */
export interface PrintedReport {
  readonly locale: Locale;
  readonly title: string;
  /** Of whom, of which days, by which form, and how far it has come. */
  readonly head: readonly string[];
  readonly sections: readonly { readonly title: string; readonly cells: readonly PrintedCell[] }[];
  readonly comments: { readonly title: string; readonly lines: readonly string[] };
}

type Words = Translate<'wps'>;

/** Puts a report into words. Texts that are not there in the language are shown in English, or in whichever there is. */
export function printReport(
  content: ReportContent,
  status: ReportStatus,
  locale: Locale,
): PrintedReport {
  const t = translator('wps', locale);
  const { form, actor, sections, consulted } = content;
  return {
    locale,
    title: `${textIn(form.title, locale) ?? ''} · ${actorNameIn(actor, locale)}`,
    head: [
      ...(isUnchecked(content) ? [t('report.mark')] : []),
      t('report.period', { from: content.from, until: content.until }),
      ...(content.fictional ? [t('report.fictional')] : []),
      ...standing(content, status, t),
      t('report.form', {
        code: form.code,
        version: String(form.version),
        publisher: form.publisher,
        source: form.source,
      }),
      ...(form.checked ? [] : [t('report.unchecked')]),
      ...(form.checkedAgainst && form.checkedOn
        ? [t('report.compared', { against: form.checkedAgainst, day: form.checkedOn })]
        : []),
      t('report.gaps', { count: gapsOf(content) }),
      ...(consulted.length === 0
        ? []
        : [
            t('report.part', {
              column: t('report.consulted'),
              value: consulted.map((one) => actorNameIn(one, locale)).join('; '),
            }),
          ]),
    ],
    sections: sections.map(({ title, cells }) => ({
      title: textIn(title, locale) ?? '',
      // Warnings are for those who write it. In what was submitted they would lead every reader to the few.
      cells: cells.map((cell) =>
        printCell(status.hash === null ? cell : withoutWarnings(cell), content, locale, t),
      ),
    })),
    comments: { title: t('report.comments'), lines: commentLines(content, locale, t) },
  };
}

function standing(
  { preparedOn }: ReportContent,
  { state, submittedTo, submittedAt, hash }: ReportStatus,
  t: Words,
): string[] {
  return [
    t('report.prepared', { day: preparedOn, state: t(`report-state.${state}`) }),
    ...(submittedAt !== null && submittedTo !== null
      ? [t('report.submitted', { to: submittedTo, day: submittedAt.slice(0, 10) })]
      : []),
    ...(hash === null ? [] : [t('report.hash', { hash }), t('report.frozen')]),
  ];
}

function withoutWarnings(cell: ContentCell): ContentCell {
  if (cell.kind === 'narrative') {
    const { small: _small, ...words } = cell;
    return words;
  }
  if (cell.kind === 'figures') {
    return { ...cell, rows: cell.rows.map(({ small: _small, ...row }) => row) };
  }
  const kept = <T>(each: readonly T[]): T[] => each.filter((_, i) => cell.columns[i] !== 'check');
  return { ...cell, columns: kept(cell.columns), rows: cell.rows.map(kept) };
}

function printCell(
  cell: ContentCell,
  { owedBy }: ReportContent,
  locale: Locale,
  t: Words,
): PrintedCell {
  const gap = owedBy === null ? t('report.gapOfNobody') : t('report.gap', { office: owedBy });
  const head = {
    code: cell.code,
    title: titleOf(cell, locale),
    notes: [
      textIn(cell.note, locale) ?? '',
      ...(cell.kind === 'table' && isMetric(cell.of)
        ? [translator('metrics', locale)(`${cell.of}.definition`), t('report.withheld')]
        : []),
    ].filter((note) => note !== ''),
  };
  if (cell.kind === 'narrative') {
    const text = textIn(cell.texts, locale) ?? '';
    const lines = [text === '' ? gap : text, ...(cell.small ? [t('word.small-number')] : [])];
    return { ...head, lines, table: null };
  }
  if (cell.kind === 'figures') {
    const table = figureTable(cell.rows, gap, locale, t);
    const hasUnchecked = cell.rows.some(({ unchecked }) => unchecked);
    const notes = [...head.notes, ...(hasUnchecked ? [t('report.uncheckedWords')] : [])];
    return { ...head, notes, lines: cell.rows.flatMap((row) => figureLines(row, t)), table };
  }
  if (cell.rows.length === 0) return { ...head, lines: [gap], table: null };
  const table = {
    columns: cell.columns.map((column) => t(`column.${column}`)),
    rows: cell.rows.map((row) => row.map((value) => valueInWords(value, locale, t))),
  };
  const { leftOut = 0 } = cell;
  const lines = leftOut > 0 ? [t('report.leftOut', { count: leftOut })] : [];
  return { ...head, lines, table };
}

/** Of a table the metric or the records say what it is, of a concept the concept. */
function titleOf(cell: ContentCell, locale: Locale): string {
  const given = textIn(cell.label, locale) ?? '';
  if (given !== '') return given;
  const { of } = cell;
  if (isMetric(of)) return translator('metrics', locale)(`${of}.name`);
  if (of !== null && isNamed('wps', 'concept', of)) {
    return translator('wps', locale)(`concept.${of}`);
  }
  return cell.code;
}

function isMetric(of: string | null): of is (typeof METRICS)[number]['code'] {
  return METRICS.some(({ code }) => code === of);
}

function figureTable(
  rows: readonly FigureRow[],
  gap: string,
  locale: Locale,
  t: Words,
): PrintedTable {
  return {
    columns: (['indicator', 'value', 'period', 'status', 'source'] as const).map((column) =>
      t(`column.${column}`),
    ),
    rows: rows.map((row) => {
      const { of, text, value, words, from, until, status, source } = row;
      const named = textIn(text, locale) ?? '';
      const title = named === '' ? of : `${of}: ${named}`;
      if (value === null && words === null) return [title, gap, '', '', ''];
      return [
        title,
        [numberInWords(row, locale), words].filter((part) => part !== null).join(' · '),
        from === null || until === null ? '' : t('report.period', { from, until }),
        status === null ? '' : t(`observation-status.${status}`),
        source ?? '',
      ];
    }),
  };
}

function numberInWords({ value, unit }: FigureRow, locale: Locale): string | null {
  if (value === null) return null;
  const isShare = unit === 'share';
  const format = new Intl.NumberFormat(locale, {
    style: isShare ? 'percent' : 'decimal',
    maximumFractionDigits: isShare ? SHARE_PLACES : VALUE_PLACES,
  });
  return format.format(value as Intl.StringNumericLiteral);
}

/** An observation has eight places, and its percentage two fewer. */
const VALUE_PLACES = 8;
const SHARE_PLACES = 6;

/** What differs in a figure, and whether it tells of few. */
function figureLines({ of: row, caveats, small }: FigureRow, t: Words): string[] {
  return [
    ...caveats.map(({ of, fit, note }) =>
      t('report.caveat', { indicator: of, fit: t(`fit.${fit}`), note: note ?? '' }).trim(),
    ),
    ...(small ? [t('report.part', { column: row, value: t('word.small-number') })] : []),
  ];
}

function commentLines({ comments, sections }: ReportContent, locale: Locale, t: Words): string[] {
  const cells = sections.flatMap((section) => section.cells);
  return comments.flatMap(({ by, cell, words, answer }) => {
    const about = cells.find(({ code }) => code === cell);
    const who = actorNameIn(by, locale);
    return [
      about
        ? t('report.comment', { by: who, cell: titleOf(about, locale), words })
        : t('report.commentOnAll', { by: who, words }),
      ...(answer === null ? [] : [t('report.answer', { words: answer })]),
    ];
  });
}

/** A value of a table in a language; empty for null. */
export function valueInWords(value: Value, locale: Locale, t: Words): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if ('texts' in value) return textIn(value.texts, locale) ?? '';
  if ('word' in value) return wordOf(value.word, t);
  if ('share' in value) {
    const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    return format.format(value.share / MICRO);
  }
  if ('number' in value) return t(`per.${value.unit}`, { number: value.number });
  if ('atLeast' in value) return t('report.atLeast', { count: value.atLeast });
  if ('code' in value) return label(value.of, value.code, locale);
  return value.all.map((one) => valueInWords(one, locale, t)).join(', ');
}

const MICRO = 1_000_000;

/** A report that was kept may have a word that the catalogue has lost since: then the name of the word stands for it. */
function wordOf(word: Exclude<Key<'wps'>, `report.${string}` | `per.${string}`>, t: Words): string {
  const [group = '', name = ''] = word.split('.');
  return isNamed('wps', group, name) ? t(word) : word;
}
