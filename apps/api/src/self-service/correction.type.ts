import type { CorrectionState } from '#directory';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { CorrectionStateEnum } from '../graphql/enums.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({ implements: () => [Node], description: 'What a mediator asks to be put right.' })
export class Correction extends Node {
  override readonly __typename = 'Correction';

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string;

  @Field(() => String, { nullable: true, description: 'The field it is about, where it is one.' })
  field!: string | null;

  @Field(() => String, { description: 'Her own words.' })
  request!: string;

  @Field(() => CorrectionStateEnum, { description: 'What became of it.' })
  state!: CorrectionState;

  @Field(() => String, { nullable: true, description: 'What she is answered.' })
  answer!: string | null;

  @Field(() => Instant, { description: 'When she asked (ISO 8601).' })
  requestedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When it was handled (ISO 8601).' })
  handledAt!: string | null;
}

export const CorrectionResult = resultOf(Correction);

/** How a request can end. */
export const CorrectionOutcomeEnum = { DONE: 'done', DECLINED: 'declined' } as const;
registerEnumType(CorrectionOutcomeEnum, {
  name: 'CorrectionOutcome',
  description: 'How a request for correction ends.',
});
export type CorrectionOutcome = Exclude<CorrectionState, 'open'>;

const LONGEST_TEXT = 4_000;

@InputType({ description: 'What she asks to be put right.' })
export class RequestCorrectionInput {
  @Field(() => String, { nullable: true, description: 'The field it is about, where it is one.' })
  @IsOptional()
  @MaxCharacters(60)
  field?: string | null;

  @Field(() => String, { description: 'Her own words.' })
  @MaxCharacters(LONGEST_TEXT)
  text!: string;
}

@InputType({ description: 'What a coordinator did about a request.' })
export class HandleCorrectionInput {
  @Field(() => ID, { description: 'Which request.' })
  id!: string;

  @Field(() => CorrectionOutcomeEnum, { description: 'How it ends.' })
  outcome!: CorrectionOutcome;

  @Field(() => String, { description: 'What she is answered.' })
  @MaxCharacters(LONGEST_TEXT)
  answer!: string;
}
