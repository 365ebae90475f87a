import { describe, expect, it } from '@jest/globals';
import { Cells } from './cells.js';
import { NO_PROFILE, readProfile } from './profile-values.js';

/** What a row says, and the values that are rejected. */
function read(row: Record<string, string>) {
  const texts = new Map(
    Object.entries(row).map(([header, text]) => [header as 'languages', [{ header, text }]]),
  );
  const cells = new Cells({ number: 2 }, texts);
  const draft = { ...NO_PROFILE, externalId: '1' };
  readProfile(cells, { texts: new Map(), today: '2026-11-29' }, draft);
  return { draft, rejected: cells.rejects.map(({ value }) => value) };
}

describe('values of a row', () => {
  it('reads lists and peoples as networks write them', () => {
    const { draft, rejected } = read({
      full_name: 'María Ríos',
      nationality: 'Malienne et nigérienne',
      territories: 'Kenya, South Sudan & Bosnia and Herzegovina',
      languages: 'Español (lengua materna), inglés (avanzado)',
      expertise: 'Justicia transicional, mediación comunitaria',
    });
    expect(rejected).toEqual([]);
    expect(draft.nationalities).toEqual(['ML', 'NE']);
    expect(draft.territories).toEqual(['BA', 'KE', 'SS']);
    expect(draft.languages).toEqual([
      { code: 'en', level: 'C1' },
      { code: 'es', level: 'native' },
    ]);
    expect(draft.expertise).toHaveLength(2);
  });

  it('rejects the part of a list that is not understood', () => {
    const { rejected } = read({
      full_name: 'A B',
      territories: 'Kenya, Darfur',
      nationality: 'Congolese',
    });
    expect(rejected.toSorted()).toEqual(['Congolese', 'Darfur']);
  });

  it('does not take a mark for a missing value between commas for a country', () => {
    expect(read({ full_name: 'A B', territories: 'Kenya, NA' }).rejected).toEqual(['NA']);
    expect(read({ full_name: 'A B', ruled_out: 'Kenya, NA' }).rejected).toEqual(['NA']);
  });
});
