import type { LinkComparison, LinkState, LinkVerdict } from '#directory';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import { LinkComparisonEnum, LinkStateEnum, LinkVerdictEnum } from '../graphql/enums/directory.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@ObjectType({ description: 'One of two records that are perhaps of one mediator.' })
export class LinkSide {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the profile in which the record is shown. Null for a mediator of another network.',
  })
  profileId!: string | null;

  @Field(() => ID, {
    description: 'The id by which everyone finds her, of the type Mediator: see `mediator`.',
  })
  mediatorId!: string;

  @Field(() => String, { description: 'The name by which she is listed.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Her number in the list of the network. Null for a mediator of another network, or if a record that was merged into this one has it.',
  })
  externalId!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'Two records of the list of a network, or of two networks, that are perhaps of one mediator. Nothing is merged by itself.',
})
export class LinkSuggestion extends Node {
  override readonly __typename = 'LinkSuggestion';

  @Field(() => Network, { description: 'The network whose suggestion it is.' })
  network!: Network;

  @Field(() => Boolean, {
    description:
      'True if the network lists one of the two and another network the other. Such suggestions come once a week, of mediators only who agree to be compared (LINKED).',
  })
  across!: boolean;

  @Field(() => Boolean, {
    description:
      'Of two networks: true once `mergeLinked` can merge the records. All networks that list one of the two have said SAME, and each of the two who can speak for herself has told all of them.',
  })
  agreed!: boolean;

  @Field(() => LinkSide, { description: 'One of the two records.' })
  one!: LinkSide;

  @Field(() => LinkSide, { description: 'The record that is compared with it.' })
  other!: LinkSide;

  @Field(() => Int, {
    description:
      'Thousandths of a bit: the base-2 logarithm of the odds that both are one mediator. Whole bits if `across`. See docs/linkage.md.',
  })
  weight!: number;

  @Field(() => Float, {
    description: 'The probability that both are one mediator, from 0 to 1, by the model.',
  })
  probability!: number;

  @Field(() => LinkStateEnum, { description: 'Whether somebody has decided, and how.' })
  state!: LinkState;

  @Field(() => Int, { description: 'Grows with each verdict. Pass it to `decideLink`.' })
  revision!: number;

  @Field(() => Instant, { description: 'When both were first found to be alike, in UTC.' })
  foundAt!: string;
}

@ObjectType({ description: 'A suggestion on a page, with its cursor.' })
export class LinkSuggestionEdge extends EdgeOf(LinkSuggestion) {}

@ObjectType({ description: 'A page of suggestions.' })
export class LinkSuggestionConnection extends ConnectionOf(LinkSuggestionEdge) {}

@ObjectType({ description: 'A word of the names that both records have.' })
export class LinkWord {
  @Field(() => String, { description: 'As the first record has it, folded as it is compared.' })
  one!: string;

  @Field(() => String, { description: 'As the second record has it, folded as it is compared.' })
  other!: string;

  @Field(() => Int, { description: 'How many records of the list have the word of either.' })
  records!: number;

  @Field(() => Int, { description: 'What the word adds to the weight, in thousandths of a bit.' })
  weight!: number;
}

@ObjectType({ description: 'What one comparison adds to the weight of a suggestion.' })
export class LinkBar {
  @Field(() => LinkComparisonEnum, { description: 'What of the two records was compared.' })
  comparison!: LinkComparison;

  @Field(() => Int, {
    description:
      'Thousandths of a bit, whole bits if the suggestion is of two networks. Positive speaks for one mediator, negative for two. All bars add up to the weight of the suggestion.',
  })
  weight!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'How far the values agree, such as `SAME_YEAR` or `NONE_SHARED`: see docs/linkage.md. Null if the comparison has no levels.',
  })
  level!: string | null;

  @Field(() => [String], {
    description:
      'The values of the first record, codes as words in the language of the request. Empty for contact data, of which only whether they are equal is known, and for what compares no values.',
  })
  one!: string[];

  @Field(() => [String], { description: 'The values of the second record, likewise.' })
  other!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The rarest value that both have. Null if there is none, and for contact data.',
  })
  shared!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many records of the list have the shared value. Null if there is none.',
  })
  records!: number | null;

  @Field(() => [LinkWord], {
    description: 'Of a name: the words that both have. Otherwise empty.',
  })
  words!: LinkWord[];
}

