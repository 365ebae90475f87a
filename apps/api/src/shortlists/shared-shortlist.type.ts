import type { Alongside, InsiderTies, ShortlistState, Urgency } from '#engagement';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Instant } from '../graphql/days.scalar.js';
import {
  AlongsideEnum,
  InsiderTiesEnum,
  ShortlistStateEnum,
  UrgencyEnum,
} from '../graphql/enums/engagement.js';
import { Node } from '../graphql/node.type.js';
import { Explanation } from '../matching/match.type.js';
import { Mediator } from '../mediators/mediator.type.js';
import { BriefingLinks } from './shortlist.type.js';

@ObjectType({
  description:
    'The need of a shortlist that is shared with you, in the words of its organizer. Its criteria and its peace process are not shared.',
})
export class SharedNeed {
  @Field(() => String, { description: 'A short title of the need.' })
  title!: string;

  @Field(() => String, { description: "What is looked for, in the organizer's own words." })
  brief!: string;

  @Field(() => Int, { description: 'How many mediators are looked for.' })
  wanted!: number;

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
}

@ObjectType({
  description: 'A mediator on a shared shortlist, with what the ranking said when she was chosen.',
})
export class SharedShortlistEntry {
  @Field(() => Mediator, { description: 'The mediator, as you may see her now.' })
  mediator!: Mediator;

  @Field(() => Int, {
    description: 'Her rank among all eligible candidates when she was chosen, from 1.',
  })
  rank!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Her score when she was chosen, in micro-units from 0 to 1,000,000. Null if a part of it rests on what she has hidden since.',
  })
  score!: number | null;

  @Field(() => Int, { description: 'How many candidates were eligible when she was chosen.' })
  eligible!: number;

  @Field(() => [Explanation], {
    description:
      'What each criterion contributed when she was chosen. Contributions that rest on what she has hidden since are left out.',
  })
  explanation!: Explanation[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'A shortlist that another organizer shares with you, to read. Notes and feedback are not shared. It is gone when it is taken back.',
})
export class SharedShortlist extends Node {
  override readonly __typename = 'SharedShortlist';

  @Field(() => String, { description: 'A short title of the shortlist.' })
  title!: string;

  @Field(() => ShortlistStateEnum, { description: 'The present state of the shortlist.' })
  state!: ShortlistState;

  @Field(() => String, {
    nullable: true,
    description:
      'The name of the organization that shares it. Null if it is not an organization of this directory.',
  })
  organization!: string | null;

  @Field(() => SharedNeed, { description: 'The need that the mediators are chosen for.' })
  need!: SharedNeed;

  @Field(() => [SharedShortlistEntry], {
    description:
      'The entries in the order of rank. Mediators who are no longer listed are not among them.',
  })
  entries!: SharedShortlistEntry[];

  @Field(() => Int, {
    description: 'How many mediators on it are no longer listed, whatever the reason.',
  })
  noLongerListed!: number;

  @Field(() => BriefingLinks, {
    description: 'The shortlist as a briefing, without contact data.',
  })
  briefing!: BriefingLinks;

  @Field(() => Instant, { description: 'When it was shared with you, in UTC.' })
  sharedAt!: string;
}

@ObjectType({ description: 'A shared shortlist on a page, with its cursor.' })
export class SharedShortlistEdge extends EdgeOf(SharedShortlist) {}

@ObjectType({ description: 'A page of shortlists that are shared with you, the oldest first.' })
export class SharedShortlistConnection extends ConnectionOf(SharedShortlistEdge) {}
