import type { Confidentiality, NeedState } from '#engagement';
import type { Phase, ProcessType } from '#vocabulary';
import {
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  PartialType,
  registerEnumType,
} from '@nestjs/graphql';
import {
  ConfidentialityEnum,
  NeedStateEnum,
  PhaseEnum,
  ProcessTypeEnum,
} from '../graphql/enums.js';
import { PageArgs } from '../graphql/page.js';
import { NeedInput } from '../matching/need.input.js';

// The rooms check what is written here, and name every problem by its path.

@InputType({ description: 'A peace process that nobody has written down yet.' })
export class PeaceProcessInput {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => [String], { description: 'Where it is: ISO 3166-1 alpha-2.' })
  territories!: string[];

  @Field(() => String, { nullable: true, description: 'Who negotiates.' })
  parties?: string | null;

  @Field(() => String, { nullable: true, description: 'Who leads it.' })
  lead?: string | null;

  @Field(() => ProcessTypeEnum, { description: 'Its type.' })
  type!: ProcessType;

  @Field(() => PhaseEnum, { description: 'Its phase.' })
  phase!: Phase;

  @Field(() => Int, { description: 'Year in which it began.' })
  yearFrom!: number;

  @Field(() => Int, { nullable: true, description: 'Year in which it ended.' })
  yearTo?: number | null;

  @Field(() => [String], { nullable: true, description: 'Expertise codes.' })
  themes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Working and local languages, BCP 47.' })
  languages?: string[] | null;
}

@InputType({ description: 'What an organizer says of a need.' })
export class CreateNeedInput {
  @Field(() => String, { description: 'In a few words.' })
  title!: string;

  @Field(() => NeedInput, { description: 'Whom it looks for.' })
  criteria!: NeedInput;

  @Field(() => String, {
    nullable: true,
    description: 'Slug of its peace process: see `peaceProcesses`.',
  })
  process?: string | null;

  @Field(() => PeaceProcessInput, {
    nullable: true,
    description: 'A process that is written down with the need, in place of `process`.',
  })
  newProcess?: PeaceProcessInput | null;

  @Field(() => Int, { nullable: true, description: 'How many women; 1 where unstated.' })
  wanted?: number | null;

  @Field(() => String, { nullable: true, description: 'Language of work, BCP 47.' })
  workLanguage?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the work is, in words.' })
  place?: string | null;

  @Field(() => ConfidentialityEnum, {
    nullable: true,
    description: 'RESTRICTED where unstated.',
  })
  confidentiality?: Confidentiality | null;
}

@InputType({ description: 'What is to be said otherwise; what is absent stays.' })
export class EditNeedInput extends PartialType(CreateNeedInput) {
  @Field(() => ID, { description: 'The need.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  revision!: number;
}

@ArgsType()
export class NeedStepArgs {
  @Field(() => ID, { description: 'The need.' })
  id!: string;

  @Field(() => Int, { description: 'The revision that you saw.' })
  revision!: number;
}

/** How a need can end. */
const NeedOutcomeEnum = { FILLED: 'filled', CANCELLED: 'cancelled' } as const;
registerEnumType(NeedOutcomeEnum, { name: 'NeedOutcome', description: 'How a need ends.' });
type NeedOutcome = (typeof NeedOutcomeEnum)[keyof typeof NeedOutcomeEnum];

@ArgsType()
export class CloseNeedArgs extends NeedStepArgs {
  @Field(() => NeedOutcomeEnum, { description: 'How it ends.' })
  outcome!: NeedOutcome;

  @Field(() => [ID], {
    nullable: true,
    description:
      'With FILLED: with whom, at most as many as were wanted. Each was kept on one of its shortlists.',
  })
  mediatorIds?: string[] | null;
}

@ArgsType()
export class MyNeedsArgs extends PageArgs {
  @Field(() => [NeedStateEnum], { nullable: true, description: 'In any of them; all if absent.' })
  states?: NeedState[] | null;
}
