import type { Bearer, Engagement, TermsMode } from '#introductions';
import type { Support } from '#vocabulary';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../../graphql/days.scalar.js';
import { CostBearerEnum, EngagementEnum, TermsModeEnum } from '../introduction.enums.js';
import { SupportEnum } from '../../graphql/enums/vocabulary.js';

// The service checks what is written here, and names every problem by its path.

@InputType({ description: 'Who pays what. Each is needed before a mediator can be asked.' })
export class TermsCostsInput {
  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays the fee of the mediator.' })
  fee?: Bearer | null;

  @Field(() => CostBearerEnum, {
    nullable: true,
    description: 'Who pays for travel and accommodation.',
  })
  travel?: Bearer | null;

  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays for insurance.' })
  insurance?: Bearer | null;

  @Field(() => CostBearerEnum, { nullable: true, description: 'Who pays for security.' })
  security?: Bearer | null;
}

@InputType({
  description:
    'A person whom the mediator can reach. The name is needed before a mediator can be asked, with an e-mail address or a telephone number.',
})
export class TermsContactPersonInput {
  @Field(() => String, { nullable: true, description: 'The name, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'An e-mail address of this person.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number of this person.' })
  telephone?: string | null;
}

@InputType({
  description:
    'Terms of reference to save for a need. They replace those before: what is absent is not stated. A draft may state nothing; before a mediator can be asked, everything is needed that is not marked as optional.',
})
export class SaveTermsInput {
  @Field(() => ID, { description: 'The id of a need of your organization.' })
  needId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision that you read; null if none was saved. If the terms have changed since, the answer is Conflict.',
  })
  revision?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the work is for, at most 2,000 characters.',
  })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'The role, at most 200 characters.' })
  role?: string | null;

  @Field(() => TermsModeEnum, {
    nullable: true,
    description: 'Whether she works there, remotely, both or on call.',
  })
  mode?: TermsMode | null;

  @Field(() => SupportEnum, { nullable: true, description: 'The kind of support asked for.' })
  support?: Support | null;

  @Field(() => EngagementEnum, { nullable: true, description: 'In what form she is engaged.' })
  engagement?: Engagement | null;

  @Field(() => Day, { nullable: true, description: 'The first day of the work.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'The last day, not in the past.' })
  endsOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How much of her time is asked for, in percent of full time from 1 to 100.',
  })
  percent?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The territory in which she works, as an ISO 3166-1 alpha-2 code. Needed with IN_PERSON and HYBRID, not allowed with REMOTE.',
  })
  territory?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The place, in at most 200 characters. Optional.',
  })
  placeWords?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The languages of the work, as BCP 47 codes. At most ten.',
  })
  workingLanguages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who receives her at the place of work, at most 200 characters.',
  })
  host?: string | null;

  @Field(() => TermsCostsInput, { nullable: true, description: 'Who pays which cost of the work.' })
  costs?: TermsCostsInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be known about the fee, at most 500 characters. Optional.',
  })
  feeWords?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is arranged for her security, at most 2,000 characters.',
  })
  securityArrangements?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whom she reports, at most 500 characters.',
  })
  reportingLine?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What she may tell of the work, and to whom. At most 2,000 characters.',
  })
  confidentiality?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What may endanger her, or that no risk is known. She reads it before she answers. At most 2,000 characters.',
  })
  riskNote?: string | null;

  @Field(() => TermsContactPersonInput, {
    nullable: true,
    description: 'Whom she can reach once she has released a channel of her own.',
  })
  contactPerson?: TermsContactPersonInput | null;
}
