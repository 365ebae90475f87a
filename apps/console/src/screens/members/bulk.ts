import { done, refused, type Act, type Outcome, type Selected } from '../../frame/bulk.js';
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
/** So many are asked for with one request. */
export const AT_ONCE = 25;

export interface Member extends Selected {
  /** Where it is known, the step can be undone. */
  readonly state?: ProfileState;
}

export function stepping(
  step: ProfileStep,
  note: string | null = null,
  evidence: EvidenceInput | null = null,
): Act<Member> {
  return async (some, key) => {
    const ids = some.map(({ id }) => id);
    const { stepProfiles } = await ask(StepMembers, { ids, step, note, evidence }, { key });
    if (isRefused(stepProfiles)) return some.map((of) => refused(of, stepProfiles));
    return some.map((of) => {
      const result = stepProfiles.outcomes.find(({ profileId }) => profileId === of.id)?.result;
      if (!result) return refused(of);
      return isRefused(result) ? refused(of, result) : done(of);
    });
  };
}

/** Invites members at the addresses that are stated of them. */
export function inviting(network: string, locale: Locale | null): Act<Member> {
  return async (some, key) => {
    const ids = some.map(({ id }) => id);
    const { inviteMembers } = await ask(InviteMembers, { network, ids, locale }, { key });
    return oneForEach(some, inviteMembers);
  };
}

/** Asks members something about their profiles. */
export function asking(
  network: string,
  question: MemberQuestion | null,
  text: string,
): Act<Member> {
  return async (some, key) => {
    const ids = some.map(({ id }) => id);
    const words = text.trim() === '' ? null : text.trim();
    const { askMembers } = await ask(AskMembers, { network, ids, question, text: words }, { key });
    return oneForEach(some, askMembers);
  };
}

/** Invites people at addresses, each of which is the id of its row. */
export function invitingTo(invitationOf: (email: string) => InvitationInput): Act<Member> {
  return async (some, key) => {
    const invitations = some.map(({ id }) => invitationOf(id));
    const { inviteUsers } = await ask(InviteUsers, { invitations }, { key });
    return oneForEach(some, inviteUsers);
  };
}

/** What became of each, where the answer has one outcome for each in their order. */
function oneForEach(
  some: readonly Member[],
  answer:
    | InviteMembersMutation['inviteMembers']
    | InviteUsersMutation['inviteUsers']
    | AskMembersMutation['askMembers'],
): readonly Outcome<Member>[] {
  if (isRefused(answer)) return some.map((of) => refused(of, answer));
  return some.map((of, i) => {
    const result = answer.outcomes[i]?.result;
    if (!result) return refused(of);
    return isRefused(result) ? refused(of, result) : done(of);
  });
}

/** The step that leads exactly back to where each of these was; null where there is none. */
export function stepBack(step: ProfileStep, from: ProfileState | undefined): ProfileStep | null {
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
