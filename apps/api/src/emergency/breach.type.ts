import type { BreachAdvice, BreachCause, BreachChannel, BreachFact } from '#breaches';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  BreachAdviceEnum,
  BreachCauseEnum,
  BreachChannelEnum,
  BreachFactEnum,
} from '../graphql/enums/emergency.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';

@ObjectType({ description: 'Of how many mediators a kind of data may have been seen.' })
export class BreachFactCount {
  @Field(() => BreachFactEnum, { description: 'What may have been seen of them.' })
  fact!: BreachFact;

  @Field(() => Int, { description: 'How many mediators are counted here.' })
  women!: number;
}

@ObjectType({ description: 'How many mediators are told by a way.' })
export class BreachChannelCount {
  @Field(() => BreachChannelEnum, { description: 'By which way these women are told.' })
  channel!: BreachChannel;

  @Field(() => Int, { description: 'How many mediators are counted here.' })
  women!: number;
}

@ObjectType({ description: 'How many mediators a network is to tell in person.' })
export class BreachNetworkCount {
  @Field(() => Network, {
    nullable: true,
    description:
      'The network whose desk acts for them. Null for those whom no network lists: an administrator tells them.',
  })
  network!: Network | null;

  @Field(() => Int, { description: 'How many mediators are counted here.' })
  women!: number;
}

@ObjectType({ description: 'Whom notifying would tell now, and by which way.' })
export class BreachPreview {
  @Field(() => Int, { description: 'How many mediators have not been told.' })
  women!: number;

  @Field(() => [BreachChannelCount], { description: 'How many of them by which way.' })
  channels!: BreachChannelCount[];

  @Field(() => [BreachNetworkCount], {
    description: 'Those to be told in person, by the networks that tell them.',
  })
  inPerson!: BreachNetworkCount[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'Data in wrong hands: an entry of the register that article 33(5) of the GDPR (Regulation (EU) 2016/679) asks for. For administrators. To the account that was misused it is as if there were none.',
})
export class Breach extends Node {
  override readonly __typename = 'Breach';

  /** What the resolvers of its fields read. */
  key!: string;
  accountId!: string | null;
  networkIds!: readonly string[];

  @Field(() => BreachCauseEnum, { description: 'How the data came into wrong hands.' })
  cause!: BreachCause;

  @Field(() => Day, { description: 'The first day on which it may have been seen, in UTC.' })
  from!: string;

  @Field(() => Day, { description: 'The last day on which it may have been seen, in UTC.' })
  until!: string;

  @Field(() => Instant, { description: 'When it became known.' })
  knownAt!: string;

  @Field(() => Instant, {
    description:
      'Until when an authority is told where the GDPR applies: 72 hours after it became known (article 33(1)).',
  })
  reportDueAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When an authority was told. Null while it was not.',
  })
  reportedAt!: string | null;

  @Field(() => [BreachAdviceEnum], { description: 'What the women can do about it.' })
  advice!: readonly BreachAdvice[];

  @Field(() => String, {
    description: 'What happened. Only the register and an authority read it.',
  })
  what!: string;

  @Field(() => String, {
    description: 'What may come of it. Empty while nothing is stated.',
  })
  consequences!: string;

  @Field(() => String, {
    description: 'What was done about it. Empty while nothing is stated.',
  })
  measures!: string;

  @Field(() => String, { description: 'Who opened it, as the audit log names her.' })
  openedBy!: string;

  @Field(() => Instant, { description: 'When it was entered in the register.' })
  openedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who had the women told, as the audit log names her. Null before.',
  })
  toldBy!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'When somebody had the women told. A job tells them one after the other: see `waiting`. Null before.',
  })
  toldAt!: string | null;

  @Field(() => Int, {
    description:
      'How many women the job has not reached yet. 0 before somebody has them told, and again once each was told or left to her network to be told in person.',
  })
  waiting!: number;

  @Field(() => Int, {
    description: 'How many mediators it concerns, those who were erased since among them.',
  })
  women!: number;

  @Field(() => [BreachFactCount], {
    description: 'Of how many of them each kind of data may have been seen.',
  })
  facts!: BreachFactCount[];

  @Field(() => [BreachChannelCount], {
    description: 'How many of them were told by which way. All are 0 before anybody is.',
  })
  channels!: BreachChannelCount[];

  @Field(() => Int, {
    description: 'How many of those who are told in person have not been told yet.',
  })
  toTell!: number;

  @Field(() => Int, { description: 'How many have said that they have read it.' })
  read!: number;

  @Field(() => String, {
    description:
      'What an authority asks for (article 33(3)), as Markdown in English. It names no mediator.',
  })
  registerEntry!: string;
}

@ObjectType({ description: 'A mediator whom a breach concerns, and how she was told.' })
export class BreachWoman {
  @Field(() => ID, {
    nullable: true,
    description:
      'The id of a Mediator. Null of whoever is under a code name, and of all beside the account of a mediator: who knows all others would know whose account it is.',
  })
  mediatorId!: string | null;

  @Field(() => [BreachFactEnum], { description: 'What may have been seen of her.' })
  facts!: readonly BreachFact[];

  @Field(() => BreachChannelEnum, {
    nullable: true,
    description: 'By which way she is told. Null before anybody is.',
  })
  channel!: BreachChannel | null;

  @Field(() => Network, {
    nullable: true,
    description: 'The network whose desk acts for her. Null if none lists her.',
  })
  network!: Network | null;

  @Field(() => Instant, { nullable: true, description: 'When she was told. Null before.' })
  toldAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who told her, as the audit log names her. Null before.',
  })
  toldBy!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When she said that she has read it. Null if she did not.',
  })
  readAt!: string | null;
}

@ObjectType({ description: 'A mediator on a page, with its cursor.' })
export class BreachWomanEdge extends EdgeOf(BreachWoman) {}

@ObjectType({
  description: 'A page of the mediators whom a breach concerns, in no order that says anything.',
})
export class BreachWomanConnection extends ConnectionOf(BreachWomanEdge) {}

export const BreachResult = resultOf(Breach);
