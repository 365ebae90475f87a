import { APPLICATION_STEPS, CALL_STEPS } from '#applications';
import { ALONGSIDE_STEPS, DEPLOYMENT_STEPS, LESSON_STEPS, LINE_STEPS } from '#deployments';
import { CORRECTION_STEPS, PROFILE_STEPS } from '#directory';
import { NEED_STEPS, SHORTLIST_STEPS, TEAM_RUN_STEPS } from '#engagement';
import { ACCOUNT_STEPS, INVITATION_STEPS, ORGANIZATION_STEPS } from '#identity';
import { INTRODUCTION_STEPS, SHOWN_STEPS } from '#introductions';
import type { StateMachine, StateWord } from '#kernel';
import { say } from '#messages';
import { COMMITMENT_STEPS, PLAN_STEPS } from '#wps';
import { describe, expect, it } from '@jest/globals';

/** Every table of transitions there is. A new one is added here. */
const MACHINES = {
  profile: PROFILE_STEPS,
  correction: CORRECTION_STEPS,
  need: NEED_STEPS,
  shortlist: SHORTLIST_STEPS,
  team: TEAM_RUN_STEPS,
  account: ACCOUNT_STEPS,
  organization: ORGANIZATION_STEPS,
  invitation: INVITATION_STEPS,
  call: CALL_STEPS,
  application: APPLICATION_STEPS,
  deployment: DEPLOYMENT_STEPS,
  clearance: LINE_STEPS,
  lesson: LESSON_STEPS,
  'second place': ALONGSIDE_STEPS,
  'action plan': PLAN_STEPS,
  commitment: COMMITMENT_STEPS,
  introduction: INTRODUCTION_STEPS,
  'introduction as shown': SHOWN_STEPS,
} as unknown as Readonly<
  Record<string, StateMachine<StateWord, string, string | null, string, object, never>>
>;

describe.each(Object.entries(MACHINES))('the life of a %s', (_name, machine) => {
  const { states, subject, refusal, transitions } = machine.table;

  it('is closed: every state is reached, and left if it is not final', () => {
    expect(machine.defects()).toEqual([]);
  });

  it('has an answer for every step in every state', () => {
    let answers = 0;
    for (const [step, { from, to, refused }] of Object.entries(transitions)) {
      for (const state of states) {
        // Facts for which every guard holds: what is left is the table alone.
        const outcome = machine.outcome(step, state, EVERYTHING);
        if (from.includes(state)) expect(outcome).toEqual({ state: to ?? state });
        else if ('refused' in outcome) {
          const end = refused === undefined ? ' already' : `: ${say(refused, 'en')}`;
          const sentence = refusal ? say(refusal, 'en') : `The ${subject} is ${state}${end}.`;
          expect(say(outcome.refused, 'en')).toBe(sentence);
        } else throw new Error(`${step} is taken from ${state}.`);
        answers++;
      }
    }
    expect(answers).toBe(machine.names.length * states.length);
  });

  it('writes an audit entry for every step that somebody takes, and no two are told alike', () => {
    const taken = machine.names.map((step) => machine.transition(step));
    const told = taken.filter(({ audit }) => audit !== null);
    expect(taken.filter(({ action, audit }) => action !== null && audit === null)).toEqual([]);
    expect(new Set(told.map(({ audit, to }) => `${audit} ${to}`)).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(0);
    for (const { audit } of told) expect(audit).toMatch(new RegExp(`^${subject}\\.[a-z]+$`));
  });
});

const EVERYTHING = {
  feedbackOver: true,
  organizerAgreed: true,
  mentorAgreed: true,
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
  ownAccount: false,
  withdrewHerself: true,
  heldByOthers: false,
  startsOn: '2026-05-04',
  endsOn: '2026-06-30',
  until: '2026-07-31',
  openLines: 0,
  reported: true,
  waivedBy: ['user:b', 'user:c'],
  sheAgrees: true,
  now: new Date('2026-03-01'),
  answerDueAt: new Date('2026-03-02'),
  questioned: false,
  consented: true,
  asksOut: 0,
  termsRevision: 1,
  namedRevision: 1,
  declared: true,
  wanted: true,
  pseudonymous: false,
  relayOnly: false,
  reviewed: true,
  adopted: '2026-01-01',
  from: '2026-01-01',
  evidence: 'A law.',
  reason: 'It was overtaken.',
};
