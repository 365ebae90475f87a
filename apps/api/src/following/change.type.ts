import { CHANGE_KINDS, type ChangeKind } from '#following';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { PageInfo, STANDARD_SIZE } from '../graphql/page.js';
import { Mediator } from '../mediators/mediator.type.js';
import { ChangeKindEnum } from './following.enums.js';

@ObjectType({ description: 'That a mediator appeared, changed or went, as the viewer sees it.' })
export class DirectoryChange {
  @Field(() => ChangeKindEnum, { description: 'Whether she appeared, changed or went.' })
  kind!: ChangeKind;

  @Field(() => ID, { description: 'The id of the mediator, also if she is not shown any more.' })
  mediatorId!: string;

  @Field(() => Instant, {
    description: 'From when the change could be read, in UTC: a full five minutes.',
  })
  toldAt!: string;

  @Field(() => Mediator, {
    nullable: true,
    description:
      'The mediator as the viewer sees her now. Null if she is not shown; then REMOVED follows.',
  })
  mediator!: Mediator | null;
}

@ObjectType({ description: 'A change on a page, with its cursor.' })
export class DirectoryChangeEdge {
  @Field(() => String, {
    description: 'The cursor of this entry. Pass it as `after`. It is opaque.',
  })
  cursor!: string;

  @Field(() => DirectoryChange, { description: 'The change at this place of the feed.' })
  node!: DirectoryChange;
}

@ObjectType({ description: 'A part of the feed of changes, the oldest first.' })
export class DirectoryChangeConnection {
  @Field(() => [DirectoryChangeEdge], { description: 'The changes, in the order of the feed.' })
  edges!: DirectoryChangeEdge[];

  @Field(() => PageInfo, {
    description:
      'Where to go on. Store `endCursor` when you have dealt with the page; here it is never null. `hasPreviousPage` is always false.',
  })
  pageInfo!: PageInfo;
}

@ArgsType()
export class ChangesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Return what follows this cursor of yours. Null to begin with all mediators who are shown now.',
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many changes to return. Defaults to ${STANDARD_SIZE}.`,
  })
  first?: number | null;

  @Field(() => [ChangeKindEnum], {
    defaultValue: [...CHANGE_KINDS],
    description: 'Return only these kinds.',
  })
  kinds!: ChangeKind[];
}
