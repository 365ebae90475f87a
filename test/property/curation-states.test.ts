import {
  editedState,
  importedState,
  mergedState,
  PROFILE_STEPS,
  type ProfileState,
  type Statement,
  type Step,
  type StepFacts,
} from '#directory';
import { say } from '#messages';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const STATES: readonly ProfileState[] = [
  'draft',
  'submitted',
  'verified',
  'published',
  'stale',
  'suspended',
  'withdrawn',
];

const WHOLE: Statement = {
  fullName: 'Awa Example',
  displayName: 'Awa',
  languages: [{ code: 'fr', level: 'C2' }],
  territories: ['ML'],
  expertise: [{ code: 'mediation', level: 2 }],
};

type Facts = StepFacts & { readonly state: ProfileState };

const takeStep = (step: Step, { state, ...given }: Facts) =>
  PROFILE_STEPS.outcome(step, state, given);

const FACTS: Facts = {
  state: 'draft',
  profile: WHOLE,
  references: 2,
  accredited: false,
  listed: true,
  fourEyes: false,
  by: 'user:a',
  submittedBy: 'user:a',
  editedBy: 'user:a',
  herself: false,
  withdrewHerself: false,
  heldByOthers: false,
};

const facts: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom(...STATES),
  profile: fc.constantFrom<Statement>({}, WHOLE, { ...WHOLE, languages: undefined }),
  references: fc.nat(3),
  accredited: fc.boolean(),
  listed: fc.boolean(),
  fourEyes: fc.boolean(),
  by: fc.constantFrom('user:a', 'user:b', 'user:c'),
  submittedBy: fc.constantFrom(null, 'user:a', 'user:b'),
  editedBy: fc.constantFrom(null, 'user:a', 'user:b'),
  herself: fc.boolean(),
  withdrewHerself: fc.boolean(),
  heldByOthers: fc.boolean(),
});

/** Whether a step that needs the fields would find them. */
function isComplete(given: Facts): boolean {
  return 'state' in takeStep('submit', { ...given, state: 'draft' });
}

/** One event in a life: a step, an edit or an import. */
const events = fc.oneof(
  fc.record({
    kind: fc.constant('step' as const),
    step: fc.constantFrom<Step>(...PROFILE_STEPS.names),
  }),
  fc.record({ kind: fc.constant('edit' as const) }),
  fc.record({ kind: fc.constant('import' as const), confirmed: fc.boolean() }),
);

