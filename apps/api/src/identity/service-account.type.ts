import type { Scope } from '#identity';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LONGEST_SERVICE_DAYS } from '#identity';
import { ArrayMaxSize, ArrayMinSize, Max, Min } from 'class-validator';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { ScopeEnum } from '../graphql/enums.js';
import { IsPlainText } from '../graphql/is-plain-text.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

const LONGEST_NAME = 200;
const MOST_NETWORKS = 100;

@ObjectType({
  implements: () => [Node],
  description: 'A program that asks with a token of its own.',
})
export class ServiceAccount extends Node {
  override readonly __typename = 'ServiceAccount';

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it may do.' })
  scopes!: Scope[];

  /** For the loader of `networks`. */
  networkIds!: readonly string[];

  @Field(() => Instant, { description: 'When it was made (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { description: 'Until when its token is good (ISO 8601).' })
  expiresAt!: string;

  @Field(() => Day, { nullable: true, description: 'The day it last asked (ISO 8601).' })
  lastUsedOn!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it was revoked (ISO 8601).' })
  revokedAt!: string | null;
}

@ObjectType({ description: 'A service account of a page.' })
export class ServiceAccountEdge extends EdgeOf(ServiceAccount) {}

@ObjectType({ description: 'A page of service accounts.' })
export class ServiceAccountConnection extends ConnectionOf(ServiceAccountEdge) {}

@ObjectType({ description: 'A service account with its token, which is shown this once.' })
export class ServiceAccountCreated {
  readonly __typename = 'ServiceAccountCreated';

  @Field(() => ServiceAccount, { description: 'The account.' })
  serviceAccount!: ServiceAccount;

  @Field(() => String, { description: 'For the header `Authorization: Bearer …`.' })
  token!: string;
}

@InputType({ description: 'What a program is to be given.' })
export class ServiceAccountInput {
  @Field(() => String, { description: 'What it is for.' })
  @MaxCharacters(LONGEST_NAME)
  @IsPlainText()
  name!: string;

  @Field(() => [ScopeEnum], { description: 'What it may do: the less the better.' })
  @ArrayMinSize(1)
  scopes!: Scope[];

  @Field(() => [ID], { defaultValue: [], description: 'The networks that its scopes are for.' })
  @ArrayMaxSize(MOST_NETWORKS)
  networkIds!: string[];

  @Field(() => Int, { description: `How long its token is good: 1 to ${LONGEST_SERVICE_DAYS}.` })
  @Min(1)
  @Max(LONGEST_SERVICE_DAYS)
  days!: number;
}

export const ServiceAccountResult = resultOf(ServiceAccount);
export const ServiceAccountCreatedResult = resultOf(ServiceAccountCreated);
