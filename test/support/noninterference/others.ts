import fc from 'fast-check';
import { TERRITORIES, WORDS } from './women.js';

/** A need of an organization that is not the viewer's, and whom it was shown. Women by their place in the directory. */
export interface HiddenNeed {
  readonly title: string;
  readonly state: string;
  readonly confidentiality: string;
  readonly territories: readonly string[];
  readonly languages: readonly string[];
  readonly shown: readonly {
    readonly woman: number;
    readonly rank: number;
    readonly days: number;
  }[];
  readonly shortlisted: readonly number[];
  readonly kept: boolean;
  readonly team: boolean;
}

const woman = fc.nat({ max: 14 });

export const hiddenNeeds: fc.Arbitrary<HiddenNeed[]> = fc.array(
  fc
    .record({
      title: fc.constantFrom(...WORDS),
      open: fc.constantFrom('open', 'shortlisting', 'filled', 'cancelled'),
      draft: fc.boolean(),
      territories: fc.subarray(TERRITORIES),
      languages: fc.subarray(['en', 'fr', 'ar']),
      shown: fc.uniqueArray(
        fc.record({
          woman,
          rank: fc.integer({ min: 1, max: 40 }),
          days: fc.constantFrom(1, 20, 100, 200),
        }),
        { selector: (each) => each.woman, maxLength: 15 },
      ),
      shortlisted: fc.uniqueArray(woman, { maxLength: 6 }),
      kept: fc.boolean(),
      team: fc.boolean(),
    })
    .map(({ open, draft, ...need }) => ({
      ...need,
      // A public need is hidden while it is a draft.
      state: draft ? 'draft' : open,
      confidentiality: draft ? 'public' : 'restricted',
    })),
  { maxLength: 4 },
);
