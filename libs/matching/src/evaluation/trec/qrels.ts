import { HIGHEST_GRADE, type Grade, type Qrels } from '../judgements.js';
import { readTrecLines, trecLine } from './trec-lines.js';

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
