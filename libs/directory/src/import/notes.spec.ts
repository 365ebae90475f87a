import { describe, expect, it } from '@jest/globals';
import { say } from '#messages';
import { Notes } from './notes.js';
import type { Note } from './row/note.js';

const note = (row: number, more: Partial<Note> = {}): Note => ({
  row,
  field: 'years',
  column: 'Expérience',
  kind: 'lowerBound',
  ...more,
});

describe('notes of an import', () => {
  it('are said by column and kind, with their rows', () => {
    const notes = new Notes();
    notes.add([5, 7, 8, 9].map((row) => note(row)));
    notes.add([note(6, { kind: 'since' }), note(11, { column: 'Years' })]);
    expect([...notes.remarks()]).toMatchObject([
      { part: 'column', name: 'Expérience', fate: 'noted' },
      { name: 'Expérience' },
      { name: 'Years' },
    ]);
    expect([...notes.remarks()].map(({ reason }) => say(reason, 'en'))).toEqual([
      'rows 5, 7-9: read as a lower bound',
      'rows 6: counted from the year named to the day of the import',
      'rows 11: read as a lower bound',
    ]);
  });

  it('take no more memory than a file has columns, and lose no row', () => {
    const notes = new Notes();
    for (let row = 2; row < 2_002; row++) notes.add([note(row, { column: `Years ${row}` })]);
    const remarks = [...notes.remarks()];
    expect(remarks).toHaveLength(101);
    expect(remarks.at(-1)).toMatchObject({ name: 'years' });
    expect(say(remarks.at(-1)?.reason ?? '', 'en')).toContain('102-2001');
  });
});
