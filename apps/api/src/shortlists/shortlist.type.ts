import type { FeedbackReason, ShortlistState, Verdict } from '#engagement';
import type { PresetCode, Uncheckable } from '#matching';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import {
  FeedbackReasonEnum,
  HardCriterionEnum,
  NeedPresetEnum,
  ShortlistStateEnum,
  VerdictEnum,
} from '../graphql/enums.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'What an organizer said became of a woman, and why.' })
export class Feedback {
  @Field(() => VerdictEnum, { description: 'Kept or dropped.' })
  verdict!: Verdict;

  @Field(() => [FeedbackReasonEnum], { description: 'Why.' })
  reasons!: FeedbackReason[];

  @Field(() => String, { nullable: true, description: 'In her own words.' })
  note!: string | null;

  @Field(() => String, { description: 'Who said it: an opaque name.' })
  givenBy!: string;

  @Field(() => Instant, { description: 'Moment she said it (ISO 8601).' })
  givenAt!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A woman on a shortlist, with what the ranking said when she was chosen. Its id is what feedback and removal name.',
})
export class ShortlistEntry extends Node {
  override readonly __typename = 'ShortlistEntry';

  @Field(() => Mediator, { description: 'Who she is, as you may see her now.' })
  mediator!: Mediator;

  @Field(() => Int, { description: 'Her place among all who were eligible, from 1. Frozen.' })
  rank!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'In micro-units from 0 to 1,000,000. Frozen; null where she has narrowed since what part of it rests on.',
  })
  score!: number | null;

  @Field(() => Int, { description: 'Version of the matching model that gave it.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many were looked at then.' })
  considered!: number;

  @Field(() => Int, { description: 'How many of them were eligible.' })
  eligible!: number;

  @Field(() => [Explanation], {
    description:
      'One for each criterion, weights and contributions as they were. Frozen; those that rest on what she has narrowed since are left out.',
  })
  explanation!: Explanation[];

  @Field(() => [HardCriterionEnum], {
    description:
      'Hard criteria that cannot be applied to her by what you are shown of her now: only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => Json, { description: 'The need as it was asked, a NeedInput as JSON. Frozen.' })
  asked!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'In the organizer’s words; she reads it too.',
  })
  note!: string | null;

  @Field(() => String, { description: 'Who chose her: an opaque name.' })
  addedBy!: string;

  @Field(() => Instant, { description: 'Moment she was chosen (ISO 8601).' })
  addedAt!: string;

  @Field(() => Boolean, { description: 'The need was filled with her.' })
  filled!: boolean;

  @Field(() => Feedback, { nullable: true, description: 'What stands; null where nothing does.' })
  feedback!: Feedback | null;

  @Field(() => [Feedback], { description: 'All that was ever said, the latest first.' })
  feedbackHistory!: Feedback[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'An entry of a woman who is no longer listed. Nothing of her is in it, nor why: it is the same whatever the reason. It can be taken off by its id, which is that of the entry.',
})
export class ClosedShortlistEntry extends Node {
  override readonly __typename = 'ClosedShortlistEntry';

  @Field(() => String, {
    description: 'That she is no longer listed, in the language of the request.',
  })
  text!: string;

  @Field(() => String, { description: 'Who chose her: an opaque name.' })
  addedBy!: string;

  @Field(() => Instant, { description: 'Moment she was chosen (ISO 8601).' })
  addedAt!: string;
}

@ObjectType({ implements: () => [Node], description: 'Women chosen for a need.' })
export class Shortlist extends Node {
  override readonly __typename = 'Shortlist';

  @Field(() => ID, { description: 'The need that it is for.' })
  needId!: string;

  @Field(() => String, { description: 'In a few words.' })
  title!: string;

  @Field(() => ShortlistStateEnum, { description: 'Where it stands.' })
  state!: ShortlistState;

  @Field(() => Int, { description: 'Grows with every change; a change names the one it saw.' })
  revision!: number;

  @Field(() => [ShortlistEntry], {
    description: 'By rank. Who is no longer listed is not among them.',
  })
  entries!: ShortlistEntry[];

  @Field(() => [ClosedShortlistEntry], {
    description:
      'Of women who are no longer listed, the earliest first. With `entries` 50 at most.',
  })
  closedEntries!: ClosedShortlistEntry[];

  @Field(() => String, { description: 'Who made it: an opaque name.' })
  createdBy!: string;

  @Field(() => Instant, { description: 'Moment it was made (ISO 8601).' })
  createdAt!: string;

  @Field(() => Instant, { nullable: true, description: 'Moment it was sent (ISO 8601).' })
  sentAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Moment it was closed (ISO 8601).' })
  closedAt!: string | null;
}

export const ShortlistResult = resultOf(Shortlist);

@ObjectType({ description: 'A shortlist of a page.' })
export class ShortlistEdge extends EdgeOf(Shortlist) {}

@ObjectType({ description: 'A page of shortlists.' })
export class ShortlistConnection extends ConnectionOf(ShortlistEdge) {}

@ObjectType({ description: 'How often a reason was given, of the feedback that stands.' })
export class FeedbackCount {
  @Field(() => NeedPresetEnum, { nullable: true, description: 'Of needs with this preset.' })
  preset!: PresetCode | null;

  @Field(() => VerdictEnum, { description: 'Kept or dropped.' })
  verdict!: Verdict;

  @Field(() => FeedbackReasonEnum, {
    nullable: true,
    description: 'The reason; null counts feedback without any.',
  })
  reason!: FeedbackReason | null;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}
