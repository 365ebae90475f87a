import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../graph/ask.js';
import { isRefused } from '../../graph/refusal.js';
import type {
  EvidenceInput,
  AskMembersMutation,
  InvitationInput,
  InviteMembersMutation,
  InviteUsersMutation,
  Locale,
  MemberQuestion,
  ProfileState,
  ProfileStep,
} from '../../graph/types.js';
import { AskMembers, InviteMembers, InviteUsers, StepMembers } from './members.graphql.js';

/** As many as the service takes at once. */
export const MOST = 200;
/** So many are asked for with one request, so that she sees that it goes on. */
const AT_ONCE = 25;

export interface Selected {
  readonly id: string;
  readonly name: string;
  readonly state: ProfileState;
}

/** What became of one of them. */
export interface Outcome {
  readonly of: Selected;
  readonly done: boolean;
  /** Why it was refused; empty where it was done. */
  readonly why: string;
}

/** Does something with many, some at a time. @returns one outcome for each of these, in their order. */
export type Act = (some: readonly Selected[]) => Promise<readonly Outcome[]>;

export function stepping(
  step: ProfileStep,
  note: string | null = null,
  evidence: EvidenceInput | null = null,
): Act {
  return async (some) => {
    const { stepProfiles } = await ask(StepMembers, {
      ids: some.map(({ id }) => id),
      step,
      note,
      evidence,
    });
    if (isRefused(stepProfiles)) return some.map((of) => refused(of, wordsOf(stepProfiles)));
    return some.map((of) => {
      const result = stepProfiles.outcomes.find(({ profileId }) => profileId === of.id)?.result;
      if (!result) return refused(of, '');
      return isRefused(result) ? refused(of, wordsOf(result)) : done(of);
    });
  };
}

/** Invites members at the addresses that are stated of them. */
export function inviting(network: string, locale: Locale | null): Act {
  return async (some) => {
    const ids = some.map(({ id }) => id);
    const { inviteMembers } = await ask(InviteMembers, { network, ids, locale });
    return oneForEach(some, inviteMembers);
  };
}

/** Asks members something about their profiles. */
export function asking(network: string, question: MemberQuestion | null, text: string): Act {
  return async (some) => {
    const ids = some.map(({ id }) => id);
    const words = text.trim() === '' ? null : text.trim();
    const { askMembers } = await ask(AskMembers, { network, ids, question, text: words });
    return oneForEach(some, askMembers);
  };
}

/** Invites people at addresses, each of which is the id of its row. */
export function invitingTo(invitationOf: (email: string) => InvitationInput): Act {
  return async (some) => {
    const { inviteUsers } = await ask(InviteUsers, {
      invitations: some.map(({ id }) => invitationOf(id)),
    });
    return oneForEach(some, inviteUsers);
  };
}

/** What became of each, where the answer has one outcome for each in their order. */
function oneForEach(
  some: readonly Selected[],
  answer:
    | InviteMembersMutation['inviteMembers']
    | InviteUsersMutation['inviteUsers']
    | AskMembersMutation['askMembers'],
): readonly Outcome[] {
  if (isRefused(answer)) return some.map((of) => refused(of, wordsOf(answer)));
  return some.map((of, i) => {
    const result = answer.outcomes[i]?.result;
    if (!result) return refused(of, '');
    return isRefused(result) ? refused(of, wordsOf(result)) : done(of);
  });
}

/** The step that leads exactly back to where each of these was; null where there is none. */
export function stepBack(step: ProfileStep, from: ProfileState): ProfileStep | null {
  return BACK[`${step} ${from}`] ?? null;
}

const BACK: Readonly<Record<string, ProfileStep>> = {
  'SUBMIT DRAFT': 'RETURN',
  'RETURN SUBMITTED': 'SUBMIT',
  'SUSPEND SUBMITTED': 'REINSTATE',
  'REINSTATE SUSPENDED': 'SUSPEND',
  'WITHDRAW DRAFT': 'RESUME',
  'RESUME WITHDRAWN': 'WITHDRAW',
};

export interface Bulk {
  /** How many have been gone through; null while nothing is under way. */
  readonly progress: { readonly gone: number; readonly all: number } | null;
  readonly outcomes: readonly Outcome[];
  /** Why the rest was not reached. What was done stays done. */
  readonly error: unknown;
  /** Does it, and puts what became of each in place of what was known of it. */
  readonly run: (selected: readonly Selected[], act: Act) => Promise<readonly Outcome[]>;
}

/** A step with many at once, with what became of each. */
export function useBulk(): Bulk {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [progress, setProgress] = useState<Bulk['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  const run: Bulk['run'] = async (selected, act) => {
    setError(null);
    let made: readonly Outcome[] = [];
    for (let gone = 0; gone < selected.length; gone += AT_ONCE) {
      setProgress({ gone, all: selected.length });
      const some = selected.slice(gone, gone + AT_ONCE);
      try {
        made = [...made, ...(await act(some))];
      } catch (thrown) {
        setError(thrown);
        const rest = selected.slice(gone);
        made = [...made, ...rest.map((of) => refused(of, ''))];
        break;
      }
    }
    setProgress(null);
    setOutcomes((old) => [
      ...old.map((one) => made.find(({ of }) => of.id === one.of.id) ?? one),
      ...made.filter(({ of }) => old.every((one) => one.of.id !== of.id)),
    ]);
    await queries.invalidateQueries();
    return made;
  };
  return { progress, outcomes, error, run };
}

function done(of: Selected): Outcome {
  return { of, done: true, why: '' };
}

function refused(of: Selected, why: string): Outcome {
  return { of, done: false, why };
}

function wordsOf({
  message,
  fields = [],
}: {
  readonly message: string;
  readonly fields?: readonly { readonly message: string }[];
}): string {
  return [message, ...fields.map((field) => field.message)].join(' ');
}
