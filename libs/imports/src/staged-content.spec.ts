import { describe, expect, it } from '@jest/globals';
import { packed, unpacked, type KeptCell, type StagedContent } from './staged-content.js';

const EFFECT = { read: null, effect: null };

describe('the content of a row that waits', () => {
  const cells: KeptCell[] = [
    { header: 'full_name', column: { field: 'full_name', language: null }, text: 'Amina' },
    { header: 'Nom', column: { field: 'full_name', language: null }, text: 'Amina' },
    { header: 'biography', column: { field: 'biography', language: 'en' }, text: 'Mediates.' },
    {
      header: 'languages',
      column: { field: 'languages', language: null, value: 'French' },
      text: 'x',
    },
    {
      header: 'consent',
      column: { field: 'consent', language: null, purposes: ['LISTED'] },
      text: 'yes',
    },
    { header: 'Shoe size', text: '38' },
    { header: 'years', column: { field: 'years', language: null }, text: '8', original: 'eight' },
    { header: 'email', text: '', original: 'amina@example.org' },
  ];

  it('is read as it was kept', () => {
    const content: StagedContent = { cells, ...EFFECT };
    const kept = JSON.parse(JSON.stringify(packed(content))) as ReturnType<typeof packed>;
    expect(unpacked(kept)).toEqual(content);
    expect(JSON.stringify(kept).length).toBeLessThan(JSON.stringify(content).length);
  });

  it('is read also as an earlier version kept it, with more of each cell', () => {
    const before = { cells: cells.map((cell) => ({ ...cell })), ...EFFECT };
    expect(unpacked(before)).toEqual(before);
  });
});