describe('the life of a profile', () => {
  it('is the table of its steps', () => {
    const table = PROFILE_STEPS.names.flatMap((step) =>
      PROFILE_STEPS.transition(step).from.map(
        (from) => `${from} -${step}-> ${PROFILE_STEPS.next(step, from)}`,
      ),
    );
    expect(table).toMatchInlineSnapshot(`
     [
       "draft -submit-> submitted",
       "submitted -return-> draft",
       "verified -return-> draft",
       "submitted -verify-> verified",
       "verified -publish-> published",
       "published -confirm-> published",
       "stale -confirm-> published",
       "published -expire-> stale",
       "submitted -suspend-> suspended",
       "verified -suspend-> suspended",
       "published -suspend-> suspended",
       "stale -suspend-> suspended",
       "suspended -reinstate-> submitted",
       "draft -withdraw-> withdrawn",
       "submitted -withdraw-> withdrawn",
       "verified -withdraw-> withdrawn",
       "published -withdraw-> withdrawn",
       "stale -withdraw-> withdrawn",
       "suspended -withdraw-> withdrawn",
       "withdrawn -resume-> draft",
     ]
    `);
  });

  it('takes a step only from a state of the table, to the state of the table', () => {
    fc.assert(
      fc.property(fc.constantFrom<Step>(...PROFILE_STEPS.names), facts, (step, given) => {
        const outcome = takeStep(step, given);
        if ('refused' in outcome) {
          expect(say(outcome.refused, 'en')).toMatch(/^[A-Z].*\.$/);
          return;
        }
        expect(PROFILE_STEPS.transition(step).from).toContain(given.state);
        expect(outcome.state).toBe(PROFILE_STEPS.transition(step).to);
      }),
    );
  });

  it('never comes to be published but verified, confirmed or listed by a network, with her consent', () => {
    let publications = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(events, facts), { maxLength: 30 }), (walk) => {
        let state: ProfileState = 'draft';
        for (const [event, given] of walk) {
          const before: ProfileState = state;
          const now = { ...given, state };
          if (event.kind === 'edit') state = editedState(state, now.fourEyes);
          else if (event.kind === 'import') {
            const { confirmed } = event;
            const { listed, fourEyes } = now;
            const complete = isComplete(now);
            state = importedState({ state, listed, complete, fourEyes, confirmed });
          } else {
            const outcome = takeStep(event.step, now);
            if (!('refused' in outcome)) state = outcome.state;
          }
          expect(STATES).toContain(state);
          if (state !== 'published' || before === 'published') continue;
          const published = event.kind === 'step' && event.step === 'publish';
          const confirmed = event.kind === 'step' && event.step === 'confirm';
          const imported = event.kind === 'import' && now.listed && isComplete(now);
          publications++;
          expect(published || confirmed || imported).toBe(true);
          if (published) expect([before, now.listed]).toEqual(['verified', true]);
          if (confirmed) expect(before).toBe('stale');
          if (imported) expect(['suspended', 'withdrawn']).not.toContain(before);
          if (imported && now.fourEyes) expect(before).toBe('stale');
        }
      }),
    );
    expect(publications).toBeGreaterThan(0);
  });

  it('is published by no import that leaves out what a published profile states', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), facts, fc.boolean(), (state, given, confirmed) => {
        const { listed, fourEyes } = given;
        const after = importedState({ state, listed, complete: false, fourEyes, confirmed });
        if (listed) expect(['draft', 'suspended', 'withdrawn']).toContain(after);
        else expect(after).toBe(state);
      }),
    );
  });

  it('needs two references or an accreditation to be verified', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.boolean(), (references, accredited) => {
        const outcome = takeStep('verify', {
          ...FACTS,
          state: 'submitted',
          references,
          accredited,
        });
        expect('state' in outcome).toBe(accredited || references >= 2);
      }),
    );
  });

  it('under the four-eyes rule is verified by neither who submitted nor who edited last', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const outcome = takeStep('verify', {
          ...given,
          state: 'submitted',
          profile: WHOLE,
          references: 2,
        });
        const own = given.by === given.submittedBy || given.by === given.editedBy;
        expect('state' in outcome).toBe(!(given.fourEyes && own));
      }),
    );
  });

  it('is submitted only with what it must state', () => {
    const outcome = takeStep('submit', { ...FACTS, profile: { fullName: 'Awa' } });
    expect('refused' in outcome && say(outcome.refused, 'en')).toBe(
      'The profile does not state: name in the directory and languages and territories and expertise.',
    );
  });

  it('after she withdrew begins again by her own step only', () => {
    const gone = { ...FACTS, state: 'withdrawn', withdrewHerself: true } as const;
    expect('refused' in takeStep('resume', gone)).toBe(true);
    expect(takeStep('resume', { ...gone, herself: true })).toEqual({ state: 'draft' });
    expect(takeStep('resume', { ...gone, withdrewHerself: false })).toEqual({ state: 'draft' });
  });

  it('is looked at again when what was verified is edited, where four eyes are asked for', () => {
    expect(editedState('verified', true)).toBe('submitted');
    for (const state of STATES) expect(editedState(state, false)).toBe(state);
  });

  it('of two records that become one keeps her out where either did', () => {
    for (const one of STATES) {
      for (const other of STATES) {
        const out = [one, other].includes('withdrawn')
          ? 'withdrawn'
          : [one, other].includes('suspended')
            ? 'suspended'
            : one;
        expect(mergedState(one, other)).toBe(out);
      }
    }
  });
});
