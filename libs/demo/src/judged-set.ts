import { readFile } from 'node:fs/promises';
import { parseJudgedNeeds, type JudgedNeed } from '#engagement';
import { parseQrels, type Qrels } from '#evaluation';

/** Needs of real peace processes and how well women of the demo answer them: data/judged/README.md. */
export interface JudgedSet {
  readonly needs: readonly JudgedNeed[];
  readonly qrels: Qrels;
  /** A second pass over some of the needs, to see how steady the judging is. */
  readonly second: Qrels;
}

/** The compiler copies no text files: the built program reads them where the source keeps them. */
export const JUDGED_FOLDER = new URL(
  'data/judged/',
  import.meta.url.replace(/\/dist(?=\/libs\/demo\/src\/)/, ''),
);

/** Reads the judged set that is shipped. */
export async function judgedSet(): Promise<JudgedSet> {
  const read = async (name: string) => readFile(new URL(name, JUDGED_FOLDER), 'utf8');
  return {
    needs: parseJudgedNeeds(await read('needs.jsonl')),
    qrels: parseQrels(await read('qrels.txt')),
    second: parseQrels(await read('qrels-second.txt')),
  };
}
