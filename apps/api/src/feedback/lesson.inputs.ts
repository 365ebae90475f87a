import type { LessonState } from '#deployments';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LessonStateEnum } from '../graphql/enums/engagement.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { PageArgs } from '../graphql/page.js';

@ArgsType()
export class NetworkLessonsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => [LessonStateEnum], {
    nullable: true,
    description: 'Only lessons in one of these states. All if absent.',
  })
  states?: LessonState[] | null;
}

@ArgsType()
export class LessonStepArgs {
  @Field(() => ID, { description: 'The id of the lesson that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the lesson has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@InputType({ description: 'A draft of a lesson, written anew.' })
export class EditLessonInput {
  @Field(() => ID, { description: 'The id of the lesson to change.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the lesson has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => LocaleEnum, { description: 'The language in which it is written.' })
  language!: Locale;

  @Field(() => String, { description: 'A title, at most 200 characters.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'What was meant to happen.' })
  meant!: string;

  @Field(() => String, { defaultValue: '', description: 'What happened instead, or as meant.' })
  happened!: string;

  @Field(() => String, { defaultValue: '', description: 'Why it happened as it did.' })
  why!: string;

  @Field(() => String, { defaultValue: '', description: 'What should be kept next time.' })
  keep!: string;

  @Field(() => String, { defaultValue: '', description: 'What should be changed next time.' })
  change!: string;
}
