import type { BreachAdvice, BreachCause, BreachFact } from '#breaches';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Day, Instant } from '../graphql/days.scalar.js';
import { BreachAdviceEnum, BreachCauseEnum, BreachFactEnum } from '../graphql/enums/emergency.js';

@InputType({
  description:
    'That data came into wrong hands, and whom it concerns: all whom an account looked at or changed, all women of networks, those who are named, or several of these.',
})
export class OpenBreachInput {
  @Field(() => BreachCauseEnum, { description: 'How the data came into wrong hands.' })
  cause!: BreachCause;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the account that was misused: whom it looked at or changed in these days, and whose data it took away, is found from the audit log. Not your own.',
  })
  accountId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True to count all women on the lists of the networks that the account coordinates, too: looks at profiles are in no log.',
  })
  withLists!: boolean;

  @Field(() => [String], {
    defaultValue: [],
    description:
      'Slugs of networks all of whose women it concerns, with those of their chapters and those whom they listed once: a list or a backup was lost. None beside the account of a mediator (CONTRADICTION).',
  })
  networks!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Ids of mediators or profiles whom it concerns besides. At most 1,000; none beside the account of a mediator (CONTRADICTION), because the number of women would tell whether she is one of them.',
  })
  mediatorIds!: string[];

  @Field(() => [BreachFactEnum], {
    defaultValue: [],
    description:
      'What may have been seen of the women of `networks`, and of those who are named in `mediatorIds`.',
  })
  facts!: BreachFact[];

  @Field(() => Day, { description: 'The first day on which it may have been seen, in UTC.' })
  from!: string;

  @Field(() => Day, { description: 'The last day on which it may have been seen, in UTC.' })
  until!: string;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it became known: the 72 hours run from then. Now if absent.',
  })
  knownAt?: string | null;

  @Field(() => [BreachAdviceEnum], {
    description: 'What the women can do about it, which they read in their language.',
  })
  advice!: BreachAdvice[];

  @Field(() => String, {
    description:
      'What happened: for the register, which no woman reads. Name nobody. At most 5,000 characters.',
  })
  what!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What may come of it, for the register. At most 5,000 characters.',
  })
  consequences!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'What was done about it, for the register. At most 5,000 characters.',
  })
  measures!: string;
}
