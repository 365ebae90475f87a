import { PROFILE_STEPS } from '#directory';
import { NEED_STEPS, SHORTLIST_STEPS } from '#engagement';
import { describe, expect, it } from '@jest/globals';

/** Every table of transitions there is. A new one is added here. */
const MACHINES = { profile: PROFILE_STEPS, need: NEED_STEPS, shortlist: SHORTLIST_STEPS };

describe.each(Object.entries(MACHINES))('the life of a %s', (_name, machine) => {
  const { states, subject, transitions } = machine.table;

  it('is closed: every state is reached, and left if it is not final', () => {
    expect(machine.defects()).toEqual([]);
  });

  it('has an answer for every step in every state', () => {
    let answers = 0;
    for (const [step, { from, to, refused }] of Object.entries(transitions)) {
      for (const state of states) {
        // Facts for which every guard holds: what is left is the table alone.
        const outcome = machine.outcome(step as never, state as never, EVERYTHING as never);
        if (from.includes(state)) expect(outcome).toEqual({ state: to ?? state });
        else expect(outcome).toEqual({ refused: `The ${subject} is ${state}: ${refused}.` });
        answers++;
      }
    }
    expect(answers).toBe(machine.names.length * states.length);
  });

  it('writes an audit entry of its own for every step', () => {
    const audits = machine.names.map((step) => machine.transition(step as never).audit);
    expect(new Set(audits).size).toBe(audits.length);
    for (const audit of audits) expect(audit).toMatch(new RegExp(`^${subject}\\.[a-z]+$`));
  });
});

const EVERYTHING = {
  profile: {
    fullName: 'Awa Example',
    displayName: 'Awa',
    languages: [{ code: 'fr', level: 'C2' }],
    territories: ['ML'],
    expertise: [{ code: 'mediation', level: 2 }],
  },
  references: 2,
  accredited: true,
  listed: true,
  fourEyes: false,
  by: 'user:a',
  submittedBy: null,
  editedBy: null,
  herself: true,
  withdrewHerself: true,
};
