import type { CopyFormat, CopyKind } from '#directory';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { CopyFormatEnum, CopyKindEnum } from '../graphql/enums/directory.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description:
    'Something with profiles in it that somebody took away. The same reader who takes the same again on the same day has one copy.',
})
export class IssuedCopy extends Node {
  override readonly __typename = 'IssuedCopy';

  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => CopyKindEnum, { description: 'What was taken away.' })
  kind!: CopyKind;

  @Field(() => CopyFormatEnum, { description: 'As what it was taken away.' })
  format!: CopyFormat;

  @Field(() => String, {
    nullable: true,
    description: 'The organization for which a briefing was read. Null for lists of networks.',
  })
  organization!: string | null;

  @Field(() => String, { description: 'Who has it, as the audit log names her.' })
  issuedTo!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Her name, for administrators and for coordinators of the network whose list it is. Null for others, and if it was a program.',
  })
  reader!: string | null;

  @Field(() => Instant, { description: 'When it was last taken away on its day.' })
  issuedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The purpose that was stated, if it holds contact data. Null if it does not.',
  })
  contactPurpose!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many women are in it who have not been erased since. For coordinators, of the network; in a briefing, as many as were when it was taken away, and null unless there were at least 5 of them and 5 others on the list.',
  })
  women!: number | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was recalled. Null if it was not.',
  })
  recalledAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who recalled it, as the audit log names her. Null if nobody did.',
  })
  recalledBy!: string | null;
}

@ObjectType({ description: 'A copy on a page, with its cursor.' })
export class IssuedCopyEdge extends EdgeOf(IssuedCopy) {}

@ObjectType({ description: 'A page of copies, the latest first.' })
export class IssuedCopyConnection extends ConnectionOf(IssuedCopyEdge) {}

export const IssuedCopyResult = resultOf(IssuedCopy);
