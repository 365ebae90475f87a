import type { HidingReason } from '#directory';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../graphql/days.scalar.js';
import { HidingReasonEnum } from '../graphql/enums/directory.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description:
    'Many women taken out of sight at once. To everybody it looks as if each profile were suspended.',
})
export class Hiding extends Node {
  override readonly __typename = 'Hiding';

  /** For the loader of `network`. */
  networkId!: string | null;

  @Field(() => Boolean, {
    description:
      'True if its women were named one by one. If not, it hid all women of the network and its chapters.',
  })
  oneByOne!: boolean;

  @Field(() => HidingReasonEnum, { description: 'Why they were hidden.' })
  reason!: HidingReason;

  @Field(() => Int, {
    description:
      'How many women it hid who have not been erased since. For coordinators, of their own networks.',
  })
  women!: number;

  @Field(() => String, { description: 'Who hid them, as the audit log names her.' })
  hiddenBy!: string;

  @Field(() => Instant, { description: 'When they were hidden.' })
  hiddenAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who brought them back, as the audit log names her. Null while they are hidden.',
  })
  liftedBy!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When they were brought back. Null while they are hidden.',
  })
  liftedAt!: string | null;

  @Field(() => Boolean, {
    description:
      'True if you can bring them back. What an administrator hid, only administrators bring back.',
  })
  liftable!: boolean;
}

@ObjectType({ description: 'Whom a hiding would hide now.' })
export class HidingPreview {
  @Field(() => Int, {
    description:
      'How many women it would take out of sight or keep there. For coordinators, of their own networks.',
  })
  women!: number;
}

@ObjectType({
  description: 'A hiding was lifted. For coordinators, the counts are of their own networks.',
})
export class LiftedHiding {
  readonly __typename = 'LiftedHiding';

  @Field(() => Hiding, { description: 'The hiding, which stands no longer.' })
  hiding!: Hiding;

  @Field(() => Int, { description: 'How many women are as they were before.' })
  restored!: number;

  @Field(() => Int, { description: 'How many women another hiding still hides.' })
  stillHidden!: number;

  @Field(() => Int, {
    description: 'How many stay as they are now, because they or somebody else took a step since.',
  })
  left!: number;
}

export const HidingResult = resultOf(Hiding);
export const LiftedHidingResult = resultOf(LiftedHiding);
