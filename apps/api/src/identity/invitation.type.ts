import type { AccountRole, InvitationState } from '#identity';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { AccountRoleEnum, InvitationStateEnum } from '../graphql/enums.js';
import { GUESSED, resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description: 'That somebody may become something, by a link that was sent to her.',
})
export class Invitation extends Node {
  override readonly __typename = 'Invitation';

  @Field(() => String, {
    nullable: true,
    description: 'Her address, for whoever invited her and for administrators.',
  })
  email!: string | null;

  @Field(() => AccountRoleEnum, { description: 'What she becomes.' })
  role!: AccountRole;

  /** For the loader of `network`. */
  networkId!: string | null;

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization that she asks for.' })
  organizationId!: string | null;

  @Field(() => InvitationStateEnum, { description: 'What became of it.' })
  state!: InvitationState | 'expired';

  @Field(() => Instant, { description: 'When she was invited (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { description: 'Until when the link is good (ISO 8601).' })
  expiresAt!: string;
}

@ObjectType({ description: 'An invitation of a page.' })
export class InvitationEdge extends EdgeOf(Invitation) {}

@ObjectType({ description: 'A page of invitations.' })
export class InvitationConnection extends ConnectionOf(InvitationEdge) {}

@ObjectType({ description: 'She has an account of that role now: she may sign in.' })
export class InvitationAccepted {
  readonly __typename = 'InvitationAccepted';

  @Field(() => AccountRoleEnum, { description: 'What she has become.' })
  role!: AccountRole;
}

export const InvitationResult = resultOf(Invitation);
export const InvitationAcceptedResult = resultOf(
  InvitationAccepted,
  'InvitationAcceptedResult',
  GUESSED,
);
