import { describe, expect, it } from '@jest/globals';
import type { NeedInput, WholeNeedFragment } from '../../graph/types.js';
import { criteriaOf, draftOf, emptyDraft, type Draft, type WantedLanguage } from './draft.js';

const TODAY = '2026-03-01';

type Shares = readonly (number | null)[];

/** French, Arabic, Swahili: so many as there are of the others. */
const CODES = ['fr', 'ar', 'sw'];

function language(id: string): WantedLanguage {
  return { id, words: id, level: 'C1', required: false, essential: null };
}

function newNeed(count: number): Draft {
  return { ...emptyDraft(TODAY), languages: CODES.slice(0, count).map(language) };
}

function savedNeed(languages: Shares, expertise: Shares = [], version = 2): Draft {
  const criteria: NeedInput = {
    version,
    date: TODAY,
    soft: {
      languages: languages.map((essential, i) => ({ code: CODES[i]!, level: 'C1', essential })),
      expertise: expertise.map((essential, i) => ({ code: `field-${i}`, essential })),
    },
  };
  return draftOf({ title: 'A need', wanted: 1, criteria } as WholeNeedFragment, (_, code) => code);
}

/** The box of one language. */
function set(draft: Draft, id: string, essential: boolean): Draft {
  return {
    ...draft,
    languages: draft.languages.map((one) => (one.id === id ? { ...one, essential } : one)),
  };
}

function sharesOf(draft: Draft) {
  return criteriaOf(draft)?.soft?.languages?.map(({ essential }) => essential);
}

describe('what is essential', () => {
  it.each([1, 3])('is left to the model in a new need with %d languages', (count) => {
    expect(sharesOf(newNeed(count))).toEqual(Array(count).fill(null));
  });

  it.each([1, 3])('is nothing once it was checked and unchecked, with %d languages', (count) => {
    const checked = set(newNeed(count), 'fr', true);
    expect(sharesOf(checked)).toEqual([20, 0, 0].slice(0, count));
    expect(sharesOf(set(checked, 'fr', false))).toEqual(Array(count).fill(0));
  });

  it.each<[Shares]>([[[30]], [[30, 0]], [[30, 0, 0]], [[30, null, null]]])(
    'is kept in a saved need that states %j, and is nothing once it is unchecked',
    (before) => {
      const saved = savedNeed(before);
      expect(sharesOf(saved)).toEqual(before.map((share) => share ?? 0));
      expect(sharesOf(set(saved, 'fr', false))).toEqual(before.map(() => 0));
    },
  );

  it('that was stated to be nothing stays so, also for what comes later', () => {
    const saved = savedNeed([0, 0]);
    expect(sharesOf(saved)).toEqual([0, 0]);
    expect(sharesOf({ ...saved, languages: [language('sw')] })).toEqual([0]);
  });

  it('was not stated in a saved need, and so is not when it is saved again', () => {
    const saved = savedNeed([null, null]);
    expect(sharesOf(saved)).toEqual([null, null]);
    expect(sharesOf(set(saved, 'ar', true))).toEqual([0, 20]);
  });

  it('is decided for fields as for languages, and for each of the two alone', () => {
    const saved = savedNeed([null], [30, 0]);
    const topics = saved.topics.map((topic) => ({ ...topic, essential: false }));
    const soft = criteriaOf({ ...saved, topics })?.soft;
    expect(soft?.expertise?.map(({ essential }) => essential)).toEqual([0, 0]);
    expect(soft?.languages?.map(({ essential }) => essential)).toEqual([null]);
  });

  it('is nothing that model 1 knows', () => {
    const saved = savedNeed([30, 0]);
    expect(sharesOf({ ...saved, version: '1' })).toEqual([null, null]);
  });
});
