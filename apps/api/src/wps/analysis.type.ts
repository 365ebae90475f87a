import type { AnalysisQuestion, AnalysisTiming, AnalysisUse, Sharing } from '#wps';
import type { Locale } from '#vocabulary';
import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day } from '../graphql/days.scalar.js';
import {
  AnalysisQuestionEnum,
  AnalysisTimingEnum,
  AnalysisUseEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { LocaleEnum } from '../graphql/enums/vocabulary.js';
import { Node } from '../graphql/node.type.js';
import { PageArgs } from '../graphql/page.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';
import { SavedInput } from './saved.input.js';

@ObjectType({ description: 'What an analysis answers to one of its questions.' })
export class AnalysisAnswer {
  @Field(() => AnalysisQuestionEnum, { description: 'The question that is answered.' })
  question!: AnalysisQuestion;

  @Field(() => String, { description: 'The answer. It names nobody.' })
  text!: string;
}

@ObjectType({ description: 'For what an analysis was used.' })
export class AnalysisUsedIn {
  @Field(() => AnalysisUseEnum, { description: 'Whether for a plan, a need or a process.' })
  kind!: AnalysisUse;

  @Field(() => String, { description: 'The title of that plan, need or process.' })
  text!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A gender-sensitive conflict analysis.',
})
export class ConflictAnalysis extends Node {
  override readonly __typename = 'ConflictAnalysis';

  @Field(() => WpsActorName, { description: 'The actor whose analysis it is.' })
  actor!: WpsActorName;

  @Field(() => LocaleEnum, { description: 'The language of its words.' })
  language!: Locale;

  @Field(() => String, { description: 'What the analysis is called in its language.' })
  title!: string;

  @Field(() => Area, { description: 'The place that is analysed.' })
  territory!: Area;

  @Field(() => Day, { description: 'The day on which it was finished.' })
  doneOn!: string;

  @Field(() => String, { description: 'How the analysis was made, and from what.' })
  method!: string;

  @Field(() => AnalysisTimingEnum, {
    description: 'Whether it was made before what it is for was designed.',
  })
  timing!: AnalysisTiming;

  @Field(() => String, { description: 'The office or organization that made it.' })
  office!: string;

  @Field(() => [AnalysisAnswer], {
    description: 'What it answers, in the order of the questions. A question may be left out.',
  })
  answers!: AnalysisAnswer[];

  @Field(() => [AnalysisUsedIn], { description: 'For what it was used.' })
  usedIn!: AnalysisUsedIn[];

  @Field(() => Boolean, {
    description: 'True if an answer has a number below ten: check that nobody can be recognized.',
  })
  hasSmallNumber!: boolean;

  @Field(() => SharingEnum, { description: 'With whom it is shared.' })
  sharing!: Sharing;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'An analysis on a page, with its cursor.' })
export class ConflictAnalysisEdge extends EdgeOf(ConflictAnalysis) {}

@ObjectType({ description: 'A page of analyses, in the order in which they were written down.' })
export class ConflictAnalysisConnection extends ConnectionOf(ConflictAnalysisEdge) {}

export const ConflictAnalysisResult = resultOf(ConflictAnalysis);

// The service checks what is written here, and names every problem by its path.

@ArgsType()
export class ConflictAnalysesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'The code of an actor: only its analyses.' })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a place: only analyses of exactly this one.',
  })
  territory?: string | null;
}

@InputType({ description: 'An answer to a question of an analysis.' })
export class AnalysisAnswerInput {
  @Field(() => AnalysisQuestionEnum, { description: 'The question that is answered.' })
  question!: AnalysisQuestion;

  @Field(() => String, {
    description:
      'The answer, at most 4,000 characters. Names offices, roles and organizations, never a survivor, an incident or a perpetrator.',
  })
  text!: string;
}

@InputType({ description: 'For what an analysis was used.' })
export class AnalysisUsedInInput {
  @Field(() => AnalysisUseEnum, { description: 'Whether for a plan, a need or a process.' })
  kind!: AnalysisUse;

  @Field(() => String, { description: 'For which one, at most 200 characters.' })
  text!: string;
}

@InputType({ description: 'A gender-sensitive conflict analysis of your actor, as it is to be.' })
export class SaveConflictAnalysisInput extends SavedInput {
  @Field(() => String, { description: 'The code of the actor whose analysis it is.' })
  actor!: string;

  @Field(() => LocaleEnum, { description: 'The language of its words.' })
  language!: Locale;

  @Field(() => String, { description: 'Its title, at most 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'The code of the place that is analysed.' })
  territory!: string;

  @Field(() => Day, { description: 'The day on which it was finished.' })
  doneOn!: string;

  @Field(() => String, { description: 'How it was made, at most 4,000 characters.' })
  method!: string;

  @Field(() => AnalysisTimingEnum, {
    description: 'Whether it was made before what it is for was designed.',
  })
  timing!: AnalysisTiming;

  @Field(() => String, {
    description: 'The office or organization that made it, at most 200 characters.',
  })
  office!: string;

  @Field(() => [AnalysisAnswerInput], {
    description: 'What it answers, each question once. One that is left out becomes empty.',
  })
  answers!: AnalysisAnswerInput[];

  @Field(() => [AnalysisUsedInInput], {
    defaultValue: [],
    description: 'For what it was used, at most 20.',
  })
  usedIn!: AnalysisUsedInInput[];

  @Field(() => SharingEnum, { defaultValue: 'own', description: 'With whom it is shared.' })
  sharing!: Sharing;
}
