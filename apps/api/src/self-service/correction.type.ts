import type { CorrectionState } from '#directory';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { CorrectionStateEnum } from '../graphql/enums/directory.js';
import { resultOf } from '../graphql/refusals.js';
import { Node } from '../graphql/node.type.js';
import { Instant } from '../graphql/days.scalar.js';
import { MaxCharacters } from '../graphql/max-characters.js';

@ObjectType({
  implements: () => [Node],
  description: 'A request of a mediator to put something right.',
})
export class Correction extends Node {
  override readonly __typename = 'Correction';

  /** Her key; the field is made from it when it is read. */
  mediatorId!: string;

  @Field(() => ID, { description: 'The id of her profile, for its curators.' })
  profileId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field that it is about. Null if it is about none in particular.',
  })
  field!: string | null;

  @Field(() => String, { description: 'What she asks for, in her own words.' })
  request!: string;

  @Field(() => CorrectionStateEnum, {
    description: 'Whether the request is open, or how it was closed.',
  })
  state!: CorrectionState;

  @Field(() => String, {
    nullable: true,
    description: 'What she was answered. Null while the request is open.',
  })
  answer!: string | null;

  @Field(() => Instant, { description: 'When she asked, in UTC.' })
  requestedAt!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the request was closed, in UTC. Null while it is open.',
  })
  handledAt!: string | null;
}

export const CorrectionResult = resultOf(Correction);

/** How a request can end. */
export const CorrectionOutcomeEnum = { DONE: 'done', DECLINED: 'declined' } as const;
registerEnumType(CorrectionOutcomeEnum, {
  name: 'CorrectionOutcome',
  description: 'How a coordinator closes a request for correction.',
});
export type CorrectionOutcome = Exclude<CorrectionState, 'open'>;

const LONGEST_TEXT = 4_000;

@InputType({ description: 'A request to put something right.' })
export class RequestCorrectionInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The field that it is about, at most 60 characters. Left out if it is about none in particular.',
  })
  @IsOptional()
  @MaxCharacters(60)
  field?: string | null;

  @Field(() => String, { description: 'What is to be put right, in at most 4,000 characters.' })
  @MaxCharacters(LONGEST_TEXT)
  text!: string;
}

@InputType({ description: 'How a coordinator closes a request for correction.' })
export class HandleCorrectionInput {
  @Field(() => ID, { description: 'The id of the request.' })
  id!: string;

  @Field(() => CorrectionOutcomeEnum, { description: 'How the request ends.' })
  outcome!: CorrectionOutcome;

  @Field(() => String, { description: 'The answer to the mediator, at most 4,000 characters.' })
  @MaxCharacters(LONGEST_TEXT)
  answer!: string;
}
