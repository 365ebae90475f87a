import { CsvRecords } from '#directory';
import { csvLine, plainText } from '#kernel';
import { LABELS, type Label } from '#linkage';
import { CommandFailure } from '#runtime';

/** A pair of rows of a network's list, by their numbers. */
export interface NamedPair {
  /** Slug. */
  readonly network: string;
  readonly one: string;
  readonly other: string;
}

/** What somebody said of a pair. */
export interface Answer extends NamedPair {
  readonly answer: Label;
}

/** How a pair was drawn: from the band of weights from `least` bits on, which has so many pairs. */
export interface Lot extends NamedPair {
  /** Null for the lowest band. */
  readonly least: number | null;
  readonly pairs: number;
}

/** What people who label are given: it tells nothing of the weights. */
export const SAMPLE_HEAD = ['network', 'external_id', 'other'] as const;
export const ANSWERS_HEAD = [...SAMPLE_HEAD, 'answer'] as const;
/** What whoever compares the answers keeps. A band of which no pair was drawn has a line without numbers. */
export const BANDS_HEAD = [...SAMPLE_HEAD, 'least_bits', 'pairs_of_band'] as const;

/** The first line of a CSV file, and its rows, each with as many values; blanks around values do not count. */
export function recordsIn(text: string): { readonly head: string; readonly rows: string[][] } {
  const records = [...new CsvRecords(',').add(text.replace(/^\uFEFF/u, ''), true)];
  const [head, ...rows] = records
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, broken }) => ({ cells: cells.map((cell) => cell.trim()), broken }));
  const count = head?.cells.length ?? 0;
  const wrong = rows.findIndex(({ cells, broken }) => cells.length !== count || broken);
  if (wrong !== -1) throw new CommandFailure(`Row ${wrong + 2} does not have ${count} values.`);
  return { head: head?.cells.join() ?? '', rows: rows.map(({ cells }) => cells) };
}

/** @throws CommandFailure where it is no file of answers */
export function answersIn(text: string): Answer[] {
  return rowsWith(ANSWERS_HEAD, text).map(([network = '', one = '', other = '', said], i) => {
    const answer = LABELS.find((label) => label === said);
    if (!answer) throw new CommandFailure(`Row ${i + 2} answers none of ${LABELS.join(', ')}.`);
    return { network, one, other, answer };
  });
}

/** @throws CommandFailure where it is no file of pairs to be labelled */
export function sampleIn(text: string): NamedPair[] {
  return rowsWith(SAMPLE_HEAD, text).map(([network = '', one = '', other = '']) => ({
    network,
    one,
    other,
  }));
}

/** @throws CommandFailure where it is no file of bands */
export function lotsIn(text: string): Lot[] {
  return rowsWith(BANDS_HEAD, text, ['external_id', 'other', 'least_bits']).map(
    ([network = '', one = '', other = '', bits = '', count = ''], i) => {
      const [least, pairs] = [bits === '' ? null : Math.round(Number(bits) * 1_000), Number(count)];
      if (!Number.isSafeInteger(pairs) || pairs < 0 || Number.isNaN(least)) {
        throw new CommandFailure(`Row ${i + 2} does not have numbers of a band.`);
      }
      return { network, one, other, least, pairs };
    },
  );
}

export function asLines(head: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  return [head, ...rows].map((row) => csvLine(row)).join('');
}

/** One key for a pair, whichever of the two comes first. */
export function keyOfPair({ network, one, other }: NamedPair): string {
  return JSON.stringify([network, ...[one, other].toSorted()]);
}

function rowsWith(
  head: readonly string[],
  text: string,
  mayBeEmpty: readonly string[] = [],
): string[][] {
  const { head: found, rows } = recordsIn(text);
  if (found !== head.join()) {
    throw new CommandFailure(`The first line of the file is: ${head.join()}`);
  }
  const isEmpty = (row: readonly string[]) =>
    row.some((cell, i) => cell === '' && !mayBeEmpty.includes(head[i]!));
  const wrong = rows.findIndex(isEmpty);
  if (wrong !== -1) throw new CommandFailure(`Row ${wrong + 2} lacks a value.`);
  // These files are written by Baraza, which marks what a spreadsheet would take for a formula.
  return rows.map((row) => row.map(plainText));
}
