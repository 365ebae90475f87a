import type { Transaction } from '#database';
import { addDays } from '#kernel';
import { openJson, sealJson, type Vault } from '#vault';
import { placeIn } from '../sealed-places.js';
import type { ClearanceLineEntity } from './clearance-line.entity.js';
import { DAYS_BEFORE_START, lineKind } from './kinds.js';
import { CLOSED_LINES, type LineFacts, type LineState } from './line-steps.js';

/** What of a line is sealed. */
export interface LineWords {
  /** The number of a policy, a letter or a certificate. */
  readonly reference: string;
  /** Why it is waived: the desk's and hers to read. */
  readonly waiver: string;
}

export const NO_LINE_WORDS: LineWords = { reference: '', waiver: '' };

/** A line with its words. */
export interface Line extends Readonly<Omit<ClearanceLineEntity, 'key' | 'keyId' | 'sealed'>> {
  readonly words: LineWords;
}

export async function openLine(vault: Vault, row: ClearanceLineEntity): Promise<Line> {
  const { key: _key, keyId, sealed, ...line } = row;
  if (keyId === null || sealed === null) return { ...line, words: NO_LINE_WORDS };
  const place = placeIn('clearance_line', line.id);
  return { ...line, words: await openJson<LineWords>(vault, { keyId, sealed }, place) };
}

/** The columns of a line as it is kept. */
export async function lineColumns(
  tx: Transaction,
  vault: Vault,
  { words, ...line }: Line,
): Promise<Omit<ClearanceLineEntity, 'key'>> {
  if (words.reference === '' && words.waiver === '') return { ...line, keyId: null, sealed: null };
  const place = placeIn('clearance_line', line.id);
  return { ...line, ...(await sealJson(tx, vault, words, place)) };
}

/** Whether a line stands in nobody's way. */
export function isClosed({ state }: { readonly state: LineState }): boolean {
  return (CLOSED_LINES as readonly LineState[]).includes(state);
}

/** The day by which a line is to be closed. */
export function dueOn({ dueBefore }: Pick<Line, 'dueBefore'>, startsOn: string): string {
  return addDays(startsOn, -DAYS_BEFORE_START[dueBefore]);
}

/** Whether it is late: its day is past, or it counted once and does so no more. */
export function isOverdue(line: Line, startsOn: string, today: string): boolean {
  return !isClosed(line) && (line.state === 'expired' || dueOn(line, startsOn) < today);
}

/** The last day on which all lines that are done count; null if none of them ends. */
export function validUntil(lines: readonly Line[]): string | null {
  const days = lines.flatMap(({ state, validUntil: day }) =>
    state === 'done' && day !== null ? [day] : [],
  );
  return days.toSorted()[0] ?? null;
}

/** What decides whether a step with a line can be taken. */
export function lineFacts(line: Line, by: string): LineFacts {
  const waivedBy = [line.proposedBy, line.secondedBy].flatMap((name) => name ?? []);
  return {
    protects: lineKind(line.kind).protects === true,
    unfit: line.fit === false,
    waivedBy,
    by,
    waiverWaits: waivedBy.length === 2,
    sheAgrees: line.agreedAt !== null,
  };
}

/** A line as it is when nobody has done anything about it; a waiver goes with it. */
export const UNTOUCHED = {
  state: 'todo',
  handledBy: null,
  handledOn: null,
  validUntil: null,
  fit: null,
  proposedBy: null,
  secondedBy: null,
  agreedAt: null,
  words: NO_LINE_WORDS,
} as const satisfies Partial<Line>;
