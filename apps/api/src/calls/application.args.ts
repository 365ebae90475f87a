import type { DeclineReason, SeenState } from '#applications';
import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { EvidenceInput } from '../curation/curation.args.js';
import { ApplicationStateEnum, DeclineReasonEnum } from '../graphql/enums/curation.js';
import { PageArgs } from '../graphql/page.js';

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => String, { description: 'The slug of one of your networks.' })
  network!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of a call of the network. Applications to all its calls if absent.',
  })
  call?: string | null;

  @Field(() => [ApplicationStateEnum], {
    nullable: true,
    description: 'Only applications in one of these states. All if absent.',
  })
  states?: SeenState[] | null;
}

@ArgsType()
class AnswerArgs {
  @Field(() => ID, { description: 'The id of the application to answer.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The revision that you read. If the application has changed since, the answer is Conflict.',
  })
  revision!: number;
}

@ArgsType()
export class AcceptApplicationArgs extends AnswerArgs {
  @Field(() => EvidenceInput, {
    nullable: true,
    description: 'Why her profile can be believed, as with the step SUBMIT.',
  })
  evidence?: EvidenceInput | null;
}

@ArgsType()
export class DeclineApplicationArgs extends AnswerArgs {
  @Field(() => DeclineReasonEnum, { description: 'The reason that she reads in her language.' })
  reason!: DeclineReason;

  @Field(() => String, {
    nullable: true,
    description:
      'What else you write to her, at most 2,000 characters. Write it in her language. Needed with OTHER.',
  })
  words?: string | null;
}
