import type { AccountRole, ConsolePart } from '#identity';
import type { Locale } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { AccountRoleEnum, AccountStateEnum, ConsolePartEnum } from '../graphql/enums/identity.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Organization } from './organization.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'A role that an account has.' })
export class HeldRole {
  @Field(() => AccountRoleEnum, { description: 'What the account may act as.' })
  role!: AccountRole;

  /** For the loader of `network`. */
  networkId!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'An account, shown to its owner and to administrators.',
})
export class Account extends Node {
  override readonly __typename = 'Account';

  @Field(() => String, { description: 'The name of the person, as she gave it.' })
  name!: string;

  @Field(() => String, {
    description:
      'The opaque name under which what she does is recorded, as in `ProfileChange.changedBy`.',
  })
  recordedAs!: string;

  @Field(() => String, { description: 'The address that she signs in with.' })
  email!: string;

  @Field(() => LocaleEnum, { description: 'The language of the mails that she gets.' })
  locale!: Locale;

  @Field(() => AccountStateEnum, { description: 'Whether the account can be used to sign in.' })
  state!: 'active' | 'suspended';

  @Field(() => [HeldRole], {
    description: 'The roles that the account has, one for each network that she coordinates.',
  })
  roles!: HeldRole[];

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that she acts for. Null if she acts for none.',
  })
  organization!: Organization | null;

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string | null;

  @Field(() => Boolean, { description: 'True if she has enrolled an authenticator.' })
  secondFactor!: boolean;

  @Field(() => Int, { description: 'How many of her recovery codes have not been used yet.' })
  recoveryCodesLeft!: number;

  @Field(() => Instant, { description: 'When the account was created, in UTC.' })
  createdAt!: string;
}

@ObjectType({ description: 'An account on a page, with its cursor.' })
export class AccountEdge extends EdgeOf(Account) {}

@ObjectType({ description: 'A page of accounts, the oldest first.' })
export class AccountConnection extends ConnectionOf(AccountEdge) {}

@ObjectType({ description: 'The person or program that is signed in.' })
export class Me {
  @Field(() => Account, { description: 'The account that is signed in.' })
  account!: Account;

  @Field(() => Boolean, {
    description: 'True if she sees what verified organizers and coordinators see.',
  })
  vetted!: boolean;

  @Field(() => Boolean, {
    description:
      'True if her role needs a second factor that this session has not shown. Until she enrols an authenticator or signs in with it, she may do nothing else.',
  })
  secondFactorMissing!: boolean;

  @Field(() => [ConsolePartEnum], {
    description:
      'The parts of a console that are for her: what her roles permit in this session, in the order in which they are shown.',
  })
  parts!: ConsolePart[];
}

export const AccountResult = resultOf(Account);