@ObjectType({ description: 'What somebody said about two records, and why.' })
export class LinkDecision {
  @Field(() => LinkVerdictEnum, {
    description: 'Whether the records were said to be of one mediator.',
  })
  verdict!: LinkVerdict;

  @Field(() => String, { description: 'The reason, in the words of whoever decided.' })
  reason!: string;

  @Field(() => String, { description: 'The opaque name of whoever decided.' })
  decidedBy!: string;

  @Field(() => Instant, { description: 'When it was decided, in UTC.' })
  decidedAt!: string;
}

@ObjectType({
  description: 'What a mediator says herself about two records, one of which is hers.',
})
export class LinkHerWord {
  @Field(() => String, { description: 'The name of the record that is hers.' })
  name!: string;

  @Field(() => LinkVerdictEnum, { description: 'SAME if both are hers, DIFFERENT if not.' })
  word!: LinkVerdict;
}

@ObjectType({ description: 'Why two records are suggested, and what was decided about them.' })
export class LinkExplanation {
  readonly __typename = 'LinkExplanation';

  @Field(() => LinkSuggestion, { description: 'The two records, and how the suggestion stands.' })
  suggestion!: LinkSuggestion;

  @Field(() => String, { description: 'The version of the model that weighed both.' })
  model!: string;

  @Field(() => [LinkBar], { description: 'What each comparison adds, in the order of the model.' })
  bars!: LinkBar[];

  @Field(() => [LinkHerWord], {
    description: 'What the mediators say themselves, where they let your network know.',
  })
  herWords!: LinkHerWord[];

  @Field(() => [LinkDecision], { description: 'What was decided about both, the latest first.' })
  decisions!: LinkDecision[];
}

export const LinkExplanationResult = resultOf(LinkExplanation);

@ObjectType({
  description: 'That a mediator says herself that another directory lists her, too.',
})
export class ListedElsewhere {
  @Field(() => LinkSide, { description: 'The mediator, as your network lists her.' })
  mediator!: LinkSide;

  @Field(() => String, { description: 'The name of the other directory.' })
  directory!: string;
}

@ObjectType({ description: 'How often a level of agreement comes, by the model.' })
export class LinkModelLevel {
  @Field(() => LinkComparisonEnum, { description: 'What of two records is compared.' })
  comparison!: LinkComparison;

  @Field(() => String, { description: 'How far the values agree.' })
  level!: string;

  @Field(() => Float, { description: 'How often it comes if both are the same mediator, 0 to 1.' })
  same!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'How often it comes between strangers, 0 to 1. Null if it depends on how rare the shared value is.',
  })
  stranger!: number | null;

  @Field(() => Float, {
    description: 'How often it comes between relatives or housemates, 0 to 1.',
  })
  kin!: number;
}

@ObjectType({ description: 'The numbers by which records are compared: see docs/linkage.md.' })
export class LinkModel {
  @Field(() => String, { description: 'The version of the model.' })
  version!: string;

  @Field(() => Float, {
    description: 'The probability from which two records are suggested, from 0 to 1.',
  })
  possible!: number;

  @Field(() => Float, {
    description: 'The probability from which two records are likely one mediator, from 0 to 1.',
  })
  likely!: number;

  @Field(() => Float, {
    description: 'The share of mediators whom a list holds twice, as the model expects it, 0 to 1.',
  })
  twice!: number;

  @Field(() => [LinkModelLevel], {
    description: 'The levels of each comparison but names, from agreement to contradiction.',
  })
  levels!: LinkModelLevel[];
}
