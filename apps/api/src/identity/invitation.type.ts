import type { AccountRole, InvitationState } from '#identity';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { AccountRoleEnum, InvitationStateEnum } from '../graphql/enums/identity.js';
import { GUESSED, resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description: 'An invitation to a role, sent by mail as a link.',
})
export class Invitation extends Node {
  override readonly __typename = 'Invitation';

  @Field(() => String, {
    nullable: true,
    description:
      'The address that it was sent to. Shown to whoever sent it and to administrators, null to others.',
  })
  email!: string | null;

  @Field(() => AccountRoleEnum, { description: 'The role that the invited person will have.' })
  role!: AccountRole;

  /** For the loader of `network`. */
  networkId!: string | null;

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the organization that she will act for. Null for other roles.',
  })
  organizationId!: string | null;

  @Field(() => InvitationStateEnum, {
    description: 'Whether the invitation is open, accepted, revoked or expired.',
  })
  state!: InvitationState | 'expired';

  @Field(() => Instant, { description: 'When the invitation was sent, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, { description: 'When the link stops working, in UTC.' })
  expiresAt!: string;
}

@ObjectType({ description: 'An invitation on a page, with its cursor.' })
export class InvitationEdge extends EdgeOf(Invitation) {}

@ObjectType({ description: 'A page of invitations, the oldest first.' })
export class InvitationConnection extends ConnectionOf(InvitationEdge) {}

@ObjectType({
  description: 'The invitation was accepted: the account has the role, and she can sign in.',
})
export class InvitationAccepted {
  readonly __typename = 'InvitationAccepted';

  @Field(() => AccountRoleEnum, { description: 'The role that the account has now.' })
  role!: AccountRole;
}

export const InvitationResult = resultOf(Invitation);
export const InvitationAcceptedResult = resultOf(
  InvitationAccepted,
  'InvitationAcceptedResult',
  GUESSED,
);

@ObjectType({ description: 'What became of one of many invitations.' })
export class InvitationOutcome {
  @Field(() => String, {
    nullable: true,
    description: 'The address that was passed. Null for a member who is invited at a stated one.',
  })
  email!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the profile that was passed. Null if an address was.',
  })
  profileId!: string | null;

  @Field(() => InvitationResult, { description: 'The invitation, or why none was sent.' })
  result!: typeof InvitationResult;
}

@ObjectType({ description: 'What became of each of many invitations.' })
export class InvitationOutcomes {
  readonly __typename = 'InvitationOutcomes';

  @Field(() => [InvitationOutcome], {
    description: 'One outcome for each, in the order in which they were passed.',
  })
  outcomes!: InvitationOutcome[];
}

export const InvitationsResult = resultOf(InvitationOutcomes, 'InvitationsResult');
