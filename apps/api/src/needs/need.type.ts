import type { Alongside, Confidentiality, InsiderTies, NeedState, Urgency } from '#engagement';
import type { PresetCode } from '#matching';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import {
  AlongsideEnum,
  ConfidentialityEnum,
  InsiderTiesEnum,
  NeedStateEnum,
  UrgencyEnum,
} from '../graphql/enums/engagement.js';
import { NeedPresetEnum } from '../graphql/enums/matching.js';
import { Json } from '../graphql/json.scalar.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';
import { Instant } from '../graphql/days.scalar.js';

@ObjectType({
  implements: () => [Node],
  description:
    'What an organizer looks for in a peace process: a public need, or one of your own organization.',
})
export class Need extends Node {
  override readonly __typename = 'Need';

  @Field(() => String, { description: 'A short name that never changes.' })
  slug!: string;

  @Field(() => String, { description: 'A short title of the need.' })
  title!: string;

  @Field(() => String, { description: "What is looked for, in the organizer's own words." })
  brief!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the peace process that it belongs to. Null if it belongs to none.',
  })
  process!: string | null;

  @Field(() => Json, {
    description: 'The criteria: a NeedInput as JSON. Pass it to `matchCandidates` as a variable.',
  })
  criteria!: unknown;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the organization that looks. Null if it is not an organization of this directory.',
  })
  organization!: string | null;

  @Field(() => Boolean, { description: "True if the need is your own organization's." })
  own!: boolean;

  @Field(() => NeedPresetEnum, {
    nullable: true,
    description: 'The preset whose weights count if `criteria` gives none. Null if there is none.',
  })
  preset!: PresetCode | null;

  @Field(() => Int, { description: 'How many mediators are looked for.' })
  wanted!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many of the wanted mediators are engaged, whatever has become of them since. Null if the need is not your own.',
  })
  engaged!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language of work as a BCP 47 code. Null if it is not stated.',
  })
  workLanguage!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, in words. Null if it is not stated.',
  })
  place!: string | null;

  @Field(() => ConfidentialityEnum, { description: 'Who may know of the need.' })
  confidentiality!: Confidentiality;

  @Field(() => UrgencyEnum, { description: 'How soon the mediator is needed.' })
  urgency!: Urgency;

  @Field(() => InsiderTiesEnum, {
    description: 'What ties of a mediator to a party, a side or a place mean for the need.',
  })
  insiderTies!: InsiderTies;

  @Field(() => AlongsideEnum, {
    nullable: true,
    description:
      'A second place for a young leader or a newcomer to Track 1. Null if none is asked for.',
  })
  alongside!: Alongside | null;

  @Field(() => NeedStateEnum, { description: 'The present state of the need.' })
  state!: NeedState;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to an edit, which is refused if the need has changed since.',
  })
  revision!: number;

  @Field(() => Instant, { description: 'When the need was created, in UTC.' })
  createdAt!: string;

  @Field(() => Instant, { description: 'When the need was last changed, in UTC.' })
  updatedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the need was opened, in UTC. Null if it never was.',
  })
  openedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the need was filled or cancelled, in UTC. Null while it is neither.',
  })
  closedAt!: string | null;

  @Field(() => Boolean, {
    description: 'True if the need belongs to the demo and its process is invented.',
  })
  fictional!: boolean;
}

@ObjectType({ description: 'A need on a page, with its cursor.' })
export class NeedEdge extends EdgeOf(Need) {}

@ObjectType({ description: 'A page of needs that the viewer may see.' })
export class NeedConnection extends ConnectionOf(NeedEdge) {}

export const NeedResult = resultOf(Need);
