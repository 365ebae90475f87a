import type { EvidenceGrade, Sharing, WpsLessonState, WpsLessonStep } from '#wps';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day } from '../graphql/days.scalar.js';
import {
  EvidenceGradeEnum,
  SharingEnum,
  WpsLessonStateEnum,
  WpsLessonStepEnum,
} from '../graphql/enums/wps.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { PageArgs } from '../graphql/page.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';
import { SavedInput } from './saved.input.js';

@ObjectType({
  implements: () => [Node],
  description: 'That an actor does what another has learnt.',
})
export class WpsLessonUse extends Node {
  override readonly __typename = 'WpsLessonUse';

  @Field(() => WpsActorName, { description: 'The actor that uses the lesson.' })
  actor!: WpsActorName;

  @Field(() => String, { description: 'How it was fitted to where it is used.' })
  adapted!: string;

  @Field(() => String, { nullable: true, description: 'What came of it. Null if not known yet.' })
  outcome!: string | null;

  @Field(() => Day, { description: 'The first day of use.' })
  from!: string;

  @Field(() => Day, { nullable: true, description: 'The last day of use. Null while it lasts.' })
  until!: string | null;

  @Field(() => SharingEnum, { description: 'With whom this is shared.' })
  sharing!: Sharing;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({
  implements: () => [Node],
  description: 'What an actor has learnt about women, peace and security, for others to take up.',
})
export class WpsLesson extends Node {
  override readonly __typename = 'WpsLesson';

  @Field(() => WpsActorName, { description: 'The actor that has learnt it.' })
  actor!: WpsActorName;

  @Field(() => LocaleEnum, { description: 'The language of its words.' })
  language!: Locale;

  @Field(() => String, { description: 'What the lesson is called in its language.' })
  title!: string;

  @Field(() => Area, { nullable: true, description: 'Of which place it is. Null if of none.' })
  territory!: Area | null;

  @Field(() => String, { description: 'Where, when and in which plan or process.' })
  context!: string;

  @Field(() => String, { description: 'What the actor has done.' })
  done!: string;

  @Field(() => String, { description: 'What came of what was done.' })
  result!: string;

  @Field(() => EvidenceGradeEnum, { description: 'How well it is known that this came of it.' })
  evidence!: EvidenceGrade;

  @Field(() => String, { nullable: true, description: 'What shows the result.' })
  source!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What must be so for it to work elsewhere.',
  })
  conditions!: string | null;

  @Field(() => String, { nullable: true, description: 'What it costs to do the same.' })
  costs!: string | null;

  @Field(() => String, { nullable: true, description: 'What others had better not do.' })
  avoid!: string | null;

  @Field(() => String, { nullable: true, description: 'The office that answers questions.' })
  office!: string | null;

  @Field(() => [String], { description: 'Codes of topics of the expertise taxonomy.' })
  themes!: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the lesson of a deployment from which it was drawn, as long as that one is published.',
  })
  drawnFrom!: string | null;

  @Field(() => WpsLessonStateEnum, { description: 'Where it stands between draft and retired.' })
  state!: WpsLessonState;

  @Cost({ items: 5 })
  @Field(() => [WpsLessonUse], { description: 'Who uses it, as far as that is shared with you.' })
  uses!: WpsLessonUse[];

  @Field(() => Boolean, {
    description:
      'True if it is about conflict-related sexual violence and names a number below ten: check that nobody can be recognized.',
  })
  hasSmallNumber!: boolean;

  @Field(() => SharingEnum, { description: 'With whom it is shared once it is told.' })
  sharing!: Sharing;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'A lesson on a page, with its cursor.' })
export class WpsLessonEdge extends EdgeOf(WpsLesson) {}

@ObjectType({ description: 'A page of lessons, in the order in which they were written down.' })
export class WpsLessonConnection extends ConnectionOf(WpsLessonEdge) {}

export const WpsLessonResult = resultOf(WpsLesson);

// The service checks what is written here, and names every problem by its path.

@ArgsType()
export class WpsLessonsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'The code of an actor: only its lessons.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A topic of the expertise taxonomy: only lessons about it.',
  })
  theme?: string | null;

  @Field(() => [WpsLessonStateEnum], {
    nullable: true,
    description: 'Only lessons in one of these states. All if absent.',
  })
  states?: WpsLessonState[] | null;
}

@InputType({ description: 'A lesson of your actor, as it is to be.' })
export class SaveWpsLessonInput extends SavedInput {
  @Field(() => String, { description: 'The code of the actor that has learnt it.' })
  actor!: string;

  @Field(() => LocaleEnum, { description: 'The language of its words.' })
  language!: Locale;

  @Field(() => String, { description: 'Its title, at most 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The code of the place of which it is.' })
  territory?: string | null;

  @Field(() => String, {
    description: 'Where, when and in which plan or process, at most 4,000 characters.',
  })
  context!: string;

  @Field(() => String, { description: 'What was done, at most 4,000 characters.' })
  done!: string;

  @Field(() => String, { description: 'What came of it, at most 4,000 characters.' })
  result!: string;

  @Field(() => EvidenceGradeEnum, { description: 'How well it is known that this came of it.' })
  evidence!: EvidenceGrade;

  @Field(() => String, {
    nullable: true,
    description: 'What shows the result, at most 4,000 characters.',
  })
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What must be so for it to work elsewhere, at most 4,000 characters.',
  })
  conditions?: string | null;

  @Field(() => String, { nullable: true, description: 'What it costs, at most 4,000 characters.' })
  costs?: string | null;

  @Field(() => String, { nullable: true, description: 'What not to do, at most 4,000 characters.' })
  avoid?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The office that answers questions, at most 200 characters.',
  })
  office?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of topics of the expertise taxonomy, at most 20.',
  })
  themes!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The id of a published lesson of a deployment (`Lesson`) from which it was drawn.',
  })
  drawnFrom?: string | null;

  @Field(() => SharingEnum, {
    defaultValue: 'own',
    description: 'With whom it is shared once it is told.',
  })
  sharing!: Sharing;
}

@ArgsType()
export class WpsLessonStepArgs {
  @Field(() => ID, { description: 'The id of the lesson that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the lesson has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => WpsLessonStepEnum, { description: 'The step that it takes.' })
  step!: WpsLessonStep;
}

@InputType({ description: 'That your actor uses a lesson of another, as it is to be told.' })
export class SaveWpsLessonUseInput extends SavedInput {
  @Field(() => String, { description: 'The code of the actor that uses it.' })
  actor!: string;

  @Field(() => ID, { description: 'The id of the lesson that it uses.' })
  lesson!: string;

  @Field(() => String, {
    description: 'How it was fitted to where it is used, at most 4,000 characters.',
  })
  adapted!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What came of it, at most 4,000 characters.',
  })
  outcome?: string | null;

  @Field(() => Day, { description: 'The first day of use.' })
  from!: string;

  @Field(() => Day, { nullable: true, description: 'The last day of use. Absent while it lasts.' })
  until?: string | null;

  @Field(() => SharingEnum, { defaultValue: 'network', description: 'With whom this is shared.' })
  sharing!: Sharing;
}
