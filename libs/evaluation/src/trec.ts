import { type Grade, HIGHEST_GRADE, type Qrels, type Run } from './measures.js';

/**
 * Reads judgements in TREC's qrels format, `topic iter docno rel`; `iter` is ignored, as everywhere.
 *
 * @throws UnreadableLinesError
 */
export function parseQrels(text: string): Qrels {
  const qrels = new Map<string, Map<string, Grade>>();
  readTrecLines(text, ['topic', 'iter', 'docno', 'rel'], ({ columns, wrong }) => {
    const [topic = '', , docno = '', rel = ''] = columns;
    const judged = qrels.get(topic) ?? new Map<string, Grade>();
    if (!/^\d+$/.test(rel) || Number(rel) > HIGHEST_GRADE) {
      wrong(`rel is "${rel}"; a grade is a whole number from 0 to ${HIGHEST_GRADE}.`);
    } else if (judged.has(docno)) {
      wrong(`${docno} is judged twice for ${topic}.`);
    } else {
      qrels.set(topic, judged.set(docno, Number(rel)));
    }
  });
  return qrels;
}

/** Writes judgements in TREC's qrels format. */
export function writeQrels(qrels: Qrels): string {
  return [...qrels]
    .flatMap(([topic, judged]) =>
      [...judged].map(([docno, grade]) => trecLine([topic, 0, docno, grade])),
    )
    .join('');
}

interface Retrieved {
  readonly docno: string;
  readonly score: number;
}

/**
 * Reads a ranking in TREC's run format, `topic Q0 docno rank score tag`. As `trec_eval` does, it
 * orders by score and not by the column `rank`; equal scores by docno, the later letters first.
 *
 * @throws UnreadableLinesError
 */
export function parseRun(text: string): Run {
  const topics = new Map<string, Map<string, Retrieved>>();
  readTrecLines(text, ['topic', 'Q0', 'docno', 'rank', 'score', 'tag'], ({ columns, wrong }) => {
    const [topic = '', , docno = '', , score = ''] = columns;
    const retrieved = topics.get(topic) ?? new Map<string, Retrieved>();
    if (!Number.isFinite(Number(score))) wrong(`score is "${score}", which is not a number.`);
    else if (retrieved.has(docno)) wrong(`${docno} is ranked twice for ${topic}.`);
    else topics.set(topic, retrieved.set(docno, { docno, score: Number(score) }));
  });
  return new Map(
    [...topics].map(([topic, retrieved]) => [
      topic,
      [...retrieved.values()].toSorted(byScore).map(({ docno }) => docno),
    ]),
  );
}

/**
 * Writes a ranking in TREC's run format. The order is total, but scores of a need may tie, and then
 * `trec_eval` would order by name; so `score` counts the places from the end, and every program reads
 * the same order.
 *
 * @param tag names the system, without white space
 */
export function writeRun(run: Run, tag: string): string {
  return [...run]
    .flatMap(([topic, ranking]) =>
      ranking.map((docno, i) => trecLine([topic, 'Q0', docno, i + 1, ranking.length - i, tag])),
    )
    .join('');
}

function byScore(a: Retrieved, b: Retrieved): number {
  return b.score - a.score || (a.docno < b.docno ? 1 : a.docno > b.docno ? -1 : 0);
}

/** What is wrong with one line of a file. */
export interface LineProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A file with lines that cannot be read; every one of them at once. */
export class UnreadableLinesError extends Error {
  constructor(readonly problems: readonly LineProblem[]) {
    super(problems.map(({ line, message }) => `Line ${line}: ${message}`).join('\n'));
    this.name = 'UnreadableLinesError';
  }
}

/** What a reader is given of one line: its columns, and a way to say what is wrong with it. */
interface TrecLine {
  readonly columns: readonly string[];
  /** Adds a problem of this line. */
  readonly wrong: (message: string) => void;
}

/** What C calls white space, and so `trec_eval`; a line's end is one, too. */
const WHITE_SPACE = /[ \t\v\f\r\n]+/;

/**
 * Hands every line that is not empty to a reader, split at white space.
 *
 * @param columns their names, in order
 * @throws UnreadableLinesError with the problems of all lines
 */
function readTrecLines(
  text: string,
  columns: readonly string[],
  read: (line: TrecLine) => void,
): void {
  const problems: LineProblem[] = [];
  text.split('\n').forEach((line, i) => {
    const found = line.split(WHITE_SPACE).filter((column) => column !== '');
    const wrong = (message: string) => void problems.push({ line: i + 1, message });
    if (found.length === 0) return;
    if (found.length === columns.length) read({ columns: found, wrong });
    else wrong(`${found.length} columns; there must be ${columns.length}: ${columns.join(' ')}.`);
  });
  if (problems.length > 0) throw new UnreadableLinesError(problems);
}

/** One line of a file. @throws RangeError where a text cannot be a column */
function trecLine(columns: readonly (string | number)[]): string {
  for (const column of columns) {
    if (column !== '' && !WHITE_SPACE.test(String(column))) continue;
    throw new RangeError(`"${column}" cannot be a column of a TREC file.`);
  }
  return `${columns.join(' ')}\n`;
}
