import { hash } from 'node:crypto';
import type { Key, Named } from '#messages';
import type { MetricUnit } from '#metrics';
import type { VocabularyKind } from '#vocabulary';
import type { ActorName } from '../actor/views.js';
import type { Fit, ObservationStatus, Unit } from '../indicator/lists.js';
import type { Texts } from '../records/checks.js';
import type { Rhythm } from './lists.js';

/** The name of a message of the area `wps` that takes no value. */
export type Word = Exclude<Key<'wps'>, `report.${string}` | `per.${string}`>;

/** The name of a column: that of the message after `column.`. */
export type Column = Named<'wps', 'column'>;

/** A value of a table. A share is in micro-units; a code is one of the vocabulary. A text is shown as it is. */
export type Value =
  | null
  | string
  | { readonly texts: Texts }
  | { readonly word: Word }
  | { readonly number: number; readonly unit: MetricUnit }
  | { readonly share: number }
  | { readonly atLeast: number }
  | { readonly code: string; readonly of: VocabularyKind }
  | { readonly all: readonly Value[] };

/** A number or text of an indicator; without one it is a gap, which the named office owes. */
export interface FigureRow {
  /** As `un-1325/11a`; the concept where no framework is asked. */
  readonly of: string;
  readonly text: Texts;
  readonly unit: Unit | null;
  readonly value: string | null;
  readonly words: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly status: ObservationStatus | null;
  readonly source: string | null;
  readonly caveats: readonly {
    readonly of: string;
    readonly fit: Fit;
    readonly note: string | null;
  }[];
  /** Whether nobody has compared the words of the indicator with their document. */
  readonly unchecked?: true;
  /** Whether it can be about people who suffered violence and has a number below ten. */
  readonly small?: true;
}

interface CellHead {
  readonly code: string;
  /** What it is of, if its form gives no label: a concept, a metric or records. */
  readonly of: string | null;
  readonly label: Texts;
  readonly note: Texts;
}

interface FiguresCell extends CellHead {
  readonly kind: 'figures';
  readonly rows: readonly FigureRow[];
}

/** Records of the actor, or figures of the directory. */
interface TableCell extends CellHead {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** How many rows more there are, if they are too many to be printed. */
  readonly leftOut?: number;
}

interface NarrativeCell extends CellHead {
  readonly kind: 'narrative';
  readonly texts: Texts;
  /** Whether it stands beside measures against sexual violence and has a number below ten. */
  readonly small?: true;
}

export type ContentCell = FiguresCell | TableCell | NarrativeCell;

/** A comment with its answer. */
export interface ContentComment {
  readonly by: NamedActor;
  readonly cell: string | null;
  readonly words: string;
  readonly answer: string | null;
}

type NamedActor = Pick<ActorName, 'code' | 'kind' | 'names'>;

/** What a report says, in no language: words of it are put in when it is printed. */
export interface ReportContent {
  readonly form: {
    readonly code: string;
    readonly version: number;
    readonly title: Texts;
    readonly publisher: string;
    readonly rhythm: Rhythm;
    readonly source: string;
    readonly checked: boolean;
    /** With what its words were compared, and on which day. Contents that were frozen early do not tell it. */
    readonly checkedAgainst?: string | null;
    readonly checkedOn?: string | null;
  };
  /**
   * In each language, that words of it were not compared with their document; absent if all were. It is for whoever has nothing
   * but the JSON: everything else is printed with a mark in one language. Contents that were frozen early do not have it.
   */
  readonly mark?: Texts;
  readonly actor: NamedActor;
  readonly fictional: boolean;
  readonly from: string;
  readonly until: string;
  /** The day on which it was put together. */
  readonly preparedOn: string;
  /** The office that owes what is missing. */
  readonly owedBy: string | null;
  readonly sections: readonly { readonly title: Texts; readonly cells: readonly ContentCell[] }[];
  readonly consulted: readonly NamedActor[];
  readonly comments: readonly ContentComment[];
}

/** Whether nobody has compared the words of its form, or of an indicator in it, with their document. */
export function isUnchecked({ form, sections }: Pick<ReportContent, 'form' | 'sections'>): boolean {
  const cells = sections.flatMap((section) => section.cells);
  const hasUnchecked = (cell: ContentCell) =>
    cell.kind === 'figures' && cell.rows.some(({ unchecked }) => unchecked);
  return !form.checked || cells.some(hasUnchecked);
}

/** How many of its places are empty. */
export function gapsOf({ sections }: ReportContent): number {
  const cells = sections.flatMap((section) => section.cells);
  return cells.reduce((sum, cell) => sum + gapsOfCell(cell), 0);
}

/** Whether an indicator has no value, which is printed as missing. */
export function isGap({ value, words }: FigureRow): boolean {
  return value === null && words === null;
}

/** The same of one cell: of figures each indicator without a value, of all else one. */
export function gapsOfCell(cell: ContentCell): number {
  if (cell.kind === 'figures') {
    return cell.rows.filter(isGap).length;
  }
  const isEmpty =
    cell.kind === 'table' ? cell.rows.length === 0 : Object.keys(cell.texts).length === 0;
  return Number(isEmpty);
}

/** The text that is kept of a content, and its SHA-256. */
export function frozen(content: ReportContent): {
  readonly content: string;
  readonly hash: string;
} {
  const text = JSON.stringify(content);
  return { content: text, hash: hash('sha256', text, 'hex') };
}
