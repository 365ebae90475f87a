import type { Bearer, Engagement, TermsMode } from '#introductions';
import type { Support } from '#vocabulary';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Area } from '../../graphql/coded.type.js';
import { Day, Instant } from '../../graphql/days.scalar.js';
import { CostBearerEnum, EngagementEnum, TermsModeEnum } from '../introduction.enums.js';
import { SupportEnum } from '../../graphql/enums/vocabulary.js';
import { Node } from '../../graphql/node.type.js';
import { resultOf } from '../../graphql/refusals.js';
import { FieldError } from '../../graphql/validation-error.type.js';

@ObjectType({ description: 'Who pays what. Null if it is not stated yet.' })
export class TermsCosts {
  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays the fee of the mediator.' })
  fee!: Bearer | null;

  @Field(() => CostBearerEnum, {
    nullable: true,
    description: 'Who pays for travel and accommodation.',
  })
  travel!: Bearer | null;

  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays for insurance.' })
  insurance!: Bearer | null;

  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays for security.' })
  security!: Bearer | null;
}

@ObjectType({ description: 'A person at the organizer whom the mediator can reach.' })
export class TermsContactPerson {
  @Field(() => String, { nullable: true, description: 'The name. Null if it is not stated yet.' })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The e-mail address. Null if it is not stated.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The telephone number. Null if it is not stated.',
  })
  telephone!: string | null;
}

@ObjectType({
  description: 'What terms of reference say. Null or empty where they say nothing yet.',
})
export class Terms {
  @Field(() => String, { nullable: true, description: 'What the work is for.' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The role, in the words of the organizer.' })
  role!: string | null;

  @Field(() => TermsModeEnum, {
    nullable: true,
    description: 'Whether she works there, remotely, both or on call.',
  })
  mode!: TermsMode | null;

  @Field(() => SupportEnum, { nullable: true, description: 'The kind of support asked for.' })
  support!: Support | null;

  @Field(() => EngagementEnum, { nullable: true, description: 'In what form she is engaged.' })
  engagement!: Engagement | null;

  @Field(() => Day, { nullable: true, description: 'The first day of the work.' })
  startsOn!: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day of the work.' })
  endsOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How much of her time is asked for, in percent of full time.',
  })
  percent!: number | null;

  @Field(() => Area, {
    nullable: true,
    description: 'The territory in which she works. Null also with remote work.',
  })
  territory!: Area | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the territory she works, in words.',
  })
  placeWords!: string | null;

  @Field(() => [String], { description: 'The languages of the work, as BCP 47 codes.' })
  workingLanguages!: string[];

  @Field(() => String, { nullable: true, description: 'Who receives her at the place of work.' })
  host!: string | null;

  @Field(() => TermsCosts, { description: 'Who pays which cost of the work.' })
  costs!: TermsCosts;

  @Field(() => String, { nullable: true, description: 'What is to be known about the fee.' })
  feeWords!: string | null;

  @Field(() => String, { nullable: true, description: 'What is arranged for her security.' })
  securityArrangements!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom she reports.' })
  reportingLine!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What she may tell of the work, and to whom.',
  })
  confidentiality!: string | null;

  @Field(() => String, { nullable: true, description: 'What may endanger her.' })
  riskNote!: string | null;

  @Field(() => TermsContactPerson, {
    description:
      'Whom she can reach. A mediator reads it once she has released a channel of her own.',
  })
  contactPerson!: TermsContactPerson;
}

@ObjectType({
  implements: () => [Node],
  description: 'The terms of reference of a need, by which mediators are asked for it.',
})
export class TermsOfReference extends Node {
  override readonly __typename = 'TermsOfReference';

  @Field(() => ID, { description: 'The id of the need to which they belong.' })
  needId!: string;

  @Field(() => Terms, { description: 'What they say, as far as they say it.' })
  terms!: Terms;

  @Field(() => Boolean, { description: 'True if a mediator can be asked by them.' })
  complete!: boolean;

  @Field(() => [FieldError], {
    description: 'What they still need before a mediator can be asked. Empty if they are complete.',
  })
  missing!: FieldError[];

  @Field(() => Int, {
    description:
      'The number of the revision in force. Pass it to `saveTerms`, which is refused if the terms have changed since.',
  })
  revision!: number;

  @Field(() => Instant, { description: 'When this revision was saved, in UTC.' })
  savedAt!: string;
}

export const TermsOfReferenceResult = resultOf(TermsOfReference);
