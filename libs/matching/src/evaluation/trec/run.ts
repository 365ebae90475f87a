import type { Run } from '../judgements.js';
import { readTrecLines, trecLine } from './trec-lines.js';

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
