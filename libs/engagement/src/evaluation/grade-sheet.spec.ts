import { describe, expect, it } from '@jest/globals';
import { parseGradeSheet, writeGradeSheet } from './grade-sheet.js';

const SHEET = {
  grades: new Map([
    [
      'C01',
      new Map([
        ['kariba:k-001', 3],
        ['kariba:k-002', 0],
      ]),
    ],
    ['C02', new Map([['kariba:k-001', 1]])],
  ]),
  second: new Map([['C01', new Map([['kariba:k-001', 2]])]]),
};
const TEXTS = { title: () => 'Talks; "quiet", she said', profile: () => 'from Mali\n| 3 years' };

describe('a sheet of grades', () => {
  it('is read as it was written, with and without what a judge reads', () => {
    expect(parseGradeSheet(writeGradeSheet(SHEET))).toEqual(SHEET);
    expect(parseGradeSheet(writeGradeSheet(SHEET, TEXTS))).toEqual(SHEET);
  });

  it('is read as a spreadsheet program saves it', () => {
    const saved = '\ufeffGrade;Candidate;Need\r\n3;kariba:k-001;C01\r\n;kariba:k-009;C01\r\n;;\r\n';
    expect(parseGradeSheet(saved).grades).toEqual(
      new Map([['C01', new Map([['kariba:k-001', 3]])]]),
    );
  });

  it('is refused as a whole, with every problem by its line', () => {
    const wrong =
      'need,candidate,grade\nC01,kariba:k-001,4\nC01,,1\nC02,kariba:k-001,1\nC02,kariba:k-001,2\n';
    expect(() => parseGradeSheet(wrong)).toThrow(
      [
        'Line 2: grade is "4"; it is a whole number from 0 to 3.',
        'Line 3: The need or the candidate is missing.',
        'Line 5: kariba:k-001 is judged twice for C02.',
      ].join('\n'),
    );
    expect(() => parseGradeSheet('topic,docno\n')).toThrow(
      'There is no column need, candidate, grade',
    );
  });
});
