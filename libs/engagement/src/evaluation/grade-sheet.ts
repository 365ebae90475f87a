import { CsvRecords } from '#directory';
import { csvLine } from '#kernel';
import { HIGHEST_GRADE, type LineProblem, type Qrels, UnreadableLinesError } from '#evaluation';

/** Judgements as a spreadsheet has them: of a first pass, and of a second one where there was one. */
export interface GradeSheet {
  readonly grades: Qrels;
  readonly second: Qrels;
}

/** What a judge reads beside the cells that she fills. */
export interface SheetTexts {
  readonly title: (topic: string) => string;
  readonly profile: (docno: string) => string;
}

const COLUMNS = ['need', 'candidate', 'grade', 'second', 'title', 'profile'] as const;

/**
 * A sheet to be opened, corrected and saved in any spreadsheet program. Only the first four columns are read again; without
 * texts there are no others.
 */
export function writeGradeSheet({ grades, second }: GradeSheet, texts?: SheetTexts): string {
  const lines = [...grades].flatMap(([topic, judged]) =>
    [...judged].map(([docno, grade]) => {
      const cells = [topic, docno, grade, second.get(topic)?.get(docno) ?? ''];
      return csvLine(texts ? [...cells, texts.title(topic), texts.profile(docno)] : cells);
    }),
  );
  return csvLine(texts ? COLUMNS : COLUMNS.slice(0, 4)) + lines.join('');
}

/**
 * Reads a sheet, separated by commas, semicolons or tabs. An empty grade means: not judged.
 *
 * @throws UnreadableLinesError with everything that is wrong in any line
 */
export function parseGradeSheet(text: string): GradeSheet {
  const content = text.replace(/^\ufeff/, '');
  const [head = ''] = content.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ',';
  const [header, ...records] = new CsvRecords(delimiter).add(content, true);
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const at = (column: (typeof COLUMNS)[number]) => names.indexOf(column);
  const missing = COLUMNS.slice(0, 3).filter((column) => at(column) < 0);
  if (missing.length > 0) {
    const message = `There is no column ${missing.join(', ')}; there must be ${COLUMNS.slice(0, 3).join(', ')}.`;
    throw new UnreadableLinesError([{ line: 1, message }]);
  }
  const problems: LineProblem[] = [];
  const sheet = { grades: new Map(), second: new Map() } as const;
  records.forEach(({ cells, broken }, i) => {
    const wrong = (message: string) => void problems.push({ line: i + 2, message });
    const cell = (column: (typeof COLUMNS)[number]) => cells[at(column)]?.trim() ?? '';
    if (cells.every((each) => each.trim() === '')) return;
    const [topic, docno] = [cell('need'), cell('candidate')];
    if (broken || topic === '' || docno === '') {
      wrong(broken ? 'A quotation mark is not closed.' : 'The need or the candidate is missing.');
      return;
    }
    for (const [column, qrels] of [
      ['grade', sheet.grades],
      ['second', sheet.second],
    ] as const) {
      const grade = cell(column);
      if (grade === '') continue;
      const judged: Map<string, number> = qrels.get(topic) ?? new Map();
      if (!/^\d+$/.test(grade) || Number(grade) > HIGHEST_GRADE) {
        wrong(`${column} is "${grade}"; it is a whole number from 0 to ${HIGHEST_GRADE}.`);
      } else if (judged.has(docno)) {
        wrong(`${docno} is judged twice for ${topic}.`);
      } else {
        qrels.set(topic, judged.set(docno, Number(grade)));
      }
    }
  });
  if (problems.length > 0) throw new UnreadableLinesError(problems);
  return sheet;
}
