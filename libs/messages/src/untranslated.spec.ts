import { describe, expect, it } from '@jest/globals';
// @ts-expect-error A script without types.
import { untranslated } from '../build/untranslated.js';

/** Of a component that takes a message as label, as words of a column, and in a note of what was done. */
const USES = `<Field label={t('a')} />; const column = { words: tc('b') }; tell(t('c'));`;

function found(source: string): string[] {
  return (untranslated as (files: [string, string][]) => string[])([
    ['uses.tsx', USES],
    ['a.tsx', source],
  ]);
}

describe('the lint of words that no catalogue holds', () => {
  it.each([
    '<Field label="Name of her" />',
    `<Field label={'Name'} />`,
    `<Field label={isNew ? 'Name' : t('a')} />`,
    `<Field label={isNew && 'Name'} />`,
    `<Field label={given ?? 'Name'} />`,
    '<Field label={`Name of ${her}`} />',
    '<Field label={`${her} of ${network}`} />',
    `<p>{isNew ? 'Name' : null}</p>`,
    `const other = { words: 'Name of her' };`,
    `tell('It was saved.');`,
  ])('finds them in %s', (source) => {
    expect(found(source)).toEqual([
      expect.stringMatching(/^a\.tsx:1: “.+” is not in a catalogue\.$/),
    ]);
  });

  it.each([
    `<Field label={t('a')} />`,
    '<Field label={`${t("a")}: ${t("b")}`} />',
    `<Field label={kind === 'NEW' ? t('a') : t('b')} />`,
    '<Field look="primary" />',
    `<p>{'–'} {'Baraza'}</p>`,
    `const other = { words: 'CODE' };`,
  ])('finds nothing in %s', (source) => {
    expect(found(source)).toEqual([]);
  });
});
