import type { PlainReportStep, ReportState, Sharing } from '#wps';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../graphql/days.scalar.js';
import { ReportStateEnum, ReportStepEnum, SharingEnum } from '../graphql/enums/wps.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';

// The service checks what is written here, and names every problem by its path.

@ArgsType()
export class WpsReportsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'The code of an actor: only its reports.' })
  actor?: string | null;

  @Field(() => [ReportStateEnum], {
    nullable: true,
    description: 'Only reports in one of these states. All if absent.',
  })
  states?: ReportState[] | null;
}

@ArgsType()
export class WpsReportCommentsArgs extends PageArgs {
  @Field(() => ID, { description: 'The id of the report.' })
  report!: string;
}

@InputType({ description: 'By which form and of which days a report is begun.' })
export class BeginWpsReportInput {
  @Field(() => String, { description: 'The code of your actor.' })
  actor!: string;

  @Field(() => ID, { description: 'The form by which the actor reports, from `wpsForms`.' })
  form!: string;

  @Field(() => Day, { description: 'The first day of the period.' })
  from!: string;

  @Field(() => Day, { description: 'The last day of the period.' })
  until!: string;

  @Field(() => SharingEnum, {
    defaultValue: 'own',
    description: 'With whom it is shared once it is submitted.',
  })
  sharing!: Sharing;
}

@InputType({ isAbstract: true })
abstract class SeenInput {
  @Field(() => ID, { description: 'The id of what is changed.' })
  id!: string;

  @Field(() => Int, {
    description: 'The revision that you read. If it has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@InputType({ description: 'Words that fill a place of a form.' })
export class WpsReportAnswerInput {
  @Field(() => String, { description: 'The short name of the place.' })
  cell!: string;

  @Field(() => [LocalizedTextInput], {
    description: 'The words, at most 10,000 characters in each language.',
  })
  texts!: LocalizedTextInput[];
}

@InputType({ description: 'A report that is prepared, as it is to be.' })
export class ChangeWpsReportInput extends SeenInput {
  @Field(() => [WpsReportAnswerInput], {
    description: 'All words of the actor. A place that is left out becomes empty.',
  })
  answers!: WpsReportAnswerInput[];

  @Field(() => SharingEnum, { description: 'With whom it is shared once it is submitted.' })
  sharing!: Sharing;

  @Field(() => [String], {
    description:
      'The codes of the actors that are consulted, at most 50. Whoever has commented stays among them.',
  })
  consulted!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The body that receives it, at most 200 characters.',
  })
  submittedTo?: string | null;
}

@ArgsType()
export class WpsReportStepArgs {
  @Field(() => ID, { description: 'The id of the report that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the report has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => ReportStepEnum, { description: 'The step that it takes.' })
  step!: PlainReportStep;
}

@ArgsType()
export class NarrowWpsReportArgs {
  @Field(() => ID, { description: 'The id of the report.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the report has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => SharingEnum, { description: 'With whom it is shared from now on.' })
  sharing!: Sharing;
}

@InputType({ description: 'What a review recommends. It becomes a commitment of the actor.' })
export class RecommendationInput {
  @Field(() => [LocalizedTextInput], {
    description: 'What it is in one language at least, at most 2,000 characters each.',
  })
  texts!: LocalizedTextInput[];

  @Field(() => String, {
    nullable: true,
    description: 'The office that sees to it, at most 200 characters.',
  })
  responsible?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day by which it is owed.' })
  due?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of topics of the expertise taxonomy, at most 20.',
  })
  themes!: string[];
}

@InputType({ description: 'The review of a report that was submitted.' })
export class ReviewWpsReportInput extends SeenInput {
  @Field(() => [RecommendationInput], {
    description: 'What the review recommends, at most 100. Empty if it recommends nothing.',
  })
  recommendations!: RecommendationInput[];
}

@InputType({ description: 'A comment on a report on which your actor is consulted.' })
export class CommentOnWpsReportInput {
  @Field(() => ID, { description: 'The id of the report.' })
  report!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The short name of the place of which it speaks. The whole report if absent.',
  })
  cell?: string | null;

  @Field(() => String, { description: 'What you say, at most 2,000 characters. It is printed.' })
  words!: string;
}

@InputType({ description: 'An answer to a comment on a report of your actor.' })
export class AnswerWpsReportCommentInput extends SeenInput {
  @Field(() => String, { description: 'What you answer, at most 2,000 characters. It is printed.' })
  answer!: string;
}
