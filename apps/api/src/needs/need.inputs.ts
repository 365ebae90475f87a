import type { Alongside, Confidentiality, InsiderTies, NeedState, Urgency } from '#engagement';
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
  AlongsideEnum,
  ConfidentialityEnum,
  InsiderTiesEnum,
  NeedStateEnum,
  UrgencyEnum,
} from '../graphql/enums/engagement.js';
import { PageArgs } from '../graphql/page.js';
import { NeedInput } from '../matching/need.input.js';
import { PeaceProcessInput } from './peace-process.inputs.js';

// The services check what is written here, and name every problem by its path.

@InputType({ description: 'A need that an organizer writes down.' })
export class CreateNeedInput {
  @Field(() => String, { description: 'A short title, at most 200 characters.' })
  title!: string;

  @Field(() => NeedInput, { description: 'The criteria by which candidates are ranked.' })
  criteria!: NeedInput;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of its peace process, from `peaceProcesses`.',
  })
  process?: string | null;

  @Field(() => PeaceProcessInput, {
    nullable: true,
    description: 'A peace process that is recorded with the need. Give either this or `process`.',
  })
  newProcess?: PeaceProcessInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many mediators are looked for, from 1 to 100. A new need is for 1 if this is absent.',
  })
  wanted?: number | null;

  @Field(() => String, { nullable: true, description: 'The language of work, as a BCP 47 code.' })
  workLanguage?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, in at most 200 characters.',
  })
  place?: string | null;

  @Field(() => ConfidentialityEnum, {
    nullable: true,
    description: 'Who may know of the need. A new need is RESTRICTED if this is absent.',
  })
  confidentiality?: Confidentiality | null;

  @Field(() => UrgencyEnum, {
    nullable: true,
    description: 'How soon the mediator is needed. A new need is ROUTINE if this is absent.',
  })
  urgency?: Urgency | null;

  @Field(() => InsiderTiesEnum, {
    nullable: true,
    description:
      'What ties of a mediator to a party, a side or a place mean. For a new need they are DISCLOSED if this is absent.',
  })
  insiderTies?: InsiderTies | null;

  @Field(() => AlongsideEnum, {
    nullable: true,
    description:
      'A second place for a young leader or a newcomer to Track 1. None is asked for if this is null.',
  })
  alongside?: Alongside | null;
}

@InputType({ description: 'Changes of a need. What is absent stays as it is.' })
export class EditNeedInput extends PartialType(CreateNeedInput) {
  @Field(() => ID, { description: 'The id of the need to change.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the need has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class NeedStepArgs {
  @Field(() => ID, { description: 'The id of the need that takes the step.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the need has changed since, the answer is Conflict.',
  })
  revision!: number;
}

/** How a need can end. */
const NeedOutcomeEnum = { FILLED: 'filled', CANCELLED: 'cancelled' } as const;
registerEnumType(NeedOutcomeEnum, {
  name: 'NeedOutcome',
  description: 'How a need ends: its mediators were found, or the search was given up.',
});
type NeedOutcome = (typeof NeedOutcomeEnum)[keyof typeof NeedOutcomeEnum];

@ArgsType()
export class CloseNeedArgs extends NeedStepArgs {
  @Field(() => NeedOutcomeEnum, { description: 'How the need ends: filled or cancelled.' })
  outcome!: NeedOutcome;

  @Field(() => [ID], {
    nullable: true,
    description:
      'With FILLED: the ids of the mediators who are engaged, at most as many as were wanted. Each must have been kept on one of its shortlists. Those who are engaged already need not be named.',
  })
  mediatorIds?: string[] | null;
}

@ArgsType()
export class RecordEngagedArgs extends NeedStepArgs {
  @Field(() => [ID], {
    description:
      'The ids of the mediators who are engaged. Each must have been kept on one of the shortlists of the need.',
  })
  mediatorIds!: string[];
}

@ArgsType()
export class MyNeedsArgs extends PageArgs {
  @Field(() => [NeedStateEnum], {
    nullable: true,
    description: 'Only needs in one of these states. All if absent.',
  })
  states?: NeedState[] | null;
}
