import type { CommitmentSource, CommitmentState, CommitmentStep, OwedKind, Sharing } from '#wps';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalizedText } from '../graphql/coded.type.js';
import { ConnectionOf, EdgeOf } from '../graphql/connection.js';
import { Day } from '../graphql/days.scalar.js';
import {
  CommitmentSourceEnum,
  CommitmentStateEnum,
  CommitmentStepEnum,
  OwedKindEnum,
  SharingEnum,
} from '../graphql/enums/wps.js';
import { Node } from '../graphql/node.type.js';
import { PageArgs } from '../graphql/page.js';
import { LocalizedTextInput } from '../graphql/profile-values.input.js';
import { resultOf } from '../graphql/refusals.js';
import { WpsActorName } from './actor.type.js';
import { SavedInput } from './saved.input.js';

@ObjectType({
  implements: () => [Node],
  description: 'What an actor has undertaken to do for women, peace and security.',
})
export class Commitment extends Node {
  override readonly __typename = 'Commitment';

  @Field(() => WpsActorName, { description: 'The actor that owes it.' })
  actor!: WpsActorName;

  @Field(() => String, {
    description: 'What it is in the language of the request, otherwise in English or in another.',
  })
  text!: string;

  @Field(() => [LocalizedText], { description: 'What it is in each language that is known.' })
  texts!: LocalizedText[];

  @Field(() => CommitmentSourceEnum, { description: 'From what kind of text or meeting it comes.' })
  source!: CommitmentSource;

  @Field(() => String, { description: 'The document and paragraph from which it comes.' })
  sourceText!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the meeting at which it was made. Null if at none.',
  })
  meeting!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom it is owed, such as a parliament.' })
  owedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'The office that sees to it.' })
  responsible!: string | null;

  @Field(() => Day, { nullable: true, description: 'By when it is owed. Null if no day was set.' })
  due!: string | null;

  @Field(() => Day, { nullable: true, description: 'When it is looked at again.' })
  review!: string | null;

  @Field(() => [String], { description: 'Codes of topics of the expertise taxonomy.' })
  themes!: string[];

  @Field(() => CommitmentStateEnum, { description: 'How the commitment stands.' })
  state!: CommitmentState;

  @Field(() => String, {
    nullable: true,
    description: 'What shows that it was kept, or how far it has come.',
  })
  evidence!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was dropped. Null if it was not.' })
  reason!: string | null;

  @Field(() => Boolean, {
    description:
      'True if it is about conflict-related sexual violence and has a number below ten: check that nobody can be recognized.',
  })
  hasSmallNumber!: boolean;

  @Field(() => SharingEnum, { description: 'With whom the commitment is shared.' })
  sharing!: Sharing;

  @Field(() => Int, { description: 'The number of the present revision, for the next change.' })
  revision!: number;
}

@ObjectType({ description: 'A commitment on a page, with its cursor.' })
export class CommitmentEdge extends EdgeOf(Commitment) {}

@ObjectType({ description: 'A page of commitments, in the order in which they were written down.' })
export class CommitmentConnection extends ConnectionOf(CommitmentEdge) {}

export const CommitmentResult = resultOf(Commitment);

@ObjectType({ description: 'Something that your actor owes: what, to whom, by when.' })
export class Owed {
  @Field(() => OwedKindEnum, {
    description: 'Whether it is a commitment, an action, an answer, an observation or a comment.',
  })
  kind!: OwedKind;

  @Field(() => ID, {
    description:
      'The id of the commitment, of the item of a plan, of the involvement, of the indicator, or of the comment.',
  })
  subjectId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of your plan to which an action or a contested involvement belongs, or which asks for an observation. Null of everything else.',
  })
  planId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of your report to which a comment belongs, or which asks for an observation. Null of everything else.',
  })
  reportId!: string | null;

  @Field(() => String, {
    description: 'What it is in the language of the request, otherwise in English or in another.',
  })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'To whom it is owed, if somebody is named: of a comment or contested involvement, the actor whose words it is.',
  })
  owedTo!: string | null;

  @Field(() => String, { nullable: true, description: 'The office that sees to it.' })
  responsible!: string | null;

  @Field(() => Day, { nullable: true, description: 'By when it is owed. Null if no day was set.' })
  due!: string | null;

  @Field(() => Day, {
    nullable: true,
    description:
      'The first day of the period for which an observation is missing. Null of everything else.',
  })
  from!: string | null;

  @Field(() => Day, {
    nullable: true,
    description: 'The last day of that period. Null of everything else.',
  })
  until!: string | null;

  @Field(() => Boolean, {
    description: 'True if its day is past, or if it was found to be at risk.',
  })
  urgent!: boolean;
}

@ObjectType({ description: 'Something that is owed, with its cursor.' })
export class OwedEdge extends EdgeOf(Owed) {}

@ObjectType({ description: 'A page of what is owed, by day, what has none at the end.' })
export class OwedConnection extends ConnectionOf(OwedEdge) {}

@ArgsType()
export class OwingArgs extends PageArgs {
  @Field(() => OwedKindEnum, { nullable: true, description: 'Only this kind. All if absent.' })
  kind?: OwedKind | null;
}

@ArgsType()
export class CommitmentsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The code of an actor: only what it owes.',
  })
  actor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of a meeting: only what was undertaken there.',
  })
  meeting?: string | null;

  @Field(() => [CommitmentStateEnum], {
    nullable: true,
    description: 'Only commitments in one of these states. All if absent.',
  })
  states?: CommitmentState[] | null;
}

@InputType({ description: 'A commitment of your actor, as it is to be.' })
export class SaveCommitmentInput extends SavedInput {
  @Field(() => String, { description: 'The code of the actor that owes it.' })
  actor!: string;

  @Field(() => [LocalizedTextInput], {
    description: 'What it is in one language at least, at most 2,000 characters each.',
  })
  texts!: LocalizedTextInput[];

  @Field(() => CommitmentSourceEnum, { description: 'From what kind of text or meeting it comes.' })
  source!: CommitmentSource;

  @Field(() => String, {
    description:
      'The document and paragraph, such as `S/RES/2242 (2015), paragraph 2`, at most 200 characters.',
  })
  sourceText!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the meeting at which it was made, if MEETING is its source.',
  })
  meeting?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whom it is owed, such as a parliament, at most 200 characters.',
  })
  owedTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The office that sees to it, at most 200 characters.',
  })
  responsible?: string | null;

  @Field(() => Day, { nullable: true, description: 'The day by which it is owed.' })
  due?: string | null;

  @Field(() => Day, { nullable: true, description: 'When it is looked at again.' })
  review?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description: 'Codes of topics of the expertise taxonomy, at most 20.',
  })
  themes!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What shows how far it has come, at most 2,000 characters.',
  })
  evidence?: string | null;

  @Field(() => SharingEnum, {
    defaultValue: 'own',
    description: 'With whom the commitment is shared.',
  })
  sharing!: Sharing;
}

@ArgsType()
export class CommitmentStepArgs {
  @Field(() => ID, { description: 'The id of the commitment that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the commitment has changed since, the answer is Conflict.',
  })
  revision!: number;

  @Field(() => CommitmentStepEnum, { description: 'The step that it takes.' })
  step!: CommitmentStep;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is dropped, at most 2,000 characters. Only with DROP, which needs it.',
  })
  reason?: string | null;
}
