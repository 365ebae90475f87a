import type { FeedbackReason, ShortlistState, Verdict } from '#engagement';
import type { PresetCode, Uncheckable } from '#matching';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import {
  FeedbackReasonEnum,
  ShortlistStateEnum,
  VerdictEnum,
} from '../graphql/enums/engagement.js';
import { HardCriterionEnum, NeedPresetEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { resultOf } from '../graphql/refusals.js';
import { Explanation } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({ description: 'What an organizer reported became of a mediator, and why.' })
export class Feedback {
  @Field(() => VerdictEnum, { description: 'Whether she was kept or dropped.' })
  verdict!: Verdict;

  @Field(() => [FeedbackReasonEnum], { description: 'The reasons that the organizer gave.' })
  reasons!: FeedbackReason[];

  @Field(() => String, {
    nullable: true,
    description: "A note in the organizer's own words. Null if there is none.",
  })
  note!: string | null;

  @Field(() => String, { description: 'The opaque name of the person who gave it.' })
  givenBy!: string;

  @Field(() => Instant, { description: 'When the feedback was given, in UTC.' })
  givenAt!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A mediator on a shortlist, with what the ranking said when she was chosen. Pass its id to `giveFeedback` and `removeFromShortlist`.',
})
export class ShortlistEntry extends Node {
  override readonly __typename = 'ShortlistEntry';

  @Field(() => Mediator, { description: 'The mediator, as you may see her now.' })
  mediator!: Mediator;

  @Field(() => Int, {
    description:
      'Her rank among all eligible candidates when she was chosen, from 1. It never changes.',
  })
  rank!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Her score when she was chosen, in micro-units from 0 to 1,000,000. Null if a part of it rests on what she has hidden since.',
  })
  score!: number | null;

  @Field(() => Int, { description: 'The version of the matching model that made the ranking.' })
  modelVersion!: number;

  @Field(() => Int, { description: 'How many candidates were examined when she was chosen.' })
  considered!: number;

  @Field(() => Int, { description: 'How many candidates were eligible when she was chosen.' })
  eligible!: number;

  @Field(() => [Explanation], {
    description:
      'What each criterion contributed when she was chosen. Contributions that rest on what she has hidden since are left out.',
  })
  explanation!: Explanation[];

  @Field(() => [HardCriterionEnum], {
    description:
      'Hard criteria that cannot be applied to her by what you are shown of her now. Only her network can check them.',
  })
  toBeChecked!: Uncheckable[];

  @Field(() => Json, {
    description: 'The need as it was when she was chosen: a NeedInput as JSON. It never changes.',
  })
  asked!: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'The note of the organizer, which she can read too. Null if there is none.',
  })
  note!: string | null;

  @Field(() => String, { description: 'The opaque name of the person who chose her.' })
  addedBy!: string;

  @Field(() => Instant, { description: 'When she was chosen, in UTC.' })
  addedAt!: string;

  @Field(() => Boolean, { description: 'True if the need was filled with her.' })
  filled!: boolean;

  @Field(() => Feedback, {
    nullable: true,
    description: 'The feedback in force. Null if there is none.',
  })
  feedback!: Feedback | null;

  @Field(() => [Feedback], { description: 'All feedback that was ever given, the latest first.' })
  feedbackHistory!: Feedback[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'An entry of a mediator who is no longer listed. It holds nothing about her and never says why, whatever the reason. It can be removed by its id.',
})
export class ClosedShortlistEntry extends Node {
  override readonly __typename = 'ClosedShortlistEntry';

  @Field(() => String, {
    description: 'A sentence that says she is no longer listed, in the language of the request.',
  })
  text!: string;

  @Field(() => String, { description: 'The opaque name of the person who chose her.' })
  addedBy!: string;

  @Field(() => Instant, { description: 'When she was chosen, in UTC.' })
  addedAt!: string;
}

@ObjectType({
  description:
    'Where a shortlist is found as a briefing, for its reader and on the day it is read. Send the token of your session, or open it where you signed in on the pages. `?lang=` chooses the language.',
})
export class BriefingLinks {
  @Field(() => String, { description: 'The path of the page to print.' })
  page!: string;

  @Field(() => String, { description: 'The path of the PDF.' })
  pdf!: string;
}

@ObjectType({ description: 'A reader with whom a shortlist is shared now.' })
export class ShortlistShare {
  @Field(() => ID, { description: 'The id of the share. Pass it to `takeBackShortlist`.' })
  shareId!: string;

  @Field(() => ID, { description: 'The id of the Account or Organization that reads it.' })
  readerId!: string;

  @Field(() => String, {
    description: 'The name of the organization that reads it, or that its reader acts for.',
  })
  organization!: string;

  @Field(() => String, { description: 'The opaque name of the person who shared it.' })
  sharedBy!: string;

  @Field(() => Instant, { description: 'When it was shared, in UTC.' })
  sharedAt!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'Mediators whom an organizer has chosen for a need.',
})
export class Shortlist extends Node {
  override readonly __typename = 'Shortlist';

  @Field(() => ID, { description: 'The id of the need that mediators are chosen for.' })
  needId!: string;

  @Field(() => String, { description: 'A short title of the shortlist.' })
  title!: string;

  @Field(() => ShortlistStateEnum, { description: 'The present state of the shortlist.' })
  state!: ShortlistState;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to a change, which is refused if the shortlist has changed since.',
  })
  revision!: number;

  @Field(() => [ShortlistEntry], {
    description:
      'The entries in the order of rank. Mediators who are no longer listed are not among them.',
  })
  entries!: ShortlistEntry[];

  @Field(() => [ClosedShortlistEntry], {
    description:
      'Entries of mediators who are no longer listed, the earliest first. With `entries`, at most 50.',
  })
  closedEntries!: ClosedShortlistEntry[];

  @Field(() => [ShortlistShare], {
    description: 'Who else may read it, the earliest share first.',
  })
  shares!: ShortlistShare[];

  @Field(() => BriefingLinks, {
    description: 'The shortlist as a briefing, without notes, feedback and contact data.',
  })
  briefing!: BriefingLinks;

  @Field(() => String, { description: 'The opaque name of the person who created it.' })
  createdBy!: string;

  @Field(() => Instant, { description: 'When it was created, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was sent, in UTC. Null while it is not.',
  })
  sentAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was closed, in UTC. Null while it is not.',
  })
  closedAt!: string | null;
}

export const ShortlistResult = resultOf(Shortlist);

@ObjectType({ description: 'A shortlist on a page, with its cursor.' })
export class ShortlistEdge extends EdgeOf(Shortlist) {}

@ObjectType({ description: 'A page of the shortlists of a need, the oldest first.' })
export class ShortlistConnection extends ConnectionOf(ShortlistEdge) {}

@ObjectType({ description: 'How often a reason was given, counted over the feedback in force.' })
export class FeedbackCount {
  @Field(() => NeedPresetEnum, {
    nullable: true,
    description: 'The preset of the needs that are counted. Null for needs without one.',
  })
  preset!: PresetCode | null;

  @Field(() => VerdictEnum, { description: 'Whether the mediators were kept or dropped.' })
  verdict!: Verdict;

  @Field(() => FeedbackReasonEnum, {
    nullable: true,
    description: 'The reason. Null counts feedback without any.',
  })
  reason!: FeedbackReason | null;

  @Field(() => Int, { description: 'How often the reason was given.' })
  count!: number;
}
