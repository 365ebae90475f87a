import type { AlongsideParty, AlongsideShown, MentoringPart } from '#deployments';
import type { Alongside } from '#engagement';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';
import {
  AlongsideEnum,
  AlongsidePartyEnum,
  AlongsideShownEnum,
  MentoringPartEnum,
} from '../graphql/enums/engagement.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A second place beside a mediator at work, for a young leader or a newcomer to Track 1. The mediator is her mentor.',
})
export class AlongsidePlace extends Node {
  override readonly __typename = 'AlongsidePlace';

  /** Keys of both, for `newcomer` and `mentor`. */
  newcomerId!: string | null;
  mentorId!: string | null;

  @Field(() => AlongsidePartyEnum, { description: 'For whom you see it.' })
  party!: AlongsideParty;

  @Field(() => AlongsideShownEnum, {
    description: 'Whether it waits for agreement, is arranged, or has ended without.',
  })
  state!: AlongsideShown;

  @Field(() => AlongsideEnum, { description: 'What the newcomer does in it.' })
  form!: Alongside;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the deployment in the first place. Null to the newcomer.',
  })
  deploymentId!: string | null;

  @Field(() => String, { description: 'The name of the organization that they work for.' })
  organization!: string;

  @Field(() => Day, { description: 'The first day of the work.' })
  startsOn!: string;

  @Field(() => Day, { description: 'The last day of the work.' })
  endsOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether your own side has agreed. Null to the desk.',
  })
  ownAgreed!: boolean | null;

  @Field(() => [AlongsidePartyEnum], {
    description: 'Whose agreement is missing. Told to the desk; empty to the others.',
  })
  waitsFor!: AlongsideParty[];

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when it can be agreed to, in UTC. Null once it is over.',
  })
  dueAt!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the deployment of the newcomer, for the desk and the organizer.',
  })
  arrangedDeploymentId!: string | null;
}

@ObjectType({ description: 'That a mediator was a mentor, or had one.' })
export class Mentoring {
  @Field(() => MentoringPartEnum, { description: 'Whether she was the mentor or the newcomer.' })
  part!: MentoringPart;

  @Field(() => AlongsideEnum, { description: 'What the newcomer did.' })
  form!: Alongside;

  @Field(() => Int, { description: 'The year in which it ended.' })
  year!: number;
}

@ObjectType({
  implements: () => [Node],
  description: 'A mentoring of your own. Nobody else sees who the other was.',
})
export class OwnMentoring extends Node {
  override readonly __typename = 'OwnMentoring';

  @Field(() => MentoringPartEnum, { description: 'Whether you were the mentor or the newcomer.' })
  part!: MentoringPart;

  @Field(() => AlongsideEnum, { description: 'What the newcomer did.' })
  form!: Alongside;

  @Field(() => Day, { description: 'The first day on which you worked together.' })
  beganOn!: string;

  @Field(() => Day, { description: 'The last day on which you worked together.' })
  endedOn!: string;

  @Field(() => Boolean, { description: 'Whether your profile tells of it, without the other.' })
  shown!: boolean;
}

export const AlongsidePlaceResult = resultOf(AlongsidePlace);
export const OwnMentoringResult = resultOf(OwnMentoring);
