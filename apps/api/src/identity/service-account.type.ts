import type { Scope } from '#identity';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LONGEST_SERVICE_DAYS } from '#identity';
import { ArrayMaxSize, ArrayMinSize, Max, Min } from 'class-validator';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { ScopeEnum } from '../graphql/enums/identity.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const MOST_NETWORKS = 100;

@ObjectType({
  implements: () => [Node],
  description: 'An account for a program, which authenticates with a token.',
})
export class ServiceAccount extends Node {
  override readonly __typename = 'ServiceAccount';

  @Field(() => String, { description: 'What the program is called or used for.' })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What the program may do for its networks.' })
  scopes!: Scope[];

  /** For the loader of `networks`. */
  networkIds!: readonly string[];

  @Field(() => Instant, { description: 'When the service account was created, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, { description: 'When its token stops working, in UTC.' })
  expiresAt!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which its token was last used. Null if it never was.',
  })
  lastUsedOn!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was revoked, in UTC. Null if it was not.',
  })
  revokedAt!: string | null;
}

@ObjectType({ description: 'A service account on a page, with its cursor.' })
export class ServiceAccountEdge extends EdgeOf(ServiceAccount) {}

@ObjectType({ description: 'A page of service accounts, the oldest first.' })
export class ServiceAccountConnection extends ConnectionOf(ServiceAccountEdge) {}

@ObjectType({ description: 'A new service account with its token, which is shown only this once.' })
export class ServiceAccountCreated {
  readonly __typename = 'ServiceAccountCreated';

  @Field(() => ServiceAccount, { description: 'The service account that was created.' })
  serviceAccount!: ServiceAccount;

  @Field(() => String, {
    description: 'The token for the header `Authorization: Bearer …`. It cannot be shown again.',
  })
  token!: string;
}

@InputType({ description: 'A service account to create.' })
export class ServiceAccountInput {
  @Field(() => String, {
    description: 'What the program is called or used for, at most 200 characters.',
  })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => [ScopeEnum], {
    description: 'What the program may do. Give it no more than it needs.',
  })
  @ArrayMinSize(1)
  scopes!: Scope[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The ids of the networks for which its scopes hold, at most 100.',
  })
  @ArrayMaxSize(MOST_NETWORKS)
  networkIds!: string[];

  @Field(() => Int, {
    description: `How many days the token is good, from 1 to ${LONGEST_SERVICE_DAYS}.`,
  })
  @Min(1)
  @Max(LONGEST_SERVICE_DAYS)
  days!: number;
}

export const ServiceAccountResult = resultOf(ServiceAccount);
export const ServiceAccountCreatedResult = resultOf(ServiceAccountCreated);
