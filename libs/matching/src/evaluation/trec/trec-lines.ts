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
export interface TrecLine {
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
export function readTrecLines(
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
export function trecLine(columns: readonly (string | number)[]): string {
  for (const column of columns) {
    if (column !== '' && !WHITE_SPACE.test(String(column))) continue;
    throw new RangeError(`"${column}" cannot be a column of a TREC file.`);
  }
  return `${columns.join(' ')}\n`;
}
