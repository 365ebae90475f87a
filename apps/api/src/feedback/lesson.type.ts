import type { LessonState } from '#deployments';
import type { Locale } from '#vocabulary';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day } from '../graphql/days.scalar.js';
import { LessonStateEnum } from '../graphql/enums/engagement.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { resultOf } from '../graphql/refusals.js';

@ObjectType({ description: 'What a lesson says. It names nobody.' })
export class LessonText {
  @Field(() => LocaleEnum, { description: 'The language in which it is written.' })
  language!: Locale;

  @Field(() => String, { description: 'The title. Empty while nobody has given one.' })
  title!: string;

  @Field(() => String, { description: 'What was meant to happen.' })
  meant!: string;

  @Field(() => String, { description: 'What happened instead, or as meant.' })
  happened!: string;

  @Field(() => String, { description: 'Why it happened as it did.' })
  why!: string;

  @Field(() => String, { description: 'What should be kept next time.' })
  keep!: string;

  @Field(() => String, { description: 'What should be changed next time.' })
  change!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A lesson from a deployment, published by a network. It says neither who was there nor which network published it.',
})
export class Lesson extends Node {
  override readonly __typename = 'Lesson';

  @Field(() => LessonText, { description: 'What can be learnt from the deployment.' })
  text!: LessonText;

  @Field(() => Day, { description: 'The day on which it was published, in UTC.' })
  publishedOn!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A lesson as the desk that reviews it sees it, also before it is published.',
})
export class DeskLesson extends Node {
  override readonly __typename = 'DeskLesson';

  @Field(() => LessonStateEnum, {
    description: 'Whether the lesson is a draft, published or withdrawn.',
  })
  state!: LessonState;

  @Field(() => LessonText, { nullable: true, description: 'What it says. Null once withdrawn.' })
  text!: LessonText | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The day on which it was published, in UTC. Null if it never was.',
  })
  publishedOn!: string | null;

  @Field(() => Int, {
    description:
      'The number of the present revision. Pass it to a change, which is refused if the lesson has changed since.',
  })
  revision!: number;
}

@ObjectType({ description: 'A lesson on a page, with its cursor.' })
export class LessonEdge extends EdgeOf(Lesson) {}

@ObjectType({ description: 'A page of published lessons, the oldest first.' })
export class LessonConnection extends ConnectionOf(LessonEdge) {}

@ObjectType({ description: 'A lesson of a network on a page, with its cursor.' })
export class DeskLessonEdge extends EdgeOf(DeskLesson) {}

@ObjectType({ description: 'A page of lessons of a network, the oldest first.' })
export class DeskLessonConnection extends ConnectionOf(DeskLessonEdge) {}

export const DeskLessonResult = resultOf(DeskLesson);
