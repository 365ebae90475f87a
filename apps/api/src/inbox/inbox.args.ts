import type { InboxOwner, WaitingKind } from '#inbox';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { InboxOwnerEnum, WaitingKindEnum } from '../graphql/enums/curation.js';
import { Instant } from '../graphql/days.scalar.js';
import { PageArgs } from '../graphql/page.js';

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => [WaitingKindEnum], {
    nullable: true,
    description:
      'Only what is of one of these kinds. If absent, everything that somebody waits for: no upkeep.',
  })
  kinds?: WaitingKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The slug of one of your networks, for what waits for its coordinators. All that waits for you if absent.',
  })
  network?: string | null;

  @Field(() => InboxOwnerEnum, {
    nullable: true,
    description: 'Only what you deal with, or what nobody deals with yet. All if absent.',
  })
  owner?: InboxOwner | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for what you have put off, instead of the rest. False if absent.',
  })
  snoozed?: boolean | null;
}

@InputType({ description: 'An item of your inbox.' })
export class InboxItemInput {
  @Field(() => WaitingKindEnum, { description: 'The `kind` of the item.' })
  kind!: WaitingKind;

  @Field(() => ID, { description: 'The `subjectId` of the item.' })
  subjectId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For what waits for coordinators: the slug of the network of the item.',
  })
  network?: string | null;
}

@ArgsType()
export class AssignInboxItemArgs {
  @Field(() => InboxItemInput, { description: 'What somebody is to deal with.' })
  item!: InboxItemInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'The account of one of your `colleagues`, or your own. Nobody deals with it if absent.',
  })
  accountId?: string | null;
}

@ArgsType()
export class SnoozeInboxItemArgs {
  @Field(() => InboxItemInput, { description: 'The item that you put off.' })
  item!: InboxItemInput;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when, within the next 90 days. It is shown again at once if absent.',
  })
  until?: string | null;
}
