import type { AccountRole } from '#identity';
import type { Locale } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { AccountRoleEnum, AccountStateEnum, LocaleEnum } from '../graphql/enums.js';
import { Organization } from './organization.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'A role of an account.' })
export class HeldRole {
  @Field(() => AccountRoleEnum, { description: 'What she is.' })
  role!: AccountRole;

  /** For the loader of `network`. */
  networkId!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'An account, for its owner and for administrators.',
})
export class Account extends Node {
  override readonly __typename = 'Account';

  @Field(() => String, { description: 'Her name.' })
  name!: string;

  @Field(() => String, { description: 'The address that she signs in with.' })
  email!: string;

  @Field(() => LocaleEnum, { description: 'Of the mails to her.' })
  locale!: Locale;

  @Field(() => AccountStateEnum, { description: 'Whether she may sign in.' })
  state!: 'active' | 'suspended';

  @Field(() => [HeldRole], { description: 'What she is.' })
  roles!: HeldRole[];

  @Field(() => Organization, { nullable: true, description: 'The organization she asks for.' })
  organization!: Organization | null;

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string | null;

  @Field(() => Boolean, { description: 'An authenticator is enrolled.' })
  secondFactor!: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft!: number;

  @Field(() => Instant, { description: 'When it was made (ISO 8601).' })
  createdAt!: string;
}

@ObjectType({ description: 'An account of a page.' })
export class AccountEdge extends EdgeOf(Account) {}

@ObjectType({ description: 'A page of accounts.' })
export class AccountConnection extends ConnectionOf(AccountEdge) {}

@ObjectType({ description: 'Whoever is signed in.' })
export class Me {
  @Field(() => Account, { description: 'Her account.' })
  account!: Account;

  @Field(() => Boolean, {
    description: 'She sees what verified organizers and coordinators see.',
  })
  vetted!: boolean;

  @Field(() => Boolean, {
    description:
      'Her role needs a second factor, and this session has not shown one: until she enrols an authenticator, or signs in with it, she may do no more than that.',
  })
  secondFactorMissing!: boolean;
}
